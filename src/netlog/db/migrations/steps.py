"""Taking the steps from the schema that a database has to the one of this netlog."""

import sqlite3
from datetime import datetime

from netlog.db.create import put_version
from netlog.db.failures import explained
from netlog.db.layout import CURRENT_VERSION
from netlog.db.migrations.layouts import rebuilt, statements
from netlog.db.migrations.rebuilding import rebuild
from netlog.db.open import version_of
from netlog.db.store import Store
from netlog.errors import DatabaseError


def bring_alone(connection: sqlite3.Connection, now: datetime) -> None:
    """Bring a database that nobody else has to the current schema."""
    connection.execute("PRAGMA foreign_keys=OFF")
    with Store(connection).transaction():
        bring(connection, now)
    connection.execute("PRAGMA foreign_keys=ON")


def bring(connection: sqlite3.Connection, now: datetime) -> None:
    """Take each step from the schema that a database has to the current one.

    Within a transaction begun with foreign_keys=OFF.
    """
    version = version_of(connection)
    try:
        for number in range(version + 1, CURRENT_VERSION + 1):
            for statement in statements(number):
                connection.execute(statement)
            for table, text_from in rebuilt(number).items():
                rebuild(connection, table, text_from)
            put_version(connection, number, now)
    except sqlite3.Error as error:
        cause = explained(error)
        raise DatabaseError(
            f"The database stays at schema {version}: {cause.sentence}", cause.advice
        ) from error
