"""Touches, places, and who was there."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from netlog.storage.statements.parts import NO, YES, constant, first, whole, words
from netlog.storage.tables import Person, Place, Presence, Touch

TOUCH = select(Touch).where(col(Touch.id) == whole("id"))
TOUCHES_OF = (
    select(Touch, func.coalesce(col(Place.name), constant("")).label("place"))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .outerjoin(Place, col(Place.id) == col(Touch.place_id))
    .where(col(Presence.person_id) == whole("person"))
    .order_by(col(Touch.day), col(Touch.id))
)
COMPANY_OF = (
    select(col(Person.id), col(Person.handle), col(Person.name))
    .join(Presence, col(Presence.person_id) == col(Person.id))
    .where(col(Presence.touch_id) == whole("touch"))
    .order_by(col(Presence.id))
)
PRESENCES_AT = (
    select(Presence)
    .where(col(Presence.touch_id) == whole("touch"))
    .order_by(col(Presence.id))
)
PRESENCES_WITH = (
    select(Presence)
    .where(col(Presence.person_id) == whole("person"))
    .order_by(col(Presence.id))
)
PLACE_BY_NAME = select(Place).where(col(Place.folded) == words("folded"))
CONTACT_DAYS = (
    select(col(Touch.day))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(col(Presence.person_id) == whole("person"), col(Touch.answered) == YES)
    .distinct()
    .order_by(col(Touch.day))
)
_Other = aliased(Presence)
LAST_TOGETHER = (
    select(func.max(col(Touch.day)).label("day"))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .join(_Other, col(_Other.touch_id) == col(Touch.id))
    .where(
        col(Presence.person_id) == whole("a"),
        col(_Other.person_id) == whole("b"),
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
    )
)
LAST_NOTE = (
    select(col(Touch.note))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(col(Presence.person_id) == whole("person"), col(Touch.note) != constant(""))
    .order_by(col(Touch.day).desc(), col(Touch.id).desc())
    .limit(first(1))
    .offset(NO)
)
COUNT_TOUCHES = select(func.count().label("touches")).select_from(Touch)
