"""What an outcome began with: its touch, and the ways that led to its person."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.domain.touch import TouchAt
from netlog.records import NamedTuple
from netlog.trace import paths
from netlog.trace.ancestry import Ancestry, ancestry
from netlog.trace.source import TraceSource

SHOWN = 20
"""How many of the paths, the shortest first."""
_UNCOUNTED = 10**15
"""From here on nobody is helped by a number."""


class Start(NamedTuple):
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

    start: Start
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


def origin_of(source: TraceSource, entry: Entry, most: int = SHOWN) -> Origin:
    """How an outcome came to be."""
    return walked(source, start_of(source, entry), most)


def start_of(source: TraceSource, entry: Entry) -> Start:
    """The touch or introduction before an outcome: how far the walk may reach.

    The touch it was logged with, else what was said, else the latest answered one; one
    without an answer, or moved behind the outcome, explains nothing.
    """
    if entry.introduction_id:
        return Start(entry.person_id, entry.day, entry.introduction_id)
    said = source.touch(entry.touch_id) if entry.touch_id else None
    touch = said if said and said.answered else None
    touch = touch or source.last_touch(entry.person_id, entry.day)
    if touch is None or touch.day > entry.day:
        return Start(entry.person_id, entry.day)
    return Start(entry.person_id, touch.day, None, touch)


def walked(source: TraceSource, start: Start, most: int = SHOWN) -> Origin:
    """The paths back from a start."""
    known = ancestry_of(source.ancestry(start.person_id), start)
    where = (known, start.person_id, start.until)
    found = paths.shortest(*where, most)
    total = paths.count(*where) if paths.is_complete(*where) else _UNCOUNTED
    shown = found or [paths.open_end(*where)]
    counted = total if total < _UNCOUNTED else None
    return Origin(start, tuple(shown), counted, bool(found))


def ancestry_of(rows: Iterable[Link], start: Start) -> Ancestry:
    """The introductions that a walk from a start may use.

    Circles are cut as ever before all but the only one are left out, so that a walk
    back from an outcome is the same wherever it is walked.
    """
    known = ancestry(rows)
    if start.only is None:
        return known
    theirs = known.links.get(start.person_id, [])
    only = [link for link in theirs if link.introduction == start.only]
    return Ancestry({**known.links, start.person_id: only}, known.rank)


def ancestry_of_all(links: Iterable[Link]) -> Ancestry:
    """The ancestry of everybody, from every introduction there is."""
    held = list(links)
    introduced = {link.person_id for link in held}
    roots = {link.introducer_id for link in held} - introduced
    unhelped = [(root, None, None, None, None) for root in roots]
    return ancestry([*held, *unhelped])
