"""What `got` and `gave` say."""

from typing import Any

from netlog.acts.ledger import Recorded
from netlog.domain.dates import spell
from netlog.output.answer import Answer, Item, command, line, lines, name
from netlog.views.people import brief, listed
from netlog.views.records import entry_data, money_said


def view(found: Recorded, currency: str) -> Answer:
    """What was recorded, whom it joined, and who is to be thanked for it."""
    entry = found.entry
    items = [said(found, currency)]
    if found.other:
        items.append(_joined(found))
    if found.to_thank:
        items.append(_thanks(found))
    return Answer(entry.way, data(found, currency), page=lines(*items))


def said(found: Recorded, currency: str = "") -> Item:
    """Got interview “column” from Dorie, Thu 29 May 2025: netlog trace 1."""
    entry = found.entry
    verb, side = ("Got", "from") if entry.is_outcome else ("Gave", "to")
    next_command = (": ", command(f"netlog trace {entry.id}")) if side == "from" else ()
    return line(
        f"{verb} {entry.said} {side} ",
        name(found.person.name),
        f"{money_said(entry.cents, currency)}, {spell(entry.day)}",
        *next_command,
    )


def _joined(found: Recorded) -> Item:
    other = name(found.other.name if found.other else "")
    if found.entry.is_outcome:
        return line(other, f", introduced by {found.person.name}")
    return line("I introduced ", other, f" to {found.person.name}")


def _thanks(found: Recorded) -> Item:
    people = listed([person.name for person in found.to_thank])
    return line(
        f"To thank: {people}: ", command(f"netlog thank {found.to_thank[0].handle}")
    )


def data(found: Recorded, currency: str = "") -> dict[str, Any]:
    """What was written, for programs."""
    return entry_data(found.entry, currency) | {
        "person": brief(found.person),
        "who": found.other and brief(found.other),
        "to_thank": [brief(person) for person in found.to_thank],
    }
