"""The changes, newest and oldest, and the rows they wrote."""

from sqlalchemy import func, select
from sqlmodel import col

from netlog.storage.statements.parts import NO, constant, first, whole
from netlog.storage.tables import Change, ChangeRow, Version

NUMBERED_SORTS = ("touch", "introduction", "promise", "entry")
NEWEST_DONE = (
    select(Change)
    .where(col(Change.state) == constant("done"))
    .order_by(col(Change.id).desc())
    .limit(first(1))
    .offset(NO)
)
OLDEST_UNDONE = (
    select(Change)
    .where(col(Change.state) == constant("undone"))
    .order_by(col(Change.id))
    .limit(first(1))
    .offset(NO)
)
UNDONE = select(Change).where(col(Change.state) == constant("undone"))
CHANGES = (
    select(
        Change,
        select(func.count())
        .where(col(ChangeRow.change_id) == col(Change.id))
        .scalar_subquery()
        .label("rows"),
    )
    .order_by(col(Change.id).desc())
    .limit(whole("most"))
    .offset(NO)
)
ROWS_OF = (
    select(ChangeRow)
    .where(col(ChangeRow.change_id) == whole("change"))
    .order_by(col(ChangeRow.id))
)
SCHEMA_VERSION = select(func.max(col(Version.number)).label("number"))
NUMBERED = (
    select(col(ChangeRow.tab), col(ChangeRow.row_id))
    .where(
        col(ChangeRow.change_id) == whole("change"),
        col(ChangeRow.tab).in_([constant(sort) for sort in NUMBERED_SORTS]),
    )
    .order_by(col(ChangeRow.id))
)
