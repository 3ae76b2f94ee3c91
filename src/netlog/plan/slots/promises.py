"""Promises: all that fall due by Sunday, the longest-waiting first."""

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.numbers import counted
from netlog.domain.promise import Promise
from netlog.plan.context import PlanContext
from netlog.plan.result import Line


def fill(context: PlanContext, store: Store) -> tuple[Line, ...]:
    """One line a promise, with its number."""
    due = sql.promises_due(store, context.week.sunday)
    lines = (_line(context, store, promise) for promise in due)
    return tuple(line for line in lines if line)


def _line(context: PlanContext, store: Store, promise: Promise) -> Line | None:
    person = sql.person(store, promise.person_id)
    if person is None:
        return None
    return Line(
        person,
        f"{promise.text}, {when((promise.due - context.today).days)}",
        f"netlog done {promise.id}",
        more={"promise": promise.id, "what": promise.text, "due": promise.due},
    )


def when(days: int) -> str:
    """How far off a day is: today, tomorrow, in 3 days, waiting 2 days."""
    if days < 0:
        return f"waiting {counted(-days, 'day')}"
    return ("today", "tomorrow")[days] if days <= 1 else f"in {days} days"
