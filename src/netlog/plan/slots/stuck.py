"""Stuck introductions: two attempts or more, and no answer."""

from typing import TYPE_CHECKING

from netlog.domain.person import Person
from netlog.plan.frame import Frame
from netlog.plan.gates import Gates
from netlog.plan.result import Line

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource


def fill(frame: Frame, source: "PlanSource", gates: Gates) -> tuple[Line, ...]:
    """One line a person, with the introducer's name and what to do."""
    people = [p for p in source.stuck(frame.today) if not gates.general(p)]
    return tuple(_line(source, person) for person in people)


def _line(source: "PlanSource", person: Person) -> Line:
    ways = [way for way in source.ways_to(person.id) if way.counts]
    introducer = ways[-1].name if ways else ""
    by = f", introduced by {introducer}" if introducer else ""
    return Line(
        person,
        f"{person.attempts} tries, no answer{by}: find out what they stand to lose"
        " or to gain, then write once more about that",
        f"netlog log {person.handle} -k email",
        more={"attempts": person.attempts, "introducer": introducer},
    )
