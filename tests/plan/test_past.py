"""A past week: who was pinned in it, and what became of them."""

import pytest
from tests.plan.builders import MONDAY, Network, ago, later

from netlog.domain.pins import ToPin
from netlog.domain.weeks import week_of
from netlog.plan.past import past_week

WEEK = week_of(MONDAY)


@pytest.fixture
def network() -> Network:
    """Three pinned for the coffee, one to reconnect with this month, one to keep."""
    made = Network()
    made.add("ann", "bo", "cy", "dot", "eve")
    made.pin(
        [
            *(ToPin("new", WEEK.code, n, MONDAY, made.person(w).id) for n, w in PLACES),
            ToPin("reconnect", "2025-06", 0, MONDAY, made.person("dot").id),
        ]
    )
    return made


PLACES = list(enumerate(("ann", "bo", "cy")))


def became(network: Network) -> list[tuple[str, ...]]:
    """Slot, who, whether they were the pick, what became of them in three weeks."""
    return [
        (p.slot, p.person.handle, "pick" if p.picked else "or", p.became.text)
        for p in past_week(network.store, WEEK, later(weeks=3)).pinned
    ]


def test_who_was_pinned_and_nothing_yet(network: Network) -> None:
    """By slot and place; whoever was not pinned is not there."""
    assert became(network) == [
        ("new", "ann", "pick", "nothing yet"),
        ("new", "bo", "or", "nothing yet"),
        ("new", "cy", "or", "nothing yet"),
        ("reconnect", "dot", "pick", "nothing yet"),
    ]
    found = past_week(network.store, week_of(ago(7)), MONDAY)
    assert found.pinned == ()


def test_what_became_of_them_since_the_monday(network: Network) -> None:
    """The first meeting, else the first touch; up to the day, nothing of before."""
    network.log("ann", on=ago(1))
    network.log("ann", kind="email", on=MONDAY)
    network.log("ann", on=later(days=9))
    network.log("ann", on=later(days=10))
    network.log("bo", kind="email", on=later(days=1))
    network.log("bo", kind="call", on=later(days=2))
    network.tries("cy", later(days=3))
    network.log("dot", kind="event", on=later(weeks=3, days=1))
    assert [each[-1] for each in became(network)] == [
        "met: coffee, Wed 11 Jun 2025",
        "written to: email, Tue 3 Jun 2025",
        "tried: call, Thu 5 Jun 2025, no answer",
        "nothing yet",
    ]
    words = [p.became for p in past_week(network.store, WEEK, later(days=8)).pinned]
    assert [(each.word, each.on) for each in words] == [
        ("written_to", MONDAY),
        ("written_to", later(days=1)),
        ("written_to", later(days=3)),
        ("nothing_yet", None),
    ]


def test_who_was_swapped_and_who_came_for_them(network: Network) -> None:
    """What became of them all the same goes before it."""
    network.put_off("ann", "swap")
    network.put_off("bo", "skip")
    assert became(network)[:3] == [
        ("new", "ann", "pick", "swapped that week"),
        ("new", "bo", "pick", "skipped that week"),
        ("new", "cy", "pick", "nothing yet"),
    ]
    network.log("ann", on=later(weeks=2))
    assert became(network)[0] == ("new", "ann", "pick", "met: coffee, Mon 16 Jun 2025")


def test_who_is_gone_is_left_out(network: Network) -> None:
    """The others are what they were."""
    network.remove("ann")
    assert [each[:3] for each in became(network)] == [
        ("new", "bo", "or"),
        ("new", "cy", "or"),
        ("reconnect", "dot", "pick"),
    ]
