"""What a database holds, as one text that can be compared; and whether it is sound."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from netlog.db.open import OlderError, connect, open_store

_UID = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{16,}\b|-[0-9a-f]{8}(?=-\d{4}-)"
)
"""Uids and keyed hashes, new each time; and what a backup's name has of a path."""
# What a forget leaves to be finished stands in scrub; whoever writes next does so.
_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'scrub'"
    " ORDER BY name"
)
NOBODY = ""
"""What is held where there is no file yet."""


class Seen(NamedTuple):
    """Every row of every table, but for their uids; and what is wrong with the file."""

    text: str
    wrong: tuple[str, ...] = ()


def look(path: Path) -> Seen:
    """Open a database as a command does that writes, and read all of it."""
    if not path.exists():
        return Seen(NOBODY)
    try:
        return _opened(path)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is wrong)
        return Seen("?", (f"{type(error).__name__}: {error}",))


def _opened(path: Path) -> Seen:
    try:
        connection = open_store(path, writable=True).connection
    except OlderError:
        connection = connect(path, "rw")
    with closing(connection):
        return read(connection)


def read(connection: sqlite3.Connection) -> Seen:
    """All that an open database holds."""
    return Seen(_UID.sub("#", "\n".join(_rows(connection))), wrongs(connection))


def wrongs(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What SQLite finds wrong with a database."""
    found = [str(one) for (one,) in connection.execute("PRAGMA integrity_check")]
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    return (*(one for one in found if one != "ok"), *map(str, orphans))


def _rows(connection: sqlite3.Connection) -> Iterator[str]:
    for (table,) in connection.execute(_TABLES).fetchall():
        yield table
        yield from map(str, connection.execute(f"SELECT * FROM {table} ORDER BY 1"))  # noqa: S608 (a name from the file's own list)


def difference(before: str, after: str) -> Sequence[str]:
    """The first rows that two texts do not share."""
    first, second = before.split("\n"), after.split("\n")
    gone = [f"- {row}" for row in first if row not in set(second)]
    new = [f"+ {row}" for row in second if row not in set(first)]
    return [*gone[:3], *new[:3]]
