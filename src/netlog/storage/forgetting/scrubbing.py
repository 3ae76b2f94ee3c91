"""Cleaning whatever else holds somebody: every backup, and the file's free room.

What is to be cleaned stands in the table scrub from the moment when the person is gone
from the tables, so that whoever comes next can finish what was cut short.
"""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shutil import copyfile

from netlog.domain.backup import Backup
from netlog.records import NamedTuple
from netlog.storage.backups import backups, discard, resealed, sweep
from netlog.storage.comparing import OWNER, owner_if_any
from netlog.storage.copying import holding, reserved, said_of
from netlog.storage.failures import translated
from netlog.storage.forgetting.remains import remains
from netlog.storage.forgetting.taking_out import Held, take_out
from netlog.storage.forgetting.target import Target, target_from
from netlog.storage.forgotten import MARKS, Forgotten, carry, every
from netlog.storage.manifest import read
from netlog.storage.migrating import bring_alone
from netlog.storage.opening import connect
from netlog.storage.recorder import Recorder
from netlog.storage.shelf import Shelf, damaged
from netlog.storage.soundness import digest_of
from netlog.storage.sql import TABLES
from netlog.storage.store import Store
from netlog.storage.whole import every_row

_NUMBERED = re.compile(r"(?<=Z)-\d+$")
_SHORTEST = 4
"""Letters of a word that is looked for in bytes: shorter ones are there by chance."""


class Cleaned(NamedTuple):
    """How many backups were cleaned, and which copies are damaged.

    Those are the user's to delete, since something may be got out of them still.
    `left` are files in which a word of theirs is found after all.
    """

    backups: int = 0
    unreadable: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether nothing is left."""
        return not self.unreadable and not self.left

    @property
    def trouble(self) -> str:
        """What is left, in a sentence; '' where nothing is."""
        names = ", ".join(path.name for path in self.unreadable or self.left)
        if self.unreadable:
            them = "them" if self.unreadable[1:] else "it"
            return f"{names} cannot be read, and may hold them; delete {them}."
        return f"something of them is in {names}." if names else ""


@translated()
def finish(store: Store, shelf: Shelf) -> Cleaned:
    """Clean what must still be cleaned; nothing to do is no trouble.

    DatabaseError where it cannot be; then it stays to be done.
    """
    waiting = [one.what for one in Forgotten(store).unfinished()]
    targets = [target_from(what) for what in waiting if what.startswith("{")]
    cleaned = Cleaned()
    if targets:
        cleaned = _clean_backups(store, shelf, targets)
        _wait_for(store, cleaned.unreadable, shelf)
    if targets or "" in waiting:
        cleaned = cleaned._replace(left=_clean_room(store, shelf.database, targets))
    there = _waited_for(store, shelf.folder) if waiting else ()
    return cleaned._replace(unreadable=there)


def _wait_for(store: Store, unreadable: Sequence[Path], shelf: Shelf) -> None:
    """Note what is still to be done, in which nothing of them stands any more."""
    with store.transaction():
        store.connection.execute("UPDATE scrub SET what = '' WHERE what LIKE '{%'")
        for path in unreadable:
            Recorder(store, shelf.now).put_new("scrub", what=path.name)


def _clean_room(
    store: Store, database: Path, targets: Sequence[Target]
) -> tuple[Path, ...]:
    """Write the file anew, without free room; gives it where a word is in it still."""
    with translated():
        store.connection.execute("VACUUM")
    left = _left(store.connection, database, targets)
    if not left:
        with store.transaction():
            store.connection.execute("DELETE FROM scrub WHERE what = ''")
    return left


def _waited_for(store: Store, folder: Path) -> tuple[Path, ...]:
    """The damaged files that nobody has deleted yet; the others are done with."""
    names = {one.what for one in Forgotten(store).unfinished()} - {""}
    there = {name for name in names if (folder / name).exists()}
    if names - there:
        with store.transaction():
            for name in names - there:
                store.connection.execute("DELETE FROM scrub WHERE what = ?", (name,))
    return tuple(folder / name for name in sorted(there))


def _clean_backups(store: Store, shelf: Shelf, targets: Sequence[Target]) -> Cleaned:
    """Clean every backup of the database; one that was copied twice stays once.

    DatabaseError where one cannot be read or written now.
    """
    if not shelf.folder.is_dir():
        return Cleaned()
    done: set[tuple[str, int, datetime]] = set()
    unreadable: list[Path] = []
    with holding(shelf.folder), said_of(shelf.folder):
        sweep(shelf.folder)
        homes = _homes(store, shelf)
        for backup in (one for home in homes for one in backups(shelf.folder, home)):
            held = backup.manifest
            key = (held.database, held.number, held.at)
            if key in done:
                discard(backup)
            elif digest_of(backup.path) == held.sha256:
                _clean(backup, store, targets, shelf.now)
                done.add(key)
            else:
                unreadable.append(backup.path)
        unreadable += [one for home in homes for one in damaged(shelf.folder, home)]
    return Cleaned(len(done), tuple(unreadable))


def _homes(store: Store, shelf: Shelf) -> list[Path]:
    """Where the database is, and wherever it was before somebody moved it."""
    owner = str(store.connection.execute(OWNER).fetchone())
    moved = {
        Path(manifest.database)
        for path in shelf.folder.glob("*.json")
        if (manifest := read(path)) and not Path(manifest.database).exists()
        if owner_if_any(path.with_suffix(".db")) == owner
    }
    return [shelf.database, *sorted(moved)]


def _clean(
    backup: Backup, store: Store, targets: Sequence[Target], now: datetime
) -> None:
    """Put a copy of a backup without the people in its place."""
    fresh = reserved(backup.path.parent, _NUMBERED.sub("", backup.path.stem))
    try:
        copyfile(backup.path, fresh)
        with translated(), closing(connect(fresh, "rw")) as copy:
            _rewrite(Store(copy), store, targets, now)
        resealed(Backup(fresh, backup.manifest))
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    discard(backup)


def _rewrite(
    copy: Store, store: Store, targets: Sequence[Target], now: datetime
) -> None:
    """Take people out of a copy, which is brought to the current schema first."""
    bring_alone(copy.connection, now)
    with copy.transaction():
        for target in targets:
            take_out(Held(copy), target)
        carry(copy.connection, {"scrub": [], **every(store.connection, MARKS)})
    copy.connection.execute("VACUUM")


def _left(
    connection: sqlite3.Connection, database: Path, targets: Sequence[Target]
) -> tuple[Path, ...]:
    """The database, where a word of theirs is in it that is in no row of another."""
    words = {
        word
        for one in targets
        for word in (*one.names, *one.handles, *(value for _, value in one.reached))
        if len(word) >= _SHORTEST
    }
    found = remains(database, words) if words else {}
    return (database,) if any(not _stands(connection, word) for word in found) else ()


def _stands(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a word stands in a row: then it is somebody else's."""
    sought = word.lower()
    return any(
        sought in str(cell).lower()
        for table in TABLES
        for row in connection.execute(every_row(table))
        for cell in row
        if isinstance(cell, str)
    )
