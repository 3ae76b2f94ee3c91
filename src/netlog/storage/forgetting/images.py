"""The journal as it is rewritten: what each change did to rows, and the rows."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from netlog.records import NamedTuple
from netlog.storage.recorder import STANDS, Raw, encoded
from netlog.storage.store import Store
from netlog.storage.uids import uid_below


class Deed(NamedTuple):
    """What a change did to rows of one table, from `first` to `last`.

    `sort` is "insert", "update" or "delete".  `rows` are whole rows that were put in or
    taken out, None where they stand in their table; `was` and `became` are the columns
    of a row that was updated.
    """

    sort: str
    table: str
    first: int
    last: int
    rows: list[Raw] | None = None
    was: Raw = {}  # noqa: RUF012 (never written)
    became: Raw = {}  # noqa: RUF012 (never written)

    @property
    def keys(self) -> range:
        """The keys of the rows."""
        return range(self.first, self.last + 1)


class Turn(NamedTuple):
    """One change, and what it did in order."""

    id: int
    uid: str
    command: str
    state: str
    deeds: list[Deed]


def turns(store: Store) -> list[Turn]:
    """Every change, the oldest first."""
    ask = store.connection.execute
    deeds: dict[int, list[Deed]] = {}
    for change, *row in ask(
        'SELECT change_id, tab, row_id, last_id, "before", "after" FROM change_row'
        " ORDER BY id"
    ):
        deeds.setdefault(change, []).append(deed_of(*row))
    found = ask("SELECT id, uid, command, state FROM change ORDER BY id")
    return [
        Turn(number, uid, command, state, deeds.get(number, []))
        for number, uid, command, state in found
    ]


def deed_of(
    table: str, first: int, last: int, before: str | None, after: str | None
) -> Deed:
    """What a row of the journal says, with its rows and columns as JSON."""
    if before is None:
        rows = json.loads(after) if after else None
        return Deed("insert", table, first, last, rows)
    if after is None:
        return Deed("delete", table, first, last, json.loads(before))
    was, became = json.loads(before), json.loads(after)
    return Deed("update", table, first, last, None, was, became)


def images(some: Iterable[Turn]) -> Iterator[tuple[str, int, Raw]]:
    """Every row, or part of one, that the journal holds: table, key, columns."""
    for turn in some:
        for deed in turn.deeds:
            for row in deed.rows or ():
                yield deed.table, row["id"], row
            if deed.sort == "update":
                yield deed.table, deed.first, deed.was
                yield deed.table, deed.first, deed.became


def rewrite(store: Store, turn: Turn) -> None:
    """Write a change anew; one that does nothing any more goes.

    A backup of the same state gets the same rows, so that doctor finds no difference.
    """
    run = store.connection.execute
    run("DELETE FROM change_row WHERE change_id = ?", (turn.id,))
    if not turn.deeds:
        run("DELETE FROM change WHERE id = ?", (turn.id,))
        return
    run("UPDATE change SET command = ? WHERE id = ?", (turn.command, turn.id))
    store.connection.executemany(
        "INSERT INTO change_row"
        ' (uid, change_id, tab, row_id, last_id, "before", "after")'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (uid_below(turn.uid, place), turn.id, *_columns(deed))
            for place, deed in enumerate(turn.deeds)
        ),
    )


def _columns(deed: Deed) -> tuple[Any, ...]:
    where = (deed.table, deed.first, deed.last)
    if deed.sort == "update":
        was, became = (encoded([one])[1:-1] for one in (deed.was, deed.became))
        return *where, was, became
    held = STANDS if deed.rows is None else encoded(deed.rows)
    return (*where, None, held) if deed.sort == "insert" else (*where, held, None)
