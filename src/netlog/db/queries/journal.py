"""The changes, newest and oldest, and the rows they wrote."""

from typing import Any

from sqlalchemy import CompoundSelect
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select, union

from netlog.db.queries.parts import Column, Count, First, Rows
from netlog.db.schema import (
    Anniversary,
    Booking,
    Change,
    ChangeRow,
    Detail,
    Entry,
    Introduction,
    Person,
    Presence,
    Promise,
    Touch,
    Version,
)
from netlog.domain.journal import ENDS_HISTORY, ChangeCounted, Numbered

_NUMBERED = ("touch", "introduction", "promise", "entry", "booking")


def newest_done() -> First[Change]:
    """The newest change that is done."""
    return (
        select(Change)
        .where(Change.state == "done")
        .order_by(col(Change.id).desc())
        .limit(1)
    )


def oldest_undone() -> First[Change]:
    """The oldest change that was undone: the next to do again."""
    return (
        select(Change).where(Change.state == "undone").order_by(col(Change.id)).limit(1)
    )


def undone() -> Column[int]:
    """The numbers of all changes that were undone."""
    return select(Change.id).where(Change.state == "undone")


def last_forget() -> First[Change]:
    """The forget that ended what could be undone before it, where there was one."""
    return select(Change).where(Change.command == ENDS_HISTORY, Change.state == "gone")


def changes(most: int) -> Rows[ChangeCounted]:
    """The last changes, the newest first; of those before a forget, none.

    Of what came before it there is nothing but that somebody came by an import.
    """
    forget = aliased(Change)
    last = select(func.max(forget.id)).where(
        forget.command == ENDS_HISTORY, forget.state == "gone"
    )
    return (
        select(
            Change,
            select(func.count())
            .where(ChangeRow.change_id == Change.id)
            .scalar_subquery()
            .label("rows"),
        )
        .where(col(Change.id) >= func.coalesce(last.scalar_subquery(), 0))
        .order_by(col(Change.id).desc())
        .limit(most)
    )


def rows_of(change: int) -> Rows[ChangeRow]:
    """The rows that a change wrote, in their order."""
    return (
        select(ChangeRow)
        .where(ChangeRow.change_id == change)
        .order_by(col(ChangeRow.id))
    )


def every_change_row() -> Rows[ChangeRow]:
    """Every row of the journal, the oldest first."""
    return select(ChangeRow).order_by(col(ChangeRow.id))


def schema_version() -> Count:
    """Which schema the file has."""
    return select(func.max(col(Version.number)).label("number"))


def numbered(change: int) -> Rows[Numbered]:
    """What a change wrote that people know by its number."""
    return (
        select(ChangeRow.tab, ChangeRow.row_id)
        .where(
            ChangeRow.change_id == change,
            col(ChangeRow.tab).in_(_NUMBERED),
        )
        .order_by(col(ChangeRow.id))
    )


_mentioned: CompoundSelect[Any] = union(
    select(col(Person.entered).label("number")),
    select(Person.woken),
    select(Detail.entered),
    select(Anniversary.entered),
    select(Touch.entered),
    select(Presence.settled),
    select(Booking.entered),
    select(Introduction.entered),
    select(Promise.entered),
    select(Promise.closed),
    select(Entry.entered),
)


def changes_mentioned() -> Rows[Change]:
    """Changes by which something that is there was entered or closed."""
    return select(Change).where(col(Change.id).in_(_mentioned)).order_by(col(Change.id))


def count_mentioned() -> Count:
    """How many changes these are."""
    return (
        select(func.count().label("changes"))
        .select_from(Change)
        .where(col(Change.id).in_(_mentioned))
    )


def last_mentioned() -> Count:
    """The highest number of a change by which something that is there was entered."""
    return select(func.max(_mentioned.subquery().c.number).label("number"))
