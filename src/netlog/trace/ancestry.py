"""Who introduced people to me, as far as was read, and without circles."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any

from netlog.domain.introduction import Link
from netlog.records import NamedTuple
from netlog.trace.circles import components

UNREAD = -1
"""How many introductions may be used of somebody whose rows were not read."""

Links = dict[int, list[Link]]
Step = tuple[Link, int]
"""An introduction, and how many of its introducer's may be used from there on."""

Known = tuple[date, int]
"""Since when somebody was known, and whether by one they made or one of them."""
_MADE, _CAME = 0, 1

_DAY = attrgetter("day")
_NUMBER = attrgetter("introduction")


class Walk(NamedTuple):
    """Everything that a walk back from one person can come by.

    `usable` is how many of the person's introductions it may begin with: 0 where
    it ends at once, UNREAD where nobody knows.  `steps` has the steps that can be
    taken from each person, oldest first; introducers stand before those whom they
    introduced.
    """

    person: int
    usable: int
    steps: dict[int, list[Step]]

    def ends(self, usable: int) -> set[int]:
        """The people at whom it can end (0), or break off (UNREAD)."""
        reached = {
            link.introducer_id
            for steps in self.steps.values()
            for link, left in steps
            if left == usable
        }
        return reached | {self.person} if self.usable == usable else reached


class Ancestry:
    """The introductions of people to me that a walk may use.

    `links` has those that are kept for each person whose rows were read, the
    oldest first; `rank` puts introducers before those whom they introduced.
    """

    def __init__(self, links: Links, rank: dict[int, int]) -> None:
        self.links = links
        self.rank = rank
        self._latest: Walk | None = None

    @cached_property
    def unread(self) -> frozenset[int]:
        """Introducers whose own introductions were not read."""
        there = self.links.values()
        introducers = {link.introducer_id for links in there for link in links}
        return frozenset(introducers - self.links.keys())

    def usable(self, person: int, until: date) -> tuple[Link, ...]:
        """The introductions a walk may use that stands there, the oldest first."""
        return tuple(
            self.links.get(person, ())[: max(self.usable_count(person, until), 0)]
        )

    def usable_count(self, person: int, until: date) -> int:
        """How many introductions a walk may use that stands there, or UNREAD."""
        links = self.links.get(person)
        return UNREAD if links is None else bisect_right(links, until, key=_DAY)

    def walk(self, person: int, until: date) -> Walk:
        """Everything a walk from there can come by; the latest one is remembered."""
        usable = self.usable_count(person, until)
        latest = self._latest
        if latest is None or (latest.person, latest.usable) != (person, usable):
            steps = self._steps(person, usable)
            in_order = sorted(steps, key=self.rank.__getitem__)
            latest = Walk(person, usable, {one: steps[one] for one in in_order})
            self._latest = latest
        return latest

    def _steps(self, person: int, usable: int) -> dict[int, list[Step]]:
        """Every step that can be taken, by person; no introduction is seen twice."""
        steps: dict[int, list[Step]] = {}
        ahead = [(person, usable)]
        while ahead:
            one, most = ahead.pop()
            if most > 0:
                taken = steps.setdefault(one, [])
                for link in self.links[one][len(taken) : most]:
                    introducer = link.introducer_id
                    left = self.usable_count(introducer, link.day)
                    taken.append((link, left))
                    ahead.append((introducer, left))
        return steps


def ancestry(rows: Iterable[Sequence[Any]]) -> Ancestry:
    """The ancestry that rows from the database make.

    A row is (person, number of the introduction, introducer, day, state), in any
    order; the last four are None for somebody who is known and whom nobody
    introduced.  Rows are introductions to me and none was dropped.
    """
    links = _by_person(rows)
    known = {person: (_oldest(theirs), _CAME) for person, theirs in links.items()}
    rank = _ranked(known, dict.fromkeys(links, 0))
    if _is_in_order(links, rank):
        return Ancestry(links, rank)
    circles = components(
        {
            person: [one.introducer_id for one in theirs if one.introducer_id in links]
            for person, theirs in links.items()
        }
    )
    rank = _ranked(_known_in_circles(known, links, circles), circles)
    return Ancestry(_kept(links, rank), rank)


def sort_by_age(links: list[Link]) -> None:
    """Put the oldest first, by day and then by number."""
    links.sort(key=_NUMBER)
    links.sort(key=_DAY)


def _by_person(rows: Iterable[Sequence[Any]]) -> Links:
    links: Links = {}
    for row in rows:
        theirs = links.setdefault(row[0], [])
        if row[1] is not None:
            theirs.append(row if isinstance(row, Link) else Link(*row))
    for theirs in links.values():
        if len(theirs) > 1:
            sort_by_age(theirs)
    return links


def _oldest(theirs: list[Link]) -> date:
    return theirs[0].day if theirs else date.min


def _known_in_circles(
    known: dict[int, Known], links: Links, circles: dict[int, int]
) -> dict[int, Known]:
    """Since when each was known: who introduces somebody was there before."""
    found = dict(known)
    for person, theirs in links.items():
        for link in theirs:
            by = link.introducer_id
            if circles.get(by) == circles[person]:
                found[by] = min(found[by], (link.day, _MADE))
    return found


def _ranked(known: dict[int, Known], circles: dict[int, int]) -> dict[int, int]:
    """Everybody's place: by circle, then by since when they were known, then by id.

    One sort after the other, the last first: it is twice as quick as one by all three.
    """
    people = sorted(known)
    people.sort(key=known.__getitem__)
    people.sort(key=circles.__getitem__)
    return {person: place for place, person in enumerate(people)}


def _is_in_order(links: Links, rank: dict[int, int]) -> bool:
    """Whether nobody was introduced by somebody of a later rank: then none circle."""
    return all(
        rank.get(link.introducer_id, UNREAD) < place
        for person, place in rank.items()
        for link in links[person]
    )


def _kept(links: Links, rank: dict[int, int]) -> Links:
    """Those whose introducer has the lower rank: within a circle, was known before."""
    return {
        person: [
            link
            for link in theirs
            if rank.get(link.introducer_id, UNREAD) < rank[person]
        ]
        for person, theirs in links.items()
    }
