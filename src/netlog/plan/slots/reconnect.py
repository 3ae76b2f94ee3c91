"""Reconnect: one a month with whom there was no contact for a year or more."""

from collections.abc import Collection

from netlog.db import sql
from netlog.domain.dates import spell_month
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.domain.stable_random import draw_start
from netlog.domain.weeks import month_code
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line
from netlog.plan.score import scored_terms
from netlog.plan.slots.new import around
from netlog.plan.slots.phone import lately_asked
from netlog.plan.terms.reconnect import RECONNECT_TERMS

_ENOUGH = 3
"""Days of contact that make a tie worth waking before all others."""


def fill(
    inputs: PlanInputs, taken: Collection[int]
) -> tuple[tuple[Line, ...], tuple[ToPin, ...]]:
    """Who stands there this month until contacted, and who is to be pinned."""
    month = month_code(inputs.context.week.monday)
    pins = sql.pins(inputs.store, "reconnect", month)
    people = [p for p in (sql.person(inputs.store, pin.person_id) for pin in pins) if p]
    asked = _asked_about(inputs)
    standing = [person for person in people if _is_open(inputs, person, asked)]
    waiting = [person for person in standing if person.id not in taken]
    done = sum(_was_contacted(inputs, person) for person in people)
    missing = max(inputs.context.settings.reconnect - done - len(standing), 0)
    known = {person.id for person in people} | set(taken)
    chosen = ranked(inputs, known)[:missing] if missing else ()
    first = inputs.context.week.monday.replace(day=1)
    to_pin = tuple(
        ToPin("reconnect", month, len(pins) + place, first, line.person.id)
        for place, line in enumerate(chosen)
    )
    shown = (*(_line(inputs, person) for person in waiting), *chosen)
    return shown[: max(inputs.context.settings.reconnect - done, 0)], to_pin


def ranked(inputs: PlanInputs, taken: Collection[int]) -> tuple[Line, ...]:
    """Everybody drawn this month who could be asked for, the best first.

    Whoever one was in touch with on three days or more comes before all others.
    """
    asked = _asked_about(inputs)
    drawn = _dormant(inputs, enough=True) + _dormant(inputs, enough=False)
    people = [p for p in drawn if p.id not in taken and _is_open(inputs, p, asked)]
    lines = (_line(inputs, person) for person in people)
    return tuple(sorted(lines, key=_order))


def _dormant(inputs: PlanInputs, *, enough: bool) -> list[Person]:
    context = inputs.context
    monday = context.week.monday
    return around(
        lambda place: sql.dormant(
            inputs.store,
            start=place,
            until=context.dormant_until,
            today=context.today,
            enough=enough,
        ),
        draw_start(monday.year * 12 + monday.month),
    )


def _order(line: Line) -> tuple[bool, float, str]:
    return line.person.contact_days < _ENOUGH, -line.score, line.person.handle


def _is_open(inputs: PlanInputs, person: Person, asked: Collection[int]) -> bool:
    return is_dormant(inputs, person, asked) and not inputs.gates.general(person)


def is_dormant(inputs: PlanInputs, person: Person, asked: Collection[int]) -> bool:
    """Silent for a year or more; or known, and none on record, and asked about once.

    `asked` are those whom the user had time to say of how often.
    """
    last = person.last_contact
    if last is not None:
        return last <= inputs.context.dormant_until
    return person.known and (person.rhythm != "" or person.id in asked)


def _asked_about(inputs: PlanInputs) -> Collection[int]:
    asked = sql.last_pins(inputs.store, "phone").keys()
    return asked - lately_asked(inputs)


def _was_contacted(inputs: PlanInputs, person: Person) -> bool:
    month = inputs.context.week.monday.replace(day=1)
    return person.last_contact is not None and person.last_contact >= month


def _line(inputs: PlanInputs, person: Person) -> Line:
    facts = inputs.load_facts.for_reconnect(person)
    scored = scored_terms("reconnect", RECONNECT_TERMS, facts, inputs.context)
    last = person.last_contact
    since = f"last contact {spell_month(last)}" if last else "no contact on record"
    texts = [term.text for term in scored if term.measure > 0.5]  # noqa: PLR2004 (more than half speaks for them)
    return Line(
        person,
        ", ".join([since, *texts]),
        f"netlog log {person.handle} -k call",
        terms=scored,
        short=since,
    )
