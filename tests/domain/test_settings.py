"""What holds when the config says nothing."""

from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.settings import DATE_ORDERS, LENSES, Settings


def test_without_a_config_the_usual_holds() -> None:
    """Five to keep, one a month to reconnect, fifty coffees a year, 180 days."""
    assert Settings()._asdict() == {
        "database": "",
        "date_order": "",
        "lens": "alternate",
        "keep": 5,
        "reconnect": 1,
        "thank": 10,
        "coffees": 50,
        "currency": "",
        "early": 180,
        "weights": {},
        "touch_kinds": TOUCH_KINDS,
    }


def test_the_usual_is_one_of_what_there_is() -> None:
    """The defaults are words that the config takes."""
    assert Settings().lens in LENSES
    assert Settings().date_order in DATE_ORDERS
