"""Bookings: made, moved, settled; what holds them, and what follows when that goes."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.repository.changes import add, do, lasting
from tests.repository.filled import NOW, TODAY

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Person
from netlog.errors import NotFoundError
from netlog.repository import bookings, people, touches
from netlog.repository.change import OpenChange
from netlog.repository.merge import merge
from netlog.repository.undo import redo, undo

COFFEE, EMAIL, CALL = (TOUCH_KINDS[kind] for kind in ("coffee", "email", "call"))
FRIDAY = date(2025, 6, 6)
DAY = timedelta(days=1)


def book(store: Store, *who: Person, day: date = FRIDAY, **how: str) -> int:
    """Book a coffee with people, as one change; gives its number."""
    numbers = []

    def booking(change: OpenChange) -> None:
        place = touches.place_key(change, how.get("place", ""))
        made = bookings.book(
            change,
            [person.id for person in who],
            day,
            how.get("kind", "coffee"),
            hour=how.get("hour", ""),
            place_id=place,
        )
        numbers.append(made.booking.id)

    do(store, booking)
    return numbers[0]


def hold(store: Store, number: int, *who: Person, day: date = FRIDAY) -> int:
    """Log a coffee by which a booking is held, as one change; gives its number."""
    numbers = []

    def holding(change: OpenChange) -> None:
        touch = touches.log(change, [person.id for person in who], COFFEE, day)
        bookings.hold(change, [bookings.get(change.store, number)], touch.id)
        numbers.append(touch.id)

    do(store, holding)
    return numbers[0]


def state(store: Store, number: int = 1) -> tuple[str, int | None]:
    """What became of a booking, and by which touch."""
    booking = bookings.get(store, number).booking
    return booking.state, booking.touch_id


def test_a_booking_that_is_not_there(store: Store) -> None:
    """A NotFoundError that says where the numbers are."""
    with pytest.raises(NotFoundError, match="There is no booking 7") as error:
        bookings.get(store, 7)
    assert error.value.advice == "netlog show WHO lists the numbers."


def test_a_booking_has_its_people_and_its_place(store: Store) -> None:
    """In the order in which they were named."""
    ann, bo = add(store, "Ann"), add(store, "Bo")
    book(store, bo, ann, hour="15:00", place="Tatte")
    made = bookings.get(store, 1)
    assert [person.name for person in made.people] == ["Bo", "Ann"]
    assert (made.place, made.booking.hour, made.booking.kind) == (
        *("Tatte", "15:00"),
        "coffee",
    )
    assert state(store) == ("booked", None)


def test_what_is_open_with_people_is_booked_with_all_of_them(store: Store) -> None:
    """By day, within days, also where others are asked; what is settled is not."""
    ann, bo = add(store, "Ann"), add(store, "Bo")
    book(store, ann, bo)
    book(store, ann, day=FRIDAY - DAY)
    book(store, bo, day=FRIDAY + DAY)
    done = book(store, ann)
    do(store, lambda c: bookings.edit(c, bookings.get(store, done), state="cancelled"))

    def numbers(*who: Person, **days: date) -> list[int]:
        return [one.booking.id for one in bookings.open_with(store, who, **days)]

    assert numbers(ann) == [2, 1]
    assert numbers(ann, bo) == numbers(bo, ann) == [1]
    assert numbers(ann, since=FRIDAY) == [1]
    assert numbers(ann, until=FRIDAY - DAY) == [2]


def test_what_was_booked_last_is_the_latest_of_each(store: Store) -> None:
    """Within so many days up to one; one with two people is there once."""
    ann, bo, cy = (add(store, name) for name in ("Ann", "Bo", "Cy"))
    book(store, ann, day=FRIDAY - 2 * DAY)
    book(store, ann, bo, day=FRIDAY - DAY)
    book(store, cy)
    book(store, ann, day=FRIDAY + DAY)

    def last(*who: Person, until: date = FRIDAY, within: int = 14) -> list[int]:
        keys = [person.id for person in who]
        found = bookings.last_booked(store, keys, until, within)
        return [one.booking.id for one in found]

    assert last(ann) == last(bo) == last(ann, bo) == [2]
    assert last(ann, cy) == [3, 2]
    assert last(ann, until=FRIDAY - 2 * DAY) == [1]
    assert last(ann, until=FRIDAY + 15 * DAY) == [4]
    assert last(ann, until=FRIDAY + 16 * DAY) == []
    assert last(cy, within=0) == [3]


def test_a_touch_that_is_taken_out_leaves_it_booked(store: Store) -> None:
    """As before it was held; undo and redo go along."""
    ann = add(store, "Ann")
    touch = hold(store, book(store, ann), ann)
    assert state(store) == ("held", touch)
    do(store, lambda c: touches.remove(c, touches.get(store, touch)))
    assert state(store) == ("booked", None)
    undo(store, NOW)
    assert state(store) == ("held", touch)
    undo(store, NOW)
    assert state(store) == ("booked", None)
    redo(store, NOW)
    assert state(store) == ("held", touch)


@pytest.mark.parametrize(
    ("fields", "stays"),
    [
        ({"note": "fine"}, True),
        ({"day": FRIDAY - DAY}, True),
        (touches.kind_columns(TOUCH_KINDS["lunch"]), True),
        (touches.kind_columns(EMAIL), False),
        ({"answered": "no"}, False),
        ({"answered": "yes"}, True),
    ],
)
def test_a_touch_that_is_mended_holds_what_it_can_have_been(
    store: Store, fields: dict[str, Any], *, stays: bool
) -> None:
    """Neither a mail nor a try is a coffee; a coffee on another day is."""
    ann = add(store, "Ann")
    touch = hold(store, book(store, ann), ann)
    do(store, lambda c: touches.edit(c, touches.get(store, touch), **fields))
    assert state(store) == (("held", touch) if stays else ("booked", None))


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        (touches.kind_columns(COFFEE), True),
        (touches.kind_columns(CALL), False),
        ({"note": "fine"}, False),
        (touches.kind_columns(COFFEE) | {"day": FRIDAY - DAY}, False),
        (touches.kind_columns(COFFEE) | {"answered": "no"}, False),
    ],
)
def test_a_touch_that_is_mended_into_what_was_booked_holds_it(
    store: Store, fields: dict[str, Any], *, holds: bool
) -> None:
    """What was logged as a mail by mistake was the coffee."""
    ann = add(store, "Ann")
    book(store, ann)
    do(store, lambda c: touches.log(c, [ann.id], EMAIL, FRIDAY))
    do(store, lambda c: touches.edit(c, touches.get(store, 1), **fields))
    assert state(store) == (("held", 1) if holds else ("booked", None))


def test_a_booking_that_is_taken_out_leaves_the_touch(store: Store) -> None:
    """With those who are asked; undo brings all of it back."""
    ann = add(store, "Ann")
    number = book(store, ann, place="Tatte")
    touch = hold(store, number, ann)
    before = lasting(store)
    do(store, lambda c: bookings.remove(c, bookings.get(store, number)))
    assert (lasting(store)["booking"], lasting(store)["attendee"]) == ([], [])
    assert touches.get(store, touch).kind == "coffee"
    undo(store, NOW)
    assert lasting(store) == before


def test_whoever_is_taken_out_takes_along_what_is_theirs_alone(store: Store) -> None:
    """A booking with others stays with them, and is open where its touch went."""
    ann, bo = add(store, "Ann"), add(store, "Bo")
    book(store, ann)
    hold(store, book(store, ann, bo), ann)
    before = lasting(store)
    do(store, lambda c: people.remove(c, ann))
    assert state(store, 2) == ("booked", None)
    assert [person.name for person in bookings.get(store, 2).people] == ["Bo"]
    with pytest.raises(NotFoundError):
        bookings.get(store, 1)
    undo(store, NOW)
    assert lasting(store) == before


def test_who_is_merged_has_the_bookings_of_both(store: Store) -> None:
    """Asked twice to the same one is asked once."""
    ann, anna, bo = (add(store, name) for name in ("Ann", "Anna", "Bo"))
    book(store, anna, bo)
    book(store, ann, anna)
    before = lasting(store)
    merged = []
    do(store, lambda c: merged.append(merge(c, ann, anna, str)))
    asked = [
        [person.name for person in bookings.get(store, number).people]
        for number in (1, 2)
    ]
    assert asked == [["Ann", "Bo"], ["Ann"]]
    assert merged[0].moved["bookings"] == 2
    undo(store, NOW)
    assert lasting(store) == before


def test_who_is_booked_from_a_day_on(store: Store) -> None:
    """Each once, and nobody of whom it is said how it went."""
    ann, bo, cy = (add(store, name) for name in ("Ann", "Bo", "Cy"))
    book(store, ann, bo)
    book(store, ann, day=FRIDAY + DAY)
    book(store, cy, day=FRIDAY - DAY)
    assert sql.booked_from(store, FRIDAY) == [ann.id, bo.id]
    assert sql.booked_from(store, FRIDAY - DAY) == [ann.id, bo.id, cy.id]
    for number in (1, 2):
        booked = bookings.get(store, number)
        do(store, lambda c, b=booked: bookings.edit(c, b, state="no-show"))  # type: ignore[misc] # mypy does not follow the default
    assert sql.booked_from(store, FRIDAY) == []


def test_what_is_booked_between_two_days(store: Store) -> None:
    """By day and hour, whatever became of it, a row for each who is asked."""
    ann, bo = add(store, "Ann"), add(store, "Bo")
    book(store, ann, hour="15:00", place="Tatte")
    book(store, bo, ann, hour="09:00")
    book(store, ann, day=TODAY)
    book(store, ann, day=FRIDAY + DAY)
    hold(store, 1, ann)
    rows = sql.bookings_between(store, TODAY + DAY, FRIDAY)
    said = [(row.booking.id, row.booking.state, row.place, row.person) for row in rows]
    assert [(number, how, place, who.handle) for number, how, place, who in said] == [
        (2, "booked", "", "bo"),
        (2, "booked", "", "ann"),
        (1, "held", "Tatte", "ann"),
    ]
