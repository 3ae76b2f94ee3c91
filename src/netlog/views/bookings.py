"""How bookings are said: in words, and for programs."""

from datetime import date
from typing import Any

from netlog.domain.booking import Booked
from netlog.domain.dates import spell
from netlog.output.answer import Part, name, part
from netlog.views.wording import brief, listed


def booking_data(booked: Booked) -> dict[str, Any]:
    """A booking for programs; `touch` is the one by which it was held."""
    booking = booked.booking
    return {
        "booking": booking.id,
        "uid": booking.uid,
        "date": booking.day,
        "hour": booking.hour,
        "kind": booking.kind,
        "place": booked.place,
        "state": booking.state,
        "touch": booking.touch_id,
        "people": [brief(person) for person in booked.people],
    }


def spell_when(day: date, hour: str) -> str:
    """A day, and the hour where there is one: Thu 5 Jun 2025, 15:00."""
    return f"{spell(day)}, {hour}" if hour else spell(day)


def booking_said(booked: Booked, before_day: str = ", ") -> tuple[Part, ...]:
    """A booking in words: coffee with Dorie Clark at Tatte, Thu 5 Jun 2025, 15:00."""
    people = name(listed([person.name for person in booked.people]))
    place = f" at {booked.place}" if booked.place else ""
    when = spell_when(booked.booking.day, booked.booking.hour)
    end = part(f"{place}{before_day}{when}")
    return part(f"{booked.booking.kind} with "), people, end
