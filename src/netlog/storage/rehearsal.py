"""A database in memory: a copy to try something out in, or a new one."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from netlog.storage.copying import take
from netlog.storage.failures import translated
from netlog.storage.opening import CURRENT_VERSION, reached
from netlog.storage.placing import fill_new
from netlog.storage.store import Store


def in_memory(path: Path | None, now: datetime) -> Store:
    """A copy of the database in memory, or a new one where there is none.

    The copy is of the current schema, whatever the file is.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    if path is None:
        fill_new(connection, now)
    else:
        _copy_into(connection, path, now)
    return Store(connection)


def _copy_into(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    source, version = reached(path, writable=False)
    with translated(), closing(source.connection):
        take(connection, source.connection)
    if version < CURRENT_VERSION:
        from netlog.storage.migrating import bring_alone

        bring_alone(connection, now)
