"""What is owed, and what was kept."""

from datetime import date

from sqlmodel import col, func, select

from netlog.db.queries.parts import Count, First, Rows
from netlog.db.schema import Promise
from netlog.domain.promise import PromisePast


def promise(id: int) -> First[Promise]:
    """The promise of that number."""
    return select(Promise).where(Promise.id == id)


def promises_to(person: int) -> Rows[Promise]:
    """Everything promised to somebody, by day."""
    return (
        select(Promise)
        .where(Promise.person_id == person)
        .order_by(col(Promise.due), col(Promise.id))
    )


def promises_due(until: date) -> Rows[Promise]:
    """Open promises due by a day, the longest-waiting first."""
    return (
        select(Promise)
        .where(Promise.state == "open", Promise.due <= until)
        .order_by(col(Promise.due), col(Promise.id))
    )


def promises_past(since: date, until: date) -> Rows[PromisePast]:
    """Promises whose day was between two days, the second not included."""
    return select(Promise.state, col(Promise.due), col(Promise.closed_on)).where(
        Promise.due >= since, Promise.due < until
    )


def count_promises() -> Count:
    """How many promises there are."""
    return select(func.count().label("promises")).select_from(Promise)
