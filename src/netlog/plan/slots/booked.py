"""Booked: what stands in this week's calendar, and how it went where it has passed."""

from datetime import date, timedelta

from netlog.db import sql
from netlog.domain.booking import ASKED_FOR, Booked, together
from netlog.domain.dates import spell_day_of_week, spell_short
from netlog.domain.person import Named
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line


def fill(inputs: PlanInputs) -> tuple[Line, ...]:
    """One line a booking, in the order of their days; what has passed comes first."""
    week = inputs.context.week
    since = inputs.active.back(ASKED_FOR)
    rows = sql.bookings_between(inputs.store, since, week.sunday)
    lines = (_line(inputs, each) for each in together(rows) if each.booking.is_open)
    return tuple(line for line in lines if line)


def _line(inputs: PlanInputs, booked: Booked) -> Line | None:
    booking, place, people = booked
    first = sql.person(inputs.store, people[0].id)
    if first is None:
        return None
    passed = booking.day < inputs.context.today
    where = f"{booking.hour}, {place}".strip(", ")
    others = _others(people[1:])
    day = spell_short(booking.day) if passed else spell_day_of_week(booking.day)
    text = " ".join(filter(None, (day, where))) + others
    command = f"netlog brief {first.handle}"
    if passed:
        text = f"{booking.kind} {day}{others}: how did it go?"
        command = f"netlog log {booked.handles}{_on(inputs, booking.day)}"
    more = {
        "booking": booking.id,
        "date": booking.day,
        "hour": booking.hour,
        "place": place,
        "passed": passed,
        "people": [person.handle for person in people],
    }
    return Line(first, text, command, more=more)


def _on(inputs: PlanInputs, day: date) -> str:
    """Its day, where a contact of today would not be taken for what was booked then."""
    context = inputs.context
    within = timedelta(days=context.settings.held_within)
    return f" --on {day}" if day < context.today - within else ""


def _others(people: tuple[Named, ...]) -> str:
    return f", with {', '.join(person.name for person in people)}" if people else ""
