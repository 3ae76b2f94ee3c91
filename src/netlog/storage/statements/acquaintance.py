"""Who knows whom, and whom the user can ask."""

from typing import Any

from sqlalchemy import ColumnElement, Executable, Select, case, or_, select, union_all
from sqlalchemy.orm import aliased
from sqlmodel import col

from netlog.storage.statements.parts import ME_ID, NO, YES, constant, first, whole
from netlog.storage.tables import Introduction, Person

_Near: Any = aliased(Introduction)

_came_to_me = (
    select(_Near.id)
    .where(
        _Near.b_id == col(Person.id),
        _Near.a_id == ME_ID,
        or_(_Near.state == constant("made"), _Near.state == constant("met")),
    )
    .correlate_except(_Near)
    .exists()
)
_brought_to_me = (
    select(_Near.id)
    .where(
        _Near.introducer_id == col(Person.id),
        _Near.a_id == ME_ID,
        _Near.state != constant("dropped"),
    )
    .correlate_except(_Near)
    .exists()
)
_HAND: tuple[Any, ...] = (
    col(Person.id),
    col(Person.handle),
    col(Person.name),
    col(Person.org),
    col(Person.role),
    col(Person.known),
    col(Person.touches),
    col(Person.last_contact),
    col(Person.attempts),
    case((_came_to_me, YES), (_brought_to_me, first(2)), else_=NO).label("near"),
)


def _joined(one: Any, other: Any, *where: ColumnElement[bool]) -> Select[Any]:
    """Whom somebody knows by introductions in which both have a part."""
    return select(
        other.label("id"),
        col(Introduction.id).label("introduction"),
        col(Introduction.day),
    ).where(
        one == whole("person"),
        other != ME_ID,
        col(Introduction.state) != constant("dropped"),
        *where,
    )


_by = col(Introduction.introducer_id)
_a, _b = col(Introduction.a_id), col(Introduction.b_id)
_agreed = col(Introduction.state) != constant("offered")
_known = union_all(
    _joined(_by, _a),
    _joined(_by, _b),
    _joined(_a, _by),
    _joined(_b, _by),
    _joined(_a, _b, _agreed),
    _joined(_b, _a, _agreed),
).subquery()
ACQUAINTANCES: Executable = select(*_HAND, _known.c.introduction, _known.c.day).join(
    _known, col(Person.id) == _known.c.id
)
HAND: Executable = select(*_HAND).where(col(Person.id) == whole("id"))
OFFICES = select(col(Person.id), col(Person.org), col(Person.role)).where(
    (col(Person.org) != constant("")) | (col(Person.role) != constant(""))
)
