"""Making a new database, in its place or in a file that has none yet."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from netlog.db.failures import cannot_be_made, translated
from netlog.db.folders import alone_in
from netlog.db.layout import CURRENT_VERSION
from netlog.db.open import APPLICATION_ID, connect, open_store, refuse_left
from netlog.db.sql import SCHEMA
from netlog.db.store import Store
from netlog.db.uids import uuid7
from netlog.domain.person import ME_ID
from netlog.errors import DatabaseError

FAR_AWAY = "9999-12-31"
_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
MADE_MEANWHILE = (
    "A database was made there meanwhile; nothing was written.",
    "Look at it with netlog list, then do it again.",
)


@contextmanager
def first_store(path: Path, now: datetime) -> Iterator[tuple[Store, bool]]:
    """A new database that is there once the block has ended well, and True.

    It is made beside its place, 0600 in a folder 0700, and linked there whole: nobody
    meets a half-made file, and a command that fails leaves none.  Who comes second
    gets the one that the first has made, and False.
    """
    path = path.resolve()
    with alone_in(path.parent):
        if path.exists():
            yield open_store(path, writable=True), False
            return
        refuse_left(path)
        sweep_unfinished(path)
        made = path.with_name(f".{path.name}.{uuid7(now)}")
        try:
            lay_out(made, now)
            store = open_store(made, writable=True)
            yield store, True
            store.close()
            name_new(made, path)
        finally:
            made.unlink(missing_ok=True)


def create_store(path: Path, now: datetime) -> Store:
    """A new database with nobody in it; the one that is there where there is one."""
    with first_store(path, now):
        pass
    return open_store(path, writable=True)


def sweep_unfinished(path: Path) -> None:
    """Take away what was to become a database, and was killed; for who is alone."""
    ours = re.compile(rf"\.{re.escape(path.name)}\.{_UUID}(-journal)?")
    for left in path.parent.iterdir():
        if ours.fullmatch(left.name):
            left.unlink(missing_ok=True)


def lay_out(path: Path, now: datetime) -> None:
    """Make a new database, 0600, with nobody in it."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise cannot_be_made(error) from error
    with translated():
        connection = connect(path, "rw")
        store = Store(connection)
        with store.transaction():
            fill_new(connection, now)
        store.close()


def name_new(made: Path, path: Path) -> None:
    """Give a new file its name; DatabaseError where another one has it by now."""
    try:
        os.link(made, path)
    except FileExistsError as error:
        raise DatabaseError(*MADE_MEANWHILE) from error
    except OSError:  # some disks know no links
        made.replace(path)


def fill_new(connection: sqlite3.Connection, now: datetime) -> None:
    """Lay out the tables, and put the user in."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for statement in SCHEMA:
        connection.execute(statement)
    put_version(connection, CURRENT_VERSION, now)
    connection.execute(
        "INSERT INTO person (id, uid, handle, name, folded, org, role, city, note,"
        " birthday, every, said_known, no_sell, entity, source, resting, added_on,"
        " starts_on, entered, draw, rhythm, cluster, waits_from, known, connected,"
        " open_tries, touches, contact_days, dropped)"
        " VALUES (?, ?, 'me', 'me', 'me', '', '', '', '', '', '', 'yes', 0, 'person',"
        " 'typed', 0, ?, ?, 0, -1, '', '', ?, 1, 1, 0, 0, 0, 0)",
        (ME_ID, uuid7(now), FAR_AWAY, FAR_AWAY, FAR_AWAY),
    )


def put_version(connection: sqlite3.Connection, number: int, now: datetime) -> None:
    """Note that a database is of a schema from now on."""
    connection.execute(
        "INSERT INTO version (uid, number, at) VALUES (?, ?, ?)",
        (uuid7(now), number, now.isoformat(timespec="microseconds")),
    )
