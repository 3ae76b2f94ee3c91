"""Who was forgotten, what must still be cleaned of them, and where somebody stands."""

from sqlmodel import col, func, or_, select

from netlog.db.queries.parts import Column, Count, Rows
from netlog.db.schema import (
    Booking,
    Change,
    ChangeRow,
    Detail,
    Entry,
    Forgetting,
    Introduction,
    Mark,
    Person,
    Place,
    Scrub,
    Touch,
)
from netlog.domain.person import ME_ID


def scrubs() -> Rows[Scrub]:
    """What must still be cleaned of those who were forgotten."""
    return select(Scrub).order_by(col(Scrub.id))


def forgettings() -> Rows[Forgetting]:
    """Everybody who was forgotten."""
    return select(Forgetting).order_by(col(Forgetting.id))


def marks() -> Rows[Mark]:
    """Every mark of somebody who was forgotten."""
    return select(Mark).order_by(col(Mark.id))


def count_forgettings() -> Count:
    """How many were forgotten and left a mark."""
    return select(func.count().label("forgettings")).select_from(Forgetting)


def called() -> Rows[tuple[int, str, str, str]]:
    """Everybody's key, uid, handle and normalized name."""
    return (
        select(Person.id, Person.uid, Person.handle, Person.folded)
        .where(col(Person.id) > ME_ID)
        .order_by(col(Person.id))
    )


def aliases() -> Rows[tuple[int, str]]:
    """Every other name, normalized, with whose it is."""
    return (
        select(Detail.person_id, Detail.folded)
        .where(Detail.field == "alias", col(Detail.person_id) > ME_ID)
        .order_by(col(Detail.id))
    )


def remembered() -> Rows[tuple[str, int, str | None, str | None]]:
    """Where the journal has details, people who came or went, names and handles."""
    before, after = col(ChangeRow.before), col(ChangeRow.after)
    return (
        select(ChangeRow.tab, ChangeRow.row_id, before, after)
        .where(
            col(ChangeRow.tab).in_(["person", "detail"]),
            or_(
                col(ChangeRow.tab) == "detail",
                before.is_(None),
                after.is_(None),
                before.like('%"name":%'),
                before.like('%"handle":%'),
            ),
            or_(before.is_not(None), after != ""),
        )
        .order_by(col(ChangeRow.id))
    )


def took_somebody_out() -> Column[int]:
    """The changes that took somebody out, and were not undone."""
    return (
        select(ChangeRow.change_id)
        .join(Change, col(Change.id) == col(ChangeRow.change_id))
        .where(
            ChangeRow.tab == "person",
            col(ChangeRow.after).is_(None),
            Change.state == "done",
        )
        .distinct()
        .order_by(col(ChangeRow.change_id))
    )


def deserted_places() -> Column[int]:
    """Places at which nothing happened any more, and nothing is to."""
    visited = select(Touch.place_id).where(col(Touch.place_id).is_not(None))
    booked = select(Booking.place_id).where(col(Booking.place_id).is_not(None))
    return (
        select(Place.id)
        .where(col(Place.id).not_in(visited), col(Place.id).not_in(booked))
        .order_by(col(Place.id))
    )


def entries_led_to(person: int) -> Column[int]:
    """Entries about somebody, or by an introduction in which they have a part."""
    introductions = select(Introduction.id).where(
        or_(
            col(Introduction.introducer_id) == person,
            col(Introduction.a_id) == person,
            col(Introduction.b_id) == person,
        )
    )
    return (
        select(Entry.id)
        .where(
            or_(
                col(Entry.other_id) == person,
                col(Entry.introduction_id).in_(introductions),
            )
        )
        .order_by(col(Entry.id))
    )
