"""Bookings: touches that are to come, and what became of them."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.kinds import TouchKind
from netlog.domain.person import Named
from netlog.namedtuple import NamedTuple

BOOKING_STATES = ("booked", "held", "cancelled", "no-show")
HELD_WITHIN = 14
"""Within so many days of a booking a touch in person is what was booked."""


class Booking(NamedTuple):
    """A touch that is to come; `hour` is '15:00', '' where none is said.

    `state` is booked, held, cancelled or no-show; `touch_id` is the touch by which it
    was held, and there is one only then.
    """

    id: int
    uid: str
    day: date
    hour: str
    kind: str
    place_id: int | None
    state: str
    touch_id: int | None
    entered: int

    @property
    def is_open(self) -> bool:
        """Whether nothing is known yet of how it went."""
        return self.state == "booked"


class BookedWith(NamedTuple):
    """A booking, its place, '' where there is none, and one of those who are asked."""

    booking: Booking
    place: str
    person: Named


class Booked(NamedTuple):
    """A booking, its place, '' where there is none, and everybody who is asked."""

    booking: Booking
    place: str
    people: tuple[Named, ...]

    def is_held_by(self, kind: TouchKind) -> bool:
        """Whether a contact of that kind can be it: in person, or of its own kind."""
        return kind.in_person or kind.name == self.booking.kind


def together(rows: Iterable[BookedWith]) -> list[Booked]:
    """Each booking once, with all who are asked, in the order of the rows."""
    by_number: dict[int, Booked] = {}
    for booking, place, person in rows:
        there = by_number.get(booking.id) or Booked(booking, place, ())
        by_number[booking.id] = there._replace(people=(*there.people, person))
    return list(by_number.values())
