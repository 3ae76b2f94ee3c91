"""Bookings: rows put together, and what can have been one."""

from datetime import date
from typing import Any

import pytest

from netlog.domain.booking import Booked, BookedWith, Booking, together
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Named

ANN, BO = Named(2, "ann", "Ann"), Named(3, "bo", "Bo")


def booking(number: int, **fields: Any) -> Booking:
    """A coffee of that number."""
    plain = Booking(number, "", date(2025, 6, 6), "", "coffee", None, "booked", None, 1)
    return plain._replace(**fields)


def test_each_booking_is_there_once_with_all_who_are_asked() -> None:
    """In the order of the rows."""
    one, two = booking(1), booking(2)
    rows = [
        BookedWith(two, "Tatte", ANN),
        BookedWith(one, "", BO),
        BookedWith(two, "Tatte", BO),
    ]
    assert together(rows) == [Booked(two, "Tatte", (ANN, BO)), Booked(one, "", (BO,))]
    assert together([]) == []


@pytest.mark.parametrize(
    ("state", "is_open"),
    [("booked", True), ("held", False), ("cancelled", False), ("no-show", False)],
)
def test_a_booking_is_open_until_it_is_said_how_it_went(
    state: str, *, is_open: bool
) -> None:
    """Also when its day has passed."""
    assert booking(1, state=state).is_open is is_open


@pytest.mark.parametrize(
    ("booked", "kind", "held"),
    [
        ("coffee", "coffee", True),
        ("coffee", "lunch", True),
        ("coffee", "met", True),
        ("coffee", "call", False),
        ("coffee", "email", False),
        ("call", "call", True),
        ("call", "coffee", True),
        ("call", "email", False),
    ],
)
def test_what_is_in_person_or_of_its_kind_can_be_what_was_booked(
    booked: str, kind: str, *, held: bool
) -> None:
    """A call that was booked is held by a call; a mail about a coffee is none."""
    made = Booked(booking(1, kind=booked), "", (ANN,))
    assert made.is_held_by(TOUCH_KINDS[kind]) is held
