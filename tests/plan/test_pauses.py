"""Paused in keep: named for four weeks running or tried in vain, and no contact."""

from collections.abc import Collection
from datetime import date

import pytest
from tests.plan.builders import MONDAY, Network, ago, handles, later

from netlog.db import sql
from netlog.plan.active import ActiveTime
from netlog.plan.pauses import paused_since

EVER = range(44)


def paused(
    named: Collection[int], tried: Collection[int] = (), idle: Collection[int] = ()
) -> list[int]:
    """The weeks in which somebody is paused who would be named or tried in these weeks.

    As they turn out one by one: in a paused one nobody is named.
    """
    weeks: list[int] = []
    for week in EVER:
        monday = later(weeks=week)
        gone = sorted((n for n in idle if n < week), reverse=True)
        time = ActiveTime(monday, tuple(later(weeks=n) for n in gone))
        before = [later(weeks=n) for n in sorted(named) if n < week and n not in weeks]
        tries = [later(weeks=n, days=2) for n in sorted(tried) if n < week]
        if paused_since(before, tries, time, 4) is not None:
            weeks.append(week)
    return weeks


def test_four_weeks_named_make_a_pause_and_the_next_is_twice_as_long() -> None:
    """Four weeks named and four in peace, four and eight, four and sixteen."""
    assert paused(EVER) == [*range(4, 8), *range(12, 20), *range(24, 40)]


def test_weeks_that_do_not_follow_make_none() -> None:
    """Three, one without, and three: there were others in their place."""
    assert paused({0, 1, 2, 4, 5, 6, 8, 9, 10}) == []
    assert paused({0, 1, 2, 4, 5, 6, 7}) == [8, 9, 10, 11]


def test_tries_in_three_weeks_make_a_pause_too() -> None:
    """Whether they follow or not; several in a week are one."""
    assert paused((), tried={0, 5}) == []
    assert paused((), tried={0, 5, 9}) == [10, 11, 12, 13]
    assert paused({0, 1, 2, 3}, tried={1, 2}) == [4, 5, 6, 7]


def test_how_long_a_pause_has_lasted_is_known() -> None:
    """In weeks, from 0 on."""
    named = [later(weeks=n) for n in range(4)]
    lasted = [
        paused_since(named, (), ActiveTime(later(weeks=n)), 4) for n in (4, 5, 7, 8)
    ]
    assert lasted == [0, 1, 3, None]


def test_weeks_in_which_nothing_was_entered_are_none() -> None:
    """Neither those that name nor those of a pause."""
    assert paused(EVER, idle={1, 2}) == [
        *(6, 7, 8, 9),
        *range(14, 22),
        *range(26, 42),
    ]
    away = {5, 6, 7}
    assert paused(range(10), idle=away) == [4, *away, 8, 9, 10]


@pytest.fixture
def network() -> Network:
    """Ada and Bea, two friends, are due, and there is a place for one."""
    made = Network(keep=1)
    made.add("ada", "bea", no_sell=True, every="4w")
    made.log("ada", kind="call", on=ago(100))
    made.log("bea", kind="call", on=ago(90))
    return made


def kept(network: Network, *weeks: int) -> list[str]:
    """Who stands in keep on the Mondays of these weeks."""
    return [handles(network.due(later(weeks=week)).keep)[0] for week in weeks]


def test_who_was_named_for_four_weeks_gives_way_for_four(network: Network) -> None:
    """And then the other one, by and by."""
    names = kept(network, *range(12))
    assert names == ["ada"] * 4 + ["bea"] * 4 + ["ada"] * 4


def test_it_is_noted_by_the_first_plan_of_a_week(network: Network) -> None:
    """Once: whoever stands there later in the week was not named."""
    network.due()
    assert network.pinned("keep") == ["ada"]
    network.put_off("ada", slot="keep")
    assert handles(network.due(later(days=2)).keep) == ["bea"]
    network.settings = network.settings._replace(keep=2)
    network.wake("ada")
    assert handles(network.due(later(days=3)).keep) == ["ada", "bea"]
    assert network.pinned("keep") == ["ada"]


def test_looking_at_another_week_notes_nobody(network: Network) -> None:
    """Nor does a plan that is only looked at."""
    network.plan()
    network.plan(network.context().week.next())
    assert network.pinned("keep") == network.pinned("keep", "2025-W24") == []


def test_contact_ends_it_and_all_that_was_counted(network: Network) -> None:
    """Two pauses, a message, and the next one is of four weeks again."""
    kept(network, *range(15))
    network.rest("bea")
    assert handles(network.plan().keep) == []
    network.log("ada", kind="message")
    weeks = [week for week in range(15, 38) if kept_at(network, week)]
    assert weeks == [*range(18, 22), *range(26, 30)]


def kept_at(network: Network, week: int) -> list[str]:
    """Who stands in keep in a week."""
    return handles(network.due(later(weeks=week)).keep)


def test_waking_ends_it_at_once(network: Network) -> None:
    """On the day itself, and the count begins again."""
    assert kept(network, *range(5)) == [*(["ada"] * 4), "bea"]
    network.wake("ada")
    assert [kept_at(network, week) for week in range(4, 9)] == [
        *([["ada"]] * 5),
    ]
    assert kept_at(network, 9) == ["bea"]


def test_who_was_tried_in_vain_is_left_in_peace_for_the_week(network: Network) -> None:
    """The next one names them again, and counts."""
    assert kept_at(network, 0) == ["ada"]
    network.tries("ada", later(days=1))
    assert handles(network.due(later(days=2)).keep) == ["bea"]
    assert kept(network, *range(1, 5)) == ["ada"] * 3 + ["bea"]


def test_a_try_after_which_they_were_reached_or_woken_is_over(network: Network) -> None:
    """On the day itself."""
    network.tries("ada", MONDAY)
    assert kept_at(network, 0) == ["bea"]
    network.wake("ada")
    assert kept_at(network, 0) == ["ada"]


def test_their_own_word_shows_nobody_that_they_are_called(network: Network) -> None:
    """It is contact, and their cadence runs from it; what was counted stands."""
    kept(network, *range(3))
    network.hears("ada")
    assert handles(network.plan().keep) == ["bea"]
    assert network.person("ada").waits_from == network.today
    assert named(network, "ada") == [later(weeks=n) for n in range(3)]
    network.log("ada", kind="message")
    assert named(network, "ada") == []


def named(network: Network, name: str) -> list[date]:
    """When somebody was named since they were reached."""
    key = network.person(name).id
    return [day for who, day in sql.named_since_reached(network.store) if who == key]


def test_nobody_is_paused_for_having_been_named_while_away(network: Network) -> None:
    """Cron went on printing the page."""
    network.due()
    for week in range(1, 9):
        network.today = later(weeks=week)
        network.pin(network.plan().to_pin)
    network.today = later(weeks=9)
    network.promise("bea", "a book", later(weeks=20))
    assert kept(network, 9, 10, 11) == ["ada"] * 3


NOTE = "Left in peace for some weeks: {}; netlog wake WHO lifts it."


def test_it_is_said_once(network: Network) -> None:
    """In the first week of a pause, and in no other."""
    notes = {week: network.due(later(weeks=week)).notes for week in range(14)}
    assert {week: said for week, said in notes.items() if said} == {
        4: (NOTE.format("ada"),),
        8: (NOTE.format("bea"),),
        12: (NOTE.format("ada"),),
    }


def test_who_never_answers_does_not_fill_the_slot() -> None:
    """Two whom nobody ever calls leave more than half of it to five others."""
    network = Network(keep=2)
    never = ["n0", "n1"]
    others = ["o0", "o1", "o2", "o3", "o4"]
    network.add(*never, *others, no_sell=True, every="4w")
    network.log(*never, *others, kind="call", on=ago(60))
    lines, waits = dict.fromkeys(never + others, 0), []
    for week in range(80):
        for person in handles(network.due(later(weeks=week)).keep):
            lines[person] += 1
            if person in others:
                last = network.person(person).last_contact
                assert last is not None
                waits.append((network.today - last).days)
                network.log(person, kind="call")
    assert sum(lines[name] for name in never) < sum(lines.values()) / 2
    assert max(waits[8:]) <= 2 * 28


def test_who_is_due_in_may_is_shown_by_the_end_of_june() -> None:
    """Though five friends whom nobody calls have waited longer."""
    network = Network(ago(28))
    friends = [f"f{number}" for number in range(5)]
    network.add(*friends, no_sell=True, every="1m")
    network.log(*friends, kind="call", on=ago(200))
    six = [f"s{number}" for number in range(6)]
    network.add(*six, no_sell=True, every="3m")
    for number, name in enumerate(six):
        network.log(name, kind="call", on=ago(28 + 13 * 7 - 4 * number))
    shown: set[str] = set()
    for week in range(-4, 5):
        kept_now = set(handles(network.due(later(weeks=week)).keep))
        shown |= kept_now
        for name in kept_now - set(friends):
            network.log(name, kind="call")
    assert shown == {*friends, *six}
