"""Who knows whom, written down and drawn at random."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations

from hypothesis import strategies as st

from netlog.domain.acquaintance import Acquaintance, Hand
from netlog.records import NamedTuple

TODAY = date(2025, 6, 2)


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

    def acquaintances(self, person_id: int) -> list[Acquaintance]:
        """Everybody who knows somebody."""
        return [
            Acquaintance(*self.people[other], number, day)
            for number, ((one, two), day) in enumerate(self.pairs.items(), 1)
            for person, other in ((one, two), (two, one))
            if person == person_id
        ]

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


def acquainted(people: list[Hand], *pairs: tuple[int, int]) -> Acquainted:
    """People by their ids, and who knows whom since today."""
    held = {person.id: person for person in people}
    return Acquainted(held, dict.fromkeys(pairs, TODAY))


@st.composite
def networks(draw: st.DrawFn) -> Acquainted:
    """Up to nine people; the first, with id 2, is nobody whom the user can ask."""
    count = draw(st.integers(2, 9))
    people = [hand(2)]
    for key in range(3, 2 + count):
        days = draw(st.none() | st.integers(0, 900))
        touches = draw(st.integers(1, 3)) if days is not None else 0
        people.append(hand(key, touches, days, known=draw(st.booleans())))
    pairs = list(combinations(range(2, 2 + count), 2))
    some = draw(st.lists(st.sampled_from(pairs), unique=True))
    days_ago = st.integers(0, 9).map(lambda days: TODAY - timedelta(days))
    held = {person.id: person for person in people}
    return Acquainted(held, {pair: draw(days_ago) for pair in some})
