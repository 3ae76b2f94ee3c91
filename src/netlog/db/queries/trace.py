"""Walking along introductions: what lies before somebody, and what came of them."""

from datetime import date
from typing import Any, cast

from sqlmodel import col, func, or_, select

from netlog.db.queries.parts import (
    First,
    Lookup,
    Only,
    Rows,
    is_contact,
    link,
    select_wide,
    to_me,
    with_place,
)
from netlog.db.schema import Entry, Introduction, Person, Place, Presence, Touch
from netlog.domain.introduction import Link
from netlog.domain.ledger import EntryOf
from netlog.domain.person import Named, Sat
from netlog.domain.touch import TouchAt


def _up(person: Any, most: Any) -> Any:
    """Somebody, who introduced them to me, who introduced those, and so on."""
    up = select(person.label("id")).cte("up", recursive=True)
    up = up.union(
        select(Introduction.introducer_id)
        .join(up, up.c.id == col(Introduction.b_id))
        .where(to_me())
    )
    # A walk upward is cut off where a network is a giant; SQLAlchemy has no other way.
    up.element = cast("Any", up.element).limit(most)
    return up


def _down(person: Any) -> Any:
    """Somebody, whom they introduced to me, whom those introduced, and so on."""
    down = select(person.label("id")).cte("down", recursive=True)
    return down.union(
        select(Introduction.b_id)
        .join(down, down.c.id == col(Introduction.introducer_id))
        .where(to_me())
    )


def ancestry(person: int, most: int) -> Rows[Link]:
    """Somebody's introductions, their introducers' and so on, the nearest first."""
    up = _up(person, most)
    return link(up.c.id).outerjoin(
        Introduction, (col(Introduction.b_id) == up.c.id) & to_me()
    )


def links() -> Rows[Link]:
    """Every introduction of somebody to me that was not dropped."""
    return link(col(Introduction.b_id)).where(to_me())


def named(id: int) -> Only[Named]:
    """Somebody as they are pointed at."""
    return select(Person.id, Person.handle, Person.name).where(Person.id == id)


def below(person: int) -> Rows[Link]:
    """Every introduction of anybody who came through somebody, or of them."""
    down = _down(person)
    return (
        link(col(Introduction.b_id))
        .join(down, down.c.id == col(Introduction.b_id))
        .where(to_me())
    )


def outcomes() -> Rows[Entry]:
    """Everything got from anybody, the oldest first."""
    return (
        select(Entry).where(Entry.way == "got").order_by(col(Entry.day), col(Entry.id))
    )


def outcomes_below(person: int) -> Rows[EntryOf]:
    """Everything got from somebody and those below them, in no order."""
    # Ordered by day, it would go through everybody below for each outcome there is.
    down = _down(person)
    return (
        select(Entry, Person.handle, Person.name)
        .join(down, down.c.id == col(Entry.person_id))
        .join(Person, col(Person.id) == col(Entry.person_id))
        .where(Entry.way == "got")
    )


def sat_below(person: int) -> Rows[Sat]:
    """Somebody and whoever came through them, with the first sit-down of each."""
    down = _down(person)
    return select_wide(
        Person.id, Person.handle, Person.name, Person.known, Person.first_sitdown
    ).join(down, down.c.id == col(Person.id))


def met_at(place: int) -> Lookup[int, date]:
    """Who was met in person at a place, and the first day."""
    return (
        select(Presence.person_id, func.min(col(Touch.day)).label("day"))
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .where(Touch.place_id == place, Touch.in_person == True, is_contact())
        .group_by(col(Presence.person_id))
        .order_by(func.min(col(Touch.day)), col(Presence.person_id))
    )


def touch_behind(person: int, until: date) -> First[TouchAt]:
    """What an outcome of a day began with: the latest sit-down with its person by then.

    Without one it is the latest touch in person, else the latest answered one.
    """
    return (
        with_place()
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .outerjoin(Place, col(Place.id) == col(Touch.place_id))
        .where(
            Presence.person_id == person,
            Touch.day <= until,
            Presence.answered == "yes",
        )
        .order_by(
            col(Touch.sit_down).desc(),
            col(Touch.in_person).desc(),
            col(Touch.day).desc(),
            col(Touch.id).desc(),
        )
        .limit(1)
    )


def later_touches(person: int, touch: int, day: date, until: date) -> Rows[TouchAt]:
    """Answered touches with somebody since one of a day, until another; latest first.

    Of one day those count that were entered later.
    """
    return (
        with_place()
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .outerjoin(Place, col(Place.id) == col(Touch.place_id))
        .where(
            Presence.person_id == person,
            or_(
                col(Touch.day) > day,
                (col(Touch.day) == day) & (col(Touch.id) > touch),
            ),
            Touch.day <= until,
            is_contact(),
        )
        .order_by(col(Touch.day).desc(), col(Touch.id).desc())
    )


def first_touch(person: int) -> First[TouchAt]:
    """When somebody was first met in person, and where; None if known before."""
    return (
        with_place()
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .outerjoin(Place, col(Place.id) == col(Touch.place_id))
        .where(
            Presence.person_id == person,
            Person.known == False,
            Touch.in_person == True,
            is_contact(),
        )
        .order_by(col(Touch.day), col(Touch.id))
        .limit(1)
    )


def touch_with(touch: int, person: int) -> First[TouchAt]:
    """A touch with somebody, and what they answered."""
    return (
        with_place()
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .outerjoin(Place, col(Place.id) == col(Touch.place_id))
        .where(Touch.id == touch, Presence.person_id == person)
    )
