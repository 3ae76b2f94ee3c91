"""What goes if one person goes: whatever has no other way to a root.

For every start the people are found who are on all of its ways.  They are a chain,
from the start to the root, for introducers always have the lower rank; chains that
end alike share their end, so that many of them need little room.
"""

from collections import Counter
from collections.abc import Iterable

from netlog.network.passing import Start, Steps

_NOBODY = 0


class Keepers:
    """For every start the people without whom nothing would be left of it."""

    def __init__(self, steps: Steps) -> None:
        self._person = [0]
        self._rest = [_NOBODY]
        self._rank = [-1]
        self._made: dict[tuple[int, int], int] = {}
        self._ends: dict[int, list[int]] = {}
        self._ranks: dict[int, int] = {}
        for rank, (person, theirs) in enumerate(steps):
            self._ranks[person] = rank
            chains = [self._chain(person, _NOBODY)]
            shared = -1
            for link, left in theirs:
                by = self._ends[link.introducer_id][left]
                shared = by if shared < 0 else self._meet(shared, by)
                chains.append(self._chain(person, shared))
            self._ends[person] = chains

    def gone(self, starts: Iterable[tuple[Start, int]]) -> Counter[int]:
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

    def _of(self, start: Start) -> int:
        """The chain of a start; alone where nobody was introduced by anybody there."""
        person, usable, via = start
        if via:
            return self._chain(person, self._ends[via[0]][via[1]])
        return self._ends[person][usable] if person in self._ends else _NOBODY

    def _chain(self, person: int, rest: int) -> int:
        """The number of a chain; the same person before the same rest is the same."""
        key = (person, rest)
        if key not in self._made:
            self._made[key] = len(self._person)
            self._person.append(person)
            self._rest.append(rest)
            self._rank.append(self._ranks[person])
        return self._made[key]

    def _meet(self, one: int, other: int) -> int:
        """Whoever is in both chains, as a chain."""
        both: list[int] = []
        rank, rest = self._rank, self._rest
        while one != other:
            if rank[one] == rank[other]:
                both.append(self._person[one])
                one, other = rest[one], rest[other]
            elif rank[one] > rank[other]:
                one = rest[one]
            else:
                other = rest[other]
        for person in reversed(both):
            one = self._chain(person, one)
        return one
