"""An open change: rows are written, and the journal keeps what was before."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

from netlog.db import sql
from netlog.db.conversions import INWARD, inward
from netlog.db.failures import DAMAGED
from netlog.db.sql import TABLES
from netlog.db.store import Store, TableSQL
from netlog.db.uids import uuid7
from netlog.domain.weeks import week_of
from netlog.errors import DatabaseError

Row = dict[str, Any]
"""A row as the file holds it: column → text, whole number or None."""
IN_TABLE = ""
"""In place of rows that were put in, while they stand in their table."""
# Many rows touch many pages: 64 MiB of them are kept in memory.
_LARGE_CACHE = "PRAGMA cache_size = -65536"
# All of json takes 2 ms to import; a stored row is text, whole numbers and nulls.
_ESCAPES = {n: f"\\u{n:04x}" for n in range(32)} | {34: '\\"', 92: "\\\\"}


class OpenChange:
    """One change to a database, from BEGIN to COMMIT: the store and the journal.

    `number` is the change that all of it belongs to, `now` its moment; `enters` says
    whether the week counts as one in which something was entered.
    """

    def __init__(self, store: Store, now: datetime, number: int = 0) -> None:
        self.store = store
        self.now = now
        self.number = number
        self.wrote = False
        self.enters = True

    def row(self, table: str, key: int) -> Row:
        """A row as it stands in the file; DatabaseError where it is gone."""
        row = self.row_or_none(table, key)
        if row is None:
            raise DatabaseError(*DAMAGED)
        return row

    def row_or_none(self, table: str, key: int) -> Row | None:
        """A row as it stands in the file; None where it is gone."""
        rows = TABLES[table]
        row = self._run(rows.fetch, {"id": key}).fetchone()
        return row and dict(zip((name for name, _ in rows.columns), row, strict=True))

    def pointing(self, table: str, column: str, key: int) -> list[Row]:
        """The rows of a table that point at a row by a column, the oldest first."""
        rows = TABLES[table]
        names = [name for name, _ in rows.columns]
        return [
            dict(zip(names, row, strict=True))
            for row in self._run(rows.pointing[column], {"id": key}).fetchall()
        ]

    def insert(self, table: str, **values: Any) -> int:
        """Add a row; what is not named gets None.  Gives its key."""
        key = self.put_new(table, **values)
        self.remember(table, key, key, None, IN_TABLE)
        return key

    def insert_many(self, table: str, rows: Sequence[Row]) -> range:
        """Add rows, quickly; gives their keys in the same order."""
        self._run(_LARGE_CACHE, {})
        first = self._next_key(table)
        keys = range(first, first + len(rows))
        stored = (
            (key, *tuple(self._new(table, row).values())[1:])
            for key, row in zip(keys, rows, strict=True)
        )
        self.store.connection.executemany(insert_by_position(table), stored)
        if keys:
            self.remember(table, keys[0], keys[-1], None, IN_TABLE)
        return keys

    def update(self, table: str, key: int, **values: Any) -> None:
        """Change some columns of a row; nothing happens where all are the same."""
        before = self.row(table, key)
        wanted = self._stored_some(TABLES[table], values)
        after = {k: v for k, v in wanted.items() if before[k] != v}
        if after:
            self._run(TABLES[table].update, before | after)
            changed = _encode({k: before[k] for k in after})
            self.remember(table, key, key, changed, _encode(after))

    def delete(self, table: str, key: int) -> None:
        """Take a row out."""
        before = self.row(table, key)
        self.take(table, key)
        self.remember(table, key, key, encode_rows([before]), None)

    def put_new(self, table: str, **values: Any) -> int:
        """Add a row of values, past the journal."""
        return self.put(table, self._new(table, values))

    def put(self, table: str, row: Row) -> int:
        """Insert a row as the file holds it, past the journal."""
        return int(self._run(TABLES[table].insert, row).fetchall()[0][0])

    def take(self, table: str, key: int) -> None:
        """Delete a row, past the journal."""
        self._run(TABLES[table].delete, {"id": key})

    def patch(self, table: str, key: int, columns: Row) -> None:
        """Change columns of a row as the file holds them, past the journal."""
        self._run(TABLES[table].update, self.row(table, key) | columns)

    def _run(self, text: str, values: Row) -> Any:
        return self.store.connection.execute(text, values)

    def _next_key(self, table: str) -> int:
        """AUTOINCREMENT's next key: above every key there ever was."""
        return self.store.last_number(table) + 1

    def _new(self, table: str, values: Row) -> Row:
        names, converting = _shape(table)
        row = names | values
        for name, convert in converting:
            if row[name] is not None:
                row[name] = convert(row[name])
        row["uid"] = uuid7(self.now)
        return row

    def _stored_some(self, rows: TableSQL, values: Row) -> Row:
        return {n: inward(k, values[n]) for n, k in rows.columns if n in values}

    def remember(
        self, table: str, first: int, last: int, before: str | None, after: str | None
    ) -> None:
        """Note in the journal what rows from one key to another were, and are."""
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


@contextmanager
def changing(store: Store, now: datetime, command: str) -> Iterator[OpenChange]:
    """One transaction, one change in the journal; none where nothing was written."""
    with store.transaction():
        change = OpenChange(store, now)
        change.number = change.put_new("change", at=now, command=command, state="done")
        yield change
        if change.wrote:
            _end_redo(change)
            if change.enters:
                _note_week(change)
        else:
            change.take("change", change.number)


def _end_redo(change: OpenChange) -> None:
    """What was undone cannot be redone after something new."""
    for number in sql.undone(change.store):
        change.patch("change", number, {"state": "gone"})


def _note_week(change: OpenChange) -> None:
    """Note that something was entered this week."""
    week = week_of(change.now.astimezone().date()).code
    if not sql.active_weeks(change.store, week, week):
        change.put_new("active_week", week=week)


@cache
def _shape(table: str) -> tuple[Row, list[tuple[str, Callable[[Any], Any]]]]:
    """An empty row, and the columns whose values change on their way in."""
    columns = TABLES[table].columns
    converting = [(name, INWARD[kind]) for name, kind in columns if kind in INWARD]
    return dict.fromkeys(name for name, _ in columns), converting


def insert_by_position(table: str) -> str:
    """The insert of a table with a ? for each column: twice as quick to bind."""
    text = TABLES[table].insert.removesuffix(" RETURNING id")
    return re.sub(r":\w+", "?", text)


def encode_rows(rows: Sequence[Row]) -> str:
    """Rows as JSON, for the journal."""
    return f"[{','.join(map(_encode, rows))}]"


def _encode(row: Row) -> str:
    fields = (f'"{name}":{_scalar(value)}' for name, value in row.items())
    return f"{{{','.join(fields)}}}"


def _scalar(value: str | int | None) -> str:
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    return "null" if value is None else str(value)
