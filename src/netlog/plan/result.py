"""The plan itself: what one week asks for."""

from collections.abc import Mapping
from typing import Any

from netlog.domain.person import Detail, Person
from netlog.domain.pins import ToPin
from netlog.domain.weeks import Week
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.score import ScoredTerm, total


class Line(NamedTuple):
    """One person in one slot: why, and the command to type next.

    `short` is why in the fewest words, for an alternate, or for a row in which somebody
    stands for something else; '' is the text.  `said` is what helps to begin: what was
    noted of them; `words` are those of whoever introduced them.  `more` holds what only
    this slot says (a promise's number …).
    """

    person: Person
    text: str
    next: str
    details: tuple[Detail, ...] = ()
    said: str = ""
    words: str = ""
    short: str = ""
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
    """The one coffee with somebody new.

    `now` is the alternate who stands beside a pick that does not answer; `ask` whom to
    ask where nobody connected is left.  `state` is 'booked' where this week and the
    next are, 'done' where this one's was held, '' while there is a pick, which is for
    `week`; `done`: this week's was held.  `others` could be asked, too, where nobody
    connected is left.  `where` is the city of a trip, '' at home.
    """

    pick: tuple[Line, ...] = ()
    alternates: tuple[Line, ...] = ()
    now: Line | None = None
    ask: Line | None = None
    state: str = ""
    done: bool = False
    week: Week | None = None
    to_pin: tuple[ToPin, ...] = ()
    others: tuple[Person, ...] = ()
    where: str = ""


class Plan(NamedTuple):
    """What one ISO week asks for, slot by slot.

    `head` is what the page begins with after an absence.  `more` says by slot how many
    its size cuts off.
    """

    context: PlanContext
    head: str
    new: NewSlot
    booked: tuple[Line, ...]
    promises: tuple[Line, ...]
    follow_up: tuple[Line, ...]
    keep: tuple[Line, ...]
    reconnect: tuple[Line, ...]
    no_answer: tuple[Line, ...]
    days: tuple[Line, ...]
    ask_back: tuple[Line, ...]
    thank: tuple[Line, ...]
    phone: tuple[Line, ...]
    more: Mapping[str, int]
    numbers: Numbers
    hidden: Mapping[str, int]
    counts: Counts
    to_pin: tuple[ToPin, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether anything is asked for."""
        asks = (
            self.new.pick, self.new.ask, self.booked, self.promises, self.follow_up,
            self.keep, self.reconnect, self.no_answer, self.ask_back, self.thank,
            self.phone,
        )  # fmt: skip
        return any(asks)
