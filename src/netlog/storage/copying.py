"""A copy of the whole database: checked, on the disk, and its owner's alone."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from time import sleep

from netlog.errors import DatabaseError
from netlog.storage.failures import translated
from netlog.storage.folders import make_private
from netlog.storage.opening import connect, reached
from netlog.storage.soundness import check

_TRIES, _PAUSE = 600, 0.05
IN_USE = (
    "Another netlog is making a backup.",
    "Wait until it has finished, then try again.",
)


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Hold the folder of backups, so that one at a time makes or clears some.

    DatabaseError where it cannot be made or written, or is held for half a minute.
    """
    with said_of(folder):
        make_private(folder)
        held = os.open(folder, os.O_RDONLY)
    try:
        with said_of(folder):
            _lock(held)
        yield
    finally:
        os.close(held)


def _lock(held: int) -> None:
    from fcntl import LOCK_EX, LOCK_NB, flock

    for _ in range(_TRIES):
        try:
            return flock(held, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            sleep(_PAUSE)
    raise DatabaseError(*IN_USE)


@contextmanager
def said_of(folder: Path) -> Iterator[None]:
    """Turn what goes wrong with files into a sentence."""
    try:
        yield
    except OSError as error:
        raise DatabaseError(
            f"A backup cannot be put in its folder: {error.strerror or 'it fails'}.",
            f"Look at the permissions of {folder}, and at the room on its disk.",
        ) from error


def reserved(folder: Path, stem: str, ending: str = ".db") -> Path:
    """An empty file, 0600, by a name that nobody had, nor its manifest."""
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    paths = (folder / f"{name}{ending}" for name in names)
    return next(path for path in paths if _is_made(path))


def _is_made(path: Path) -> bool:
    """Make an empty file; False where there is one of that name."""
    if path.with_suffix(".json").exists():
        return False
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    return True


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


def image(path: Path) -> bytes:
    """The bytes of a copy, checked, that never was in a file."""
    store, _ = reached(path, writable=False)
    with (
        translated(),
        closing(store.connection) as source,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
    ):
        take(copy, source)
        check(copy)
        return copy.serialize()
