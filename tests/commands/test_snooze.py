"""netlog snooze: not before a day."""

import pytest
from tests.commands.said import person, without_uids
from tests.running import Netlog


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("in 2w", "Mon 16 Jun 2025"),
        ("2w", "Mon 16 Jun 2025"),
        ("mon", "Mon 9 Jun 2025"),
        ("1 sep", "Mon 1 Sep 2025"),
        ("eow", "Sun 8 Jun 2025"),
        ("2025-W26", "Sun 29 Jun 2025"),
    ],
)
def test_the_day_is_said_back(netlog: Netlog, words: str, day: str) -> None:
    """Forward from today; the words of a day need no quotes."""
    netlog("add Hal")
    assert netlog(f"snooze hal {words}") == (
        0,
        f"Hal is not planned before {day}: netlog wake hal\n",
        "",
    )


def test_until_then_and_no_longer(netlog: Netlog) -> None:
    """Hidden up to the day before, back on the day."""
    netlog("add Hal")
    netlog("snooze hal 2025-06-11")
    hidden = [
        netlog(f"due --today {day} --json").data["hidden"]
        for day in ("2025-06-02", "2025-06-10", "2025-06-11")
    ]
    assert hidden == [{"snoozed": 1}, {"snoozed": 1}, {}]


def test_the_answer_in_json(netlog: Netlog) -> None:
    """Who, and until when."""
    netlog("add Hal")
    assert without_uids(netlog("snooze hal 2w --json").data) == {
        "person": person("hal", "Hal"),
        "until": "2025-06-16",
    }


@pytest.mark.parametrize("line", ["snooze me 2w", "rest me", "skip me", "wake me"])
def test_nobody_leaves_themselves_out(netlog: Netlog, line: str) -> None:
    """Weeks off need no word."""
    assert netlog(line) == (
        2,
        "",
        (
            "netlog: That is you.\nThere is nothing to do: weeks in which nothing is"
            " entered count for nothing.\n"
        ),
    )
