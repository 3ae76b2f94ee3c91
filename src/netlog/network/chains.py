"""The shortest chains of people who could introduce the user to somebody.

Two people know each other when one introduced the other to somebody, or when they were
introduced and it was more than an offer.  A chain begins with somebody whom the user
can ask; nobody else in it can be asked, for with them it would be shorter.  So it does
not matter who was at one table: the user was there, too, and can ask them all.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.acquaintance import Acquaintance, Hand
from netlog.domain.names import fold
from netlog.namedtuple import NamedTuple

HANDS = 6
"""People in a chain, at most."""
CHAINS_SHOWN = 5
"""Chains, at most: the search ends with the length at which there are so many."""
LOOKED = 2_000
"""People whose acquaintances are read, at most."""
MOST_TARGETS = 500
"""People who are looked for at once."""
_HALF_LIFE = 182


class Targets(NamedTuple):
    """Whom a chain may lead to, and whom of them the user knows already.

    `left` is how many more there are who are not looked for.
    """

    strangers: tuple[Hand, ...]
    mine: tuple[Hand, ...]
    left: int = 0


class Chain(NamedTuple):
    """Hands from the first, whom the user asks, to the one who knows the target.

    Each says from which introduction it is known that they know the next.
    """

    hands: tuple[Acquaintance, ...]
    target: Hand


class Chains(NamedTuple):
    """Chains, the best first; `whole` is false where the search was cut off."""

    chains: tuple[Chain, ...]
    whole: bool = True


def closeness(hand: Hand | Acquaintance, today: date) -> float:
    """How close somebody is: touches, halved for every half-year since the last."""
    if hand.last_contact is None:
        return 0.0
    silent = max((today - hand.last_contact).days, 0)
    return float(hand.touches * 0.5 ** (silent / _HALF_LIFE))


def chains_to(store: Store, people: Iterable[Hand], today: date) -> Chains:
    """The shortest chains to any of some people, of one length the closest first."""
    search = _Search(store, people)
    chains: list[Chain] = []
    for _ in range(HANDS):
        reached = map(search.chain, search.widen())
        chains += sorted(reached, key=lambda chain: _order(chain, today))
        if len(chains) >= CHAINS_SHOWN or not search.edge:
            break
    return Chains(tuple(chains[:CHAINS_SHOWN]), whole=search.left > 0)


def _order(chain: Chain, today: date) -> tuple[float, str]:
    first = chain.hands[0]
    return -closeness(first, today), first.handle


class _Search:
    """Goes out from the targets, one hand further at a time."""

    def __init__(self, store: Store, people: Iterable[Hand]) -> None:
        self.store = store
        self.targets = {target.id: target for target in people}
        self.edge = list(self.targets)
        self.toward: dict[int, tuple[int, Acquaintance]] = {}
        self.left = LOOKED

    def widen(self) -> list[int]:
        """Whom the user can ask of those who know the edge; the others are the next."""
        mine: list[int] = []
        onward: list[int] = []
        for person in self.edge[: self.left]:
            for other in _each_once(sql.acquaintances(self.store, person)):
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
        other.id: other
        for other in sorted(known, key=lambda each: (each.day, each.introduction))
    }
    return sorted(
        newest.values(), key=lambda each: (-each.day.toordinal(), each.handle)
    )


def targets(people: Iterable[Hand]) -> Targets:
    """People told apart by whether the user knows them."""
    every = list(people)
    return Targets(
        tuple(hand for hand in every if not hand.is_mine),
        tuple(hand for hand in every if hand.is_mine),
    )


def working(store: Store, org: str, role: str) -> Targets:
    """Everybody whose organisation and role contain these words, whatever the case."""
    at, doing = fold(org), fold(role)
    matching = [
        office.id
        for office in sql.offices(store)
        if at in fold(office.org) and doing in fold(office.role)
    ]
    some = targets(sql.hand(store, person) for person in matching[:MOST_TARGETS])
    return some._replace(left=max(len(matching) - MOST_TARGETS, 0))
