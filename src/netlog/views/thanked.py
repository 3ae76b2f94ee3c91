"""What `thank` says."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.dates import spell
from netlog.domain.ledger import EntryOf
from netlog.domain.person import Person
from netlog.output.answer import Answer, line, lines, name
from netlog.views.people import brief, listed


def view(person: Person, outcomes: Sequence[EntryOf], day: date) -> Answer:
    """Who was thanked, and for what."""
    what = listed([said_of(outcome, person.handle) for outcome in outcomes])
    item = line("Thanked ", name(person.name), f" for {what}, {spell(day)}")
    data = {
        "person": brief(person),
        "date": day,
        "outcomes": [outcome.entry.id for outcome in outcomes],
    }
    return Answer("thank", data, page=lines(item))


def said_of(outcome: EntryOf, thanked: str = "") -> str:
    """An outcome in words, with whose it is unless it is the one's who is thanked."""
    whose = f" from {outcome.name}" if outcome.handle != thanked else ""
    return f"{outcome.entry.said}{whose}"
