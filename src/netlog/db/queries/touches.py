"""Touches, places, and who was there."""

from datetime import date

from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from netlog.db.queries.parts import Column, Count, First, Rows, Scalar, with_place
from netlog.db.schema import Person, Place, Presence, Touch
from netlog.domain.person import Named
from netlog.domain.touch import TouchAt


def touch(id: int) -> First[Touch]:
    """The touch of that number."""
    return select(Touch).where(Touch.id == id)


def touches_of(person: int) -> Rows[TouchAt]:
    """All touches with somebody, the oldest first."""
    return (
        with_place()
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .outerjoin(Place, col(Place.id) == col(Touch.place_id))
        .where(Presence.person_id == person)
        .order_by(col(Touch.day), col(Touch.id))
    )


def company_of(touch: int) -> Rows[Named]:
    """Who was at a touch, in the order they were named."""
    return (
        select(Person.id, Person.handle, Person.name)
        .join(Presence, col(Presence.person_id) == col(Person.id))
        .where(Presence.touch_id == touch)
        .order_by(col(Presence.id))
    )


def place_by_name(folded: str) -> First[Place]:
    """The place of that name, case and accents aside."""
    return select(Place).where(Place.folded == folded)


def contact_days(person: int) -> Column[date]:
    """The days with a contact, each once, the oldest first."""
    return (
        select(col(Touch.day))
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(Presence.person_id == person, Touch.answered == True)
        .distinct()
        .order_by(col(Touch.day))
    )


_Other = aliased(Presence)


def last_together(a: int, b: int) -> Scalar[date]:
    """The last day on which two people were seen in person together."""
    return (
        select(func.max(col(Touch.day)).label("day"))
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .join(_Other, col(_Other.touch_id) == col(Touch.id))
        .where(
            Presence.person_id == a,
            col(_Other.person_id) == b,
            Touch.in_person == True,
            Touch.answered == True,
        )
    )


def last_note(person: int) -> Scalar[str]:
    """What was noted last of a touch with somebody."""
    return (
        select(Touch.note)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(Presence.person_id == person, Touch.note != "")
        .order_by(col(Touch.day).desc(), col(Touch.id).desc())
        .limit(1)
    )


def count_touches() -> Count:
    """How many touches there are."""
    return select(func.count().label("touches")).select_from(Touch)
