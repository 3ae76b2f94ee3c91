"""Pins and skips: what the plan remembers."""

from netlog.namedtuple import NamedTuple


class Pin(NamedTuple):
    """Who stands in a slot for a week ('2025-W23') or a month ('2025-06')."""

    id: int
    uid: str
    slot: str
    period: str
    place: int
    person_id: int


class Skip(NamedTuple):
    """Somebody skipped in a week, or swapped for an alternate."""

    id: int
    uid: str
    person_id: int
    week: str
    how: str
    slot: str


class ToPin(NamedTuple):
    """Somebody to be pinned to a slot for a week or a month."""

    slot: str
    period: str
    place: int
    person_id: int
