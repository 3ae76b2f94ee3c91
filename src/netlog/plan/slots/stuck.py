"""Stuck introductions: two attempts or more, and no answer."""

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.plan.context import PlanContext
from netlog.plan.gates import Gates
from netlog.plan.result import Line


def fill(context: PlanContext, store: Store, gates: Gates) -> tuple[Line, ...]:
    """One line a person, with the introducer's name and what to do."""
    people = [p for p in sql.stuck(store, context.today) if not gates.general(p)]
    return tuple(_line(store, person) for person in people)


def _line(store: Store, person: Person) -> Line:
    ways = [way for way in sql.ways_to(store, person.id) if way.counts]
    introducer = ways[-1].name if ways else ""
    by = f", introduced by {introducer}" if introducer else ""
    return Line(
        person,
        f"{person.attempts} tries, no answer{by}: find out what they stand to lose"
        " or to gain, then write once more about that",
        f"netlog log {person.handle} -k email",
        more={"attempts": person.attempts, "introducer": introducer},
    )
