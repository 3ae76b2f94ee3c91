"""Who knows whom, written down and drawn at random."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations

from hypothesis import strategies as st
from tests.network.books import NOW, TODAY

from netlog.db.in_memory import in_memory
from netlog.db.store import Store
from netlog.domain.acquaintance import Hand
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID, Newcomer
from netlog.namedtuple import NamedTuple
from netlog.repository import introductions, people, touches
from netlog.repository.change import changing


def hand(
    key: int, touches: int = 0, days: int | None = None, *, known: bool = False
) -> Hand:
    """Somebody with so many touches, the last of them so many days ago."""
    last = None if days is None else TODAY - timedelta(days)
    return Hand(key, f"h{key}", f"H {key}", "", "", known, touches, last)


class Acquainted(NamedTuple):
    """People, and pairs who know each other, with the day from which that is known."""

    people: Mapping[int, Hand]
    pairs: Mapping[tuple[int, int], date]

    def stored(self) -> Store:
        """The same in a database of its own: I introduced the two of every pair."""
        store = in_memory(None, NOW)
        with changing(store, NOW, "fill") as change:
            people.add_all(change, [_newcomer(hand) for hand in self.people.values()])
            for person in self.people.values():
                for _ in range(person.touches):
                    assert person.last_contact
                    touches.log(
                        change, [person.id], TOUCH_KINDS["call"], person.last_contact
                    )
            for (one, other), day in self.pairs.items():
                introductions.introduce(change, ME_ID, one, other, day)
        return store

    def know(self, one: int, other: int) -> bool:
        """Whether two know each other."""
        return (min(one, other), max(one, other)) in self.pairs

    def walks(self, target: int, hands: int) -> list[tuple[int, ...]]:
        """Every way to somebody over so many hands of whom only the first is mine."""
        ways: list[tuple[int, ...]] = [(target,)]
        for place in range(hands):
            ways = [
                (other, *way)
                for way in ways
                for other, person in self.people.items()
                if other not in way and self.know(other, way[0])
                if person.is_mine == (place == hands - 1)
            ]
        return ways


def _newcomer(hand: Hand) -> Newcomer:
    known = "yes" if hand.known else "no"
    return Newcomer(hand.name, TODAY, handle=hand.handle, said_known=known)


def acquainted(hands: list[Hand], *pairs: tuple[int, int]) -> Acquainted:
    """People by their ids, and who knows whom since today."""
    held = {hand.id: hand for hand in hands}
    return Acquainted(held, dict.fromkeys(pairs, TODAY))


@st.composite
def networks(draw: st.DrawFn) -> Acquainted:
    """Up to nine people; the first, with id 2, is nobody whom the user can ask."""
    count = draw(st.integers(2, 9))
    hands = [hand(2)]
    for key in range(3, 2 + count):
        days = draw(st.none() | st.integers(0, 900))
        touches = draw(st.integers(1, 3)) if days is not None else 0
        hands.append(hand(key, touches, days, known=draw(st.booleans())))
    pairs = list(combinations(range(2, 2 + count), 2))
    some = draw(st.lists(st.sampled_from(pairs), unique=True))
    days_ago = st.integers(0, 9).map(lambda days: TODAY - timedelta(days))
    held = {person.id: person for person in hands}
    return Acquainted(held, {pair: draw(days_ago) for pair in some})
