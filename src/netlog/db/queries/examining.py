"""What doctor reads of everybody at once, to hold it against what it follows from."""

from datetime import date, datetime

from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from netlog.db.queries.parts import Column, First, Lookup, Rows, is_contact, select_wide
from netlog.db.schema import (
    Change,
    Introduction,
    Person,
    Place,
    Presence,
    Thank,
    Touch,
    Version,
)
from netlog.domain.introduction import IntroductionState
from netlog.domain.person import ME_ID, NameState


def every_name() -> Rows[NameState]:
    """Everybody, the user too: how they are called, and what follows from that."""
    return select_wide(
        Person.id,
        Person.handle,
        Person.name,
        Person.folded,
        Person.draw,
    ).order_by(col(Person.id))


def last_seen() -> Lookup[int, str]:
    """The last day on which everybody was seen in person."""
    return (
        select(Presence.person_id, func.max(col(Touch.day)).label("day"))
        .select_from(Touch)
        # "+ 0" keeps SQLite from an index: a table is read ten times as quickly so.
        .join(Presence, col(Touch.id) + 0 == col(Presence.touch_id))
        .where(is_contact(), col(Touch.in_person) + 0 == True)
        .group_by(col(Presence.person_id))
    )


def every_introduction() -> Rows[IntroductionState]:
    """Every introduction, as it stands in the file."""
    return select_wide(
        Introduction.id,
        Introduction.a_id,
        Introduction.b_id,
        Introduction.day,
        Introduction.said,
        Introduction.state,
    ).order_by(col(Introduction.id))


_Other = aliased(Presence)
_last_together = (
    select(func.max(col(Touch.day)))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .join(_Other, col(_Other.touch_id) == col(Presence.touch_id))
    .where(
        Presence.person_id == Introduction.a_id,
        col(_Other.person_id) == col(Introduction.b_id),
        Touch.in_person == True,
        is_contact(),
    )
    .correlate(Introduction)
    .scalar_subquery()
)


def together() -> Lookup[int, str | None]:
    """The last day two others were seen together, by their introduction."""
    return select(Introduction.id, _last_together.label("day")).where(
        Introduction.a_id > ME_ID
    )


def every_place() -> Rows[Place]:
    """Every place."""
    return select(Place).order_by(col(Place.id))


def thank_rows() -> Rows[Thank]:
    """Who waits to be thanked for what, and who was."""
    return select(Thank).order_by(col(Thank.entry_id), col(Thank.person_id))


def touches_after(today: date) -> Column[int]:
    """Touches that are dated after a day."""
    return select(Touch.id).where(Touch.day > today).order_by(col(Touch.id))


def introductions_after(today: date) -> Column[int]:
    """Introductions that are dated after a day."""
    return (
        select(Introduction.id)
        .where(Introduction.day > today)
        .order_by(col(Introduction.id))
    )


def changes_after(now: datetime) -> Column[int]:
    """Changes made later than a moment."""
    return (
        select(Change.id)
        .where(Change.at > now, Change.state == "done")
        .order_by(col(Change.id))
    )


def last_change() -> First[tuple[int, datetime]]:
    """The newest change, and when it was made."""
    return select(Change.id, col(Change.at)).order_by(col(Change.id).desc()).limit(1)


def schemas() -> Column[datetime]:
    """When the file came to each of its schemas, the first one first."""
    return select(col(Version.at)).order_by(col(Version.id))
