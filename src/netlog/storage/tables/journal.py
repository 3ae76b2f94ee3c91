"""What was changed, and which schemas a file has had."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from netlog.storage.column_types import Moment
from netlog.storage.tables.fields import STRICT, key, one_of, to, uid, whole, words


class Change(SQLModel, table=True):
    """One writing command: when, in which words, and whether it was undone."""

    __table_args__ = (
        one_of("state", ("done", "undone", "gone")),
        Index("change_state", "state"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    at: datetime = Field(sa_type=Moment)
    command: str = words()
    state: str = words(default="done")


class ChangeRow(SQLModel, table=True):
    """Rows of one table as they were before a change and after it.

    `before` is JSON, null for rows that a change put in; `after` is null for one
    that it took out.  Rows that were put in, from `row_id` to `last_id`, stand in
    their table: `after` is '' until an undo takes them out and keeps them here.
    """

    __tablename__ = "change_row"
    __table_args__ = (
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL"),
        CheckConstraint("row_id <= last_id"),
        Index("change_row_change", "change_id"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    change_id: int = to("change")
    tab: str = words()
    row_id: int = whole()
    last_id: int = whole()
    before: str | None = words(default=None)
    after: str | None = words(default=None)


class Version(SQLModel, table=True):
    """Which schemas this file has had."""

    __table_args__ = (STRICT,)
    id: int | None = key()
    uid: str = uid()
    number: int = whole(unique=True)
    at: datetime = Field(sa_type=Moment)
