"""Opening the file that is there, to read it or to write; never another by accident."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from netlog.errors import DatabaseError
from netlog.storage.beside import refuse_planted
from netlog.storage.failures import ANOTHER, DAMAGED, is_there, legible, translated
from netlog.storage.sql import SCHEMA_VERSION
from netlog.storage.store import Store

APPLICATION_ID = 0x6E65746C
"""'netl' in ASCII: what the file says it is."""
CURRENT_VERSION = 3
"""The schema that this netlog reads and writes; `migrations` lead to it."""
_PRAGMAS = """
PRAGMA foreign_keys=ON; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;
PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
PRAGMA mmap_size=0; PRAGMA recursive_triggers=ON; PRAGMA cache_size=-16384;
"""
_BUSY_SECONDS = 30
OLDER = (
    "The database was written by an older netlog.",
    "Do it again: netlog brings it up to date.",
)


class OlderError(DatabaseError):
    """The file is of an older schema, and was not touched."""


class NewerError(DatabaseError):
    """The file is of a newer schema, and was not touched."""


def address(path: Path, mode: str = "ro") -> str:
    """A file as SQLite opens or attaches it; never made where it is not there."""
    return f"file:{quote(os.fsencode(path))}?mode={mode}"


@legible()
def connect(path: Path, mode: str, pragmas: str = "") -> sqlite3.Connection:
    """A connection to a file that is there, "rw" or "ro"; careful if nothing is said.

    Any thread may use it, one at a time.
    """
    connection = sqlite3.connect(
        address(path, mode),
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in (pragmas or _PRAGMAS).split(";"):
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def open_store(path: Path, *, writable: bool) -> Store:
    """The database that is there; DatabaseError where it is none of ours.

    OlderError where it must be brought to the current schema first.
    """
    store, version = reached(path, writable=writable)
    if version < CURRENT_VERSION:
        store.close()
        raise OlderError(*OLDER)
    return store


def reached(path: Path, *, writable: bool) -> tuple[Store, int]:
    """A database of ours that is there, and its schema.

    Whoever reads puts right what a crash left: a journal beside the file.
    """
    if is_there(path) and not path.is_file():
        raise DatabaseError(f"{path} is no file.", "Name a file with --db.")
    refuse_planted(path)
    with translated():
        try:
            return _checked(connect(path, "rw" if writable else "ro"), path)
        except sqlite3.OperationalError as error:
            code = getattr(error, "sqlite_errorcode", 0)
            if code != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            return _checked(connect(path, "rw"), path)


def _checked(connection: sqlite3.Connection, path: Path) -> tuple[Store, int]:
    try:
        version = _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return Store(connection), version


def _check(connection: sqlite3.Connection, path: Path) -> int:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark != APPLICATION_ID:
        raise DatabaseError(f"{path} is not a netlog database.", ANOTHER)
    connection.execute("BEGIN")
    version = version_of(connection)
    if _is_cut_short(connection, path):
        raise DatabaseError(*DAMAGED)
    connection.execute("COMMIT")
    if version > CURRENT_VERSION:
        raise NewerError(
            "This database was written by a newer netlog; it was not touched.",
            "Upgrade netlog: pipx upgrade netlog-cli",
        )
    return version


def _is_cut_short(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the end of the last page is missing, which SQLite reads as nought.

    Asked within a transaction: the file has its size for as long as it is read.
    """
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    return path.stat().st_size % int(page) != 0


def version_of(connection: sqlite3.Connection) -> int:
    """The schema of a database of ours."""
    version: int | None = connection.execute(SCHEMA_VERSION.text).fetchone()[0]
    if not version:
        raise DatabaseError(*DAMAGED)
    return version
