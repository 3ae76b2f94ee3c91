"""The worksheet of brokers: through whom people and income came, and what would go."""

from collections import Counter
from collections.abc import Iterable, Sequence

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.namedtuple import NamedTuple
from netlog.network.ancestors import Ancestors, ancestors_of_all
from netlog.network.credit import Inflow, cents_through, inflow, times_through
from netlog.network.origin import WalkStart, start_of

_NOBODY = 0


class Sum(NamedTuple):
    """People, outcomes and cents."""

    people: int = 0
    outcomes: int = 0
    cents: int = 0


class Broker(NamedTuple):
    """Somebody through whom others came.

    `through` is what passes through them, over however many hops; `gone` the part of
    it that has no other way.  What they brought themselves is in both.
    """

    person_id: int
    through: Sum
    gone: Sum


class Worksheet(NamedTuple):
    """Brokers, those first with whom most would go; and what there is in all.

    `total.people` are those who came by introduction: to be named is none yet.
    """

    brokers: tuple[Broker, ...]
    total: Sum


def worksheet(store: Store) -> Worksheet:
    """Everybody through whom somebody came, with what passes and what would go."""
    outcomes = ((entry, start_of(store, entry)) for entry in sql.outcomes(store))
    return worksheet_of(ancestors_of_all(sql.links(store)), outcomes)


def worksheet_of(
    ancestors: Ancestors, outcomes: Iterable[tuple[Entry, WalkStart]]
) -> Worksheet:
    """The worksheet of a network that was read whole, and of outcomes of its people."""
    came = [
        Inflow(person, len(ancestors.links[person]))
        for person in ancestors.rank
        if _came(ancestors.links[person])
    ]
    paid = [
        (inflow(ancestors, start.person_id, start.until, start.only), entry.cents or 0)
        for entry, start in outcomes
    ]
    brought = [enters for enters, _ in paid]
    through = (
        times_through(ancestors, came),
        times_through(ancestors, brought),
        cents_through(ancestors, paid),
    )
    dominators = Dominators(ancestors)
    gone = (
        dominators.gone((enters, 1) for enters in came),
        dominators.gone((enters, 1) for enters in brought),
        dominators.gone(paid),
    )
    total = Sum(len(came), len(paid), sum(cents for _, cents in paid))
    introduced = {enters.person_id for enters in came}
    brokers = _brokers(_introducers(ancestors), introduced, through, gone)
    some = [broker for broker in brokers if broker.through != Sum()]
    return Worksheet(tuple(sorted(some, key=lambda each: _order(each, total))), total)


def share(part: int, whole: int) -> float:
    """A part of a whole, 0 where there is nothing."""
    return part / whole if whole else 0.0


def _came(links: Iterable[Link]) -> bool:
    """Whether an introduction of somebody was made, or more."""
    return any(link.state != "offered" for link in links)


def _order(broker: Broker, total: Sum) -> tuple[float, int, int]:
    """By the share of the people and of the income that go, added; then by people."""
    gone = share(broker.gone.people, total.people)
    gone += share(broker.gone.cents, total.cents) or share(
        broker.gone.outcomes, total.outcomes
    ) * (not total.cents)
    return -gone, -broker.through.people, broker.person_id


def _brokers(
    people: Iterable[int],
    introduced: set[int],
    through: Sequence[Counter[int]],
    gone: Sequence[Counter[int]],
) -> Iterable[Broker]:
    for person in people:
        own = person in introduced
        passed, lost = (
            Sum(*(each[person] for each in both)) for both in (through, gone)
        )
        yield Broker(
            person,
            passed._replace(people=passed.people - own),
            lost._replace(people=lost.people - own),
        )


def _introducers(ancestors: Ancestors) -> Iterable[int]:
    """Everybody who introduced somebody, each once."""
    return dict.fromkeys(
        link.introducer_id
        for person in ancestors.rank
        for link in ancestors.links[person]
    )


class Dominators:
    """For every start the people without whom nothing would be left of it.

    They are on all of its ways: its dominators, as graph theory says.  They form a
    chain, from the start to the root, for introducers always have the lower rank;
    chains that end alike share their end, so that many of them need little room.
    """

    def __init__(self, ancestors: Ancestors) -> None:
        self._ancestors = ancestors
        self._person = [0]
        self._rest = [_NOBODY]
        self._rank = [-1]
        self._made: dict[tuple[int, int], int] = {}
        self._ends: dict[int, list[int]] = {}
        for person in ancestors.rank:
            chains = [self._chain(person, _NOBODY)]
            shared = -1
            for introducer, left in ancestors.hops(person):
                above = self._ends[introducer][left]
                shared = above if shared < 0 else self._meet(shared, above)
                chains.append(self._chain(person, shared))
            self._ends[person] = chains

    def gone(self, starts: Iterable[tuple[Inflow, int]]) -> Counter[int]:
        """How much goes with each person; a start's own person is one, too."""
        weights = [0] * len(self._person)
        for start, weight in starts:
            chain = self._of(start)
            weights += [0] * (len(self._person) - len(weights))
            weights[chain] += weight
        gone: Counter[int] = Counter()
        for chain in range(len(weights) - 1, _NOBODY, -1):
            if weights[chain]:
                gone[self._person[chain]] += weights[chain]
                weights[self._rest[chain]] += weights[chain]
        return gone

    def _of(self, start: Inflow) -> int:
        """The chain of a start; alone where nobody was introduced by anybody there."""
        person, usable, link = start
        if person not in self._ends:
            return _NOBODY
        if link is None:
            return self._ends[person][usable]
        introducer = link.introducer_id
        left = self._ancestors.usable_count(introducer, link.day)
        return self._chain(person, self._ends[introducer][left])

    def _chain(self, person: int, rest: int) -> int:
        """The number of a chain; the same person before the same rest is the same."""
        key = (person, rest)
        if key not in self._made:
            self._made[key] = len(self._person)
            self._person.append(person)
            self._rest.append(rest)
            self._rank.append(self._ancestors.rank[person])
        return self._made[key]

    def _meet(self, first: int, second: int) -> int:
        """Whoever is in both chains, as a chain."""
        both: list[int] = []
        rank, rest = self._rank, self._rest
        while first != second:
            if rank[first] == rank[second]:
                both.append(self._person[first])
                first, second = rest[first], rest[second]
            elif rank[first] > rank[second]:
                first = rest[first]
            else:
                second = rest[second]
        for person in reversed(both):
            first = self._chain(person, first)
        return first
