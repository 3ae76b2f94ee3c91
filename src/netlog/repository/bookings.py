"""Booking a touch that is to come, moving it, settling what became of it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.booking import Booked, together
from netlog.domain.kinds import TouchKind
from netlog.domain.person import Person
from netlog.domain.touch import Touch
from netlog.errors import NotFoundError
from netlog.repository.change import OpenChange


def get(store: Store, number: int) -> Booked:
    """The booking of that number; NotFoundError where there is none."""
    booked = together(sql.booked_with(store, number))
    if not booked:
        raise NotFoundError(
            f"There is no booking {number}.", "netlog show WHO lists the numbers."
        )
    return booked[0]


def bookings_of(store: Store, person: int) -> list[Booked]:
    """Everything that was ever booked with somebody, by day."""
    return together(sql.bookings_of(store, person))


def open_with(
    store: Store,
    people: Sequence[Person],
    since: date = date.min,
    until: date = date.max,
) -> list[Booked]:
    """What is booked with all of the people for days from one to another, by day.

    Others may be asked to it as well.
    """
    asked = {person.id for person in people}
    return [
        booked
        for booked in bookings_of(store, people[0].id)
        if booked.booking.is_open
        and since <= booked.booking.day <= until
        and asked <= {person.id for person in booked.people}
    ]


def book(
    change: OpenChange,
    people: Iterable[int],
    day: date,
    kind: str,
    *,
    hour: str = "",
    place_id: int | None = None,
) -> Booked:
    """Book a touch with these people."""
    key = change.insert(
        "booking",
        day=day,
        hour=hour,
        kind=kind,
        place_id=place_id,
        state="booked",
        entered=change.number,
    )
    for person in people:
        change.insert("attendee", booking_id=key, person_id=person, state="invited")
    return get(change.store, key)


def edit(change: OpenChange, booked: Booked, **fields: Any) -> Booked:
    """Move a booking, mend it where it stands, or say what became of it."""
    change.update("booking", booked.booking.id, **fields)
    return get(change.store, booked.booking.id)


def remove(change: OpenChange, booked: Booked) -> None:
    """Take a booking out; the touch by which it was held stays."""
    from netlog.repository.references import remove_row

    remove_row(change, "booking", booked.booking.id)


def last_booked(
    store: Store, people: Iterable[int], until: date, within: int
) -> list[Booked]:
    """What was booked last with each of the people in the days up to one, once.

    Nothing is known yet of how it went.  The latest comes first.
    """
    since = until - timedelta(days=within)
    latest: dict[int, Booked] = {}
    for person in people:
        for booked in bookings_of(store, person):
            if booked.booking.is_open and since <= booked.booking.day <= until:
                latest[person] = booked
    by_number = {booked.booking.id: booked for booked in latest.values()}
    return sorted(by_number.values(), key=_by_day, reverse=True)


def _by_day(booked: Booked) -> tuple[date, int]:
    return booked.booking.day, booked.booking.id


def touch_that_held(store: Store, booked: Booked, within: int) -> int | None:
    """The first contact that a booking can have been, on its day or days after."""
    first, last = booked.booking.day, booked.booking.day + timedelta(days=within)
    for person in booked.people:
        for touch in sql.touches_of(store, person.id):
            kind = TouchKind(touch.kind, touch.in_person, touch.sit_down, touch.two_way)
            if (
                first <= touch.day <= last
                and touch.is_contact
                and booked.is_held_by(kind)
            ):
                return touch.id
    return None


def missed_with(
    store: Store, people: Iterable[int], day: date, within: int
) -> list[Booked]:
    """What was booked with the people and said not to have been, for days up to one."""
    since = day - timedelta(days=within)
    missed = {
        booked.booking.id: booked
        for person in people
        for booked in bookings_of(store, person)
        if booked.booking.state in {"no-show", "cancelled"}
        and since <= booked.booking.day <= day
    }
    return list(missed.values())


def hold(change: OpenChange, bookings: Iterable[Booked], touch: int) -> None:
    """Say that bookings were held by a touch."""
    for booked in bookings:
        edit(change, booked, state="held", touch_id=touch)


def release(change: OpenChange, touch: int) -> None:
    """Have what was held by a touch be booked again."""
    for booking in sql.held_by(change.store, touch):
        change.update("booking", booking.id, state="booked", touch_id=None)


def follow_touches(change: OpenChange) -> None:
    """Have bookings be held by a touch alone: one that went leaves them booked."""
    for booking in sql.misstated_bookings(change.store):
        state = "held" if booking.touch_id else "booked"
        change.update("booking", booking.id, state=state)


def follow(
    change: OpenChange,
    touch: Touch,
    kind: TouchKind,
    people: Iterable[int],
    within: int,
) -> None:
    """Let bookings follow a contact that was mended.

    What it cannot have been is booked again; where it held nothing, it holds what was
    booked last, for a day at most `within` days before.
    """
    held = sql.held_by(change.store, touch.id)
    if any(not get(change.store, one.id).is_held_by(kind) for one in held):
        release(change, touch.id)
    elif not held:
        last = last_booked(change.store, people, touch.day, within)
        hold(change, (one for one in last if one.is_held_by(kind)), touch.id)
