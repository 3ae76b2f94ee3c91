"""Whom to ask for an introduction, where nobody new is left."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from netlog.db import sql
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.plan.gates import is_new
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line


def whom_to_ask(
    inputs: PlanInputs, picked: Collection[int]
) -> tuple[Line | None, tuple[ToPin, ...]]:
    """Who was asked longest ago or never, introducers and much contact first.

    Nobody is asked twice within [13] weeks, nor whoever is picked.  It is noted for the
    week, as pins are; once there was contact with them in it, nobody is asked any more.
    """
    week = inputs.context.week
    for pin in sql.pins(inputs.store, "ask", week.code):
        person = sql.person(inputs.store, pin.person_id)
        if person is None or inputs.gates.put_off(person):
            continue
        done = _was_in_touch(inputs, person)
        return (None if done else _line(inputs, person)), ()
    free = (person for person in _candidates(inputs) if person.id not in picked)
    person = next(free, None)
    if person is None:
        return None, ()
    place = len(sql.pins(inputs.store, "ask", week.code))
    pin_it = ToPin("ask", week.code, place, week.monday, person.id)
    return _line(inputs, person), (pin_it,)


def _was_in_touch(inputs: PlanInputs, person: Person) -> bool:
    """Whether there was contact this week: then they were asked, or could have been."""
    last = person.last_contact
    return last is not None and last >= inputs.context.week.monday


def _candidates(inputs: PlanInputs) -> Iterator[Person]:
    asked = sql.last_pins(inputs.store, "ask")
    weeks = inputs.context.settings.ask_again_weeks
    since = inputs.context.week.monday - timedelta(weeks=weeks)
    people = [
        person
        for person in _known(inputs)
        if not inputs.gates.general(person) and not is_new(person)
        if asked.get(person.id, "") <= since.isoformat()
        and not _was_in_touch(inputs, person)
    ]
    yield from sorted(people, key=lambda person: asked.get(person.id, ""))


def _known(inputs: PlanInputs) -> Iterator[Person]:
    """Introducers, who brought most first; then the others, most contact first."""
    seen = set()
    for introducer in sql.introducers(inputs.store):
        person = sql.person(inputs.store, introducer.person_id)
        if person:
            seen.add(person.id)
            yield person
    others = sql.last_met(inputs.store, inputs.context.today)
    for person in sorted(others, key=lambda person: (-person.touches, person.handle)):
        if person.id not in seen:
            yield person


def _line(inputs: PlanInputs, person: Person) -> Line:
    brought = len(sql.introduced(inputs.store, person.id))
    why = f", introduced {brought} so far" if brought else ""
    return Line(
        person,
        f"ask whom you should meet{why}",
        f"netlog log {person.handle} -k message",
    )
