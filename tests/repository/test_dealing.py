"""First cadences are dealt out over the weeks, so that no Monday has them all."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st
from tests.plan.builders import MONDAY, Network, ago, handles, later

from netlog.domain.details import keyed
from netlog.domain.person import Newcomer
from netlog.domain.settings import Settings
from netlog.domain.weeks import Week, week_of
from netlog.plan.cadence import Cadences, cadences_with
from netlog.repository import people
from netlog.repository.change import changing
from netlog.repository.dealing import deal_again, dealt, first_dues

CADENCES = cadences_with(Settings(cadence={"client": "13w", "tag:board": "6w"}), 0)
WEEK = week_of(MONDAY)
QUARTER = [Week(later(weeks=n)) for n in range(1, 14)]
"""The weeks of a cadence of 13, beginning with the next."""


def coming(*handles: str, every: str = "13w", **fields: str) -> list[Newcomer]:
    """People who come in today; fields are their details."""
    details = keyed(fields.items())
    return [
        Newcomer(name, MONDAY, handle=name, every=every, details=details)
        for name in handles
    ]


def names(number: int) -> list[str]:
    """So many handles."""
    return [f"p{n}" for n in range(number)]


def deal(network: Network, newcomers: list[Newcomer], *, together: bool = True) -> None:
    """People come in, all in one change or one by one."""
    groups = [newcomers] if together else [[each] for each in newcomers]
    for group in groups:
        with changing(network.store, network.now, "import") as change:
            some = dealt(change.store, CADENCES, group, network.today)
            people.add_all(change, some)


def firsts(network: Network, cadences: Cadences = CADENCES) -> Counter[Week]:
    """How many come up first in each week."""
    return +first_dues(network.store, cadences)


@pytest.mark.parametrize("together", [True, False])
def test_240_are_18_or_19_a_week(*, together: bool) -> None:
    """Over 13 weeks from the next on, in bulk and one by one."""
    network = Network()
    deal(network, coming(*names(240)), together=together)
    found = firsts(network)
    assert sorted(found) == QUARTER
    assert set(found.values()) == {18, 19}


@given(st.lists(st.integers(1, 30), max_size=6), st.integers(1, 20))
@settings(max_examples=40)
def test_no_week_has_more_than_one_more_than_another(
    sizes: list[int], weeks: int
) -> None:
    """For equal cadences, in however many files they come in on one day."""
    network = Network()
    everybody = names(sum(sizes))
    for size in sizes:
        group, everybody = everybody[:size], everybody[size:]
        deal(network, coming(*group, every=f"{weeks}w"))
    found = firsts(network)
    numbers = [found[Week(later(weeks=n))] for n in range(1, weeks + 1)]
    assert sum(numbers) == sum(sizes)
    assert max(numbers) - min(numbers) <= 1


def test_weeks_with_fewer_first_dues_are_filled_first() -> None:
    """Whatever cadence those there have: it is the page of the week that counts."""
    network = Network()
    deal(network, coming("ann", "bob", "cal", every="3w"))
    deal(network, coming("dan", "eve", every="5w"))
    assert firsts(network) == {Week(later(weeks=n)): 1 for n in range(1, 6)}


def test_among_equals_the_draw_depends_on_the_handle_alone() -> None:
    """The same on every machine, and not the same for everybody."""
    found = {
        handle: dealt(Network().store, CADENCES, coming(handle), MONDAY)[0].starts_on
        for handle in names(40)
    }
    again = dealt(Network().store, CADENCES, coming("p7"), MONDAY)
    assert again[0].starts_on == found["p7"]
    assert len(set(found.values())) > 8


def test_they_come_up_in_the_week_that_was_dealt() -> None:
    """Not a week before, and from the first contact on by the contact."""
    network = Network()
    deal(network, coming("ann"))
    network.edit("ann", no_sell=True)
    (week,) = firsts(network)
    assert network.person("ann").waits_from == week.monday - timedelta(weeks=13)
    assert handles(network.plan(week.previous()).keep) == []
    assert handles(network.plan(week).keep) == ["ann"]
    network.log("ann", kind="email")
    assert handles(network.plan(QUARTER[-1].previous()).keep) == []
    assert handles(network.plan(QUARTER[-1]).keep) == ["ann"]


@pytest.mark.parametrize(
    ("every", "weeks"), [("1w", 1), ("4d", 1), ("10d", 1), ("20d", 2), ("1y", 52)]
)
def test_within_one_cadence_everybody_comes_up(every: str, weeks: int) -> None:
    """One shorter than a week comes up next week."""
    network = Network()
    deal(network, coming(*names(2 * weeks), every=every))
    assert firsts(network) == {Week(later(weeks=n)): 2 for n in range(1, weeks + 1)}


def test_a_kind_or_a_tag_is_dealt_as_a_cadence_is() -> None:
    """Whatever their own cadence comes from; without one they count from today."""
    network = Network()
    deal(network, coming("ann", every="", kind="client"))
    deal(network, coming("bob", every="", tag="Board"))
    deal(network, coming("cal", every=""))
    starts = {name: network.person(name).starts_on for name in ("ann", "bob", "cal")}
    assert starts["ann"] in {week.monday - timedelta(weeks=13) for week in QUARTER}
    assert starts["bob"] in {week.monday - timedelta(weeks=6) for week in QUARTER[:6]}
    assert starts["cal"] == MONDAY


def test_who_had_contact_is_in_nobodys_way() -> None:
    """Their cadence runs from it, and a first due is the first."""
    network = Network()
    deal(network, coming(*names(12)))
    empty = next(week for week in QUARTER if not firsts(network)[week])
    deal(network, coming("zoe"))
    assert firsts(network)[empty] == 1
    network.log("zoe", kind="call")
    assert firsts(network)[empty] == 0


def test_by_a_cadence_that_is_none_nobody_comes_up() -> None:
    """A kind whose cadence was taken out of the config is in no week of any."""
    network = Network()
    deal(network, coming("ann", every="", kind="client"))
    assert firsts(network).total() == 1
    assert firsts(network, cadences_with(Settings(cadence={"client": ""}), 0)) == {}


def test_whoever_only_a_tag_makes_come_up_is_dealt_as_well() -> None:
    """They were in no week before, and leave none."""
    network = Network()
    network.add("zoe", details={"tag": "board"}, starts_on=ago(700))
    with changing(network.store, network.now, "edit") as change:
        deal_again(change, CADENCES, network.person("zoe"), MONDAY)
    zoe = network.person("zoe")
    assert zoe.starts_on in {week.monday - timedelta(weeks=6) for week in QUARTER[:6]}
    assert firsts(network) == {}


def test_a_cadence_that_is_set_later_is_dealt_then() -> None:
    """Of the weeks from the next on the emptiest, they themselves left out."""
    network = Network()
    deal(network, coming(*names(12)))
    empty = next(week for week in QUARTER if not firsts(network)[week])
    network.add("zoe", starts_on=ago(700))
    network.edit("zoe", every="13w")
    with changing(network.store, network.now, "edit") as change:
        deal_again(change, CADENCES, network.person("zoe"), MONDAY)
    assert firsts(network)[empty] == 1
    zoe = network.person("zoe")
    assert zoe.starts_on == zoe.waits_from == empty.monday - timedelta(weeks=13)
    network.undo()
    assert network.person("zoe").waits_from == ago(700)


def test_dealt_again_they_do_not_count_where_they_were() -> None:
    """Another cadence is another deal: no week is left with one too many."""
    network = Network()
    deal(network, coming(*names(13)))
    for name in names(13):
        with changing(network.store, network.now, "edit") as change:
            deal_again(change, CADENCES, network.person(name), MONDAY)
    assert firsts(network) == dict.fromkeys(QUARTER, 1)


@pytest.mark.parametrize("every", ["13w", ""])
def test_who_had_contact_or_has_no_cadence_is_not_dealt_again(every: str) -> None:
    """Nothing is written."""
    network = Network()
    network.add("zoe", every=every, starts_on=ago(9))
    if every:
        network.log("zoe", kind="call", on=ago(3))
    before = network.person("zoe")
    with changing(network.store, network.now, "edit") as change:
        deal_again(change, CADENCES, before, MONDAY)
    assert network.person("zoe") == before
