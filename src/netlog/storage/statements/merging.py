"""Who may be one person, and the pins of one."""

from typing import Any

from sqlalchemy import Executable, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from netlog.storage.statements.parts import ME_ID, NO, constant, first, whole
from netlog.storage.tables import Detail, Person, Pin

_First = aliased(Person)
_Theirs = aliased(Detail)
_MOST = 10
_pair: tuple[Any, ...] = (
    col(_First.handle),
    col(_First.name),
    col(Person.handle).label("other_handle"),
    col(Person.name).label("other_name"),
)
ALIKE_BY_NAME: Executable = (
    select(*_pair, constant("name").label("what"))
    .join(
        _First,
        (col(_First.folded) == col(Person.folded)) & (col(_First.id) < col(Person.id)),
    )
    .where(col(Person.entered) == whole("change"), col(_First.id) > ME_ID)
    .order_by(col(Person.id), col(_First.id))
    .limit(first(_MOST))
    .offset(NO)
)
ALIKE_BY_PHONE: Executable = (
    select(*_pair, constant("phone").label("what"))
    .join(Detail, col(Detail.person_id) == col(Person.id))
    .join(
        _Theirs,
        (col(_Theirs.field) == col(Detail.field))
        & (col(_Theirs.folded) == col(Detail.folded))
        & (col(_Theirs.person_id) < col(Person.id)),
    )
    .join(_First, col(_First.id) == col(_Theirs.person_id))
    .where(
        col(Person.entered) == whole("change"), col(Detail.field) == constant("phone")
    )
    .distinct()
    .order_by(col(Person.id), col(_First.id))
    .limit(first(_MOST))
    .offset(NO)
)
PINS_OF = select(Pin).where(col(Pin.person_id) == whole("person")).order_by(col(Pin.id))
