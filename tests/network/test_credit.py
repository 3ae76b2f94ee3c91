"""Credit: how amounts are divided among those who led to them, to the cent."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from math import lcm, prod

from hypothesis import given, settings, strategies as st
from tests.network.networks import (
    LATE,
    UNTIL,
    Network,
    alone,
    day,
    introductions,
    networks,
)

from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.network import credit
from netlog.network.ancestors import STOPPED, Ancestors, ancestors

Parts = dict[int, Fraction]
"""The part of a whole that each is given."""
CENTS = st.one_of(st.integers(0, 50), st.integers(0, 10**9))


class Amount(NamedTuple):
    """Cents that came from a person, as of a day; `only` by one introduction."""

    person: int
    until: date
    cents: int
    only: int | None = None

    def enters(self, known: Ancestors) -> tuple[credit.Inflow, int]:
        """The same as the flow has it."""
        return credit.inflow(known, self.person, self.until, self.only), self.cents


class Station(NamedTuple):
    """Somebody, and the introductions that a walk may use there.

    `ended` is whether walks were told to end there.
    """

    person: int
    links: tuple[Link, ...]
    ended: bool = False


class Divided:
    """Amounts divided by the words of netlog.network, each station asking those below.

    `own` is 1 where everybody keeps a part, 0 where roots alone keep anything.  With
    the people in `stops` everything ends from a day on.
    """

    def __init__(
        self,
        network: Network,
        amounts: Sequence[Amount],
        own: int = 0,
        stops: Mapping[int, date] | None = None,
    ) -> None:
        self.network = network
        self.own = own
        self.stops = stops or {}
        self.entering = [(self.first(each), each.cents) for each in amounts]
        self.stations: set[Station] = set()
        for station, _ in self.entering:
            self.stations |= self.reached(station)
        self.arriving = cache(self._arriving)

    def first(self, amount: Amount) -> Station:
        """Where an amount stands before it goes on."""
        station = self.station(amount.person, amount.until)
        if amount.only is None:
            return station
        only = (link for link in station.links if link.introduction == amount.only)
        return station._replace(links=tuple(only))

    def station(self, person: int, until: date) -> Station:
        """Where a walk stands."""
        if self.stops.get(person, date.max) <= until:
            return Station(person, (), ended=True)
        return Station(person, tuple(self.network.usable(person, until)))

    def reached(self, station: Station) -> set[Station]:
        """Every station that a walk from there comes by."""
        above = (self.station(link.introducer_id, link.day) for link in station.links)
        return {station}.union(*map(self.reached, above))

    def _arriving(self, station: Station) -> int:
        """What comes to a station: what began there, and parts from those below."""
        began = sum(cents for first, cents in self.entering if first == station)
        return began + sum(
            self.share(below, place)
            for below in self.stations
            for place, link in enumerate(below.links)
            if self.station(link.introducer_id, link.day) == station
        )

    def share(self, station: Station, place: int) -> int:
        """What one of the introductions of a station gets; the oldest the rest."""
        each, over = divmod(self.arriving(station), len(station.links) + self.own)
        return each + (over if place == 0 else 0)

    def kept(self, station: Station) -> int:
        """What stays at a station."""
        there = self.arriving(station)
        if not station.links:
            return there
        return self.own * (there // (len(station.links) + 1))

    def by_person(
        self, amount: Callable[[Station], int], ends: Callable[[Station], bool]
    ) -> credit.Cents:
        """Amounts of some of the stations, added up for each person."""
        some = [station for station in self.stations if ends(station)]
        return {
            person: sum(amount(each) for each in some if each.person == person)
            for person in {station.person for station in some}
        }


def anywhere(station: Station) -> bool:
    """All of them."""
    del station
    return True


def at_a_root(station: Station) -> bool:
    """Where walks end by themselves."""
    return not station.links and not station.ended


def through(known: Ancestors, *amounts: Amount) -> credit.Cents:
    """What comes by each."""
    return dict(credit.cents_through(known, [each.enters(known) for each in amounts]))


def ended(known: Ancestors, *amounts: Amount) -> credit.Cents:
    """What stays with roots."""
    return credit.cents_ended(known, [each.enters(known) for each in amounts])


def stopped(known: Ancestors, *amounts: Amount) -> int:
    """What comes to those with whom walks were told to end."""
    entering = [each.enters(known) for each in amounts]
    return sum(
        arrived.get(STOPPED, 0)
        for _, arrived, _ in credit.flow(known, entering, credit.DIVIDED)
    )


def last_days(known: Ancestors, *days: tuple[int, date, date]) -> dict[int, date]:
    """The latest of the days that come by each: of whom, as of when, which."""
    entering = [(credit.inflow(known, who, until), on) for who, until, on in days]
    return {
        person: max(arrived.values())
        for person, arrived, _ in credit.flow(known, entering, credit.LATEST)
    }


AMOUNTS = st.lists(
    st.builds(Amount, st.integers(2, 14), UNTIL, CENTS, st.none() | st.integers(1, 26)),
    max_size=5,
)
"""Amounts; nobody is the fourteenth."""
STOPS = st.dictionaries(st.integers(2, 13), UNTIL | st.just(date.min), max_size=3)


def test_a_chain_gives_everything_to_its_root() -> None:
    """Or the same to each, and the cent left over to the oldest introduction."""
    known = ancestors([*alone(2), *introductions((2, 3, 1), (3, 4, 2))])
    where = (known, 4, LATE, 1_001)
    assert credit.by_root(*where) == {2: 1_001}
    assert credit.halves(*where) == {4: 500, 3: 250, 2: 251}
    by_way = through(known, Amount(4, LATE, 1_001))
    assert by_way == {4: 1_001, 3: 1_001, 2: 1_001}


def test_a_root_keeps_everything() -> None:
    """Nobody helped."""
    known = ancestors(alone(2))
    where = (known, 2, LATE, 7)
    assert credit.by_root(*where) == credit.halves(*where) == {2: 7}
    assert through(known, Amount(2, LATE, 7)) == {2: 7}


def test_two_introducers_share_and_the_older_has_the_cent() -> None:
    """By day, not by id or by number."""
    known = ancestors([*alone(2, 3), *introductions((2, 4, 2), (3, 4, 1))])
    assert credit.by_root(known, 4, LATE, 101) == {2: 50, 3: 51}
    assert credit.halves(known, 4, LATE, 101) == {4: 33, 2: 33, 3: 35}


def test_what_arrives_by_several_ways_is_divided_once() -> None:
    """One cent each from both sides of a diamond is two cents, one for each above."""
    said = introductions(
        (2, 4, 1), (3, 4, 2), (4, 5, 3), (4, 6, 3), (5, 7, 4), (6, 7, 4)
    )
    known = ancestors([*alone(2, 3), *said])
    assert credit.by_root(known, 7, LATE, 2) == {2: 1, 3: 1}
    assert through(known, Amount(7, LATE, 2)) == {7: 2, 5: 1, 6: 1, 4: 2, 2: 1, 3: 1}


def test_somebody_can_keep_as_a_root_and_pass_on_as_a_station() -> None:
    """What explains an introduction before their own stays; the other half goes on."""
    said = introductions((3, 4, 1), (2, 3, 2), (3, 5, 3), (4, 6, 4), (5, 6, 4))
    known = ancestors([*alone(2), *said])
    assert credit.by_root(known, 6, LATE, 100) == {2: 50, 3: 50}
    by_way = through(known, Amount(6, LATE, 100))
    assert by_way == {6: 100, 4: 50, 5: 50, 3: 100, 2: 50}


def test_what_arrives_early_is_divided_among_the_early() -> None:
    """At one person, each part among those who may be used where it comes from."""
    said = introductions(
        (2, 4, 0), (3, 4, 2), (4, 5, 3), (4, 6, 1), (5, 7, 4), (6, 7, 5)
    )
    known = ancestors([*alone(2, 3), *said])
    assert credit.by_root(known, 7, LATE, 100) == {2: 75, 3: 25}


def test_what_comes_to_somebody_unread_stays_there() -> None:
    """Nothing is lost where the network is too large to read."""
    known = ancestors([*alone(2), *introductions((2, 4, 1), (3, 4, 2))])
    assert credit.by_root(known, 4, LATE, 9) == {2: 5, 3: 4}
    assert credit.halves(known, 4, LATE, 9) == {4: 3, 2: 3, 3: 3}
    assert credit.by_root(known, 3, LATE, 9) == {3: 9}


def test_who_gets_nothing_is_named_too() -> None:
    """An outcome without money has the same people."""
    known = ancestors([*alone(2, 3), *introductions((2, 4, 2), (3, 4, 1))])
    assert credit.by_root(known, 4, LATE, 0) == {2: 0, 3: 0}
    assert credit.halves(known, 4, LATE, 1) == {4: 0, 2: 0, 3: 1}


def test_a_ladder_of_diamonds_is_divided_without_walking_its_paths() -> None:
    """2**60 paths, and an amount that they could not share."""
    said = [
        (upper, lower, layer)
        for layer in range(1, 61)
        for upper in (2 * layer, 2 * layer + 1)
        for lower in (2 * layer + 2, 2 * layer + 3)
    ]
    known = ancestors([*alone(2, 3), *introductions(*said)])
    assert credit.by_root(known, 122, LATE, 1_000) == {2: 500, 3: 500}
    assert sum(credit.halves(known, 122, LATE, 999_999).values()) == 999_999


def test_what_meets_is_added_up_before_it_is_divided() -> None:
    """Two amounts of a cent make one for each way; alone the older way has both."""
    known = ancestors([*alone(2, 3), *introductions((2, 4, 1), (3, 4, 2))])
    cent = Amount(4, LATE, 1)
    assert ended(known, cent) == {2: 1, 3: 0}
    assert ended(known, cent, cent) == {2: 1, 3: 1}


def test_what_came_by_one_introduction_goes_on_by_that_one() -> None:
    """All of it; where that one is of later, or gone, it stays with the person."""
    known = ancestors([*alone(2, 3), *introductions((2, 4, 1), (3, 4, 2))])
    assert through(known, Amount(4, LATE, 9, only=2)) == {4: 9, 3: 9}
    assert ended(known, Amount(4, day(1), 9, only=2)) == {4: 9}
    assert ended(known, Amount(4, LATE, 9, only=7)) == {4: 9}


def test_an_early_walk_does_not_use_what_came_late() -> None:
    """Nor does a day reach whoever introduced them after it."""
    known = ancestors([*alone(2, 3), *introductions((2, 4, 1), (3, 4, 5))])
    assert ended(known, Amount(4, day(4), 10), Amount(4, LATE, 4)) == {2: 12, 3: 2}
    last = last_days(known, (4, day(4), day(9)), (4, LATE, day(7)))
    assert last == {2: day(9), 3: day(7), 4: day(9)}


def test_the_last_day_is_that_of_the_latest_by_each() -> None:
    """Whoever had no part in the latest has an earlier one."""
    known = ancestors([*alone(2), *introductions((2, 3, 1), (2, 4, 2), (4, 5, 3))])
    last = last_days(known, (3, LATE, day(9)), (5, LATE, day(6)), (5, LATE, day(4)))
    assert last == {2: day(9), 3: day(9), 4: day(6), 5: day(6)}


def test_what_is_unread_or_unheard_of_keeps_what_comes() -> None:
    """Nothing is lost where rows were cut off."""
    known = ancestors(introductions((2, 3, 1)))
    assert ended(known, Amount(3, LATE, 5), Amount(8, LATE, 2)) == {2: 5, 8: 2}


def test_what_was_told_to_end_there_ends_there() -> None:
    """From their day on; what they did before it goes on: the introduction counts."""
    known = ancestors([*alone(2), *introductions((2, 3, 1), (2, 4, 3))])
    amounts = Amount(3, LATE, 7), Amount(4, LATE, 10)
    for since, cents in ((1, 17), (2, 10), (3, 10), (4, 0)):
        stopping = known.stopping({2: day(since)})
        assert stopped(stopping, *amounts) == cents
        assert ended(stopping, *amounts).get(2, 0) == 17 - cents


@given(networks(), UNTIL, CENTS)
@settings(deadline=None)
def test_shares_are_what_the_rules_say(
    network: Network, until: date, cents: int
) -> None:
    """For everybody in any network, of any amount; and they add up to the cent."""
    known = ancestors(network.rows)
    for person in network.people:
        amount = Amount(person, until, cents)
        to_roots, to_all = (Divided(network, [amount], own) for own in (0, 1))
        where = (known, person, until, cents)
        assert credit.by_root(*where) == to_roots.by_person(to_roots.kept, at_a_root)
        assert credit.halves(*where) == to_all.by_person(to_all.kept, anywhere)


def enumerated(network: Network, person: int, until: date, own: int) -> Parts:
    """The part of the whole that each is given, every path walked by itself."""
    links = network.usable(person, until)
    if not links:
        return {person: Fraction(1)}
    part = Fraction(1, len(links) + own)
    parts = {person: part * own}
    for link in links:
        above = enumerated(network, link.introducer_id, link.day, own)
        for who, theirs in above.items():
            parts[who] = parts.get(who, Fraction()) + part * theirs
    return parts


@given(networks(), UNTIL, st.integers(0, 1_000))
@settings(deadline=None)
def test_shares_are_those_of_the_paths_one_by_one(
    network: Network, until: date, times: int
) -> None:
    """Of an amount that divides wherever ways part, each has what the paths say."""
    known = ancestors(network.rows)
    several = [len(network.usable(person, LATE)) for person in network.people]
    whole = times * prod(lcm(*range(1, many + 2)) for many in several)
    for person in network.people:
        for own, divide in enumerate((credit.by_root, credit.halves)):
            parts = enumerated(network, person, until, own)
            expected = {who: whole * part for who, part in parts.items()}
            shares = divide(known, person, until, whole)
            assert {who: cents for who, cents in shares.items() if cents} == {
                who: cents for who, cents in expected.items() if cents
            }


@given(networks(), UNTIL, CENTS)
@settings(deadline=None)
def test_shares_add_up_to_the_cent(network: Network, until: date, cents: int) -> None:
    """Roots and unread alone by the one, everybody by the other; none below zero."""
    known = ancestors(network.rows)
    for person in network.people:
        where = (known, person, until)
        to_roots = credit.by_root(*where, cents)
        to_all = credit.halves(*where, cents)
        assert sum(to_roots.values()) == sum(to_all.values()) == cents
        assert min(*to_roots.values(), *to_all.values(), 0) == 0
        roots = known.walk(person, until).ends(0)
        assert to_roots.keys() - known.unread - {person} == roots - {person}
        assert through(known, Amount(person, until, cents))[person] == cents


@given(networks(), AMOUNTS, STOPS)
@settings(deadline=None)
def test_many_amounts_flow_as_the_rules_say(
    network: Network, amounts: list[Amount], stops: dict[int, date]
) -> None:
    """In any network, by one introduction or by all, with ends or without.

    What comes by each, what stays with roots and what was told to end are to the cent
    what is found station by station; in whatever order the amounts come.
    """
    known = ancestors(network.rows).stopping(stops)
    plainly = Divided(network, amounts, stops=stops)
    assert through(known, *amounts) == plainly.by_person(plainly.arriving, anywhere)
    assert ended(known, *amounts) == plainly.by_person(plainly.kept, at_a_root)
    told = plainly.by_person(plainly.arriving, lambda station: station.ended)
    assert stopped(known, *amounts) == sum(told.values())
    assert through(known, *reversed(amounts)) == through(known, *amounts)


@given(networks(), AMOUNTS, st.data())
@settings(deadline=None)
def test_whole_amounts_reach_everybody_on_a_way(
    network: Network, amounts: list[Amount], data: st.DataObject
) -> None:
    """Sets of things, and days: everybody has those whose walks come by them."""
    known = ancestors(network.rows)
    days = data.draw(st.lists(UNTIL, min_size=len(amounts), max_size=len(amounts)))
    on_way = [
        {station.person for station in Divided(network, [each]).stations}
        for each in amounts
    ]
    bits = [(each.enters(known)[0], 1 << n) for n, each in enumerate(amounts)]
    dated = [(start, on) for (start, _), on in zip(bits, days, strict=True)]
    sets = {
        person: credit.union(arrived)
        for person, arrived, _ in credit.flow(known, bits, credit.UNITED)
    }
    last = {
        person: max(arrived.values())
        for person, arrived, _ in credit.flow(known, dated, credit.LATEST)
    }
    everybody = set().union(*on_way)
    assert sets == {
        person: sum(1 << n for n, on in enumerate(on_way) if person in on)
        for person in everybody
    }
    assert last == {
        person: max(on for on, way in zip(days, on_way, strict=True) if person in way)
        for person in everybody
    }
