"""Rows of an export put into their tables, each held against its columns first."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from netlog.domain.person import ME_ID
from netlog.domain.whole import LARGEST, Row, wrong
from netlog.errors import RefusedError, UsageError
from netlog.storage.columns import inward
from netlog.storage.recorder import STANDS, Recorder
from netlog.storage.sql import TABLES
from netlog.storage.whole import EXPORTED, OUTSIDE_JOURNAL, every_row

NOT_NEW = (
    "An export is taken into a database with nothing in it.",
    "Name a new file: netlog --db NEW.db import FILE",
)
_OTHER_ME = (
    "The row of the user is missing, or another one.",
    "Look at the file.",
)
_AT_ONCE = 1000
"""Rows of which the journal says in one what undo would have to keep."""
_OF_ME = ("uid", "org", "role", "city", "note", "birthday")
"""What the user's own row may say; the rest is the same in every database."""
MARKS = ("forgetting", "mark")
_OWN = ("change", *MARKS)
"""Of these a database with nobody in it may have rows of its own."""
_IN_JOURNAL = tuple(table for table in EXPORTED if table not in OUTSIDE_JOURNAL)
_SHOWN = 40


class _UnfitError(Exception):
    """What is wrong with a row, without its values."""


class Taking:
    """Puts rows in one by one; what the journal must know is noted at the end.

    An export of an older schema may lack columns: they are empty.
    """

    def __init__(self, recorder: Recorder, *, older: bool) -> None:
        self.recorder = recorder
        self.older = older
        self.counts: dict[str, int] = dict.fromkeys(EXPORTED, 0)
        self._shapes: dict[str, _Shape] = {}
        self._me: dict[str, Any] = {}
        self._there = {table: _rows_of(recorder, table) for table in MARKS}

    def put(self, table: str, row: Row) -> None:
        """One row, under its own number."""
        if table not in self.counts:
            raise UsageError(
                f"netlog has no table {table[:_SHOWN]}.", "Look at the file."
            )
        self.counts[table] += 1
        try:
            self._put(table, row)
        except _UnfitError as error:
            raise wrong(table, self.counts[table], str(error)) from error
        except sqlite3.IntegrityError as error:
            if table in _OWN and "UNIQUE" in str(error):
                raise RefusedError(*NOT_NEW) from error
            raise wrong(table, self.counts[table], _broken(error)) from error

    def _put(self, table: str, row: Row) -> None:
        shape = self._shape(table)
        values = shape.values(row)
        key = values[0]
        if (table, key) == ("person", ME_ID):
            if self._me:
                raise _UnfitError("another has the same id")
            self._me = dict(zip(shape.names, values, strict=True))
        elif self._there.get(table, {}).pop(key, None) != tuple(values):
            self.recorder.store.connection.execute(shape.insert, values)
            shape.remember(key)

    def _shape(self, table: str) -> "_Shape":
        if table not in self._shapes:
            self._shapes[table] = _Shape(self.recorder, table, older=self.older)
        return self._shapes[table]

    def note(self) -> None:
        """Say in the journal what was put in, whatever a row points at before it."""
        if any(self._there.values()):  # forgotten here, and perhaps in the file
            raise RefusedError(*NOT_NEW)
        self._note_me()
        for table in _IN_JOURNAL:
            for first, last in self._shape(table).runs:
                self.recorder.wrote = True
                self.recorder.put_new(
                    "change_row",
                    change_id=self.recorder.number,
                    tab=table,
                    row_id=first,
                    last_id=last,
                    after=STANDS,
                )

    def _note_me(self) -> None:
        """The user is there already: what is known of them is written over."""
        known = {name: self._me.get(name) for name in _OF_ME}
        if self.recorder.raw("person", ME_ID) | known != self._me:
            raise UsageError(*_OTHER_ME)
        try:
            self.recorder.update("person", ME_ID, **known)
        except sqlite3.IntegrityError as error:
            raise UsageError(*_OTHER_ME) from error


class _Shape:
    """The columns of a table, how a row of them is put in, and which were."""

    def __init__(self, recorder: Recorder, table: str, *, older: bool) -> None:
        columns = TABLES[table].columns
        self.names = [name for name, _ in columns]
        self.runs: list[tuple[int, int]] = []
        self._fits = [(name, _FITS[kind]) for name, kind in columns]
        insert = TABLES[table].insert.removesuffix(" RETURNING id")
        self.insert = re.sub(r":\w+", "?", insert)
        info = recorder.store.connection.execute(f"PRAGMA table_info({table})")
        self._empty = {
            name: _EMPTY[kind] if needed else None
            for (_, name, _, needed, *_), (_, kind) in zip(info, columns, strict=True)
            if older and name not in {"id", "uid"} and (kind in _EMPTY or not needed)
        }

    def values(self, row: Row) -> list[Any]:
        """A row as it is put in; an error says what is wrong with it."""
        if row.keys() != self._known:
            row = self._completed(row)
        key = row["id"]
        for name, fits in self._fits:
            value = row[name]
            if value is not None and not fits(value):
                raise _UnfitError(f"its {name} is none")
        if not key or key < 1:
            raise _UnfitError("it has no number")
        return [row[name] for name in self.names]

    @cached_property
    def _known(self) -> set[str]:
        return set(self.names)

    def _completed(self, row: Row) -> Mapping[str, Any]:
        for name in row:
            if name not in self._known:
                raise _UnfitError(f"nobody knows a {name[:_SHOWN]}")
        for name in self.names:
            if name not in row and name not in self._empty:
                raise _UnfitError(f"its {name} is missing")
        return {**self._empty, **row}

    def remember(self, key: int) -> None:
        """That a row was put in: rows with numbers side by side are one run."""
        first, last = self.runs[-1] if self.runs else (0, -1)
        if key == last + 1 and key - first < _AT_ONCE:
            self.runs[-1] = (first, key)
        else:
            self.runs.append((key, key))


def _rows_of(recorder: Recorder, table: str) -> dict[int, tuple[Any, ...]]:
    """The rows that are there, by their numbers."""
    rows = recorder.store.connection.execute(every_row(table))
    return {row[0]: row for row in rows}


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_whole(value: Any) -> bool:
    return type(value) is int and abs(value) <= LARGEST


def _is_day(value: Any) -> bool:
    """Whether it is a day, written as netlog writes them."""
    return _is_written("day", value, date.fromisoformat)


def _is_moment(value: Any) -> bool:
    """Whether it is a moment, written as netlog writes them."""
    return _is_written("moment", value, datetime.fromisoformat)


def _is_written(kind: str, value: Any, read: Callable[[str], object]) -> bool:
    try:
        return _is_text(value) and inward(kind, read(value)) == value
    except (ValueError, OverflowError):
        return False


_FITS: dict[str, Callable[[Any], bool]] = {
    "text": _is_text,
    "whole": _is_whole,
    "flag": _is_whole,
    "day": _is_day,
    "moment": _is_moment,
}
_EMPTY: dict[str, Any] = {"text": "", "whole": 0, "flag": 0}


def _broken(error: sqlite3.IntegrityError) -> str:
    """Which rule it breaks, in our words; SQLite names columns and no values."""
    sort, _, where = str(error).partition(" constraint failed: ")
    columns = ", ".join(name.rpartition(".")[2] for name in where.split(", "))
    return {
        "UNIQUE": f"another has the same {columns}",
        "NOT NULL": f"it has no {columns}",
    }.get(sort, "it breaks a rule of its table")
