"""Booked: what stands in this week's calendar, and what has passed asks how it went."""

from typing import Any

import pytest
from tests.plan.builders import Network, ago, handles, later

from netlog.plan.result import Counts


@pytest.fixture
def network() -> Network:
    """Dorie, Hal and Ada are there; it is Wednesday."""
    made = Network(later(days=2))
    made.add("dorie", "hal", "ada")
    return made


def lines(network: Network) -> list[tuple[str, str, str]]:
    """Who is booked, what is said of it, what to type."""
    return [(ln.person.handle, ln.text, ln.next) for ln in network.plan().booked]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"hour": "15:00", "place": "Tatte"}, "Thu 15:00, Tatte"),
        ({"hour": "15:00"}, "Thu 15:00"),
        ({"place": "Tatte"}, "Thu Tatte"),
        ({}, "Thu"),
    ],
)
def test_a_booking_of_the_week_says_when_and_where(
    network: Network, more: dict[str, Any], said: str
) -> None:
    """With the page to read before it."""
    key = network.book("dorie", on=later(days=3), **more)
    assert lines(network) == [("dorie", said, "netlog brief dorie")]
    assert network.plan().booked[0].more == {
        "booking": key,
        "date": later(days=3),
        "hour": more.get("hour", ""),
        "place": more.get("place", ""),
        "passed": False,
        "people": ["dorie"],
    }


def test_what_has_passed_asks_how_it_went(network: Network) -> None:
    """First, and until something is said of it; four weeks long."""
    network.book("dorie", on=later(days=1), place="Tatte")
    network.book("hal", on=later(days=2), kind="lunch")
    network.book("ada", on=ago(20))
    assert lines(network) == [
        ("ada", "coffee 13 May 2025: how did it go?", "netlog log ada --on 2025-05-13"),
        ("dorie", "coffee 3 Jun 2025: how did it go?", "netlog log dorie"),
        ("hal", "Wed", "netlog brief hal"),
    ]
    network.today = later(days=3)
    assert lines(network)[-1] == (
        "hal",
        "lunch 4 Jun 2025: how did it go?",
        "netlog log hal",
    )


@pytest.mark.parametrize(
    ("days", "shown"), [(-28, True), (-29, False), (6, True), (7, False)]
)
def test_it_is_this_weeks_and_what_passed_lately(days: int, *, shown: bool) -> None:
    """From four weeks ago to Sunday."""
    network = Network()
    network.add("dorie")
    network.book("dorie", on=later(days=days))
    assert bool(lines(network)) is shown


def test_after_an_absence_what_was_booked_before_it_is_still_asked_about() -> None:
    """Weeks in which nothing was entered are none."""
    network = Network()
    network.add("dorie")
    network.book("dorie", on=later(days=3))
    network.today = later(weeks=12)
    assert [handle for handle, *_ in lines(network)] == ["dorie"]
    network.live(later(weeks=17))
    assert lines(network) == []


@pytest.mark.parametrize("state", ["held", "cancelled", "no-show"])
def test_what_is_settled_is_not_booked(network: Network, state: str) -> None:
    """Nothing is asked of it."""
    network.book("dorie", on=later(days=1), state=state)
    network.book("dorie", on=later(days=4), state=state)
    assert lines(network) == []


def test_a_booking_with_several_is_one_line(network: Network) -> None:
    """The first is the one to read of, the others are named; all are logged."""
    network.book("dorie", "hal", "ada", on=later(days=3), hour="12:00")
    assert lines(network) == [
        ("dorie", "Thu 12:00, with hal, ada", "netlog brief dorie")
    ]
    assert network.plan().booked[0].more["people"] == ["dorie", "hal", "ada"]
    network.today = later(days=4)
    assert lines(network) == [
        (
            "dorie",
            "coffee 5 Jun 2025, with hal, ada: how did it go?",
            "netlog log dorie hal ada",
        )
    ]


def test_they_stand_in_the_order_of_day_and_hour(network: Network) -> None:
    """Three are shown, the others counted."""
    network.book("dorie", on=later(days=4), hour="09:00")
    network.book("hal", on=later(days=3), hour="16:00")
    network.book("ada", on=later(days=3), hour="09:00")
    network.book("ada", on=later(days=5))
    plan = network.plan()
    assert handles(plan.booked) == ["ada", "hal", "dorie"]
    assert plan.more["booked"] == 1


def test_whoever_is_booked_stands_in_no_slot_that_picks() -> None:
    """Neither new, keep, reconnect nor no answer, from today on."""
    network = Network()
    network.add("hal", no_sell=True, every="1y")
    network.log("hal", kind="call", on=ago(1))
    network.add("new", via="hal", on=ago(100))
    network.add("tried", via="hal", on=ago(100))
    network.sends("tried", ago(10))
    network.add("kept", no_sell=True, every="1w")
    network.log("kept", kind="call", on=ago(50))
    network.add("old", no_sell=True)
    network.log("old", kind="call", on=ago(800))
    names = ("new", "tried", "kept", "old")
    before = network.plan()
    shown = (*before.new.pick, *before.keep, *before.reconnect, *before.no_answer)
    assert set(handles(shown)) == set(names)
    network.book(*names, on=later(weeks=2))
    plan = network.plan()
    shown = (*plan.new.pick, *plan.keep, *plan.reconnect, *plan.no_answer)
    assert handles(shown) == []
    assert plan.counts == Counts(people=5, eligible=1, not_due=4, hidden=0)


def test_a_booking_makes_a_week_due(network: Network) -> None:
    """It stands on the page."""
    for name in ("dorie", "hal", "ada"):
        network.snooze(name, later(weeks=9))
    assert not network.plan().is_due
    network.book("dorie", on=later(days=3))
    assert network.plan().is_due
