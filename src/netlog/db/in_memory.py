"""A database in memory: a copy to try something out in, or a new one."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from netlog.db.copying import take
from netlog.db.create import fill_new
from netlog.db.failures import translated
from netlog.db.layout import CURRENT_VERSION, THE_DATABASE
from netlog.db.open import open_file
from netlog.db.store import Store


def in_memory(path: Path | None, now: datetime, name: str = THE_DATABASE) -> Store:
    """A copy of the database in memory, or a new one where there is none.

    The copy is of the current schema, whatever the file is.  LayoutError, with the
    name of the file, where something in it is not netlog's and would run.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    if path is None:
        fill_new(connection, now)
    else:
        _copy_into(connection, path, now, name)
    return Store(connection)


def _copy_into(
    connection: sqlite3.Connection, path: Path, now: datetime, name: str
) -> None:
    source = open_file(path, writable=False, name=name)
    with translated(), closing(source.store.connection) as file:
        source.refuse_others(name, writable=True)
        take(connection, file)
    if source.version < CURRENT_VERSION:
        from netlog.db.migrations.steps import bring_alone

        bring_alone(connection, now)
