"""Whom to ask for an introduction when nobody new is left."""

from typing import TYPE_CHECKING

from netlog.domain.person import Person
from netlog.plan.gates import Gates, is_new
from netlog.plan.result import Line

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource


def whom_to_ask(source: "PlanSource", gates: Gates) -> Line | None:
    """Who has introduced most, else whom you last had contact with, else nobody."""
    for introducer in source.introducers():
        person = source.person(introducer.person_id)
        if person and _can_be_asked(person, gates):
            times = introducer.introductions
            people = "one person" if times == 1 else f"{times} people"
            return _line(person, f"introduced {people} so far")
    for person in source.last_met(gates.today):
        if _can_be_asked(person, gates) and not is_new(person):
            return _line(person, "the last you were in touch with")
    return None


def _can_be_asked(person: Person, gates: Gates) -> bool:
    return gates.general(person) not in {"resting", "snoozed", "skipped"}


def _line(person: Person, why: str) -> Line:
    return Line(
        person,
        f"ask whom you should meet: {why}",
        f"netlog log {person.handle} -k message --names NAME",
    )
