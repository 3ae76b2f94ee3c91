"""What holds when the config says nothing."""

from netlog.domain.kinds import KIND_CADENCES, TOUCH_KINDS
from netlog.domain.settings import DATE_ORDERS, DAYS, LENSES, SIZES, WEEKS, Settings


def test_without_a_config_the_usual_holds() -> None:
    """Five to keep, one a month to reconnect, fifty coffees a year, 180 days."""
    assert Settings()._asdict() == {
        "database": "",
        "date_order": "",
        "lens": "alternate",
        "booked": 3,
        "promises": 5,
        "follow_up": 5,
        "keep": 5,
        "reconnect": 1,
        "no_answer": 3,
        "days": 3,
        "ask_back": 2,
        "thank": 3,
        "phone": 3,
        "coffees": 50,
        "met_days": 28,
        "introduced_days": 90,
        "offered_days": 14,
        "answer_days": 7,
        "now_days": 2,
        "wait_weeks": 3,
        "stand_weeks": 4,
        "away_weeks": 3,
        "ask_back_weeks": 3,
        "ask_again_weeks": 13,
        "currency": "",
        "early": 180,
        "everybody": "26w",
        "a_week": 2,
        "young": "8w",
        "held_within": 14,
        "cadence": KIND_CADENCES,
        "lens_weeks": 4,
        "weights": {},
        "touch_kinds": TOUCH_KINDS,
    }


def test_the_usual_is_one_of_what_there_is() -> None:
    """The defaults are words that the config takes."""
    assert Settings().lens in LENSES
    assert Settings().date_order in DATE_ORDERS


def test_a_page_that_cuts_nothing_off() -> None:
    """All of a slot, or of every one; what asks for a few by itself stays."""
    usual, whole = Settings(), Settings().whole()
    assert {size for size in SIZES if getattr(whole, size) == getattr(usual, size)} == {
        "reconnect",
        "phone",
    }
    assert usual.whole("keep") == usual._replace(keep=whole.keep)
    assert usual.whole("new") == usual.whole("phone") == usual


def test_what_is_a_size_a_day_or_a_week_is_a_setting() -> None:
    """The lists name no setting that there is not."""
    assert {*SIZES, *DAYS, *WEEKS} <= set(Settings._fields)
