"""Reconnect: one a month with whom there was no contact for a year or more."""

from collections.abc import Collection

from netlog.db import sql
from netlog.domain.dates import spell_short
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.domain.stable_random import draw_start
from netlog.domain.weeks import month_code
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line
from netlog.plan.score import scored_terms
from netlog.plan.slots.new import around, best_first
from netlog.plan.terms.reconnect import RECONNECT_TERMS


def fill(
    inputs: PlanInputs, taken: Collection[int]
) -> tuple[tuple[Line, ...], tuple[ToPin, ...]]:
    """Who stands there this month until contacted, and who is to be pinned."""
    month = month_code(inputs.context.week.monday)
    pins = sql.pins(inputs.store, "reconnect", month)
    people = [p for p in (sql.person(inputs.store, pin.person_id) for pin in pins) if p]
    standing = [person for person in people if _is_open(inputs, person)]
    waiting = [person for person in standing if person.id not in taken]
    done = sum(_was_contacted(inputs, person) for person in people)
    missing = max(inputs.context.settings.reconnect - done - len(standing), 0)
    known = {person.id for person in people} | set(taken)
    chosen = ranked(inputs, known)[:missing] if missing else ()
    to_pin = tuple(
        ToPin("reconnect", month, len(pins) + place, line.person.id)
        for place, line in enumerate(chosen)
    )
    shown = (*(_line(inputs, person) for person in waiting), *chosen)
    return shown[: max(inputs.context.settings.reconnect - done, 0)], to_pin


def ranked(inputs: PlanInputs, taken: Collection[int]) -> tuple[Line, ...]:
    """Everybody drawn this month who could be asked for, the best first."""
    monday, today = inputs.context.week.monday, inputs.context.today
    until = inputs.context.dormant_until
    drawn = around(
        lambda place: sql.dormant(inputs.store, start=place, until=until, today=today),
        draw_start(monday.year * 12 + monday.month),
    )
    people = [p for p in drawn if p.id not in taken and _is_open(inputs, p)]
    return best_first(_line(inputs, person) for person in people)


def _is_open(inputs: PlanInputs, person: Person) -> bool:
    return is_dormant(inputs, person) and not inputs.gates.general(person)


def is_dormant(inputs: PlanInputs, person: Person) -> bool:
    """Known or met before, and silent for a year or more."""
    was_there = person.last_contact is not None or person.known
    return was_there and person.waits_from <= inputs.context.dormant_until


def _was_contacted(inputs: PlanInputs, person: Person) -> bool:
    month = inputs.context.week.monday.replace(day=1)
    return person.last_contact is not None and person.last_contact >= month


def _line(inputs: PlanInputs, person: Person) -> Line:
    facts = inputs.load_facts.for_reconnect(person)
    scored = scored_terms("reconnect", RECONNECT_TERMS, facts, inputs.context)
    last = person.last_contact
    since = f"last contact {spell_short(last)}" if last else "no contact on record"
    texts = [term.text for term in scored if term.measure > 0.5]  # noqa: PLR2004 (more than half speaks for them)
    return Line(
        person,
        ", ".join([since, *texts]),
        f"netlog log {person.handle} -k message",
        terms=scored,
    )
