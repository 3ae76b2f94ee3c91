"""Who introduced people to me, as far as was read, and without cycles."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any

from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple

UNREAD = -1
"""How many introductions may be used of somebody whose rows were not read."""
STOPPED = -2
"""How many may be used of somebody with whom walks were told to end."""

Links = dict[int, list[Link]]
"""The introductions of each person to me, the oldest first."""
WalkStep = tuple[Link, int]
"""An introduction, and how many of its introducer's may be used from there on."""
Hop = tuple[int, int]
"""The same without its day and number: the introducer, and how many may be used."""

_Since = tuple[date, int]
"""Since when somebody was known, and whether by one they made or one of them."""
_MADE, _CAME = 0, 1

_DAY = itemgetter(Link._fields.index("day"))
_NUMBER = itemgetter(Link._fields.index("introduction"))


class Walk(NamedTuple):
    """Everything that a walk back from one person can come by.

    `usable` is how many of the person's introductions it may begin with: 0 where
    it ends at once, UNREAD where nobody knows.  `steps` has the steps that can be
    taken from each person, oldest first; introducers stand before those whom they
    introduced.
    """

    person: int
    usable: int
    steps: dict[int, list[WalkStep]]

    def ends(self, usable: int) -> set[int]:
        """The people at whom it can end (0), or break off (UNREAD)."""
        reached = {
            link.introducer_id
            for steps in self.steps.values()
            for link, left in steps
            if left == usable
        }
        return reached | {self.person} if self.usable == usable else reached


class Ancestors:
    """The introductions of people to me that a walk may use.

    `links` has those that are kept for each person whose rows were read, the
    oldest first; `rank` puts introducers before those whom they introduced.
    """

    def __init__(self, links: Links, rank: dict[int, int]) -> None:
        self.links = links
        self.rank = rank
        self._hops: dict[int, list[Hop]] = {}
        self._latest: Walk | None = None

    @cached_property
    def unread(self) -> frozenset[int]:
        """Introducers whose own introductions were not read."""
        introducers = {
            link.introducer_id for links in self.links.values() for link in links
        }
        return frozenset(introducers - self.links.keys())

    def stopping(self, stops: Mapping[int, date]) -> "Ancestors":
        """The same, where walks end with these people from a day of their own on."""
        return _Stopping(self, stops)

    def usable(self, person: int, until: date) -> tuple[Link, ...]:
        """The introductions a walk may use that stands there, the oldest first."""
        return tuple(
            self.links.get(person, ())[: max(self.usable_count(person, until), 0)]
        )

    def usable_count(self, person: int, until: date) -> int:
        """How many introductions a walk may use that stands there, or UNREAD."""
        links = self.links.get(person)
        return UNREAD if links is None else bisect_right(links, until, key=_DAY)

    def hops(self, person: int) -> list[Hop]:
        """Where each introduction of somebody leads, the oldest first; remembered."""
        hops = self._hops.get(person)
        if hops is None:
            hops = self._hops[person] = [
                (link.introducer_id, self.usable_count(link.introducer_id, link.day))
                for link in self.links.get(person, ())
            ]
        return hops

    def walk(self, person: int, until: date) -> Walk:
        """Everything a walk from there can come by; the latest one is remembered."""
        usable = self.usable_count(person, until)
        latest = self._latest
        if latest is None or (latest.person, latest.usable) != (person, usable):
            steps = self._steps(person, usable)
            in_order = sorted(steps, key=self.rank.__getitem__)
            latest = Walk(person, usable, {key: steps[key] for key in in_order})
            self._latest = latest
        return latest

    def _steps(self, person: int, usable: int) -> dict[int, list[WalkStep]]:
        """Every step that can be taken, by person; no introduction is seen twice."""
        steps: dict[int, list[WalkStep]] = {}
        ahead = [(person, usable)]
        while ahead:
            station, most = ahead.pop()
            if most > 0:
                taken = steps.setdefault(station, [])
                for link in self.links[station][len(taken) : most]:
                    introducer = link.introducer_id
                    left = self.usable_count(introducer, link.day)
                    taken.append((link, left))
                    ahead.append((introducer, left))
        return steps


class _Stopping(Ancestors):
    """The same, where walks end with some people from a day of their own on."""

    def __init__(self, whole: Ancestors, stops: Mapping[int, date]) -> None:
        super().__init__(whole.links, whole.rank)
        self._stops = stops

    def usable_count(self, person: int, until: date) -> int:
        """How many introductions a walk may use there, or UNREAD, or STOPPED."""
        if person in self._stops and until >= self._stops[person]:
            return STOPPED
        return super().usable_count(person, until)


def ancestors(rows: Iterable[Sequence[Any]]) -> Ancestors:
    """The ancestors of everybody whom rows from the database name.

    A row is (person, number of the introduction, introducer, day, state), in any
    order; the last four are None for somebody who is known and whom nobody
    introduced.  Rows are introductions to me and none was dropped.
    """
    links = _by_person(rows)
    since = {person: (_oldest(theirs), _CAME) for person, theirs in links.items()}
    rank = _ranked(since, dict.fromkeys(links, 0))
    if _is_in_order(links, rank):
        return Ancestors(links, rank)
    cycles = components(
        {
            person: [
                link.introducer_id for link in theirs if link.introducer_id in links
            ]
            for person, theirs in links.items()
        }
    )
    rank = _ranked(_since_in_cycles(since, links, cycles), cycles)
    return Ancestors(_kept(links, rank), rank)


def ancestors_of_all(links: Iterable[Link]) -> Ancestors:
    """The ancestors of everybody, from every introduction there is."""
    every = list(links)
    introduced = {link.person_id for link in every}
    roots = {link.introducer_id for link in every} - introduced
    unhelped = [(root, None, None, None, None) for root in roots]
    return ancestors([*every, *unhelped])


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


def _since_in_cycles(
    since: dict[int, _Since], links: Links, cycles: dict[int, int]
) -> dict[int, _Since]:
    """Since when each was known: who introduces somebody was there before."""
    earliest = dict(since)
    for person, theirs in links.items():
        for link in theirs:
            introducer = link.introducer_id
            if cycles.get(introducer) == cycles[person]:
                made = (link.day, _MADE)
                earliest[introducer] = min(earliest[introducer], made)
    return earliest


def _ranked(since: dict[int, _Since], cycles: dict[int, int]) -> dict[int, int]:
    """Everybody's place: by cycle, then by since when they were known, then by id.

    One sort after the other, the last first: it is twice as quick as one by all three.
    """
    people = sorted(since)
    people.sort(key=since.__getitem__)
    people.sort(key=cycles.__getitem__)
    return {person: place for place, person in enumerate(people)}


def _is_in_order(links: Links, rank: dict[int, int]) -> bool:
    """Whether nobody was introduced by somebody of a later rank, as in no cycle."""
    return all(
        rank.get(link.introducer_id, UNREAD) < place
        for person, place in rank.items()
        for link in links[person]
    )


def _kept(links: Links, rank: dict[int, int]) -> Links:
    """Those whose introducer has the lower rank: within a cycle, was known before."""
    return {
        person: [
            link
            for link in theirs
            if rank.get(link.introducer_id, UNREAD) < rank[person]
        ]
        for person, theirs in links.items()
    }


Introducers = Mapping[int, Sequence[int]]
"""For each person those who introduced them; every one of them is a key, too."""


def components(introducers: Introducers) -> dict[int, int]:
    """A number for each person: the same within a cycle, else introducers' lower.

    Strongly connected components by Kosaraju's two searches (Sharir, 1981): the
    first orders people so that, going up from them in turn, the second meets
    nobody new but those of their own cycle.
    """
    numbers: dict[int, int] = {}
    for number, first in enumerate(_uppermost_first(_introduced(introducers))):
        ahead = [first]
        while ahead:
            person = ahead.pop()
            if person not in numbers:
                numbers[person] = number
                ahead += introducers[person]
    return numbers


def _introduced(introducers: Introducers) -> Introducers:
    """For each person those whom they introduced."""
    introduced: dict[int, list[int]] = {person: [] for person in introducers}
    for person, theirs in introducers.items():
        for introducer in theirs:
            introduced[introducer].append(person)
    return introduced


def _uppermost_first(introduced: Introducers) -> list[int]:
    """Everybody, each before those below them, as far as cycles allow.

    A search in depth without recursion; a person is put back as its complement,
    below zero, to be seen again when all below them are done.
    """
    done: list[int] = []
    seen: set[int] = set()
    ahead = list(introduced)
    while ahead:
        person = ahead.pop()
        if person < 0:
            done.append(~person)
        elif person not in seen:
            seen.add(person)
            ahead.append(~person)
            ahead += introduced[person]
    return done[::-1]
