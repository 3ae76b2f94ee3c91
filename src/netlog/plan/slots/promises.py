"""Promises: all that fall due by Sunday, the longest-waiting first."""

from netlog.db import sql
from netlog.domain.numbers import counted
from netlog.domain.promise import Promise
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line


def fill(inputs: PlanInputs) -> tuple[Line, ...]:
    """One line a promise, with its number; theirs to me as well."""
    due = sql.promises_due(inputs.store, inputs.context.week.sunday)
    lines = (_line(inputs, promise) for promise in due)
    return tuple(line for line in lines if line)


def _line(inputs: PlanInputs, promise: Promise) -> Line | None:
    person = sql.person(inputs.store, promise.person_id)
    if person is None:
        return None
    by = "they promised " if promise.theirs else ""
    text = f"{promise.text}, {when((promise.due - inputs.context.today).days)}"
    return Line(
        person,
        f"{by}{text}",
        f"netlog done {promise.id}",
        more={
            "promise": promise.id,
            "what": promise.text,
            "due": promise.due,
            "theirs": promise.theirs,
        },
        short=f"{by or 'promised '}{text} (done {promise.id})",
    )


def when(days: int) -> str:
    """How far off a day is: today, tomorrow, in 3 days, waiting 2 days."""
    if days < 0:
        return f"waiting {counted(-days, 'day')}"
    return ("today", "tomorrow")[days] if days <= 1 else f"in {days} days"
