"""What is owed, and what was kept."""

from sqlalchemy import func, select
from sqlmodel import col

from netlog.storage.statements.parts import constant, day, whole
from netlog.storage.tables import Promise

PROMISE = select(Promise).where(col(Promise.id) == whole("id"))
PROMISES_TO = (
    select(Promise)
    .where(col(Promise.person_id) == whole("person"))
    .order_by(col(Promise.due), col(Promise.id))
)
PROMISES_DUE = (
    select(Promise)
    .where(col(Promise.state) == constant("open"), col(Promise.due) <= day("until"))
    .order_by(col(Promise.due), col(Promise.id))
)
PROMISES_PAST = select(
    col(Promise.state), col(Promise.due), col(Promise.closed_on)
).where(col(Promise.due) >= day("since"), col(Promise.due) < day("until"))
COUNT_PROMISES = select(func.count().label("promises")).select_from(Promise)
