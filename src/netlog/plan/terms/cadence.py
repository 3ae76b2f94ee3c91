"""Cadence: how long they wait against how often you wanted to be in touch."""

from netlog.domain.spans import after, parse_span, spell_every
from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "cadence"
SOURCE = "Opinion: quarterly calls; simulated longest-waiting first alone is worst."
_EARLY = 0.5
_LATE = 2.0
_LEAST = 0.2


def share(facts: Facts, frame: Frame) -> float:
    """Days waited by this week's day, as a share of the cadence."""
    start = facts.person.waits_from
    due = after(start, parse_span(facts.person.cadence))
    return (frame.today - start).days / max((due - start).days, 1)


def measure(facts: Facts, frame: Frame) -> float:
    """In a line from 0.2 at half a cadence to 1 at twice one, flat after."""
    if not facts.person.cadence:
        return 0.0
    reach = (share(facts, frame) - _EARLY) / (_LATE - _EARLY)
    return _LEAST + (1 - _LEAST) * min(max(reach, 0.0), 1.0)


def text(facts: Facts, frame: Frame) -> str:
    """How long since the last contact, and how often was wanted."""
    person = facts.person
    if not person.cadence:
        return ""
    every = spell_every(parse_span(person.cadence))
    if person.last_contact is None:
        return f"no contact yet, wanted {every}"
    days = (frame.today - person.last_contact).days
    return f"{days} days since the last contact, wanted {every}"
