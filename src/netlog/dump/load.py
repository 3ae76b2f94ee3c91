"""An export loaded, exactly as it is, into a database with nobody in it."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from netlog.db import policy, sql
from netlog.db.layout import CURRENT_VERSION
from netlog.db.sql import TABLES
from netlog.db.standings import derive_anew
from netlog.db.tombstones import MARKS
from netlog.domain.details import detail_key
from netlog.domain.names import fold
from netlog.domain.person import ME_ID
from netlog.domain.stable_random import draw
from netlog.dump.export import (
    EXPORTED,
    JOURNALED,
    LARGEST,
    NUMBERED,
    ExportRow,
    Header,
    every_row,
)
from netlog.dump.older import OlderRows
from netlog.dump.parse import MEND
from netlog.dump.validate import InvalidRowError, RowValidator
from netlog.errors import DatabaseError, RefusedError, UsageError
from netlog.repository.bookings import follow_touches
from netlog.repository.change import IN_TABLE, OpenChange, insert_by_position
from netlog.repository.derived import update_thanks

_NOT_NEW = (
    "An export is taken into a database with nothing in it.",
    "Name a new file: netlog --db NEW.db import FILE",
)
_OTHER_ME = (
    "The row of the user is missing, or is not one that netlog writes.",
    "Look at the file.",
)
_HIGHEST = LARGEST // 2
_ABOUT_ME = tuple(n for n, c in policy.columns()["person"].items() if c.of_me)
"""What the user's own row may say; the rest is the same in every database."""
_LEFT_OVER = ("pin", "active_week")
"""Tables outside the journal whose rows say nothing where nobody is."""
_AT_ONCE = 1000
"""Rows of which the journal says in one what undo would have to keep."""
_SHOWN = 40


def load(
    change: OpenChange, header: Header, rows: Iterable[tuple[str, ExportRow]]
) -> Mapping[str, int]:
    """Put every row in, with its number and uid; gives how many of each table.

    What is derived is derived anew, and rows of an older schema are turned.
    RefusedError where somebody is there, UsageError where a row cannot be, and
    DatabaseError where the export is a newer netlog's.
    """
    _refuse_newer(header)
    _refuse_filled(change)
    change.enters = False
    own = _step_aside(change)
    loading = _Loading(change, header.version)
    for table, group in groupby(rows, itemgetter(0)):
        loading.put(table, (row for _, row in group))
    _refuse_other_counts(header, loading.counts)
    _refuse_dangling(change)
    loading.settle()
    _go_on_from(change, header)
    _step_behind(change, own)
    _refuse_high(change)
    loading.note()
    derive_anew(change.store)
    follow_touches(change)
    update_thanks(change, sql.outcomes(change.store))
    return loading.counts


def _refuse_newer(header: Header) -> None:
    if header.version > CURRENT_VERSION:
        raise DatabaseError(
            "This export was written by a newer netlog.",
            "Upgrade netlog: pipx upgrade netlog-cli",
        )


def _refuse_filled(change: OpenChange) -> None:
    """Refuse where anything is there; what the plan noted of who is gone is nothing."""
    if _rows_of(change, "person").keys() != {ME_ID}:
        raise RefusedError(*_NOT_NEW)
    for table in _LEFT_OVER:
        for key in _rows_of(change, table):
            change.take(table, key)
    others = set(NUMBERED) - {"person", *MARKS}
    if any(_rows_of(change, table) for table in others):
        raise RefusedError(*_NOT_NEW)


def _rows_of(change: OpenChange, table: str) -> dict[int, tuple[Any, ...]]:
    """The rows that are there, by their numbers."""
    rows = change.store.connection.execute(every_row(table))
    return {row[0]: row for row in rows}


def _step_aside(change: OpenChange) -> dict[str, Any]:
    """Give the number of this change back: it may be that of one in the file."""
    change.store.connection.execute("PRAGMA defer_foreign_keys=ON")
    own = change.row("change", change.number)
    change.take("change", change.number)
    return own


def _step_behind(change: OpenChange, own: dict[str, Any]) -> None:
    """Let this change be the newest, so that undo takes it back first."""
    mentioned = sql.last_mentioned(change.store)
    last = max(change.store.last_number("change"), mentioned)
    change.number = change.put("change", own | {"id": last + 1})


def _refuse_other_counts(header: Header, counts: Mapping[str, int]) -> None:
    """What the file says it holds, and what it holds, are the same."""
    for table in header.counts.keys() | counts.keys():
        said, loaded = header.counts.get(table, 0), counts.get(table, 0)
        if said != loaded:
            name = table[:_SHOWN]
            raise UsageError(
                f"The file says it has {said} rows of {name}, and it has {loaded}.",
                MEND,
            )


def _refuse_dangling(change: OpenChange) -> None:
    """Whatever order the tables came in, every row points at one that is there."""
    check = change.store.connection.execute("PRAGMA foreign_key_check")
    for table, number, other, _ in check:
        raise UsageError(
            f"{table} {number} points at a row of {other} that is not there.", MEND
        )


def _go_on_from(change: OpenChange, header: Header) -> None:
    """No number that was given to somebody or something is given again."""
    # SQL by hand: SQLite's own table, which no model describes.
    execute = change.store.connection.execute
    for table in NUMBERED:
        last = header.numbers.get(table, 0)
        if last > change.store.last_number(table):
            values = {"name": table, "seq": last}
            execute("DELETE FROM sqlite_sequence WHERE name = :name", values)
            execute("INSERT INTO sqlite_sequence VALUES (:name, :seq)", values)


def _refuse_high(change: OpenChange) -> None:
    """Numbers that are given from now on must fit an export, too."""
    if max(change.store.last_number(table) for table in EXPORTED) > _HIGHEST:
        raise UsageError("The numbers in the file are too high.", MEND)


class _Loading:
    """Puts rows in, each validated first; what the journal must know is noted last."""

    def __init__(self, change: OpenChange, version: int) -> None:
        self.counts: dict[str, int] = dict.fromkeys(EXPORTED, 0)
        self._recorder = change
        self._older = version < CURRENT_VERSION
        self._turning = OlderRows(version)
        self._tables: dict[str, _Table] = {}
        self._me: ExportRow = {}
        self._there = {table: _rows_of(change, table) for table in MARKS}

    def put(self, table: str, rows: Iterable[ExportRow]) -> None:
        """Rows of one table, each under its own number."""
        if table not in self.counts:
            raise UsageError(
                f"netlog has no table {table[:_SHOWN]}.", "Look at the file."
            )
        if table not in self._tables:
            self._tables[table] = _Table(table, older=self._older)
        target = self._tables[table]
        try:
            self._recorder.store.connection.executemany(
                target.insert, self._values(table, target, rows)
            )
        except InvalidRowError as error:
            raise self._unreadable(table, str(error)) from error
        except sqlite3.IntegrityError as error:
            broken = str(error)
            if table in {"change", *MARKS} and broken.startswith("UNIQUE"):
                raise RefusedError(*_NOT_NEW) from error
            raise self._unreadable(table, _rule_broken(table, broken)) from error

    def _values(
        self, table: str, target: "_Table", rows: Iterable[ExportRow]
    ) -> Iterator[list[Any]]:
        """What is put in, row by row: the row that was counted last is at fault."""
        for said in rows:
            self.counts[table] += 1
            row = self._turning.turned(table, said)
            if table == "person" and row.get("id") == ME_ID:
                self._set_me(row)
                continue
            values = target.values(row)
            if not self._is_there(table, values):
                target.remember(values[0])
                yield values

    def _is_there(self, table: str, values: list[Any]) -> bool:
        """Whether somebody forgotten in the file was forgotten here by the same."""
        if table not in self._there:
            return False
        return self._there[table].pop(values[0], None) == tuple(values)

    def _unreadable(self, table: str, reason: str) -> UsageError:
        number = self.counts[table]
        return UsageError(f"Row {number} of {table} cannot be read: {reason}.", MEND)

    def _set_me(self, row: ExportRow) -> None:
        """The user is there already: their row waits until all the others are in."""
        if self._me:
            raise InvalidRowError("another row has the same id")
        validator = RowValidator("person", older=self._older, is_me=True)
        names = (name for name, _ in TABLES["person"].columns)
        self._me = dict(zip(names, validator.values(row), strict=True))

    def settle(self) -> None:
        """Say what no row of an older export says by itself."""
        store = self._recorder.store
        self._turning.settle(store.connection, sql.last_mentioned(store))

    def note(self) -> None:
        """Say in the journal what was put in, whatever a row points at before it."""
        if any(self._there.values()):  # forgotten here, and perhaps in the file
            raise RefusedError(*_NOT_NEW)
        self._note_me()
        for table in JOURNALED:
            for first, last in (
                self._tables[table].runs if table in self._tables else ()
            ):
                self._recorder.remember(table, first, last, None, IN_TABLE)

    def _note_me(self) -> None:
        """What is known of the user is written over; all else must be the same."""
        about_me = {name: self._me.get(name) for name in _ABOUT_ME}
        if self._recorder.row("person", ME_ID) | about_me != self._me:
            raise UsageError(*_OTHER_ME)
        try:
            self._recorder.update("person", ME_ID, **about_me)
        except sqlite3.IntegrityError as error:
            raise UsageError(*_OTHER_ME) from error


_FOLLOWS: dict[str, dict[str, tuple[tuple[str, ...], Callable[..., Any]]]] = {
    "person": {"folded": (("name",), fold), "draw": (("handle",), draw)},
    "detail": {"folded": (("field", "value"), detail_key)},
    "place": {"folded": (("name",), fold)},
}
"""Columns that follow from others of their row: from which, and how."""


class _Table:
    """How rows of one table are validated and put in, and which were."""

    def __init__(self, table: str, *, older: bool) -> None:
        self._validator = RowValidator(table, older=older)
        self._follows = _FOLLOWS.get(table, {})
        self._places = {name: n for n, (name, _) in enumerate(TABLES[table].columns)}
        self.insert = insert_by_position(table)
        self.runs: list[tuple[int, int]] = []

    def values(self, row: ExportRow) -> list[Any]:
        """What is put in; what follows from other columns is made of them."""
        values = self._validator.values(row)
        for name, (made_of, make) in self._follows.items():
            values[self._places[name]] = make(
                *(values[self._places[n]] for n in made_of)
            )
        return values

    def remember(self, key: int) -> None:
        """That a row was put in: rows with numbers side by side are one run."""
        first, last = self.runs[-1] if self.runs else (0, -1)
        if key == last + 1 and key - first < _AT_ONCE:
            self.runs[-1] = (first, key)
        else:
            self.runs.append((key, key))


def _rule_broken(table: str, broken: str) -> str:
    """Which rule of the table a row breaks, as the end of a sentence.

    SQLite names columns, as in "UNIQUE constraint failed: person.handle" or
    "CHECK constraint failed: a_id < b_id", and no values.
    """
    mentioned = set(re.findall(r"\w+", broken))
    names = [name for name, _ in TABLES[table].columns if name in mentioned]
    columns = " and ".join(names)
    if broken.startswith("UNIQUE"):
        return f"another row has the same {columns}"
    if names[1:]:
        return f"its {columns} do not go together"
    return f"its {columns} is not what netlog writes"
