"""Where a person stands: what follows from their touches and introductions."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.domain.introduction import Way
from netlog.domain.kinds import cadence_of
from netlog.domain.names import fold
from netlog.domain.person import Detail
from netlog.domain.touch import TouchAt
from netlog.namedtuple import NamedTuple


class Derived(NamedTuple):
    """The derived columns of a person, in a row.

    `waits_from` is the last contact, or the day they came in; `attempts` are
    those since the last contact; `touches` are answered ones.
    """

    cadence: str
    cluster: str
    waits_from: date
    last_contact: date | None = None
    first_sitdown: date | None = None
    last_sitdown: date | None = None
    fresh_on: date | None = None
    attempts: int = 0
    touches: int = 0
    dropped: bool = False


class PersonState(NamedTuple):
    """A person's row, as far as something else says what it should be.

    From `cadence` on they are the derived columns, in the order of `Derived`.
    """

    id: int
    handle: str
    name: str
    folded: str
    org: str
    every: str
    starts_on: str
    draw: int
    cadence: str
    cluster: str
    waits_from: str
    last_contact: str | None
    first_sitdown: str | None
    last_sitdown: str | None
    fresh_on: str | None
    attempts: int
    touches: int
    dropped: int


class TouchSums(NamedTuple):
    """What all answered touches with somebody come to; `seen` is the last in person."""

    person_id: int
    last_contact: str
    first_sitdown: str | None
    last_sitdown: str | None
    seen: str | None
    touches: int


class Source(NamedTuple):
    """What a person's standing is derived from."""

    starts_on: date
    every: str
    org: str
    kinds: Sequence[str] = ()
    tags: Sequence[str] = ()
    touches: Sequence[TouchAt] = ()
    ways: Sequence[Way] = ()


def derive(source: Source) -> Derived:
    """Where somebody stands, from everything that is known of them."""
    unmet = Derived(
        cadence_of(source.every, source.kinds),
        cluster_of(source.org, source.tags),
        source.starts_on,
    )
    return _with_history(unmet, source) if source.touches or source.ways else unmet


def _with_history(unmet: Derived, source: Source) -> Derived:
    contacts = [touch for touch in source.touches if touch.answered]
    sitdowns = [touch.day for touch in contacts if touch.sit_down]
    last = max((touch.day for touch in contacts), default=None)
    return unmet._replace(
        waits_from=last or source.starts_on,
        last_contact=last,
        first_sitdown=min(sitdowns, default=None),
        last_sitdown=max(sitdowns, default=None),
        fresh_on=_fresh(contacts, source.ways),
        attempts=_attempts(source.touches),
        touches=len(contacts),
        dropped=bool(source.ways) and not any(way.counts for way in source.ways),
    )


def values(details: Iterable[Detail], field: str) -> tuple[str, ...]:
    """What somebody has of one field, in the order it came."""
    return tuple(detail.value for detail in details if detail.field == field)


def cluster_of(org: str, tags: Sequence[str]) -> str:
    """The group somebody belongs to: their organisation, else their first tag."""
    return fold(org) or (fold(tags[0]) if tags else "")


def _fresh(contacts: Iterable[TouchAt], ways: Iterable[Way]) -> date | None:
    met = [touch.day for touch in contacts if touch.in_person]
    return max(met + [way.day for way in ways if way.counts], default=None)


def _attempts(touches: Sequence[TouchAt]) -> int:
    """Unanswered touches after the last answered one, by day and then by number."""
    in_order = sorted(touches, key=lambda touch: (touch.day, touch.id))
    since = 0
    for touch in in_order:
        since = 0 if touch.answered else since + 1
    return since
