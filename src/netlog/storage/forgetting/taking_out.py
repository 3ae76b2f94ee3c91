"""Taking one person out of one file: rows, journal, texts, and what followed."""

from collections.abc import Sequence

from netlog.domain.person import ME_ID
from netlog.storage.forgetting.affected import affected
from netlog.storage.forgetting.cleaning import Cleaning
from netlog.storage.forgetting.closure import Closure, Points, links, references
from netlog.storage.forgetting.deriving import Walk
from netlog.storage.forgetting.images import Turn, rewrite, turns
from netlog.storage.forgetting.target import (
    Known,
    Target,
    everybody,
    keys_in,
    target_of,
    with_namesakes,
)
from netlog.storage.store import Store


class Held:
    """Everybody who is or was in a file, and its journal, read once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.turns = turns(store)
        self.people: dict[int, Known] = everybody(store, self.turns)
        self.living = {
            key for (key,) in store.connection.execute("SELECT id FROM person")
        }
        self.points: Points = references(store)
        self.pairs = {
            pair
            for turn in self.turns
            if turn.state == "done"
            for pair in links(self.points, turn)
        }
        """Whose rows were given to whom by a merge that holds."""

    def target(self, person: int) -> Target:
        """Somebody, with whoever they were before: removed, undone or merged."""
        return target_of(self.people, self._whole({person}))

    def keys(self, target: Target) -> set[int]:
        """Whose keys a target's are in this file."""
        return self._whole(keys_in(self.people, target))

    def merged_into(self, keys: set[int]) -> set[int]:
        """Who is there and took over rows of any of them, by whatever many hands."""
        found, size = set(keys), -1
        while size != (size := len(found)):
            found |= {taker for giver, taker in self.pairs if giver in found}
        return found & self.living - {ME_ID} - keys

    def _whole(self, keys: set[int]) -> set[int]:
        """Those, and whoever is gone and was called like them.

        Who was merged with them is: the name stands with them, as an alias.  Who was
        merged with somebody else belongs to that one.
        """
        found, size = set(keys), -1
        while size != (size := len(found)):
            alike = with_namesakes(self.people, found, self.living) - found
            found |= {key for key in alike if not self.merged_into({key}) - found}
        return found - {ME_ID}


def take_out(held: Held, target: Target) -> None:
    """Take somebody out of a file, within a transaction.

    Where they are not in it, texts of others are cleaned of their names all the same.
    """
    store, keys = held.store, held.keys(target)
    journal = _disarmed(held, keys)
    closure = Closure(store, journal, keys, target.handles)
    about = affected(store, closure)
    cleaned = Cleaning(store, closure, target).clean()
    if any(about):
        Walk(store, cleaned, about).there_and_back()


def _disarmed(held: Held, keys: set[int]) -> Sequence[Turn]:
    """The journal without a way to merge them with somebody who stays.

    Such a merge was undone; redone, it would take the other's rows along.
    """
    mixed = [turn for turn in held.turns if _mixes(held, turn, keys)]
    if not mixed:
        return held.turns
    run = held.store.connection.execute
    run(
        "UPDATE change SET state = 'gone' WHERE state = 'undone' AND id >= ?",
        (min(turn.id for turn in mixed),),
    )
    for turn in mixed:
        kept = [
            deed
            for deed in turn.deeds
            if not _mixes(held, turn._replace(deeds=[deed]), keys)
        ]
        rewrite(held.store, turn._replace(deeds=kept))
    return turns(held.store)


def _mixes(held: Held, turn: Turn, keys: set[int]) -> bool:
    """Whether a change gave rows of theirs to somebody who stays, or took some."""
    return any((a in keys) != (b in keys) for a, b in links(held.points, turn))
