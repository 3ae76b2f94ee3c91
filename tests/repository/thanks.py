"""Who waits to be thanked: as it is written, and derived anew."""

from netlog.db.store import Store
from netlog.domain.ledger import Thank
from netlog.network.origin import origin_of
from netlog.repository import ledger

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
        (thank.entry_id, thank.person_id)
        for thank in thanks(store)
        if not thank.thanked_on
    }


def thanked(store: Store) -> set[Pair]:
    """Who was thanked, for what."""
    return {
        (thank.entry_id, thank.person_id) for thank in thanks(store) if thank.thanked_on
    }


def derived_anew(store: Store) -> set[Pair]:
    """Who is on the path of an outcome and was not thanked, by walking it now."""
    numbers = store.connection.execute("SELECT id FROM entry WHERE way = 'got'")
    entries = [ledger.get(store, number) for (number,) in numbers.fetchall()]
    return {
        (entry.id, person)
        for entry in entries
        for person in origin_of(store, entry).people
    } - thanked(store)
