"""Follow up: everyone met or introduced lately to whom nothing has gone since."""

from datetime import date
from typing import Any

import pytest
from tests.plan.builders import Network, ago, later
from tests.running import InProcess

CASES: list[tuple[str, date, dict[str, Any], bool]] = [
    ("an email that day", ago(3), {"kind": "email"}, True),
    ("a note later", ago(1), {"kind": "note"}, True),
    ("a call that nobody answered", ago(1), {"kind": "call", "answered": False}, True),
    ("a coffee that nobody came to", ago(1), {"answered": False}, True),
    ("a message dated before", ago(4), {"kind": "message"}, False),
    ("another meeting", ago(2), {"kind": "lunch"}, False),
]


@pytest.fixture
def network() -> Network:
    """Hal is known; Ada was met three days ago."""
    made = Network()
    made.add("hal", known=True)
    made.add("ada")
    made.log("ada", kind="met", on=ago(3))
    return made


def waiting(network: Network) -> list[tuple[str, str]]:
    """Who is to be followed up, and what is said of it."""
    return [(line.person.handle, line.text) for line in network.plan().follow_up]


def test_who_was_met_waits_to_hear(network: Network) -> None:
    """With what happened, when, and the command to type."""
    assert waiting(network) == [("ada", "met 3 days ago, nothing sent since")]
    (line,) = network.plan().follow_up
    assert (line.next, line.more) == ("netlog log ada -k note", {"since": ago(3)})


@pytest.mark.parametrize(
    ("day", "more", "gone"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_what_went_to_them_since_ends_the_wait(
    network: Network, day: date, more: dict[str, Any], *, gone: bool
) -> None:
    """Anything but a meeting, an attempt too, on that day or later."""
    network.log("ada", on=day, **more)
    assert (waiting(network) == []) is gone


def test_what_was_entered_before_the_meeting_was_no_follow_up(network: Network) -> None:
    """The mail of that morning, logged before the meeting, was about the meeting."""
    network.add("bea")
    network.log("bea", kind="email", on=ago(0))
    network.log("bea", kind="event", on=ago(0))
    assert [handle for handle, _ in waiting(network)] == ["bea", "ada"]
    network.log("bea", kind="email", on=ago(0))
    assert [handle for handle, _ in waiting(network)] == ["ada"]


def test_a_meeting_entered_after_the_mail_still_waits(network: Network) -> None:
    """Back-dated and entered later: nothing was sent after it was known of."""
    network.add("bea")
    network.log("bea", kind="email", on=ago(1))
    network.log("bea", kind="lunch", on=ago(2))
    assert ("bea", "lunch 2 days ago, nothing sent since") in waiting(network)


def test_a_kept_promise_is_a_follow_up(network: Network) -> None:
    """A dropped one is none."""
    dropped = network.promise("ada", "a book", later(days=9))
    network.close(dropped, "dropped")
    assert len(waiting(network)) == 1
    kept = network.promise("ada", "a name", later(days=9))
    network.close(kept)
    assert waiting(network) == []


@pytest.mark.parametrize(("days", "gone"), [(4, False), (3, True), (0, True)])
def test_something_given_is_a_follow_up(
    network: Network, days: int, *, gone: bool
) -> None:
    """On that day or later; what they brought is none."""
    network.got("ada", on=ago(0))
    assert len(waiting(network)) == 1
    network.gave("ada", on=ago(days))
    assert (waiting(network) == []) is gone
    if gone:
        network.undo()
        assert len(waiting(network)) == 1


def test_what_was_given_at_the_table_was_no_follow_up(netlog: InProcess) -> None:
    """In the same change as the coffee; given afterwards it is one."""
    netlog("add Hal")
    netlog("log Hal --gave tip")
    assert len(netlog("due --json").data["follow_up"]) == 1
    netlog("gave Hal tip")
    assert netlog("due --json").data["follow_up"] == []


def test_a_promise_kept_before_the_meeting_is_none(network: Network) -> None:
    """What was done with before has not followed anything up."""
    network.add("bea")
    network.close(network.promise("bea", "a name", later(days=9)))
    network.log("bea", kind="event", on=ago(0))
    assert [handle for handle, _ in waiting(network)] == ["bea", "ada"]


@pytest.mark.parametrize(("days", "waits"), [(0, True), (7, True), (8, False)])
def test_it_is_asked_for_a_week(days: int, *, waits: bool) -> None:
    """The day itself and seven after it."""
    network = Network()
    network.add("ada")
    network.log("ada", on=ago(days))
    assert bool(waiting(network)) is waits


@pytest.mark.parametrize(
    ("state", "waits"),
    [("made", True), ("met", True), ("offered", False), ("dropped", False)],
)
def test_an_introduction_is_followed_up_once_it_is_made(
    network: Network, state: str, *, waits: bool
) -> None:
    """Not when it was merely offered."""
    network.add("bea")
    network.introduce("bea", by="hal", on=ago(1), state=state)
    expected = [("bea", "introduced by hal yesterday, nothing sent since")] * waits
    assert waiting(network) == [
        *expected,
        ("ada", "met 3 days ago, nothing sent since"),
    ]


def test_the_last_event_is_the_one_that_counts(network: Network) -> None:
    """Introduced, written to, then met: the meeting waits."""
    network.introduce("ada", by="hal", on=ago(5))
    network.log("ada", kind="email", on=ago(4))
    network.log("ada", kind="lunch", on=ago(1))
    assert waiting(network) == [("ada", "lunch yesterday, nothing sent since")]


def test_the_latest_stands_first(network: Network) -> None:
    """Same day is best, and of two meetings the later one counts."""
    network.add("bea", "cal")
    network.log("bea", on=ago(5))
    network.log("cal", on=ago(1))
    assert [handle for handle, _ in waiting(network)] == ["cal", "ada", "bea"]
    network.log("bea", on=ago(0))
    assert [handle for handle, _ in waiting(network)] == ["bea", "cal", "ada"]


def test_everybody_at_the_table_is_followed_up(network: Network) -> None:
    """Each for themselves."""
    network.add("bea", "cal")
    network.log("bea", "cal", kind="dinner", on=ago(1))
    network.log("cal", kind="note", on=ago(0))
    assert [handle for handle, _ in waiting(network)] == ["bea", "ada"]


def test_who_is_put_off_is_not_asked_for(network: Network) -> None:
    """Resting, snoozed, skipped; but met this week is why one follows up."""
    network.add("bea", "cal", "dan", "eve")
    network.log("bea", "cal", "dan", "eve", on=ago(0))
    network.rest("bea")
    network.snooze("cal", later(days=3))
    network.put_off("dan")
    assert [handle for handle, _ in waiting(network)] == ["eve", "ada"]


def test_undone_it_waits_again(network: Network) -> None:
    """What was not sent has not gone."""
    before = waiting(network)
    network.log("ada", kind="note")
    assert waiting(network) == []
    network.undo()
    assert waiting(network) == before


def test_an_offer_that_is_made_today_is_followed_up(netlog: InProcess) -> None:
    """Offered a month ago, introduced today: that is when it happened."""
    netlog("add Hal --known")
    netlog("log Hal -k call --names Zoe --on 2025-05-02")
    assert netlog("due --json").data["follow_up"] == []
    assert netlog("intro Zoe --by Hal --state made").code == 0
    (line,) = netlog("due --json").data["follow_up"]
    assert (line["handle"], line["text"]) == (
        "zoe",
        "introduced by Hal today, nothing sent since",
    )
