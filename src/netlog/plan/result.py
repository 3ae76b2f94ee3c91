"""The plan itself: what one week asks for."""

from collections.abc import Mapping
from typing import Any

from netlog.domain.person import Detail, Person
from netlog.domain.pins import ToPin
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.score import ScoredTerm, total


class Line(NamedTuple):
    """One person in one slot: why, and the command to type next.

    `more` holds what only this slot says (a promise's number, attempts …).
    """

    person: Person
    text: str
    next: str
    details: tuple[Detail, ...] = ()
    said: str = ""
    terms: tuple[ScoredTerm, ...] = ()
    more: dict[str, Any] = {}  # noqa: RUF012 (never written)

    @property
    def score(self) -> float:
        """The sum of the points."""
        return total(self.terms)


class Counts(NamedTuple):
    """Everybody once: asked for, not yet, or held by a gate."""

    people: int
    eligible: int
    not_due: int
    hidden: int


class Numbers(NamedTuple):
    """How it goes: coffees with new people, weeks in a row, promises."""

    coffees: int
    of: int
    streak: int
    promises_kept: int
    promises_on_time: int
    promises_closed: int


class NewSlot(NamedTuple):
    """The one coffee with somebody new."""

    pick: tuple[Line, ...] = ()
    alternates: tuple[Line, ...] = ()
    done: bool = False
    ask: Line | None = None
    to_pin: tuple[ToPin, ...] = ()


class Plan(NamedTuple):
    """What one ISO week asks for, slot by slot."""

    context: PlanContext
    promises: tuple[Line, ...]
    follow_up: tuple[Line, ...]
    new: NewSlot
    keep: tuple[Line, ...]
    reconnect: tuple[Line, ...]
    stuck: tuple[Line, ...]
    thank: tuple[Line, ...]
    numbers: Numbers
    hidden: Mapping[str, int]
    counts: Counts
    to_pin: tuple[ToPin, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether anything is asked for."""
        slots = (self.promises, self.follow_up, self.new.pick, self.keep)
        return any((*slots, self.reconnect, self.stuck, self.thank))
