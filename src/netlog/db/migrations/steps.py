"""Taking the steps from the schema that a database has to the one of this netlog."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

from netlog.db.create import put_version
from netlog.db.failures import explained
from netlog.db.layout import CURRENT_VERSION
from netlog.db.migrations.layouts import (
    dropped,
    filled,
    rebuilt,
    statements,
    step,
)
from netlog.db.migrations.rebuilding import rebuild
from netlog.db.open import version_of
from netlog.db.standings import derive_anew
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
        moment = max(now, *_after_last_change(connection))
        for number in range(version + 1, CURRENT_VERSION + 1):
            _take(connection, number)
            put_version(connection, number, moment)
        if version < CURRENT_VERSION:
            derive_anew(Store(connection))
    except sqlite3.Error as error:
        cause = explained(error)
        raise DatabaseError(
            f"The database stays at schema {version}: {cause.sentence}", cause.advice
        ) from error


def _after_last_change(connection: sqlite3.Connection) -> Iterator[datetime]:
    """The moment after that of the newest change: the clock may have been ahead."""
    (last,) = connection.execute("SELECT max(at) FROM change").fetchone()
    with suppress(ValueError, TypeError, OverflowError):
        yield datetime.fromisoformat(last).astimezone(UTC) + datetime.resolution


def _take(connection: sqlite3.Connection, number: int) -> None:
    """Take one step: tables laid out anew, new ones, and what SQL alone cannot say."""
    columns = filled(number)
    for table, text_from in rebuilt(number).items():
        rebuild(connection, table, text_from, columns.get(table, {}), dropped(number))
    for statement in statements(number):
        connection.execute(statement)
    carry = getattr(step(number), "carry", None)
    if carry:
        carry(connection)
