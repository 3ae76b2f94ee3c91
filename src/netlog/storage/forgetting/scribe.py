"""Writing rows, and the deeds by which the journal will say so."""

from datetime import datetime
from typing import Any

from netlog.storage.forgetting.closure import Keys
from netlog.storage.forgetting.images import Deed
from netlog.storage.recorder import Raw, Recorder
from netlog.storage.sql import TABLES
from netlog.storage.store import Store
from netlog.storage.uids import uuid7


class Scribe:
    """Changes rows one by one; `deeds` are what was done, in order.

    The keys of new rows are put among `rows`.
    """

    def __init__(self, store: Store, now: datetime, rows: Keys) -> None:
        self.store = store
        self.rows = rows
        self.recorder = Recorder(store, now)
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

    def add(self, table: str, **stored: Any) -> None:
        """A new row of values as the file holds them."""
        row = {name: stored.get(name) for name, _ in TABLES[table].columns}
        key = self.recorder.put(table, row | {"uid": uuid7(self.recorder.now)})
        self.rows[table].add(key)
        self.deeds.append(Deed("insert", table, key, key))

    def update(self, table: str, key: int, became: Raw) -> None:
        """Change stored columns of a row, if it is there and they differ."""
        if not self.has(table, key):
            return
        was = self.recorder.raw(table, key)
        after = {name: value for name, value in became.items() if was[name] != value}
        if after:
            self.recorder.patch(table, key, after)
            before = {name: was[name] for name in after}
            self.deeds.append(Deed("update", table, key, key, None, before, after))

    def delete(self, table: str, key: int) -> None:
        """Take a row out, if it is there."""
        if self.has(table, key):
            row = self.recorder.raw(table, key)
            self.recorder.take(table, key)
            self.deeds.append(Deed("delete", table, key, key, [row]))
