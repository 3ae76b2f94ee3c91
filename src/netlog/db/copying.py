"""Copying a whole database by SQLite's own means, whoever writes to it meanwhile."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from netlog.db.failures import translated
from netlog.db.open import connect


def fill(copy: Path, source: sqlite3.Connection) -> None:
    """Copy a database that is open into an empty file."""
    with translated(), closing(connect(copy, "rw")) as target:
        take(target, source)


def take(target: sqlite3.Connection, source: sqlite3.Connection) -> None:
    """Copy by SQLite's own means what is committed, whoever writes meanwhile.

    It is read from the start: where it is locked it fails when others fail, while
    backup() alone would try for ever.
    """
    source.execute("BEGIN")
    try:
        source.execute("SELECT 1 FROM sqlite_schema").fetchone()
        source.backup(target)
    finally:
        with suppress(sqlite3.Error):  # where SQLite has done it by itself
            source.execute("ROLLBACK")
