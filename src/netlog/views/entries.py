"""What `got` and `gave` say."""

import re
from collections.abc import Iterator
from typing import Any

from netlog.domain.dates import spell
from netlog.domain.ledger import Entry
from netlog.domain.person import Person
from netlog.domain.spans import from_days, spell_every
from netlog.output.answer import Answer, Item, command_line, line, lines, name, soft
from netlog.repository.ledger import Recorded
from netlog.views.wording import brief, entry_data, listed, money_said, titled

_LAST_NUMBER = re.compile(r"(?<![\w.,:-])[0-9]{1,12}(?:\.[0-9]{1,2})?$")


def recorded_answer(
    found: Recorded, currency: str, cadence: int | None = None
) -> Answer:
    """What was recorded, whom it joined, and who is to be thanked for it.

    `cadence` is how often somebody who became a client comes up now, in days.
    """
    items = (*_told(found, currency), *_comes_up(found.person, cadence))
    return Answer(found.entry.way, recorded_data(found, currency), page=lines(*items))


def _told(found: Recorded, currency: str = "") -> Iterator[Item]:
    """The same line by line."""
    if found.person.entered == found.entry.entered:
        yield line("Added ", *titled(found.person))
    yield recorded_line(found, currency)
    if found.other:
        yield _joined(found)
    yield from thanks_lines(found)
    number = _LAST_NUMBER.search(found.entry.text)
    if number and found.entry.cents is None:
        yield _no_money(found.entry, number[0])


def _comes_up(person: Person, cadence: int | None) -> Iterator[Item]:
    if cadence:
        every = spell_every(from_days(cadence))
        yield line(name(person.name), f" is a client now, and comes up {every}")


def _no_money(entry: Entry, number: str) -> Item:
    """A number in the words may have been meant as money."""
    mended = f"netlog edit --entry {entry.id} --value {number}"
    return line(soft(f"No money was recorded; if {number} is: "), command_line(mended))


def recorded_line(found: Recorded, currency: str = "") -> Item:
    """Got interview “column” from Dorie, Thu 29 May 2025: netlog trace 1."""
    entry = found.entry
    verb, side = ("Got", "from") if entry.is_outcome else ("Gave", "to")
    next_command = (
        (": ", command_line(f"netlog trace {entry.id}")) if side == "from" else ()
    )
    return line(
        f"{verb} {entry.said} {side} ",
        name(found.person.name),
        f"{money_said(entry.cents, currency)}, {spell(entry.day)}",
        *next_command,
    )


def _joined(found: Recorded) -> Item:
    other = name(found.other.name if found.other else "")
    is_new = found.other and found.other.entered == found.entry.entered
    added = "Added " if is_new else ""
    if found.entry.is_outcome:
        return line(added, other, f", introduced by {found.person.name}")
    return line(added, other, f"; I introduced them to {found.person.name}")


def thanks_lines(found: Recorded) -> Iterator[Item]:
    """Who is to be thanked for it, if anybody is."""
    if found.to_thank:
        people = listed([person.name for person in found.to_thank])
        first = command_line(f"netlog thank {found.to_thank[0].handle}")
        yield line(f"To thank: {people}: ", first)


def recorded_data(found: Recorded, currency: str = "") -> dict[str, Any]:
    """What was written, for programs."""
    return entry_data(found.entry, currency) | {
        "person": brief(found.person),
        "who": found.other and brief(found.other),
        "to_thank": [brief(person) for person in found.to_thank],
    }
