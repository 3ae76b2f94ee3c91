"""The shortest chains of people who could introduce the user to somebody.

Two people know each other when one introduced the other to somebody, or when they were
introduced and it was more than an offer.  A chain begins with somebody whom the user
can ask; nobody else in it can be asked, for with them it would be shorter.  So it does
not matter who was at one table: the user was there, too, and can ask them all.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from netlog.domain.acquaintance import Acquaintance, Hand
from netlog.records import NamedTuple

HANDS = 6
"""People in a chain, at most."""
FEW = 5
"""Chains, at most: the search ends with the length at which there are so many."""
LOOKED = 2_000
"""People whose acquaintances are read, at most."""
_HALF_LIFE = 182


class KnowsWhom(Protocol):
    """What is asked of whoever keeps the facts."""

    def acquaintances(self, person_id: int) -> Sequence[Acquaintance]:
        """Everybody who knows somebody, the user left out."""


class Chain(NamedTuple):
    """Hands from the first, whom the user asks, to the one who knows the target.

    Each says from which introduction it is known that they know the next.
    """

    hands: tuple[Acquaintance, ...]
    target: Hand


class Found(NamedTuple):
    """Chains, the best first; `whole` is false where the search was cut off."""

    chains: tuple[Chain, ...]
    whole: bool = True


def closeness(hand: Hand | Acquaintance, today: date) -> float:
    """How close somebody is: touches, halved for every half-year since the last."""
    if hand.last_contact is None:
        return 0.0
    silent = max((today - hand.last_contact).days, 0)
    return float(hand.touches * 0.5 ** (silent / _HALF_LIFE))


def chains_to(source: KnowsWhom, targets: Iterable[Hand], today: date) -> Found:
    """The shortest chains to any of some people, of one length the closest first."""
    search = _Search(source, targets)
    found: list[Chain] = []
    for _ in range(HANDS):
        reached = search.widen()
        found += sorted(map(search.chain, reached), key=lambda one: _rank(one, today))
        if len(found) >= FEW or not search.edge:
            break
    return Found(tuple(found[:FEW]), whole=search.left > 0)


def _rank(chain: Chain, today: date) -> tuple[float, str]:
    first = chain.hands[0]
    return -closeness(first, today), first.handle


class _Search:
    """Goes out from the targets, one hand further at a time."""

    def __init__(self, source: KnowsWhom, targets: Iterable[Hand]) -> None:
        self.source = source
        self.targets = {target.id: target for target in targets}
        self.edge = list(self.targets)
        self.toward: dict[int, tuple[int, Acquaintance]] = {}
        self.left = LOOKED

    def widen(self) -> list[int]:
        """Whom the user can ask of those who know the edge; the others are the next."""
        mine: list[int] = []
        onward: list[int] = []
        for person in self.edge[: self.left]:
            for other in _each_once(self.source.acquaintances(person)):
                if other.id not in self.toward:
                    self.toward[other.id] = (person, other)
                    (mine if other.hand.is_mine else onward).append(other.id)
        self.left -= len(self.edge)
        self.edge = onward if self.left > 0 else []
        return mine

    def chain(self, first: int) -> Chain:
        """The way from somebody to a target."""
        hands: list[Acquaintance] = []
        person = first
        while person not in self.targets:
            person, hand = self.toward[person]
            hands.append(hand)
        return Chain(tuple(hands), self.targets[person])


def _each_once(known: Iterable[Acquaintance]) -> Iterable[Acquaintance]:
    """Everybody with the newest introduction they are known from, the newest first."""
    newest: Mapping[int, Acquaintance] = {
        one.id: one
        for one in sorted(known, key=lambda one: (one.day, one.introduction))
    }
    return sorted(newest.values(), key=lambda one: (-one.day.toordinal(), one.handle))
