"""Putting a copy in the place of the database: the old one or the new, never between.

It is SQLite's backup() into the file that is there, as one transaction: whoever has
the file open waits for it, and what a crash leaves beside it is its journal, by which
whoever opens the file next rolls it back.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from shutil import copyfile

from netlog.domain.backup import RESTORE, Kept
from netlog.errors import DatabaseError, UnconfirmedError
from netlog.storage.backups import Occasion, made_of
from netlog.storage.beside import beside, left_at
from netlog.storage.comparing import OWNER
from netlog.storage.copying import fill, holding, reserved, said_of
from netlog.storage.failures import explained, is_damage, is_there
from netlog.storage.folders import alone_in, sync
from netlog.storage.forgotten import LASTING, carry, every
from netlog.storage.opening import connect
from netlog.storage.placing import MADE_MEANWHILE, sweep
from netlog.storage.rehearsal import in_memory
from netlog.storage.shelf import Shelf
from netlog.storage.soundness import UnsoundError, lacks_tables
from netlog.storage.uids import uuid7

_HOLD = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=TRUNCATE",
    "BEGIN EXCLUSIVE",
    "COMMIT",
)
_LET_GO = (
    "PRAGMA locking_mode=NORMAL",
    "PRAGMA journal_mode=DELETE",
    "SELECT 1 FROM sqlite_schema",
)
_NUMBERS = "SELECT name, seq FROM sqlite_sequence"
_GO_ON = "UPDATE sqlite_sequence SET seq = max(seq, :number) WHERE name = :table"
_BEGIN_AT = "INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :number)"


def restore(shelf: Shelf, copy: Path) -> Kept | None:
    """Put a copy in the place of the database, brought to the current schema.

    Gives where what was there is kept, None where nothing was.  Where it cannot be
    kept nothing is restored.
    """
    shelf = shelf._replace(database=shelf.database.resolve())
    with holding(shelf.folder), closing(in_memory(copy, shelf.now).connection) as new:
        if not is_there(shelf.database):
            kept = _kept_as_bytes(shelf) if left_at(shelf.database) else None
            place(new, shelf, is_new=True)
            return kept
        try:
            return _put(new, shelf)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise explained(error) from error
        kept = _kept_as_bytes(shelf)
        place(new, shelf, is_new=False)
        return kept


def _put(new: sqlite3.Connection, shelf: Shelf) -> Kept:
    """Put it into the file that is there, once that is kept."""
    with _alone(shelf.database) as live:
        kept = _kept(live, shelf)
        go_on(new, live)
        try:
            new.backup(live)
        except sqlite3.Error as error:
            raise _unconfirmed(error, kept) from error
    return kept


def _unconfirmed(error: sqlite3.Error, kept: Kept) -> UnconfirmedError:
    """Whether the last step was taken is not known; it may be taken again."""
    return UnconfirmedError(
        f"It is not confirmed: {explained(error).sentence}",
        f"Look with netlog list; what was there before is kept as {kept.path}.",
    )


@contextmanager
def _alone(database: Path) -> Iterator[sqlite3.Connection]:
    """The database, nobody else's until the block ends.

    Its lock outlives a transaction, so that nothing comes in between what is kept
    and what is put there.  So does its journal, which is emptied instead.
    """
    with closing(connect(database, "rw")) as live:
        for text in _HOLD:
            live.execute(text)
        yield live
        with suppress(sqlite3.Error):  # it is there, whatever comes of the journal
            for text in _LET_GO:
                live.execute(text).fetchall()


def _kept(live: sqlite3.Connection, shelf: Shelf) -> Kept:
    """Make a backup of what is there; where that is damaged, a copy as it is."""
    occasion = Occasion(shelf.day, shelf.now, RESTORE)
    try:
        made = made_of(live, shelf.database, shelf.folder, occasion)
    except UnsoundError:
        with _damaged(shelf) as place:
            fill(place, live)
        return Kept(place, whole=False)
    return Kept(made.path, whole=True)


def _kept_as_bytes(shelf: Shelf) -> Kept:
    """Copy a file that is no database any more, and what lies beside it."""
    with said_of(shelf.folder), _damaged(shelf) as place:
        copies = (place, *beside(place))
        there = (shelf.database, *beside(shelf.database))
        for found, copy in zip(there, copies, strict=True):
            if found.exists():
                copy.unlink(missing_ok=True)
                os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                copyfile(found, copy)
                sync(copy)
        sync(shelf.folder)
    return Kept(place, whole=False)


@contextmanager
def _damaged(shelf: Shelf) -> Iterator[Path]:
    """An empty file beside the backups, which is none; gone where it is not filled."""
    with said_of(shelf.folder):
        place = reserved(shelf.folder, shelf.stem, ".damaged")
    try:
        yield place
    except BaseException:
        for path in (place, *beside(place)):
            path.unlink(missing_ok=True)
        raise


def go_on(new: sqlite3.Connection, live: sqlite3.Connection) -> None:
    """Have some things go on from where they were; of a damaged file, what can be.

    No number is given twice, and who was forgotten stays forgotten.
    """
    try:
        if live.execute(OWNER).fetchone() == new.execute(OWNER).fetchone():
            _number_on(new, live.execute(_NUMBERS).fetchall())
            carry(new, every(live, LASTING))
    except sqlite3.DatabaseError as error:
        if not (is_damage(error) or lacks_tables(error)):
            raise


def _number_on(new: sqlite3.Connection, numbers: list[tuple[str, int]]) -> None:
    """Begin after the last number that a table gave, there or here."""
    for table, number in numbers:
        told = {"table": table, "number": number}
        if not new.execute(_GO_ON, told).rowcount:
            new.execute(_BEGIN_AT, told)


def place(new: sqlite3.Connection, shelf: Shelf, *, is_new: bool) -> None:
    """Put a file where there is none that could be written into, whole."""
    path = shelf.database
    same = path.parent == shelf.folder.resolve()
    with nullcontext() if same else alone_in(path.parent):
        if is_new and path.exists():
            raise DatabaseError(*MADE_MEANWHILE)
        sweep(path)
        fresh = path.with_name(f".{path.name}.{uuid7(shelf.now)}")
        try:
            os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            fill(fresh, new)
            for left in beside(path):
                left.unlink(missing_ok=True)
            sync(path.parent)
            fresh.replace(path)
            sync(path.parent)
        finally:
            fresh.unlink(missing_ok=True)
