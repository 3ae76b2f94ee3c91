"""How people behave: whether they answer, pick up, come, write, buy.

All is drawn from the chance that is handed in, in the order of the calls, so that a
life with a seed is the same on every machine.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

_WEEKS = 52
_WORKDAYS = 5
_DAY = timedelta(days=1)


class Manners(NamedTuple):
    """How people behave in a life; shares are from 0 to 1, rates a year."""

    answers: float = 0.8
    """Of messages to somebody new; falls in a line while an introduction ages."""
    fades_to: float = 0.4
    fades_from: int = 7
    fades_until: int = 90
    answers_again: float = 0.9
    """Of messages to whom one has heard from."""
    never_answer: float = 0.3
    """Of the introduced."""
    answer_days: tuple[int, ...] = (60, 14, 9, 6, 5, 3, 3)
    """Of a hundred answers, how many come after one day, after two, …"""
    offered: float = 0.2
    """Of introductions: named, and no mail yet."""
    same_week: float = 0.3
    next_week: float = 0.5
    """Of bookings; the others are for the week after that."""
    comes: float = 0.9
    picks_up: float = 0.75
    message_instead: float = 0.5
    """Of calls that nobody answers."""
    client_writes: float = _WEEKS / 8
    known_writes: float = _WEEKS / 25
    met_writes: float = _WEEKS / 40
    is_logged: float = 0.6
    """Of what people write by themselves."""
    buys: float = 1 / 17
    """Of coffees: somebody becomes a client."""
    promises: float = 0.5
    """Of first coffees."""
    dropped: float = 0.1
    """Of those whom one is told to ask the introducer about."""
    names_somebody: float = 0.3
    """Of those who are asked whom one should meet."""
    they_met: float = 0.7
    """Of those whom the user introduced to one another."""


@dataclass(eq=False, slots=True)
class Somebody:
    """A person as they are, whatever netlog knows of it.

    `came_on` is the day of the introduction or of the first meeting, `every` their own
    cadence in weeks and `every_since` the day on which a page made the user give it;
    `touched_on` is the last day on which anything was logged with them, `contacts` are
    the days of all that was more than a try.
    """

    handle: str
    kind: str = ""
    source: str = "typed"
    known: bool = False
    every: int = 0
    every_since: date | None = None
    writes: float | None = None
    is_called: bool = True
    picks_up: bool = True
    answers: bool = True
    introducer: "Somebody | None" = None
    is_offered: bool = False
    came_on: date | None = None
    is_heard: bool = False
    wrote_last: bool = False
    written_on: date | None = None
    touched_on: date | None = None
    seen_on: date | None = None
    first_coffee: date | None = None
    booked_for: date | None = None
    is_dropped: bool = False
    is_resting: bool = False
    contacts: list[date] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether the user does not know them yet, and never sat down with them."""
        return not self.known and self.first_coffee is None

    @property
    def is_connected(self) -> bool:
        """Whether anything connects them with the user but a list."""
        return self.source == "typed" or self.came_on is not None or self.is_heard

    @property
    def is_met(self) -> bool:
        """Whether the user sat down with them."""
        return self.first_coffee is not None

    @property
    def is_friendly(self) -> bool:
        """Whether they could introduce somebody: known or met, and not left alone."""
        return (self.known or self.is_met) and self.is_called

    @property
    def could_come(self) -> bool:
        """Whether a coffee with somebody new could be with them."""
        return self.is_new and self.is_connected and not self.is_dropped

    def was_in_touch(self, day: date) -> None:
        """There was a contact."""
        self.contacts.append(day)
        self.touched_on = day

    def was_seen(self, day: date) -> None:
        """They were met in person."""
        self.was_in_touch(day)
        self.seen_on = day
        self.wrote_last = False

    def was_heard(self, day: date) -> None:
        """They answered, or got in touch."""
        self.was_in_touch(day)
        self.is_heard = True
        self.wrote_last = True


def days_to_answer(
    somebody: Somebody, day: date, manners: Manners, chance: Random
) -> int:
    """After how many days a message of a day is answered; 0 where it never is."""
    if chance.random() >= _answering(somebody, day, manners):
        return 0
    days = range(1, len(manners.answer_days) + 1)
    return chance.choices(days, manners.answer_days)[0]


def _answering(somebody: Somebody, day: date, manners: Manners) -> float:
    if not somebody.answers:
        return 0.0
    if somebody.known or somebody.is_heard:
        return manners.answers_again
    if somebody.came_on is None:
        return manners.answers * manners.fades_to
    age = (day - somebody.came_on).days - manners.fades_from
    share = min(max(age / (manners.fades_until - manners.fades_from), 0.0), 1.0)
    return manners.answers * (1 - (1 - manners.fades_to) * share)


def day_of_coffee(day: date, manners: Manners, chance: Random) -> date:
    """For which day a coffee is booked: this week, the next or the one after."""
    drawn = chance.random()
    weeks = 0 if drawn < manners.same_week else 1
    if drawn >= manners.same_week + manners.next_week:
        weeks = 2
    left = _WORKDAYS - 1 - day.weekday()
    if weeks == 0 and left > 0:
        return day + chance.randint(1, left) * _DAY
    monday = day - day.weekday() * _DAY
    return monday + (7 * max(weeks, 1) + chance.randrange(_WORKDAYS)) * _DAY


def writes_this_week(somebody: Somebody, manners: Manners, chance: Random) -> bool:
    """Whether somebody writes by themselves in a week."""
    rate = _writing(somebody, manners) if somebody.writes is None else somebody.writes
    return rate > 0 and chance.random() * _WEEKS < rate


def _writing(somebody: Somebody, manners: Manners) -> float:
    if somebody.kind == "client":
        return manners.client_writes
    if somebody.known:
        return manners.known_writes
    return manners.met_writes if somebody.is_met else 0.0
