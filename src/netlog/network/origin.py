"""What an outcome began with: its touch, and the ways that led to its person."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.domain.touch import TouchAt
from netlog.namedtuple import NamedTuple
from netlog.network import paths
from netlog.network.ancestors import Ancestors, ancestors

PATHS_SHOWN = 20
"""How many of the paths, the shortest first."""
MOST = 2_000
"""People whose introductions a walk back reads, unless it must read all."""
_UNCOUNTED = 10**15
"""From here on nobody is helped by a number."""

Ancestry = Callable[[int, int], list[Link]]
"""Reads somebody's introductions, their introducers' and so on, of so many people."""


class WalkStart(NamedTuple):
    """Where the walk back from an outcome begins.

    `only` is the introduction that it was said to come of; others of the person do
    not count then.
    """

    person_id: int
    until: date
    only: int | None = None
    touch: TouchAt | None = None


class Origin(NamedTuple):
    """How an outcome, or a person, came to be: paths, the shortest first.

    A path is the introductions from the person back to somebody met without help.
    `total` is how many paths there are, None where they are too many to count.
    `ends` is false where the one path breaks off before anybody met without help: in a
    network so large that no more of it was read.
    """

    start: WalkStart
    paths: tuple[tuple[Link, ...], ...]
    total: int | None
    ends: bool = True

    @property
    def people(self) -> set[int]:
        """Everybody on the paths."""
        by = {link.introducer_id for path in self.paths for link in path}
        return {self.start.person_id} | by

    @property
    def roots(self) -> tuple[int, ...]:
        """Whom the paths begin with, each once; nobody where that was not read."""
        return tuple(dict.fromkeys(map(self.first, self.paths))) if self.ends else ()

    def first(self, path: tuple[Link, ...]) -> int:
        """The one farthest back on a path."""
        return path[-1].introducer_id if path else self.start.person_id

    @property
    def introduced_on(self) -> date | None:
        """The day of the person's own introduction, on the shortest path."""
        return self.paths[0][0].day if self.paths[0] else None


def origin_of(
    store: Store,
    entry: Entry,
    most: int = PATHS_SHOWN,
    ancestry: Ancestry | None = None,
) -> Origin:
    """How an outcome came to be, with at most so many of its paths.

    Who asks for many outcomes may give an `ancestry` that reads nothing twice.
    """
    return origin_from(store, start_of(store, entry), most, ancestry)


def start_of(store: Store, entry: Entry) -> WalkStart:
    """The touch or introduction before an outcome: how far the walk may reach.

    The touch it was logged with, else what was said, else the latest sit-down by its
    day, else the latest in person, else the latest answered one.  One without an
    answer, or moved behind the outcome, explains nothing.
    """
    if entry.introduction_id:
        return WalkStart(entry.person_id, entry.day, entry.introduction_id)
    number, person = entry.touch_id, entry.person_id
    stated = sql.touch_with(store, number, person) if number else None
    touch = stated if stated and stated.is_contact else None
    touch = touch or sql.touch_behind(store, entry.person_id, entry.day)
    if touch is None or touch.day > entry.day:
        return WalkStart(entry.person_id, entry.day)
    return WalkStart(entry.person_id, touch.day, None, touch)


def origin_from(
    store: Store,
    start: WalkStart,
    most: int = PATHS_SHOWN,
    ancestry: Ancestry | None = None,
) -> Origin:
    """The paths back from a start."""
    read = ancestry or partial(sql.ancestry, store)
    before = ancestors_of(read(start.person_id, MOST), start)
    where = (before, start.person_id, start.until)
    complete = paths.shortest(*where, most)
    total = paths.count(*where) if paths.is_complete(*where) else _UNCOUNTED
    shown = complete or [paths.open_end(*where)]
    counted = total if total < _UNCOUNTED else None
    return Origin(start, tuple(shown), counted, bool(complete))


def ancestors_of(rows: Iterable[Link], start: WalkStart) -> Ancestors:
    """The introductions that a walk from a start may use.

    Cycles are cut as ever before all but the only one are left out, so that a walk
    back from an outcome is the same wherever it is walked.
    """
    before = ancestors(rows)
    if start.only is None:
        return before
    theirs = before.links.get(start.person_id, [])
    only = [link for link in theirs if link.introduction == start.only]
    return Ancestors({**before.links, start.person_id: only}, before.rank)
