"""Reconnect: one a month with whom there was no contact for a year or more."""

from datetime import date
from typing import Any

import pytest
from tests.plan.builders import Network, ago, handles, later

from netlog.db import sql
from netlog.domain.pins import ToPin


def quiet(*people: tuple[str, int, int], **settings: Any) -> Network:
    """People last spoken to so many days ago, after so many touches."""
    network = Network(**settings)
    for name, days, touches in people:
        network.add(name, known=True)
        for number in range(touches):
            network.log(name, kind="call", on=ago(days + number))
    return network


def again(network: Network) -> list[str]:
    """Who stands in reconnect."""
    return handles(network.plan().reconnect)


@pytest.mark.parametrize(
    ("last", "asked"),
    [
        (date(2024, 6, 2), True),
        (date(2024, 6, 3), False),
        (date(2020, 1, 1), True),
        (date(2025, 6, 1), False),
    ],
)
def test_a_year_of_silence_is_seen_from_monday(last: date, *, asked: bool) -> None:
    """The same day a year before, or earlier."""
    network = quiet(("ada", 0, 0))
    network.log("ada", kind="call", on=last)
    network.today = later(days=5)
    assert again(network) == ["ada"] * asked


def test_somebody_known_who_was_never_contacted_counts_from_coming_in() -> None:
    """Somebody new does not: they are in new."""
    network = Network()
    network.add("ada", known=True, starts_on=ago(400))
    network.add("bea", starts_on=ago(400))
    network.rest("bea")
    network.add("cal", known=True, starts_on=ago(300))
    assert again(network) == ["ada"]
    assert network.plan().reconnect[0].text == (
        "no contact on record, no touch on record"
    )


def test_who_was_met_little_comes_first() -> None:
    """Novelty, and the bridge to another circle."""
    network = quiet(("ada", 500, 9), ("bea", 400, 1), ("cal", 900, 3))
    assert again(network) == ["bea"]
    line = network.plan().reconnect[0]
    assert line.text == "last contact 28 Apr 2024, in touch once"
    assert line.next == "netlog log bea -k message"
    assert [(term.name, term.points) for term in line.terms] == [
        ("novelty", 3.333),
        ("bridge", 1.5),
    ]


def test_it_is_pinned_for_the_month_of_the_weeks_monday() -> None:
    """The week of 30 June belongs to June; July has another."""
    network = quiet(("ada", 900, 4), ("bea", 900, 1))
    plan = network.due()
    bea = network.person("bea").id
    assert plan.to_pin[-1:] == (ToPin("reconnect", "2025-06", 0, bea),)
    network.add("cal", known=True)
    network.log("cal", kind="call", on=ago(900))
    for day in (3, 7, 14, 21, 28):
        assert handles(network.due(later(days=day)).reconnect) == ["bea"]
    network.log("bea", kind="email", on=later(days=29))
    assert network.due(later(days=30)).reconnect == ()
    assert handles(network.due(date(2025, 7, 7)).reconnect) == ["cal"]


def test_once_contacted_it_is_done_for_the_month() -> None:
    """An attempt does not count, nor does a touch of long ago."""
    network = quiet(("ada", 900, 4), ("bea", 900, 1))
    network.due()
    network.tries("bea", ago(0))
    network.log("bea", kind="email", on=ago(500))
    assert again(network) == ["bea"]
    network.log("bea", kind="email")
    for week in range(4):
        assert network.due(later(weeks=week)).reconnect == ()
    assert handles(network.due(later(weeks=5)).reconnect) == ["ada"]


def test_undone_it_waits_again() -> None:
    """The pin is untouched by undo."""
    network = quiet(("ada", 900, 4), ("bea", 900, 1))
    network.due()
    network.log("bea", kind="email")
    assert again(network) == []
    network.undo()
    assert again(network) == ["bea"]


@pytest.mark.parametrize(
    ("size", "names"), [(0, []), (1, ["cal"]), (2, ["cal", "bea"])]
)
def test_the_size_of_the_slot_is_in_the_config(size: int, names: list[str]) -> None:
    """One a month unless it is set."""
    people = (("ada", 900, 3), ("bea", 900, 2), ("cal", 900, 1))
    network = quiet(*people, reconnect=size)
    assert again(network) == names
    network.due()
    assert again(network) == names


def test_of_two_a_month_one_that_is_contacted_leaves_one() -> None:
    """No third is asked for."""
    people = (("ada", 900, 3), ("bea", 900, 2), ("cal", 900, 1))
    network = quiet(*people, reconnect=2)
    network.due()
    network.log("cal", kind="call")
    assert again(network) == ["bea"]


def test_who_is_held_gives_way_to_another() -> None:
    """Resting, snoozed, skipped."""
    network = quiet(("ada", 900, 3), ("bea", 900, 2), ("cal", 900, 1))
    assert handles(network.due().reconnect) == ["cal"]
    network.rest("cal")
    assert handles(network.due().reconnect) == ["bea"]
    network.add("zoe", known=True, starts_on=ago(900))
    assert handles(network.due().reconnect) == ["bea"]
    network.edit("zoe", known=False)
    network.snooze("bea", later(weeks=9))
    assert handles(network.due().reconnect) == ["ada"]


def test_who_stands_in_keep_does_not_stand_in_reconnect() -> None:
    """Once in new, keep and reconnect, in the first that has them."""
    network = quiet(("ada", 900, 1), ("bea", 900, 2))
    network.edit("ada", every="1y")
    plan = network.plan()
    assert (handles(plan.keep), handles(plan.reconnect)) == (["ada"], ["bea"])


def test_who_comes_into_keep_leaves_reconnect() -> None:
    """Though they are pinned there."""
    network = quiet(("ada", 900, 2), ("bea", 900, 1))
    assert handles(network.due().reconnect) == ["bea"]
    network.edit("bea", every="1y")
    plan = network.due()
    assert handles(plan.keep) == ["bea"]
    assert "bea" not in handles(plan.reconnect)


def test_a_contact_on_the_first_of_the_month_is_of_that_month() -> None:
    """1 September 2025 is a Monday."""
    network = quiet(("ada", 900, 2), ("bea", 900, 1))
    assert handles(network.due(date(2025, 9, 1)).reconnect) == ["bea"]
    network.log("bea", kind="email")
    assert network.due(date(2025, 9, 2)).reconnect == ()


def test_another_week_of_the_month_shows_what_is_pinned() -> None:
    """Looking ahead pins nobody."""
    network = quiet(("ada", 900, 3), ("bea", 900, 1))
    following = network.context().week.next()
    assert handles(network.plan(following).reconnect) == ["bea"]
    assert sql.pins(network.store, "reconnect", "2025-06") == []
    network.due()
    assert handles(network.plan(following).reconnect) == ["bea"]


def test_a_crowd_is_drawn_from_by_the_month() -> None:
    """Who comes first does not change within it."""
    network = quiet(*((f"p{number}", 800, 1) for number in range(250)))
    june = again(network)
    network.today = later(weeks=3)
    assert again(network) == june


def test_who_stood_in_for_somebody_skipped_does_not_make_two() -> None:
    """Back the week after, they are not both asked for."""
    network = quiet(("ada", 900, 2), ("bea", 900, 1))
    assert handles(network.due().reconnect) == ["bea"]
    network.put_off("bea", slot="reconnect")
    assert handles(network.due().reconnect) == ["ada"]
    assert handles(network.due(later(weeks=1)).reconnect) == ["bea"]


def test_who_is_shown_in_keep_is_still_the_one_of_the_month() -> None:
    """Pinned before they got a cadence: no second one is asked for."""
    network = quiet(("ada", 900, 2), ("bea", 900, 1))
    network.due()
    network.edit("bea", every="1y")
    plan = network.due()
    assert (handles(plan.keep), handles(plan.reconnect)) == (["bea"], [])
