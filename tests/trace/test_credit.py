"""Credit: how an amount is divided among those who led to it."""

from collections.abc import Callable
from datetime import date
from functools import cache

from hypothesis import given, settings, strategies as st
from tests.trace.networks import (
    LATE,
    UNTIL,
    Network,
    alone,
    introductions,
    networks,
)

from netlog.domain.introduction import Link
from netlog.trace import credit
from netlog.trace.ancestry import ancestry
from netlog.trace.paths import roots

CENTS = st.one_of(st.integers(0, 50), st.integers(0, 10**9))

Station = tuple[int, tuple[Link, ...]]
"""Somebody, and the introductions that a walk may use there."""


class Divided:
    """An amount divided by the words of netlog.trace, each station asking those below.

    `own` is 1 where everybody keeps a part, 0 where roots alone keep anything.
    """

    def __init__(self, network: Network, person: int, until: date, own: int) -> None:
        self.network = network
        self.own = own
        self.first = self.station(person, until)
        self.stations = self.reached(self.first)
        self.arriving = cache(self._arriving)

    def station(self, person: int, until: date) -> Station:
        """Where a walk stands."""
        return person, tuple(self.network.usable(person, until))

    def reached(self, station: Station) -> set[Station]:
        """Every station that a walk from there comes by."""
        above = (self.station(link.introducer_id, link.day) for link in station[1])
        return {station}.union(*map(self.reached, above))

    def _arriving(self, station: Station, cents: int) -> int:
        """What comes to a station: the whole, or parts from those it introduced."""
        if station == self.first:
            return cents
        return sum(
            self.share(below, place, cents)
            for below in self.stations
            for place, link in enumerate(below[1])
            if self.station(link.introducer_id, link.day) == station
        )

    def share(self, station: Station, place: int, cents: int) -> int:
        """What one of the introductions of a station gets; the oldest the rest."""
        each, over = divmod(self.arriving(station, cents), len(station[1]) + self.own)
        return each + (over if place == 0 else 0)

    def kept(self, station: Station, cents: int) -> int:
        """What stays at a station."""
        there = self.arriving(station, cents)
        return self.own * (there // (len(station[1]) + 1)) if station[1] else there

    def by_person(
        self, amount: Callable[[Station, int], int], cents: int
    ) -> credit.Cents:
        """Amounts of stations, added up for each person."""
        people = {person for person, _ in self.stations}
        return {
            one: sum(amount(there, cents) for there in self.stations if there[0] == one)
            for one in people
        }


def test_a_chain_gives_everything_to_its_root() -> None:
    """Or the same to each, and the cent left over to the oldest introduction."""
    known = ancestry([*alone(2), *introductions((2, 3, 1), (3, 4, 2))])
    where = (known, 4, LATE, 1_001)
    assert credit.by_root(*where) == {2: 1_001}
    assert credit.equal(*where) == {4: 500, 3: 250, 2: 251}
    assert credit.through(*where) == {4: 1_001, 3: 1_001, 2: 1_001}


def test_a_root_keeps_everything() -> None:
    """Nobody helped."""
    known = ancestry(alone(2))
    where = (known, 2, LATE, 7)
    for divided in (credit.by_root, credit.equal, credit.through):
        assert divided(*where) == {2: 7}


def test_two_introducers_share_and_the_older_has_the_cent() -> None:
    """By day, not by id or by number."""
    known = ancestry([*alone(2, 3), *introductions((2, 4, 2), (3, 4, 1))])
    assert credit.by_root(known, 4, LATE, 101) == {2: 50, 3: 51}
    assert credit.equal(known, 4, LATE, 101) == {4: 33, 2: 33, 3: 35}


def test_what_arrives_by_several_ways_is_divided_once() -> None:
    """One cent each from both sides of a diamond is two cents, one for each above."""
    said = introductions(
        (2, 4, 1), (3, 4, 2), (4, 5, 3), (4, 6, 3), (5, 7, 4), (6, 7, 4)
    )
    known = ancestry([*alone(2, 3), *said])
    assert credit.by_root(known, 7, LATE, 2) == {2: 1, 3: 1}
    assert credit.through(known, 7, LATE, 2) == {7: 2, 5: 1, 6: 1, 4: 2, 2: 1, 3: 1}


def test_somebody_can_keep_as_a_root_and_pass_on_as_a_station() -> None:
    """What explains an introduction before their own stays; the other half goes on."""
    said = introductions((3, 4, 1), (2, 3, 2), (3, 5, 3), (4, 6, 4), (5, 6, 4))
    known = ancestry([*alone(2), *said])
    assert credit.by_root(known, 6, LATE, 100) == {2: 50, 3: 50}
    assert credit.through(known, 6, LATE, 100) == {6: 100, 4: 50, 5: 50, 3: 100, 2: 50}


def test_what_arrives_early_is_divided_among_the_early() -> None:
    """At one person, each part among those who may be used where it comes from."""
    said = introductions(
        (2, 4, 0), (3, 4, 2), (4, 5, 3), (4, 6, 1), (5, 7, 4), (6, 7, 5)
    )
    known = ancestry([*alone(2, 3), *said])
    assert credit.by_root(known, 7, LATE, 100) == {2: 75, 3: 25}


def test_what_comes_to_somebody_unread_stays_there() -> None:
    """Nothing is lost where the network is too large to read."""
    known = ancestry([*alone(2), *introductions((2, 4, 1), (3, 4, 2))])
    assert credit.by_root(known, 4, LATE, 9) == {2: 5, 3: 4}
    assert credit.equal(known, 4, LATE, 9) == {4: 3, 2: 3, 3: 3}
    assert credit.by_root(known, 3, LATE, 9) == {3: 9}


def test_who_gets_nothing_is_named_too() -> None:
    """An outcome without money has the same people."""
    known = ancestry([*alone(2, 3), *introductions((2, 4, 2), (3, 4, 1))])
    assert credit.by_root(known, 4, LATE, 0) == {2: 0, 3: 0}
    assert credit.equal(known, 4, LATE, 1) == {4: 0, 2: 0, 3: 1}


def test_a_ladder_of_diamonds_is_divided_without_walking_its_paths() -> None:
    """2**60 paths, and an amount that they could not share."""
    said = [
        (upper, lower, layer)
        for layer in range(1, 61)
        for upper in (2 * layer, 2 * layer + 1)
        for lower in (2 * layer + 2, 2 * layer + 3)
    ]
    known = ancestry([*alone(2, 3), *introductions(*said)])
    assert credit.by_root(known, 122, LATE, 1_000) == {2: 500, 3: 500}
    assert sum(credit.equal(known, 122, LATE, 999_999).values()) == 999_999


@given(networks(), UNTIL, CENTS)
@settings(deadline=None)
def test_shares_are_what_the_rules_say(
    network: Network, until: date, cents: int
) -> None:
    """For everybody in any network, of any amount; and they add up to the cent."""
    known = ancestry(network.rows)
    for person in network.people:
        to_roots = Divided(network, person, until, own=0)
        to_all = Divided(network, person, until, own=1)
        where = (known, person, until, cents)
        ends = {one for one, usable in to_roots.stations if not usable}
        kept = to_roots.by_person(to_roots.kept, cents)
        assert credit.by_root(*where) == {one: kept[one] for one in ends}
        assert credit.equal(*where) == to_all.by_person(to_all.kept, cents)
        through = to_roots.by_person(to_roots.arriving, cents)
        assert credit.through(*where) == through


@given(networks(), UNTIL, CENTS)
@settings(deadline=None)
def test_shares_add_up_to_the_cent(network: Network, until: date, cents: int) -> None:
    """Roots and unread alone by the one, everybody by the other; none below zero."""
    known = ancestry(network.rows)
    for person in network.people:
        where = (known, person, until)
        to_roots = credit.by_root(*where, cents)
        to_all = credit.equal(*where, cents)
        assert sum(to_roots.values()) == sum(to_all.values()) == cents
        assert min(*to_roots.values(), *to_all.values(), 0) == 0
        assert to_roots.keys() - known.unread - {person} == {*roots(*where)} - {person}
        assert credit.through(*where, cents)[person] == cents
