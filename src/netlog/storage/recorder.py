"""Writing rows so that every change can be taken back: the journal."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from netlog.domain.journal import Change
from netlog.storage.columns import inward
from netlog.storage.sql import TABLES, UNDONE
from netlog.storage.statement import Rows
from netlog.storage.store import Store
from netlog.storage.uids import uuid7

Raw = dict[str, Any]


def dumped(row: Raw | None) -> str | None:
    """A row for the journal; None for a row that is not there."""
    if row is None:
        return None
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


class Recorder:
    """Inserts, updates and deletes rows, and remembers what was before.

    `number` is the change that all of it belongs to, `now` its moment.
    """

    def __init__(self, store: Store, now: datetime, number: int = 0) -> None:
        self.store = store
        self.now = now
        self.number = number
        self._rows = 0

    def raw(self, table: str, key: int) -> Raw:
        """A row as it stands in the file."""
        rows = TABLES[table]
        row = self._run(rows.fetch, {"id": key}).fetchone()
        return dict(zip((name for name, _ in rows.columns), row, strict=True))

    def insert(self, table: str, **values: Any) -> int:
        """Add a row; what is not named gets None.  Gives its key."""
        row = self._new(table, values)
        key = self.put(table, row)
        self._remember(table, key, None, row | {"id": key})
        return key

    def update(self, table: str, key: int, **values: Any) -> None:
        """Change some columns of a row; nothing happens where all are the same."""
        was = self.raw(table, key)
        wanted = self._stored_some(TABLES[table], values)
        after = {k: v for k, v in wanted.items() if was[k] != v}
        if after:
            self._run(TABLES[table].update, was | after)
            self._remember(table, key, {k: was[k] for k in after}, after)

    def delete(self, table: str, key: int) -> None:
        """Take a row out."""
        was = self.raw(table, key)
        self.take(table, key)
        self._remember(table, key, was, None)

    def put_new(self, table: str, **values: Any) -> int:
        """Add a row, unrecorded."""
        return self.put(table, self._new(table, values))

    def put(self, table: str, row: Raw) -> int:
        """Insert a stored row, unrecorded."""
        return int(self._run(TABLES[table].insert, row).fetchall()[0][0])

    def take(self, table: str, key: int) -> None:
        """Delete a row, unrecorded."""
        self._run(TABLES[table].delete, {"id": key})

    def patch(self, table: str, key: int, columns: Raw) -> None:
        """Change stored columns of a row, unrecorded."""
        self._run(TABLES[table].update, self.raw(table, key) | columns)

    @property
    def wrote(self) -> bool:
        """Whether anything was changed at all."""
        return self._rows > 0

    def _run(self, text: str, values: Raw) -> Any:
        return self.store.connection.execute(text, values)

    def _new(self, table: str, values: Raw) -> Raw:
        named = {"uid": uuid7(self.now), **values}
        columns = TABLES[table].columns
        return {name: inward(kind, named.get(name)) for name, kind in columns}

    def _stored_some(self, rows: Rows, values: Raw) -> Raw:
        return {n: inward(k, values[n]) for n, k in rows.columns if n in values}

    def _remember(
        self, table: str, key: int, before: Raw | None, after: Raw | None
    ) -> None:
        self._rows += 1
        self.put_new(
            "change_row",
            change_id=self.number,
            tab=table,
            row_id=key,
            before=dumped(before),
            after=dumped(after),
        )


@contextmanager
def recording(store: Store, now: datetime, command: str) -> Iterator[Recorder]:
    """One transaction, one change in the journal; none where nothing was written."""
    with store.transaction():
        recorder = Recorder(store, now)
        recorder.number = recorder.put_new(
            "change", at=now, command=command, state="done"
        )
        yield recorder
        if recorder.wrote:
            _forget_undone(recorder)
        else:
            recorder.take("change", recorder.number)


def _forget_undone(recorder: Recorder) -> None:
    """What was undone cannot be redone after something new."""
    for change in recorder.store.ask(UNDONE, Change):
        recorder.patch("change", change.id, {"state": "gone"})
