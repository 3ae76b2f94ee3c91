"""netlog promise: something owed."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _somebody(netlog: Netlog) -> None:
    told(netlog, "add Hal Ortega")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("", "Mon 9 Jun 2025"),
        ("--by today", "Mon 2 Jun 2025"),
        ("--by mon", "Mon 9 Jun 2025"),
        ("--by fri", "Fri 6 Jun 2025"),
        ("--by 2w", "Mon 16 Jun 2025"),
        ("--by 'in 3d'", "Thu 5 Jun 2025"),
        ("--by 2025-W24", "Sun 15 Jun 2025"),
        ("--by '1 jun'", "Mon 1 Jun 2026"),
        ("--by eom", "Mon 30 Jun 2025"),
    ],
)
def test_a_promise_has_a_day(netlog: Netlog, line: str, day: str) -> None:
    """Forward from today, a week where nothing is said; the day is echoed."""
    assert netlog(f"promise hal a good mover {line}") == (
        0,
        f"Promised Hal Ortega a good mover, by {day}: netlog done 1\n",
        "",
    )


def test_numbers_are_never_used_again(netlog: Netlog) -> None:
    """The number of a promise that was taken out is nobody's."""
    netlog("promise hal tea")
    netlog("rm --promise 1")
    assert netlog("promise hal cake").out.endswith("netlog done 2\n")


def test_nobody_is_there_yet(netlog: Netlog) -> None:
    """--new adds them in the same change."""
    before = kept(netlog.db)
    assert netlog("promise Zoe tea").code == 3
    said = netlog("promise Zoe tea --new").out
    assert said == "Promised Zoe tea, by Mon 9 Jun 2025: netlog done 1\n"
    netlog("undo")
    assert kept(netlog.db) == before


def test_the_answer_in_json(netlog: Netlog) -> None:
    """The promise, and to whom."""
    assert without_uids(netlog("promise hal tea --by eow --json").data) == {
        "promise": 1,
        "text": "tea",
        "due": "2025-06-08",
        "state": "open",
        "closed_on": None,
        "theirs": False,
        "person": person("hal-ortega", "Hal Ortega"),
    }


def test_what_is_due_by_sunday_is_in_the_plan(netlog: Netlog) -> None:
    """The longest-waiting first; next week's is not there yet."""
    netlog("promise hal sooner --by wed")
    netlog("promise hal sunday --by sun")
    netlog("promise hal later --by 'next mon'")
    netlog("promise hal waiting --today 2025-05-20 --by 2025-05-31")
    said = [one["text"] for one in netlog("due --json").data["promises"]]
    assert said == ["waiting, waiting 2 days", "sooner, in 2 days", "sunday, in 6 days"]
