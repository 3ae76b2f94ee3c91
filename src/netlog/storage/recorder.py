"""Writing rows so that every change can be taken back: the journal."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

from netlog.domain.journal import Change
from netlog.errors import DatabaseError
from netlog.storage.columns import INWARD, inward
from netlog.storage.failures import DAMAGED
from netlog.storage.sql import TABLES, UNDONE
from netlog.storage.statement import Rows
from netlog.storage.store import Store
from netlog.storage.uids import uuid7

Raw = dict[str, Any]
STANDS = ""
"""In place of rows that were put in, while they stand in their table."""
# Many rows touch many pages: 64 MiB of them are kept in memory.
_ROOMY = "PRAGMA cache_size = -65536"


# All of json takes 2 ms to import; a stored row is text, whole numbers and nulls.
_ESCAPES = {n: f"\\u{n:04x}" for n in range(32)} | {34: '\\"', 92: "\\\\"}


def _encode(row: Raw) -> str:
    """A row as JSON."""
    fields = (f'"{name}":{_scalar(value)}' for name, value in row.items())
    return f"{{{','.join(fields)}}}"


def _scalar(value: str | int | None) -> str:
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    return "null" if value is None else str(value)


class Recorder:
    """Inserts, updates and deletes rows, and remembers what was before.

    `number` is the change that all of it belongs to, `now` its moment.
    """

    def __init__(self, store: Store, now: datetime, number: int = 0) -> None:
        self.store = store
        self.now = now
        self.number = number
        self.wrote = False

    def raw(self, table: str, key: int) -> Raw:
        """A row as it stands in the file; DatabaseError where it is gone."""
        row = self.found(table, key)
        if row is None:
            raise DatabaseError(*DAMAGED)
        return row

    def found(self, table: str, key: int) -> Raw | None:
        """The same; None where it is gone."""
        rows = TABLES[table]
        row = self._run(rows.fetch, {"id": key}).fetchone()
        return row and dict(zip((name for name, _ in rows.columns), row, strict=True))

    def insert(self, table: str, **values: Any) -> int:
        """Add a row; what is not named gets None.  Gives its key."""
        key = self.put_new(table, **values)
        self._remember(table, key, key, None, STANDS)
        return key

    def insert_many(self, table: str, rows: Sequence[Raw]) -> range:
        """Add rows, quickly; gives their keys in the same order."""
        self._run(_ROOMY, {})
        first = self._next_key(table)
        keys = range(first, first + len(rows))
        stored = (
            (key, *tuple(self._new(table, row).values())[1:])
            for key, row in zip(keys, rows, strict=True)
        )
        self.store.connection.executemany(_by_position(table), stored)
        if keys:
            self._remember(table, keys[0], keys[-1], None, STANDS)
        return keys

    def update(self, table: str, key: int, **values: Any) -> None:
        """Change some columns of a row; nothing happens where all are the same."""
        was = self.raw(table, key)
        wanted = self._stored_some(TABLES[table], values)
        after = {k: v for k, v in wanted.items() if was[k] != v}
        if after:
            self._run(TABLES[table].update, was | after)
            before = _encode({k: was[k] for k in after})
            self._remember(table, key, key, before, _encode(after))

    def delete(self, table: str, key: int) -> None:
        """Take a row out."""
        was = self.raw(table, key)
        self.take(table, key)
        self._remember(table, key, key, encoded([was]), None)

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

    def _run(self, text: str, values: Raw) -> Any:
        return self.store.connection.execute(text, values)

    def _next_key(self, table: str) -> int:
        """AUTOINCREMENT's next key: above every key there ever was."""
        text = "SELECT max(seq) FROM sqlite_sequence WHERE name = :table"
        return (self._run(text, {"table": table}).fetchone()[0] or 0) + 1

    def _new(self, table: str, values: Raw) -> Raw:
        names, converting = _shape(table)
        row = names | values
        for name, convert in converting:
            if row[name] is not None:
                row[name] = convert(row[name])
        row["uid"] = uuid7(self.now)
        return row

    def _stored_some(self, rows: Rows, values: Raw) -> Raw:
        return {n: inward(k, values[n]) for n, k in rows.columns if n in values}

    def _remember(
        self, table: str, first: int, last: int, before: str | None, after: str | None
    ) -> None:
        self.wrote = True
        self.put_new(
            "change_row",
            change_id=self.number,
            tab=table,
            row_id=first,
            last_id=last,
            before=before,
            after=after,
        )


@cache
def _shape(table: str) -> tuple[Raw, list[tuple[str, Callable[[Any], Any]]]]:
    """An empty row, and the columns whose values change on their way in."""
    columns = TABLES[table].columns
    converting = [(name, INWARD[kind]) for name, kind in columns if kind in INWARD]
    return dict.fromkeys(name for name, _ in columns), converting


def _by_position(table: str) -> str:
    """The insert of a table with a ? for each column: twice as quick to bind."""
    text = TABLES[table].insert.removesuffix(" RETURNING id")
    return re.sub(r":\w+", "?", text)


def encoded(rows: Sequence[Raw]) -> str:
    """Rows for the journal."""
    return f"[{','.join(map(_encode, rows))}]"


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
