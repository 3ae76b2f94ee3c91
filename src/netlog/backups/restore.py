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

from netlog.backups.files import RESTORE, Backups, stem_at
from netlog.backups.folder import explaining, holding, reserved
from netlog.backups.make import make_from
from netlog.backups.verify import UnsoundError
from netlog.db.copying import fill
from netlog.db.create import MADE_MEANWHILE, sweep_unfinished
from netlog.db.failures import explained, is_damage, is_there, lacks_tables
from netlog.db.folders import alone_in, sync
from netlog.db.in_memory import in_memory
from netlog.db.layout import VERSION_TABLE, LayoutError, can_be_read, layout_of
from netlog.db.open import OWNER, beside, connect, left_at, version_of
from netlog.db.tombstones import LASTING, carry, every
from netlog.db.uids import uuid7
from netlog.errors import DatabaseError, UnconfirmedError
from netlog.namedtuple import NamedTuple

# SQL by hand: SQLite's own tables, and how a file is held, are in no model.
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


class KeptDatabase(NamedTuple):
    """Where what was there before a restore is; no whole backup if it was damaged."""

    path: Path
    whole: bool


def restore(backups: Backups, copy: Path) -> KeptDatabase | None:
    """Put a copy in the place of the database, brought to the current schema.

    Gives where what was there is kept, None where nothing was.  Where it cannot be
    kept nothing is restored.
    """
    backups = backups._replace(database=backups.database.resolve())
    with (
        holding(backups.folder),
        closing(in_memory(copy, backups.now, copy.name).connection) as new,
    ):
        if not is_there(backups.database):
            kept = _kept_as_bytes(backups) if left_at(backups.database) else None
            place(new, backups, is_new=True)
            return kept
        try:
            return _put(new, backups)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise explained(error) from error
        kept = _kept_as_bytes(backups)
        place(new, backups, is_new=False)
        return kept


def _put(new: sqlite3.Connection, backups: Backups) -> KeptDatabase:
    """Put it into the file that is there, once that is kept."""
    with _alone(backups.database) as live:
        kept = _kept(live, backups)
        go_on(new, live)
        try:
            new.backup(live)
        except sqlite3.Error as error:
            raise _unconfirmed(error, kept) from error
    return kept


def _unconfirmed(error: sqlite3.Error, kept: KeptDatabase) -> UnconfirmedError:
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


def _kept(live: sqlite3.Connection, backups: Backups) -> KeptDatabase:
    """Make a backup of what is there; where that is damaged, a copy as it is."""
    try:
        made = make_from(live, backups, RESTORE)
    except (UnsoundError, LayoutError):
        with _damaged(backups) as place:
            fill(place, live)
        return KeptDatabase(place, whole=False)
    return KeptDatabase(made.path, whole=True)


def _kept_as_bytes(backups: Backups) -> KeptDatabase:
    """Copy a file that is no database any more, and what lies beside it."""
    with explaining(backups.folder), _damaged(backups) as place:
        copies = (place, *beside(place))
        there = (backups.database, *beside(backups.database))
        for found, copy in zip(there, copies, strict=True):
            if found.exists():
                copy.unlink(missing_ok=True)
                os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                copyfile(found, copy)
                sync(copy)
        sync(backups.folder)
    return KeptDatabase(place, whole=False)


@contextmanager
def _damaged(backups: Backups) -> Iterator[Path]:
    """An empty file beside the backups, which is none; gone where it is not filled."""
    with explaining(backups.folder):
        place = reserved(backups.folder, stem_at(backups), ".damaged")
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
        layout = layout_of(live)
        if VERSION_TABLE not in layout or not can_be_read(layout, version_of(live)):
            return
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


def place(new: sqlite3.Connection, backups: Backups, *, is_new: bool) -> None:
    """Put a file where there is none that could be written into, whole."""
    path = backups.database
    same = path.parent == backups.folder.resolve()
    with nullcontext() if same else alone_in(path.parent):
        if is_new and path.exists():
            raise DatabaseError(*MADE_MEANWHILE)
        sweep_unfinished(path)
        fresh = path.with_name(f".{path.name}.{uuid7(backups.now)}")
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
