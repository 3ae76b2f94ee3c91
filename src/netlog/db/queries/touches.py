"""Touches, places, and who was there."""

from datetime import date
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import col, func, or_, select

from netlog.db.queries.parts import (
    Count,
    First,
    Rows,
    Scalar,
    is_contact,
    select_wide,
    with_place,
)
from netlog.db.schema import Person, Place, Presence, Touch
from netlog.domain.person import Named
from netlog.domain.touch import Contact, TouchAt


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


_CONTACT: tuple[Any, ...] = (
    col(Presence.person_id),
    col(Presence.touch_id),
    col(Touch.day),
    col(Touch.entered),
    col(Touch.kind),
    col(Touch.in_person),
    col(Touch.sit_down),
    col(Touch.inbound),
    col(Presence.answered),
    col(Presence.answered_on),
    col(Presence.settled),
)


def contacts_of(person: int) -> Rows[Contact]:
    """All touches with somebody, as far as their standing follows from them."""
    return (
        select_wide(*_CONTACT)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(Presence.person_id == person)
        .order_by(col(Touch.day), col(Touch.id))
    )


def every_contact() -> Rows[Contact]:
    """The same of everybody, person by person."""
    return (
        select_wide(*_CONTACT)
        .select_from(Touch)
        # "+ 0" keeps SQLite from an index: a table is read ten times as quickly so.
        .join(Presence, col(Touch.id) + 0 == col(Presence.touch_id))
        .order_by(col(Presence.person_id) + 0, col(Touch.day), col(Touch.id))
    )


def presences_of(person: int) -> Rows[Presence]:
    """At which touches somebody was, and what they answered."""
    return (
        select(Presence).where(Presence.person_id == person).order_by(col(Presence.id))
    )


def answers_to(touch: int) -> Rows[Presence]:
    """Who was at a touch, and what they answered."""
    return select(Presence).where(Presence.touch_id == touch).order_by(col(Presence.id))


def unanswered_by(person: int, until: date) -> Rows[Presence]:
    """What was sent to somebody up to a day and is not answered, the oldest first."""
    return (
        select(Presence)
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .where(
            Presence.person_id == person,
            Presence.answered == "sent",
            Touch.day <= until,
        )
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
            is_contact(),
        )
    )


def last_note(person: int) -> Scalar[str]:
    """What was noted last when somebody was met, called or heard from."""
    return (
        select(Touch.note)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(
            Presence.person_id == person,
            Touch.note != "",
            or_(col(Touch.two_way) == True, col(Touch.inbound) == True),
        )
        .order_by(col(Touch.day).desc(), col(Touch.id).desc())
        .limit(1)
    )


def count_touches() -> Count:
    """How many touches there are."""
    return select(func.count().label("touches")).select_from(Touch)
