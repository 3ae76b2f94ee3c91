"""Small networks: how they are written down, drawn at random, and read plainly.

What is here follows the words of netlog.network one by one and lists everything, as
slowly as it takes; it shares no code with what it is held against.
"""

from datetime import date, timedelta
from itertools import combinations, permutations

from hypothesis import strategies as st

from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple

DAY = date(2025, 1, 1)
LATE = date(2026, 1, 1)

Row = tuple[int, int | None, int | None, date | None, str | None]


def day(number: int) -> date:
    """So many days after the first."""
    return DAY + timedelta(days=number)


def introductions(*said: tuple[int, int, int]) -> list[Link]:
    """Introductions numbered from 1: introducer, whom, and on which day."""
    return [
        Link(person, number, introducer, day(on), "made")
        for number, (introducer, person, on) in enumerate(said, 1)
    ]


def alone(*people: int) -> list[Row]:
    """Rows of people whom nobody introduced."""
    return [(person, None, None, None, None) for person in people]


class Network(NamedTuple):
    """Introductions, and the people whose own were not read."""

    links: list[Link]
    unread: frozenset[int] = frozenset()

    @property
    def people(self) -> list[int]:
        """Everybody in it."""
        ends = ((link.person_id, link.introducer_id) for link in self.links)
        return sorted({person for pair in ends for person in pair})

    @property
    def read(self) -> list[Link]:
        """The introductions that were read."""
        return [link for link in self.links if link.person_id not in self.unread]

    @property
    def rows(self) -> list[Row | Link]:
        """What the database gives."""
        introduced = {link.person_id for link in self.links}
        return [*alone(*(set(self.people) - introduced - self.unread)), *self.read]

    def above(self, person: int) -> set[int]:
        """Everybody from whom introductions lead to somebody, whatever the days."""
        found: set[int] = set()
        ahead = [person]
        while ahead:
            one = ahead.pop()
            new = {link.introducer_id for link in self.read if link.person_id == one}
            ahead += new - found
            found |= new
        return found

    def known(self, person: int) -> tuple[tuple[date, int], int]:
        """Since when somebody in a circle is known, and their id.

        Who introduces somebody in the circle was there before them.
        """
        came = [(one.day, 1) for one in self.read if one.person_id == person]
        made = [
            (one.day, 0)
            for one in self.read
            if one.introducer_id == person and self.in_circle(one)
        ]
        return min(came + made), person

    def in_circle(self, link: Link) -> bool:
        """Whether the introducer came through the person, too."""
        return link.person_id in self.above(link.introducer_id)

    def kept(self, link: Link) -> bool:
        """Whether an introduction is outside of circles, or by who was known before."""
        introducer, person = link.introducer_id, link.person_id
        return not self.in_circle(link) or self.known(introducer) < self.known(person)

    def usable(self, person: int, until: date) -> list[Link]:
        """The introductions a walk may use that stands there, the oldest first."""
        there = [
            link
            for link in self.read
            if link.person_id == person and link.day <= until and self.kept(link)
        ]
        return sorted(there, key=lambda link: (link.day, link.introduction))

    def paths(self, person: int, until: date) -> list[tuple[Link, ...]]:
        """Every way back, complete or not, each as it is walked."""
        usable = self.usable(person, until)
        if not usable:
            return [()]
        return [
            (link, *path)
            for link in usable
            for path in self.paths(link.introducer_id, link.day)
        ]

    def complete(self, person: int, until: date) -> list[tuple[Link, ...]]:
        """The ways back that end with somebody who was read, the shortest first."""
        return sorted(
            (
                path
                for path in self.paths(person, until)
                if end(path, person) not in self.unread
            ),
            key=in_order,
        )


def end(path: tuple[Link, ...], person: int) -> int:
    """With whom a path ends."""
    return path[-1].introducer_id if path else person


def in_order(path: tuple[Link, ...]) -> tuple[int, list[tuple[date, int]]]:
    """By length, then step by step by day and number."""
    return len(path), [(link.day, link.introduction) for link in path]


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Networks of up to 12 people: some grown in order, some full of circles.

    Days are few, so that many fall together; up to two people are unread.
    """
    people = range(2, draw(st.integers(3, 13)) + 1)
    grown = draw(st.booleans())
    pairs = list((combinations if grown else permutations)(people, 2))
    many = draw(st.integers(1, min(len(pairs), 26)) | st.just(min(len(pairs), 26)))
    some = st.lists(st.sampled_from(pairs), min_size=many, max_size=many, unique=True)
    days = st.lists(st.integers(0, 4), min_size=many, max_size=many)
    links = [
        Link(person, number, introducer, day(on + grown * person // 2), "made")
        for (introducer, person), on, number in zip(
            draw(some),
            draw(days),
            draw(st.permutations(range(1, many + 1))),
            strict=True,
        )
    ]
    unread = draw(st.lists(st.sampled_from(people), max_size=2))
    return Network(links, frozenset(unread))


UNTIL = st.integers(0, 11).map(day)
"""A day on which a walk may begin."""
