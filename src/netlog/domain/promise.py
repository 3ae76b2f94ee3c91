"""Promises: something owed to a person, with a day."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from netlog.namedtuple import NamedTuple


class Promise(NamedTuple):
    """What is owed, by the user or to them where it is `theirs`.

    `closed` is the change in which it was kept or dropped.
    """

    id: int
    uid: str
    person_id: int
    text: str
    due: date
    state: str
    closed_on: date | None
    closed: int | None
    theirs: bool
    entered: int


class PromisePast(NamedTuple):
    """A promise whose day has passed; `closed_on` is None while it is open."""

    state: str
    due: date
    closed_on: date | None

    def ended(self, until: date) -> str:
        """How it stood at the end of a day: on time, late, dropped or waiting."""
        if self.closed_on is None or self.closed_on > until:
            return "waiting"
        if self.state == "dropped":
            return "dropped"
        return "on time" if self.closed_on <= self.due else "late"


class PromisesKept(NamedTuple):
    """Promises whose day has passed, each once: how they ended, if they did."""

    on_time: int
    late: int
    dropped: int
    waiting: int

    @property
    def n(self) -> int:
        """All of them."""
        return sum(self)


def how_kept(promises: Iterable[PromisePast], until: date) -> PromisesKept:
    """How promises stand at the end of a day, of those whose own day is over by then.

    One that was kept early counts when its day has passed, too: until then nobody
    knows of those of the same day that are still open.
    """
    ends = Counter(one.ended(until) for one in promises if one.due < until)
    return PromisesKept(
        *(ends[end] for end in ("on time", "late", "dropped", "waiting"))
    )
