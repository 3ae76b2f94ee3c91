"""Bringing a database of an older netlog to the schema of this one."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from netlog.domain.backup import MIGRATION, Backup
from netlog.errors import DatabaseError
from netlog.records import NamedTuple
from netlog.storage.backups import Occasion, discard, made
from netlog.storage.copying import holding
from netlog.storage.failures import explained, translated
from netlog.storage.migrations import STEPS
from netlog.storage.migrations.rebuilding import rebuild
from netlog.storage.opening import (
    CURRENT_VERSION,
    OLDER,
    OlderError,
    connect,
    open_store,
    version_of,
)
from netlog.storage.placing import put_version
from netlog.storage.rehearsal import in_memory
from netlog.storage.store import Store


class Renewal(NamedTuple):
    """In which folder a backup is made first, when, and who is told of it.

    Without a folder the file is left as it is.
    """

    backups: Path | None
    day: date
    now: datetime
    say: Callable[[str], None]


def renewed(path: Path, renewal: Renewal, *, writable: bool) -> Store:
    """A database of an older schema, brought to the current one.

    Where that cannot be, whoever only reads gets a copy in memory that was.
    """
    try:
        _renew(path, renewal)
    except DatabaseError:
        if writable:
            raise
        return in_memory(path, renewal.now)
    return open_store(path, writable=writable)


def _renew(path: Path, renewal: Renewal) -> None:
    """Bring the file itself to the current schema, and say so."""
    if renewal.backups is None:
        raise OlderError(*OLDER)
    # The folder first, as restore does: else each could wait for the other.
    with (
        holding(renewal.backups),
        translated(),
        closing(connect(path, "rw")) as connection,
    ):
        connection.execute("PRAGMA foreign_keys=OFF")
        store = Store(connection)
        with store.transaction():
            if version_of(connection) >= CURRENT_VERSION:
                return  # another command was quicker
            # No step yet, but it fails at once where the file or its folder is locked.
            connection.execute("UPDATE version SET number = number")
            occasion = Occasion(renewal.day, renewal.now, MIGRATION)
            backup = made(path, renewal.backups, occasion)
            _bring_or_drop(backup, connection, renewal.now)
    renewal.say(
        f"The database was brought to schema {CURRENT_VERSION};"
        f" a copy of how it was is at {backup.path}."
    )


def _bring_or_drop(
    backup: Backup, connection: sqlite3.Connection, now: datetime
) -> None:
    """Take the steps; the backup is not needed where they come to nothing."""
    try:
        bring(connection, now)
    except BaseException:
        discard(backup)
        raise


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
            for table, text_from in _rebuilt(number).items():
                rebuild(connection, table, text_from)
            put_version(connection, number, now)
    except sqlite3.Error as error:
        cause = explained(error)
        raise DatabaseError(
            f"The database stays at schema {version}: {cause.sentence}", cause.advice
        ) from error


def statements(number: int) -> list[str]:
    """What is run to come to a schema from the one before."""
    text: str = import_module(STEPS[number]).SQL
    return [" ".join(statement.split()) for statement in text.split(";\n")]


def _rebuilt(number: int) -> Mapping[str, Callable[[str], str]]:
    """The tables that a step lays out anew, and how their texts are made."""
    return getattr(import_module(STEPS[number]), "REBUILT", {})
