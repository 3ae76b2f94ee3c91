"""Promises: all that fall due by Sunday, the longest-waiting first."""

from typing import TYPE_CHECKING

from netlog.domain.promise import Promise
from netlog.plan.frame import Frame
from netlog.plan.result import Line

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource


def fill(frame: Frame, source: "PlanSource") -> tuple[Line, ...]:
    """One line a promise, with its number."""
    due = source.promises_due(frame.week.sunday)
    lines = (_line(frame, source, promise) for promise in due)
    return tuple(line for line in lines if line)


def _line(frame: Frame, source: "PlanSource", promise: Promise) -> Line | None:
    person = source.person(promise.person_id)
    if person is None:
        return None
    return Line(
        person,
        f"{promise.text}, {when((promise.due - frame.today).days)}",
        f"netlog done {promise.id}",
        more={"promise": promise.id, "what": promise.text, "due": promise.due},
    )


def when(days: int) -> str:
    """How far off a day is: today, tomorrow, in 3 days, waiting 2 days."""
    if days < 0:
        return f"waiting {-days} day{'s' * (days < -1)}"
    return ("today", "tomorrow")[days] if days <= 1 else f"in {days} days"
