"""Who waits to be thanked: as it is written, and derived anew."""

from netlog.domain.ledger import Thank
from netlog.storage.ledger import Ledger
from netlog.storage.store import Store
from netlog.storage.traces import Traces
from netlog.trace.origin import origin_of

Pair = tuple[int, int]
"""An outcome and somebody on its path, by their numbers."""


def thanks(store: Store) -> list[Thank]:
    """Every row of the table."""
    rows = store.connection.execute(
        "SELECT id, uid, entry_id, person_id, thanked_on FROM thank"
    )
    return [Thank(*row) for row in rows.fetchall()]


def waiting(store: Store) -> set[Pair]:
    """Who waits, for what, as it stands in the file."""
    return {
        (one.entry_id, one.person_id) for one in thanks(store) if not one.thanked_on
    }


def thanked(store: Store) -> set[Pair]:
    """Who was thanked, for what."""
    return {(one.entry_id, one.person_id) for one in thanks(store) if one.thanked_on}


def derived_anew(store: Store) -> set[Pair]:
    """Who is on the path of an outcome and was not thanked, by walking it now."""
    numbers = store.connection.execute("SELECT id FROM entry WHERE way = 'got'")
    entries = [Ledger(store).get(number) for (number,) in numbers.fetchall()]
    return {
        (entry.id, person)
        for entry in entries
        for person in origin_of(Traces(store), entry).people
    } - thanked(store)
