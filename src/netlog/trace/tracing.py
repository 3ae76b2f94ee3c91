"""A whole trace: of an outcome, or of how somebody came to be known."""

from datetime import date

from netlog.domain.ledger import Entry
from netlog.domain.person import Named
from netlog.records import NamedTuple
from netlog.trace import credit
from netlog.trace.origin import Origin, Start, ancestry_of, start_of, walked
from netlog.trace.source import TraceSource
from netlog.trace.steps import Path, Walked

ALL = 2**62


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
    paths: tuple[Path, ...]
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


def trace_outcome(source: TraceSource, entry: Entry) -> Trace:
    """How an outcome came to be."""
    return _trace(source, walked(source, start_of(source, entry)), entry)


def trace_person(source: TraceSource, person_id: int, today: date) -> Trace:
    """How the newest outcome of somebody came to be, or how they came to be known.

    Who was met first is not known through an introduction that came later.
    """
    outcomes = source.outcomes_of(person_id)
    if not outcomes:
        met = source.first_touch(person_id)
        until = min(met.day, today) if met else today
        return _trace(source, walked(source, Start(person_id, until)), None)
    newest, *others = reversed(outcomes)
    return trace_outcome(source, newest)._replace(others=tuple(others))


def _trace(source: TraceSource, origin: Origin, entry: Entry | None) -> Trace:
    found = Walked(origin, source.named, source.first_touch)
    return Trace(
        source.named(origin.start.person_id),
        entry,
        found.paths(entry),
        origin.total,
        origin.introduced_on,
    )


def shares_of(source: TraceSource, entry: Entry, how: str) -> tuple[Share, ...]:
    """An outcome's money divided: root, to whom it began with; equal, on the way too.

    The largest part first; together they are the whole, to the cent.
    """
    start = start_of(source, entry)
    known = ancestry_of(source.ancestry(start.person_id, ALL), start)
    divide = credit.by_root if how == "root" else credit.equal
    parts = divide(known, start.person_id, start.until, entry.cents or 0)
    shares = (Share(source.named(key), cents) for key, cents in parts.items())
    return tuple(sorted(shares, key=lambda one: (-one.cents, one.person.handle)))
