"""Reconnect: one a month with whom there was no contact for a year or more."""

from collections.abc import Collection

from netlog.domain import draws
from netlog.domain.dates import spell_short
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.domain.weeks import month_code
from netlog.plan import terms
from netlog.plan.result import Line
from netlog.plan.score import terms_for
from netlog.plan.slots import picking
from netlog.plan.slots.new import Desk


def fill(
    desk: Desk, taken: Collection[int]
) -> tuple[tuple[Line, ...], tuple[ToPin, ...]]:
    """Who stands there this month until contacted, and who is to be pinned."""
    month = month_code(desk.frame.week.monday)
    pins = desk.source.pins("reconnect", month)
    people = [p for p in (desk.source.person(pin.person_id) for pin in pins) if p]
    standing = [person for person in people if _is_open(desk, person)]
    held = [person for person in standing if person.id not in taken]
    done = sum(_was_contacted(desk, person) for person in people)
    missing = max(desk.frame.settings.reconnect - done - len(standing), 0)
    known = {person.id for person in people} | set(taken)
    chosen = ranked(desk, known)[:missing] if missing else ()
    to_pin = tuple(
        ToPin("reconnect", month, len(pins) + place, line.person.id)
        for place, line in enumerate(chosen)
    )
    shown = (*(_line(desk, person) for person in held), *chosen)
    return shown[: max(desk.frame.settings.reconnect - done, 0)], to_pin


def ranked(desk: Desk, taken: Collection[int]) -> tuple[Line, ...]:
    """Everybody drawn this month who could be asked for, the best first."""
    monday, today = desk.frame.week.monday, desk.frame.today
    until = desk.frame.dormant_until
    drawn = picking.around(
        lambda place: desk.source.dormant(until, today, place),
        draws.start(monday.year * 12 + monday.month),
    )
    people = [p for p in drawn if p.id not in taken and _is_open(desk, p)]
    return picking.best_first(_line(desk, person) for person in people)


def _is_open(desk: Desk, person: Person) -> bool:
    return is_dormant(desk, person) and not desk.gates.general(person)


def is_dormant(desk: Desk, person: Person) -> bool:
    """Known or met before, and silent for a year or more."""
    was_there = person.last_contact is not None or person.known
    return was_there and person.waits_from <= desk.frame.dormant_until


def _was_contacted(desk: Desk, person: Person) -> bool:
    month = desk.frame.week.monday.replace(day=1)
    return person.last_contact is not None and person.last_contact >= month


def _line(desk: Desk, person: Person) -> Line:
    facts = desk.gather.for_reconnect(person)
    scored = terms_for("reconnect", terms.RECONNECT, facts, desk.frame)
    last = person.last_contact
    since = f"last contact {spell_short(last)}" if last else "no contact on record"
    said = [term.text for term in scored if term.measure > 0.5]  # noqa: PLR2004 (more than half speaks for them)
    return Line(
        person,
        ", ".join([since, *said]),
        f"netlog log {person.handle} -k message",
        terms=scored,
    )
