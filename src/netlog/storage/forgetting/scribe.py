"""Writing rows, and the deeds by which the journal will say so."""

from datetime import UTC, datetime
from typing import Any

from netlog.storage.forgetting.closure import Keys
from netlog.storage.forgetting.images import Deed, deed_of
from netlog.storage.recorder import STANDS, Raw, Recorder
from netlog.storage.sql import TABLES
from netlog.storage.store import Store
from netlog.storage.uids import uid_below

_NEVER = datetime.min.replace(tzinfo=UTC)


class Scribe(Recorder):
    """A recorder that keeps what was done, in order, instead of writing it down.

    `rows` are those that are walked over; the keys of new ones are put among them.
    """

    def __init__(self, store: Store, rows: Keys) -> None:
        super().__init__(store, _NEVER)
        self.rows = rows
        self.deeds: list[Deed] = []

    def ask(self, text: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a question."""
        return self.store.connection.execute(text, values).fetchall()

    def has(self, table: str, key: int | None) -> bool:
        """Whether a row is there."""
        return bool(self.ask(f"SELECT 1 FROM {table} WHERE id = ?", key))  # noqa: S608 (a name of the schema)

    def thank(self, entry: int, person: int) -> int:
        """The key of the row of thanks for an entry to somebody; 0 for none."""
        text = "SELECT id FROM thank WHERE entry_id = ? AND person_id = ?"
        return next((key for (key,) in self.ask(text, entry, person)), 0)

    def insert(self, table: str, **stored: Any) -> int:
        """A new row of thanks; in a copy of the database it gets the same uid."""
        ((uid,),) = self.ask("SELECT uid FROM entry WHERE id = ?", stored["entry_id"])
        row = {name: stored.get(name) for name, _ in TABLES[table].columns}
        key = self.put(table, row | {"uid": uid_below(uid, stored["person_id"])})
        self.rows[table].add(key)
        self._remember(table, key, key, None, STANDS)
        return key

    def bring(self, table: str, key: int, columns: Raw) -> None:
        """Change stored columns of a row, if it is there and they differ."""
        if not self.has(table, key):
            return
        was = self.raw(table, key)
        became = {name: value for name, value in columns.items() if was[name] != value}
        if became:
            self.patch(table, key, became)
            before = {name: was[name] for name in became}
            self.deeds.append(Deed("update", table, key, key, None, before, became))

    def drop(self, table: str, key: int) -> None:
        """Take a row out, if it is there."""
        if self.has(table, key):
            self.delete(table, key)

    def _remember(
        self, table: str, first: int, last: int, before: str | None, after: str | None
    ) -> None:
        self.deeds.append(deed_of(table, first, last, before, after))


def among(rows: Keys, deed: Deed) -> list[int]:
    """Which rows of a deed are among some."""
    about = rows[deed.table]
    return [key for key in deed.keys if key in about] if about else []
