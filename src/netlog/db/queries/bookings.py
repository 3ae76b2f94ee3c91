"""What is booked, with whom, and what became of it."""

from datetime import date
from typing import Any

from sqlmodel import col, func, select
from sqlmodel.sql.expression import Select

from netlog.db.queries.parts import Column, Lookup, Rows, select_wide
from netlog.db.schema import Attendee, Booking, Person, Place
from netlog.domain.booking import BookedWith


def _with_people() -> Select[Any]:
    return (
        select_wide(
            Booking,
            func.coalesce(col(Place.name), "").label("place"),
            col(Person.id).label("person_id"),
            Person.handle,
            Person.name,
        )
        .join(Attendee, col(Attendee.booking_id) == col(Booking.id))
        .join(Person, col(Person.id) == col(Attendee.person_id))
        .outerjoin(Place, col(Place.id) == col(Booking.place_id))
        .order_by(
            col(Booking.day), col(Booking.hour), col(Booking.id), col(Attendee.id)
        )
    )


def booked_with(booking: int) -> Rows[BookedWith]:
    """A booking, a row for each of those who are asked, in the order they were."""
    return _with_people().where(Booking.id == booking)


def bookings_of(person: int) -> Rows[BookedWith]:
    """Everything that was ever booked with somebody, by day; a row for each asked."""
    return _with_people().where(
        col(Booking.id).in_(
            select(Attendee.booking_id).where(Attendee.person_id == person)
        )
    )


def bookings_between(first: date, last: date) -> Rows[BookedWith]:
    """What was booked for the days from one to another; a row for each asked."""
    return _with_people().where(Booking.day >= first, Booking.day <= last)


def booked_from(day: date) -> Column[int]:
    """Who is booked for a day or a later one, and nothing has come of it yet."""
    # A sum, so that the day chooses the index, not the order of who is asked.
    person = (col(Attendee.person_id) + 0).label("person_id")
    return (
        select(person)
        .join(Booking, col(Booking.id) == col(Attendee.booking_id))
        .where(Booking.day >= day, Booking.state == "booked")
        .distinct()
        .order_by(person)
    )


def held_by(touch: int) -> Rows[Booking]:
    """The bookings that a touch was."""
    return select(Booking).where(Booking.touch_id == touch).order_by(col(Booking.id))


def misstated_bookings() -> Rows[Booking]:
    """Bookings that are held by no touch, or by one and not held."""
    return (
        select(Booking)
        .where((col(Booking.state) == "held") == col(Booking.touch_id).is_(None))
        .order_by(col(Booking.id))
    )


def bookings_by_state(since: date, until: date) -> Lookup[str, int]:
    """How many bookings of the days from one to another are in each state."""
    return (
        select(Booking.state, func.count().label("bookings"))
        .where(Booking.day >= since, Booking.day <= until)
        .group_by(col(Booking.state))
    )
