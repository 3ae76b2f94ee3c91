"""Whether somebody was forgotten: not who, and nothing else of them is kept."""

import sqlite3
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from netlog.domain.forgetting import Forgetting, Mark, Scrub, mark_of
from netlog.storage import sql
from netlog.storage.sql import TABLES
from netlog.storage.store import Store

MARKS = ("forgetting", "mark")
LASTING = ("scrub", *MARKS)
"""What a file says of those who were forgotten, whatever is put in its place."""


class Forgotten:
    """The marks of those who were forgotten."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def count(self) -> int:
        """How many were forgotten and left a mark."""
        return self.store.number(sql.COUNT_FORGETTINGS)

    @cached_property
    def salt(self) -> str:
        """The key of all marks; '' where there are none."""
        first = self.store.one(sql.FORGETTINGS, Forgetting)
        return first.salt if first else ""

    @cached_property
    def marks(self) -> frozenset[str]:
        """Every mark there is."""
        return frozenset(one.hash for one in self.store.ask(sql.MARKS, Mark))

    def are_met(self, signs: Iterable[str]) -> bool:
        """Whether any of the signs is one of somebody who was forgotten."""
        if not self.marks:
            return False
        return any(mark_of(sign, self.salt) in self.marks for sign in signs)

    def unfinished(self) -> list[Scrub]:
        """What must still be cleaned, where a forget was cut short."""
        return self.store.ask(sql.SCRUBS, Scrub)


def every(
    connection: sqlite3.Connection, tables: Iterable[str]
) -> dict[str, list[dict[str, Any]]]:
    """All rows of some tables, by the names of their columns."""
    return {table: _rows(connection, table) for table in tables}


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    rows = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (one of ours)
    columns = [column for column, *_ in rows.description]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def carry(copy: sqlite3.Connection, held: dict[str, list[dict[str, Any]]]) -> None:
    """Have these rows in these tables of a copy, and no others."""
    for table in reversed(held):
        copy.execute(f"DELETE FROM {table}")  # noqa: S608 (one of ours)
    for table, rows in held.items():
        for row in rows:
            copy.execute(TABLES[table].insert, row).fetchall()
