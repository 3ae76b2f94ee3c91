"""Making one person of two, without loss."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from netlog.domain.introduction import IntroductionNamed
from netlog.domain.ledger import Entry
from netlog.domain.merging import (
    SortedOut,
    fields_of,
    note_of,
    others_of,
)
from netlog.domain.names import fold
from netlog.domain.person import Person
from netlog.errors import UsageError
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.change import Change
    from netlog.storage.people import People

Say = Callable[[IntroductionNamed], str]
"""An introduction in words."""


class Merged(NamedTuple):
    """Who stays, who went, how much there was of each sort, and what the note has."""

    person: Person
    gone: Person
    moved: Mapping[str, int]
    introductions: SortedOut
    noted: tuple[str, ...]


def two(people: "People", words: tuple[str, str]) -> tuple[Person, Person]:
    """Who stays and who goes; a usage error where they are one already."""
    kept, gone = (people.find(one) for one in words)
    if kept.id == gone.id:
        raise UsageError(
            f"{kept.handle} is one person already.", "Name two who are the same."
        )
    return kept, gone


def merge(change: "Change", words: tuple[str, str], say: Say) -> Merged:
    """Give everything of the second to the first; a handle is kept for nobody."""
    kept, gone = two(change.people, words)
    found = change.merging.sorted_out(kept.id, gone.id)
    noted = (
        *others_of(kept, gone),
        *_lost(change, found, say),
        *_referred(change, kept, gone),
    )
    fields = fields_of(kept, gone) | {"note": note_of(kept, gone, noted)}
    moved = change.merging.join(kept, gone, found)
    if fold(gone.name) != kept.folded:
        change.people.put_detail(kept.id, "alias", gone.name)
    person = change.people.edit(kept, **fields)
    change.merging.settle(kept.id, found)
    return Merged(change.people.get(person.id), gone, moved, found, noted)


def _lost(change: "Change", found: SortedOut, say: Say) -> Iterator[str]:
    """Introductions that say less than they did; those that are none, with what came.

    What came of the others is still what came of them.
    """
    yield from (say(lost) for one in found.joined for lost in one.lost)
    for one in found.dropped:
        came = ", ".join(f"entry {e.id}" for e in change.merging.came_of(one.id))
        yield f"{say(one)}, of which came {came}" if came else say(one)


def _referred(change: "Change", kept: Person, gone: Person) -> list[str]:
    """Entries in which one of the two referred the other."""
    both = {kept.id, gone.id}
    entries: list[Entry] = [*change.ledger.of(kept.id), *change.ledger.of(gone.id)]
    return [f"referred by entry {one.id}" for one in entries if one.other_id in both]
