"""Opening the file that is there, to read it or to write; never another by accident."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from netlog.db.failures import ANOTHER, DAMAGED, is_there, legible, translated
from netlog.db.layout import (
    CURRENT_VERSION,
    THE_DATABASE,
    VERSION_TABLE,
    Layout,
    can_be_read,
    is_netlogs,
    layout_of,
    other_layout,
    refuse_others,
)
from netlog.db.sql import SCHEMA_VERSION
from netlog.db.store import Store
from netlog.errors import DatabaseError
from netlog.namedtuple import NamedTuple

APPLICATION_ID = 0x6E65746C
"""'netl' in ASCII: what the file says it is."""
_PRAGMAS = """
PRAGMA foreign_keys=ON; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;
PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
PRAGMA mmap_size=0; PRAGMA recursive_triggers=ON; PRAGMA cache_size=-16384;
"""
_BUSY_SECONDS = 30
_ENDINGS = ("-journal", "-wal", "-shm")
OLDER = (
    "The database was written by an older netlog.",
    "Do it again: netlog brings it up to date.",
)


NEWER = (
    "This database was written by a newer netlog; it was not touched.",
    "Upgrade netlog: pipx upgrade netlog-cli",
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

    OlderError where it must be brought to the current schema first.  LayoutError
    where it is to be written and something in it is not netlog's, which might run
    then; or where it cannot even be read.
    """
    found = open_file(path, writable=writable)
    try:
        if found.version < CURRENT_VERSION:
            raise OlderError(*OLDER)
        found.refuse_others(THE_DATABASE, writable=writable)
    except DatabaseError:
        found.store.close()
        raise
    return found.store


class OpenFile(NamedTuple):
    """A database that is open, its schema, and how it is laid out."""

    store: Store
    version: int
    layout: Layout

    def refuse_others(self, name: str, *, writable: bool) -> None:
        """LayoutError where what is not netlog's would run, or would be read."""
        if writable:
            refuse_others(self.layout, self.version, name)
        elif not is_netlogs(self.layout, self.version) and not can_be_read(
            self.layout, self.version
        ):
            raise other_layout(self.layout, self.version, name)


def open_file(path: Path, *, writable: bool, name: str = THE_DATABASE) -> OpenFile:
    """A database of ours that is there, whatever else stands in it.

    Whoever reads puts right what a crash left: a journal beside the file.
    """
    if is_there(path) and not path.is_file():
        raise DatabaseError(f"{path} is no file.", "Name a file with --db.")
    refuse_planted(path)
    with translated():
        try:
            return _checked(connect(path, "rw" if writable else "ro"), path, name)
        except sqlite3.OperationalError as error:
            code = getattr(error, "sqlite_errorcode", 0)
            if code != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            return _checked(connect(path, "rw"), path, name)


def _checked(connection: sqlite3.Connection, path: Path, name: str) -> OpenFile:
    try:
        return OpenFile(Store(connection), *_check(connection, path, name))
    except BaseException:
        connection.close()
        raise


def _check(connection: sqlite3.Connection, path: Path, name: str) -> tuple[int, Layout]:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark != APPLICATION_ID:
        raise DatabaseError(f"{path} is not a netlog database.", ANOTHER)
    connection.execute("BEGIN")
    layout = layout_of(connection)
    version = version_in(connection, layout, name)
    if _is_cut_short(connection, path):
        raise DatabaseError(*DAMAGED)
    connection.execute("COMMIT")
    return version, layout


def _is_cut_short(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the end of the last page is missing, which SQLite reads as nought.

    Asked within a transaction: the file has its size for as long as it is read.
    """
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    return path.stat().st_size % int(page) != 0


OWNER = "SELECT uid FROM person WHERE id = 1"
"""The uid of the user, which a database and all of its copies share."""


def owner_of(path: Path, *, whole: bool = False) -> str:
    """Whose a database is; LayoutError where it cannot be read as what it says.

    With `whole` also where anything in it is not netlog's.
    """
    found = open_file(path, writable=False, name=path.name)
    with translated(), closing(found.store):
        found.refuse_others(path.name, writable=whole)
        return str(found.store.connection.execute(OWNER).fetchone())


def version_of(connection: sqlite3.Connection) -> int:
    """The schema of a database of ours."""
    return version_in(connection, layout_of(connection), THE_DATABASE)


def version_in(connection: sqlite3.Connection, layout: Layout, name: str) -> int:
    """The schema of a database of ours, which is asked of netlog's table alone.

    LayoutError where that is another; NewerError where the schema is newer than ours.
    """
    if VERSION_TABLE not in layout:
        if layout:
            raise other_layout(layout, CURRENT_VERSION, name)
        raise DatabaseError(*DAMAGED)
    version: int | None = connection.execute(SCHEMA_VERSION.text).fetchone()[0]
    if not version:
        raise DatabaseError(*DAMAGED)
    if version > CURRENT_VERSION:
        raise NewerError(*NEWER)
    return version


def beside(path: Path) -> list[Path]:
    """What SQLite may put beside a database, or the one that a link leads to."""
    real = Path(os.path.realpath(path))
    return [real.with_name(f"{real.name}{ending}") for ending in _ENDINGS]


def refuse_planted(path: Path) -> None:
    """Neither write into nor take in what another user put beside a database."""
    for planted, found in _found(path):
        if path.exists() and found.st_uid != path.stat().st_uid:
            raise DatabaseError(
                f"{planted} is another user's than the database.",
                "Take it away, and keep the database where you alone can write.",
            )


def left_at(path: Path) -> Path | None:
    """What a database that is gone left at its place; None where nothing is.

    SQLite would put that into a new one.
    """
    return next((left for left, found in _found(path) if found.st_size), None)


def refuse_left(path: Path) -> None:
    """DatabaseError where that is so: nothing of it may be lost, or do harm."""
    if left := left_at(path):
        raise DatabaseError(
            f"{left} is there, and the database that it belongs to is not.",
            "Bring that back, or netlog restore a backup, or move the file away.",
        )


def _found(path: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """What is there, looked at once: a command that ends takes its journal away."""
    for one in beside(path)[:2]:  # the last holds nothing but locks
        try:
            yield one, one.stat()
        except OSError:
            continue
