"""Everything in the file, row by row, as it stands there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from netlog.domain.whole import Contents, Row
from netlog.storage import sql
from netlog.storage.columns import inward
from netlog.storage.failures import translated
from netlog.storage.sql import TABLES
from netlog.storage.store import Store

LEFT_OUT = ("change_row", "version", "scrub")
"""What is about this file alone: how to undo, its schemas, what must be cleaned."""
EXPORTED = tuple(table for table in TABLES if table not in LEFT_OUT)
"""Every other table, whatever a row points at before the row."""
COUNTED = tuple(table for table in EXPORTED if table != "change")
"""The tables whose numbers go on; those of changes go on from what is taken in."""
OUTSIDE_JOURNAL = ("pin", "forgetting", "mark")
"""The tables of these of which undo knows nothing."""


class Whole:
    """Every row of every table that is exported.

    Of the changes it is those by which something that is there was entered or closed.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All as of one moment, whoever writes meanwhile."""
        with translated():
            self.store.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.store.connection.execute("ROLLBACK")

    def contents(self) -> Contents:
        """What stands before the rows."""
        return Contents(
            self.store.number(sql.SCHEMA_VERSION),
            {table: self._count(table) for table in EXPORTED},
            {table: self.last_number(table) for table in COUNTED},
        )

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Each table with its rows in the order of their numbers."""
        for table in EXPORTED:
            yield table, self._rows(table)

    def last_number(self, table: str) -> int:
        """The highest number that a table has given to any row, ever."""
        text = "SELECT max(seq) FROM sqlite_sequence WHERE name = :table"
        (number,) = self.store.connection.execute(text, {"table": table}).fetchone()
        return number or 0

    def _rows(self, table: str) -> Iterator[Row]:
        names = [name for name, _ in TABLES[table].columns]
        rows = self._changes() if table == "change" else self._all_of(table)
        return (dict(zip(names, row, strict=True)) for row in rows)

    def _changes(self) -> Iterator[list[Any]]:
        kinds = [kind for _, kind in TABLES["change"].columns]
        for row in self.store.rows(sql.CHANGES_MENTIONED):
            yield list(map(inward, kinds, row))

    def _all_of(self, table: str) -> Iterator[tuple[Any, ...]]:
        with translated():
            yield from self.store.connection.execute(every_row(table))

    def _count(self, table: str) -> int:
        if table == "change":
            return self.store.number(sql.COUNT_MENTIONED)
        text = f"SELECT count(*) FROM {table}"  # noqa: S608 (a name of ours)
        count: int = self.store.connection.execute(text).fetchone()[0]
        return count


def every_row(table: str) -> str:
    """The SQL that asks for all rows of a table, in the order of their numbers."""
    return f"{TABLES[table].fetch.partition(' WHERE ')[0]} ORDER BY {table}.id"
