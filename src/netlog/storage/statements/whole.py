"""What an export takes along of the journal."""

from typing import Any

from sqlalchemy import CompoundSelect, func, select, union
from sqlmodel import col

from netlog.storage.tables import (
    Change,
    Entry,
    Introduction,
    Person,
    Promise,
    Touch,
)

_mentioned: CompoundSelect[Any] = union(
    select(col(Person.entered).label("number")),
    select(col(Touch.entered)),
    select(col(Introduction.entered)),
    select(col(Promise.entered)),
    select(col(Promise.closed)),
    select(col(Entry.entered)),
)
CHANGES_MENTIONED = (
    select(Change).where(col(Change.id).in_(_mentioned)).order_by(col(Change.id))
)
COUNT_MENTIONED = (
    select(func.count().label("changes"))
    .select_from(Change)
    .where(col(Change.id).in_(_mentioned))
)
LAST_MENTIONED = select(func.max(_mentioned.subquery().c.number).label("number"))
