"""Phone: how often, of a few known people a week of whom nothing is on record."""

from datetime import date

from netlog.db import sql
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line


def fill(inputs: PlanInputs) -> tuple[tuple[Line, ...], tuple[ToPin, ...]]:
    """Who is asked about this week, once and never again, and who is to be noted."""
    week = inputs.context.week
    pins = sql.pins(inputs.store, "phone", week.code)
    if pins:
        people = [sql.person(inputs.store, pin.person_id) for pin in pins]
        return tuple(_line(p) for p in people if p and _is_open(inputs, p)), ()
    size = inputs.context.settings.phone
    people_now = sql.never_asked_about(inputs.store, inputs.context.today, size)
    open_ones = [person for person in people_now if _is_open(inputs, person)]
    to_pin = tuple(
        ToPin("phone", week.code, place, week.monday, person.id)
        for place, person in enumerate(open_ones)
    )
    return tuple(map(_line, open_ones)), to_pin


def lately_asked(inputs: PlanInputs) -> frozenset[int]:
    """Of whom the user was asked some weeks ago at most, and may still say how often.

    After that they are for reconnect.
    """
    weeks = inputs.context.settings.stand_weeks
    return frozenset(
        person
        for person, day in sql.last_pins(inputs.store, "phone").items()
        if inputs.active.weeks_since(date.fromisoformat(day)) < weeks
    )


def _is_open(inputs: PlanInputs, person: Person) -> bool:
    asked = not person.rhythm and person.last_contact is None
    return asked and not inputs.gates.general(person)


def _line(person: Person) -> Line:
    return Line(
        person,
        "how often do you want to be in touch?",
        f"netlog edit {person.handle} --every 3m",
    )
