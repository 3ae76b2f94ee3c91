"""Bringing a database of an older netlog to the schema of this one, backed up."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

from netlog.backups.files import MIGRATION, Backup, Backups
from netlog.backups.folder import discard, holding
from netlog.backups.make import make_held
from netlog.db.failures import translated
from netlog.db.in_memory import in_memory
from netlog.db.layout import CURRENT_VERSION, THE_DATABASE, layout_of, refuse_others
from netlog.db.migrations.steps import bring
from netlog.db.open import OLDER, OlderError, connect, open_store, version_of
from netlog.db.store import Store
from netlog.errors import DatabaseError

Say = Callable[[str], None]


def upgraded(backups: Backups, say: Say | None, *, writable: bool) -> Store:
    """A database of an older schema, brought to the current one; `say` is told of it.

    Without `say` the file is left as it is.  Where it cannot be brought on, whoever
    only reads gets a copy in memory that was.
    """
    try:
        if say is None:
            raise OlderError(*OLDER)
        _upgrade(backups, say)
    except DatabaseError:
        if writable:
            raise
        return in_memory(backups.database, backups.now)
    return open_store(backups.database, writable=writable)


def _upgrade(backups: Backups, say: Say) -> None:
    """Bring the file itself to the current schema, and say so."""
    # The folder first, as restore does: else each could wait for the other.
    with (
        holding(backups.folder),
        translated(),
        closing(connect(backups.database, "rw")) as connection,
    ):
        connection.execute("PRAGMA foreign_keys=OFF")
        store = Store(connection)
        with store.transaction():
            version = version_of(connection)
            if version >= CURRENT_VERSION:
                return  # another command was quicker
            refuse_others(layout_of(connection), version, THE_DATABASE)
            # No step yet, but it fails at once where the file or its folder is locked.
            connection.execute("UPDATE version SET number = number")
            backup = make_held(backups, MIGRATION)
            _bring_or_discard(backup, connection, backups)
    say(
        f"The database was brought to schema {CURRENT_VERSION};"
        f" a copy of how it was is at {backup.path}."
    )


def _bring_or_discard(
    backup: Backup, connection: sqlite3.Connection, backups: Backups
) -> None:
    """Take the steps; the backup is not needed where they come to nothing."""
    try:
        bring(connection, backups.now)
    except BaseException:
        discard(backup.path)
        raise
