"""Walking along introductions: what lies before somebody, and what came of them."""

from typing import Any, cast

from sqlalchemy import ColumnElement, Executable, func, select
from sqlmodel import col

from netlog.storage.statements.parts import ME_ID, NO, YES, constant, day, first, whole
from netlog.storage.tables import Entry, Introduction, Person, Place, Presence, Touch


def _to_me() -> ColumnElement[bool]:
    """An introduction of somebody to me that was not dropped."""
    return (col(Introduction.a_id) == ME_ID) & (
        col(Introduction.state) != constant("dropped")
    )


_up = select(whole("person").label("id")).cte("up", recursive=True)
_up = _up.union(
    select(col(Introduction.introducer_id))
    .join(_up, _up.c.id == col(Introduction.b_id))
    .where(_to_me())
)
# A walk upward is cut off where a network is a giant; SQLAlchemy has no other way.
_up.element = cast("Any", _up.element).limit(whole("most")).offset(NO)

_down = select(whole("person").label("id")).cte("down", recursive=True)
_down = _down.union(
    select(col(Introduction.b_id))
    .join(_down, _down.c.id == col(Introduction.introducer_id))
    .where(_to_me())
)

ANCESTRY: Executable = select(
    _up.c.id.label("person_id"),
    col(Introduction.id).label("introduction"),
    col(Introduction.introducer_id),
    col(Introduction.day),
    col(Introduction.state),
).outerjoin(Introduction, (col(Introduction.b_id) == _up.c.id) & _to_me())
LINKS: Executable = select(
    col(Introduction.b_id).label("person_id"),
    col(Introduction.id).label("introduction"),
    col(Introduction.introducer_id),
    col(Introduction.day),
    col(Introduction.state),
).where(_to_me())
NAMED = select(col(Person.id), col(Person.handle), col(Person.name)).where(
    col(Person.id) == whole("id")
)
BELOW: Executable = (
    select(
        col(Introduction.b_id).label("person_id"),
        col(Introduction.id).label("introduction"),
        col(Introduction.introducer_id),
        col(Introduction.day),
        col(Introduction.state),
    )
    .join(_down, _down.c.id == col(Introduction.b_id))
    .where(_to_me())
)
OUTCOMES: Executable = (
    select(Entry)
    .where(col(Entry.way) == constant("got"))
    .order_by(col(Entry.day), col(Entry.id))
)
# Ordered by day, it would go through everybody below for each outcome there is.
OUTCOMES_BELOW = (
    select(Entry, col(Person.handle), col(Person.name))
    .join(_down, _down.c.id == col(Entry.person_id))
    .join(Person, col(Person.id) == col(Entry.person_id))
    .where(col(Entry.way) == constant("got"))
)
SAT_BELOW = select(
    col(Person.id),
    col(Person.handle),
    col(Person.name),
    col(Person.known),
    col(Person.first_sitdown),
).join(_down, _down.c.id == col(Person.id))
MET_AT = (
    select(col(Presence.person_id), func.min(col(Touch.day)).label("day"))
    .join(Touch, col(Touch.id) == col(Presence.touch_id))
    .where(
        col(Touch.place_id) == whole("place"),
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
    )
    .group_by(col(Presence.person_id))
    .order_by(func.min(col(Touch.day)), col(Presence.person_id))
)
LAST_TOUCH = (
    select(Touch, func.coalesce(col(Place.name), constant("")).label("place"))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .outerjoin(Place, col(Place.id) == col(Touch.place_id))
    .where(
        col(Presence.person_id) == whole("person"),
        col(Touch.day) <= day("until"),
        col(Touch.answered) == YES,
    )
    .order_by(col(Touch.day).desc(), col(Touch.id).desc())
    .limit(first(1))
    .offset(NO)
)
FIRST_TOUCH = (
    select(Touch, func.coalesce(col(Place.name), constant("")).label("place"))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .join(Person, col(Person.id) == col(Presence.person_id))
    .outerjoin(Place, col(Place.id) == col(Touch.place_id))
    .where(
        col(Presence.person_id) == whole("person"),
        col(Person.known) == NO,
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
    )
    .order_by(col(Touch.day), col(Touch.id))
    .limit(first(1))
    .offset(NO)
)
TOUCH_AT = (
    select(Touch, func.coalesce(col(Place.name), constant("")).label("place"))
    .outerjoin(Place, col(Place.id) == col(Touch.place_id))
    .where(col(Touch.id) == whole("touch"))
)
