"""A whole trace, step by step: of an outcome, or of how somebody came to be known."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.domain.person import Named
from netlog.domain.touch import TouchAt
from netlog.namedtuple import NamedTuple
from netlog.network.origin import (
    Origin,
    WalkStart,
    ancestors_of,
    origin_from,
    origin_of,
    start_of,
)

_ALL = 2**62


NameOf = Callable[[int], Named]


class TraceStep(NamedTuple):
    """One step of a path; `about` is what it was, None for somebody on the way.

    For the last person `about` is the touch by which they were met, if there is one.
    `days` are those from this step to the one it explains.
    """

    type: str
    person: Named
    day: date | None = None
    days: int | None = None
    about: Entry | Link | TouchAt | None = None
    introducer: Named | None = None


class TracePath(NamedTuple):
    """One way back, and whom it begins with; None where that was not read."""

    steps: tuple[TraceStep, ...]
    root: Named | None


class Share(NamedTuple):
    """The part of an outcome's money that one person is given."""

    person: Named
    cents: int


class Trace(NamedTuple):
    """The paths of one outcome, the shortest first; or of a person, without one.

    `total` is how many paths there are, None where nobody can count them; `others` are
    further outcomes of the person, the newest first.
    """

    person: Named
    entry: Entry | None
    paths: tuple[TracePath, ...]
    total: int | None
    introduced_on: date | None
    others: tuple[Entry, ...] = ()
    shares: tuple[Share, ...] = ()

    @property
    def roots(self) -> tuple[Named, ...]:
        """Whom the paths begin with, each once, the shortest first."""
        return tuple(dict.fromkeys(path.root for path in self.paths if path.root))

    @property
    def days_from_introduction(self) -> int | None:
        """Days from the person's introduction to the outcome, on the shortest path."""
        if self.entry and self.introduced_on:
            return (self.entry.day - self.introduced_on).days
        return None


def trace_outcome(store: Store, entry: Entry) -> Trace:
    """How an outcome came to be."""
    origin = origin_of(store, entry)
    began = origin.start.touch
    if began is None:
        return _trace(store, origin, entry)
    where = (entry.person_id, began.id, began.day, entry.day)
    return _trace(store, origin, entry, sql.later_touches(store, *where))


def trace_person(store: Store, person_id: int, today: date) -> Trace:
    """How the newest outcome of somebody came to be, or how they came to be known.

    Who was met first is not known through an introduction that came later.
    """
    outcomes = sql.outcomes_of(store, person_id)
    if not outcomes:
        met = sql.first_touch(store, person_id)
        until = min(met.day, today) if met else today
        return _trace(store, origin_from(store, WalkStart(person_id, until)), None)
    newest, *others = reversed(outcomes)
    return trace_outcome(store, newest)._replace(others=tuple(others))


def _trace(
    store: Store, origin: Origin, entry: Entry | None, later: Sequence[TouchAt] = ()
) -> Trace:
    name_of, met = partial(sql.named, store), partial(sql.first_touch, store)
    steps = StepsOf(origin, name_of, met, later)
    return Trace(
        sql.named(store, origin.start.person_id),
        entry,
        steps.paths(entry),
        origin.total,
        origin.introduced_on,
    )


def shares_of(store: Store, entry: Entry, how: str) -> tuple[Share, ...]:
    """An outcome's money divided: root, to whom it began with; halves, on the way too.

    The largest part first; together they are the whole, to the cent.
    """
    from netlog.network import credit

    start = start_of(store, entry)
    before = ancestors_of(sql.ancestry(store, start.person_id, _ALL), start)
    divide = credit.by_root if how == "root" else credit.halves
    parts = divide(before, start.person_id, start.until, entry.cents or 0)
    shares = (Share(sql.named(store, key), cents) for key, cents in parts.items())
    return tuple(sorted(shares, key=lambda share: (-share.cents, share.person.handle)))


class StepsOf(NamedTuple):
    """What the steps of paths are made of: names, first meetings, later touches.

    `later` are those with the person after the touch it began with, up to the
    outcome, the latest first.
    """

    origin: Origin
    name_of: NameOf
    met: Callable[[int], TouchAt | None]
    later: Sequence[TouchAt] = ()

    def paths(self, entry: Entry | None) -> tuple[TracePath, ...]:
        """Every path with its steps; it begins with the outcome, if there is one."""
        return tuple(self._path(entry, links) for links in self.origin.paths)

    def _path(self, entry: Entry | None, links: tuple[Link, ...]) -> TracePath:
        steps = tuple(_with_days([*self._first(entry), *self._ways(links)]))
        return TracePath(steps, steps[-1].person if self.origin.ends else None)

    def _first(self, entry: Entry | None) -> Iterator[TraceStep]:
        """The outcome and the touches before it, back to the one it began with."""
        person = self.name_of(self.origin.start.person_id)
        began = self.origin.start.touch
        if entry:
            yield TraceStep("outcome", person, entry.day, about=entry)
        for touch in (*self.later, *((began,) if began else ())):
            yield TraceStep("touch", person, touch.day, about=touch)

    def _ways(self, links: tuple[Link, ...]) -> Iterator[TraceStep]:
        """The introductions, each with who made it."""
        for place, link in enumerate(links):
            by = self.name_of(link.introducer_id)
            yield TraceStep(
                "introduction",
                self.name_of(link.person_id),
                link.day,
                about=link,
                introducer=by,
            )
            if place < len(links) - 1:
                yield TraceStep("person", by)
        yield self._root(links)

    def _root(self, links: tuple[Link, ...]) -> TraceStep:
        """Whom it begins with; where, if they were met no later than that."""
        key = self.origin.first(links)
        until = links[-1].day if links else self.origin.start.until
        met = self.met(key) if self.origin.ends else None
        if met and met.day <= until:
            return TraceStep("person", self.name_of(key), met.day, about=met)
        return TraceStep("person", self.name_of(key))


def _with_days(steps: list[TraceStep]) -> Iterator[TraceStep]:
    """The steps with the days between each and the dated one before it."""
    last: date | None = None
    for step in steps:
        days = (last - step.day).days if last and step.day else None
        yield step._replace(days=days)
        last = step.day or last
