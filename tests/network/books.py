"""Whole books at random: who introduced whom, what they brought, and when we sat.

They are kept in a real database and, beside it, read plainly: every walk is listed.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from math import lcm, prod

from hypothesis import strategies as st
from tests.network.networks import Network, day, end, networks

from netlog.db.in_memory import in_memory
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID, Newcomer
from netlog.namedtuple import NamedTuple
from netlog.repository import introductions, ledger, people, touches
from netlog.repository.change import OpenChange, changing

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
TODAY = date(2025, 6, 2)
FIRST = 2
"""The id of the first who is taken in."""
LAST = 13
SOMEBODY = st.integers(FIRST, LAST)
SOME_DAY = st.integers(0, 12).map(day)
_TOUCHES = st.lists(
    st.tuples(
        SOMEBODY, SOME_DAY, st.booleans(), st.sampled_from(["coffee", "event", "call"])
    ),
    max_size=8,
)
Starts = Mapping[int, date]
"""People, each from a day on."""
KEPT = ("offered", "made", "met")


class Seen(NamedTuple):
    """A touch with somebody: its number, whether it was answered, and its kind."""

    number: int
    person: int
    day: date
    answered: bool
    kind: str


class Brought(NamedTuple):
    """An outcome, and what it was said to come of, if that was said."""

    number: int
    person: int
    day: date
    cents: int | None
    introduction: int | None = None
    touch: int | None = None


class Book(NamedTuple):
    """Introductions, some dropped; who was known before; touches; outcomes."""

    network: Network
    dropped: frozenset[int]
    known: frozenset[int]
    touches: tuple[Seen, ...]
    outcomes: tuple[Brought, ...]

    @property
    def people(self) -> range:
        """Everybody, whether they were introduced or not."""
        return range(FIRST, LAST + 1)

    @property
    def income(self) -> int:
        """The money of all outcomes."""
        return sum(one.cents or 0 for one in self.outcomes)

    @property
    def that_counts(self) -> Network:
        """The network without introductions that were dropped."""
        links = self.network.links
        return Network([one for one in links if one.introduction not in self.dropped])

    def until(self, one: Brought) -> date:
        """How far the walk of an outcome may reach: the day of what it began with."""
        there = [seen for seen in self.touches if seen.person == one.person]
        said = [s.day for s in there if s.number == one.touch and s.answered]
        if said:
            return min(one.day, *said)
        before = [s for s in there if s.answered and s.day <= one.day]
        coffees = [s.day for s in before if s.kind == "coffee"]
        seen = [s.day for s in before if s.kind == "event"]
        return max(coffees or seen or [s.day for s in before], default=one.day)

    def walks(self, one: Brought) -> list[tuple[Link, ...]]:
        """Every way back from an outcome, each as it is walked."""
        network = self.that_counts
        if one.introduction is None:
            return network.paths(one.person, self.until(one))
        only = [
            link
            for link in network.usable(one.person, one.day)
            if link.introduction == one.introduction
        ]
        return [
            (link, *path)
            for link in only
            for path in network.paths(link.introducer_id, link.day)
        ] or [()]

    def begins(self, one: Brought) -> date:
        """How far the first step back from an outcome may reach."""
        return self.until(one) if one.introduction is None else one.day

    def weight(self, one: Brought, walk: tuple[Link, ...]) -> Fraction:
        """The part of an outcome's money that goes one way."""
        said, until = one.introduction is not None, self.until(one)
        weight, person = Fraction(1), one.person
        for place, link in enumerate(walk):
            if place or not said:
                weight /= len(self.that_counts.usable(person, until))
            person, until = link.introducer_id, link.day
        return weight

    def by_way_of(self, since: Starts) -> dict[int, Fraction]:
        """The outcomes whose walks come by people from their days on, and how much."""
        found: dict[int, Fraction] = {}
        for one in self.outcomes:
            for walk in self.walks(one):
                if comes_by(since, one.person, self.begins(one), walk):
                    part = (one.cents or 0) * self.weight(one, walk)
                    found[one.number] = found.get(one.number, Fraction()) + part
        return found

    def began_with(self) -> dict[int, Fraction]:
        """Whom walks end with, and how much began with each."""
        found: dict[int, Fraction] = {}
        for one in self.outcomes:
            for walk in self.walks(one):
                root = end(walk, one.person)
                part = (one.cents or 0) * self.weight(one, walk)
                found[root] = found.get(root, Fraction()) + part
        return found

    def through(self, since: Starts) -> tuple[set[int], set[int]]:
        """Who came by people from their days on, and by which introductions."""
        network = self.that_counts
        links = {
            link.introduction: link.person_id
            for link in network.links
            if network.kept(link)
            for walk in network.paths(link.introducer_id, link.day)
            if comes_by(since, link.introducer_id, link.day, walk)
        }
        return set(links.values()) - since.keys(), set(links)

    def first_coffee(self, person: int) -> date | None:
        """When we first sat down with somebody whom I had not known before."""
        held = (s for s in self.touches if s.person == person)
        days = (s.day for s in held if s.answered and s.kind == "coffee")
        return min(days, default=None) if person not in self.known else None

    def stored(self) -> Store:
        """The same in a database of its own."""
        store = in_memory(None, NOW)
        with changing(store, NOW, "fill") as change:
            people.add_all(
                change,
                [
                    Newcomer(
                        f"P {n}",
                        TODAY,
                        handle=f"q-{n}",
                        said_known="yes" if n in self.known else "no",
                    )
                    for n in self.people
                ],
            )
            self._write(change)
        return store

    def _write(self, change: OpenChange) -> None:
        for link in sorted(self.network.links, key=lambda one: one.introduction):
            state = "dropped" if link.introduction in self.dropped else link.state
            ids = (link.introducer_id, ME_ID, link.person_id)
            introductions.introduce(change, *ids, link.day, state=state)
        for seen in self.touches:
            kind = TOUCH_KINDS[seen.kind]
            answered = "yes" if seen.answered else "no"
            touches.log(change, [seen.person], kind, seen.day, answered=answered)
        for one in self.outcomes:
            ledger.add(
                change,
                *(one.person, "got", "client", one.day),
                cents=one.cents,
                introduction_id=one.introduction,
                touch_id=one.touch,
            )


def on(walk: tuple[Link, ...], person: int) -> set[int]:
    """Everybody on a walk back from somebody."""
    return {person, *(link.introducer_id for link in walk)}


def comes_by(since: Starts, person: int, until: date, walk: tuple[Link, ...]) -> bool:
    """Whether a walk stands with any of some people from their days on."""
    stations = [(person, until), *((link.introducer_id, link.day) for link in walk)]
    return any(since.get(one, date.max) <= day for one, day in stations)


def divisible(network: Network) -> int:
    """An amount that divides evenly wherever ways part, along any walk."""
    several = (
        sum(link.person_id == one for link in network.links) for one in network.people
    )
    return prod(lcm(*range(1, many + 1)) for many in several)


def _brought(
    draw: st.DrawFn, number: int, network: Network, touches: tuple[Seen, ...]
) -> Brought:
    """One outcome of anybody, on any day; with or without money and an origin."""
    person = draw(SOMEBODY)
    times = draw(st.none() | st.integers(0, 1_000))
    cents = None if times is None else times * divisible(network)
    one = Brought(number, person, draw(SOME_DAY), cents)
    ways = [x.introduction for x in network.links if x.person_id == person]
    seen = [x.number for x in touches if x.person == person]
    what = draw(st.sampled_from(["", "touch", "introduction", "introduction"]))
    if what == "introduction" and ways:
        return one._replace(introduction=draw(st.sampled_from(ways)))
    if what == "touch" and seen:
        return one._replace(touch=draw(st.sampled_from(seen)))
    return one


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Up to 12 people, circles included, up to 8 touches and 6 outcomes.

    Money divides evenly, so that nothing is lost or won by rounding.
    """
    drawn = draw(networks())
    links = [one._replace(state=draw(st.sampled_from(KEPT))) for one in drawn.links]
    network = Network(links)
    numbers = [one.introduction for one in links]
    dropped = frozenset(draw(st.lists(st.sampled_from(numbers), max_size=3)))
    known = frozenset(draw(st.lists(SOMEBODY, max_size=3)))
    touches = tuple(
        Seen(number, *facts) for number, facts in enumerate(draw(_TOUCHES), 1)
    )
    many = draw(st.integers(0, 6))
    outcomes = [_brought(draw, n, network, touches) for n in range(1, many + 1)]
    return Book(network, dropped, known, touches, tuple(outcomes))
