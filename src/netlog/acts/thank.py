"""Thanking somebody for what came by way of them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.dates import spell
from netlog.domain.ledger import EntryOf
from netlog.domain.person import Person
from netlog.errors import RefusedError

if TYPE_CHECKING:
    from netlog.storage.change import Change


def thank(change: "Change", person: Person, day: date) -> list[EntryOf]:
    """Note the thanks for every outcome by a day that waits for them; gives those."""
    all_waiting = change.ledger.thanks_waiting(person.id)
    found = [(one, _outcome(change, one.entry_id)) for one in all_waiting]
    waiting = [(one, outcome) for one, outcome in found if outcome.entry.day <= day]
    if not waiting:
        raise _nothing(person, [outcome for _, outcome in found])
    change.ledger.thank([one for one, _ in waiting], day)
    return [outcome for _, outcome in waiting]


def _nothing(person: Person, later: Sequence[EntryOf]) -> RefusedError:
    if later:
        first = min(outcome.entry.day for outcome in later)
        return RefusedError(
            f"What waits for a word of thanks to {person.handle} came later,"
            f" from {spell(first)} on.",
            "Say when you thanked them with --on.",
        )
    return RefusedError(
        f"Nothing waits for a word of thanks to {person.handle}.",
        f"netlog log {person.handle} -k note records any other kind word.",
    )


def _outcome(change: "Change", number: int) -> EntryOf:
    entry = change.ledger.get(number)
    person = change.people.get(entry.person_id)
    return EntryOf(entry, person.handle, person.name)
