"""Backups of a database: made whole with a manifest, listed, checked, thinned out."""

import re
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from netlog.domain.backup import Backup, Manifest, needless
from netlog.errors import DatabaseError
from netlog.records import NamedTuple
from netlog.storage.copying import fill, holding, reserved, said_of
from netlog.storage.folders import sync
from netlog.storage.manifest import read, write
from netlog.storage.opening import reached
from netlog.storage.shelf import MOMENT, manifests, stem_at, stem_of
from netlog.storage.soundness import checked, digest_of

_OURS = re.compile(rf"(.+){MOMENT}(\.db|\.json|\.db-journal|\.json\.new)")
_OTHER = {".db": ".json", ".json": ".db"}
"""A copy and its manifest are a backup together, and none without one another."""


class Occasion(NamedTuple):
    """When a backup is made, and why: the local day, the moment, the reason."""

    day: date
    now: datetime
    why: str


def backups(folder: Path, database: Path) -> list[Backup]:
    """The backups of a database, the newest first."""
    found = (
        Backup(path.with_suffix(".db"), manifest)
        for name in manifests(folder, stem_of(database, folder))
        if (manifest := read(path := folder / name))
    )
    return sorted(found, key=lambda one: (one.manifest.number, one.path), reverse=True)


def make(database: Path, folder: Path, *, day: date, now: datetime, why: str) -> Backup:
    """A backup of what is committed, whole and on the disk; then thin the others out.

    DatabaseError where it cannot be made; then nothing is left of it.
    """
    with holding(folder):
        return made(database, folder, Occasion(day, now, why))


def made(database: Path, folder: Path, occasion: Occasion) -> Backup:
    """The same, for who holds the folder already."""
    with source_of(database) as source:
        return made_of(source, database, folder, occasion)


def source_of(database: Path) -> closing[sqlite3.Connection]:
    """The database, open to be copied."""
    return closing(reached(database, writable=False)[0].connection)


def made_of(
    source: sqlite3.Connection, database: Path, folder: Path, occasion: Occasion
) -> Backup:
    """The same, of a database that is open."""
    with said_of(folder):
        sweep(folder)
        earlier = backups(folder, database)
        copy = reserved(folder, stem_at(database, folder, occasion.now))
        try:
            fill(copy, source)
            number = 1 + max((one.manifest.number for one in earlier), default=0)
            of = str(database.resolve())
            backup = _sealed(copy, of, number, occasion, cleaned=False)
        except BaseException:
            _discard(copy)
            raise
        prune([backup, *earlier])
    return backup


def _sealed(
    copy: Path, database: str, number: int, occasion: Occasion, *, cleaned: bool
) -> Backup:
    """Check a copy, and write what it is beside it."""
    found = checked(copy)
    sync(copy)
    manifest = Manifest(
        database,
        occasion.day,
        occasion.now,
        occasion.why,
        number,
        cleaned,
        *found,
    )
    write(copy.with_suffix(".json"), manifest)
    return Backup(copy, manifest)


def resealed(backup: Backup) -> Backup:
    """The same backup after it was cleaned: checked and counted anew."""
    held = backup.manifest
    with said_of(backup.path.parent):
        occasion = Occasion(held.day, held.at, held.why)
        of, number = held.database, held.number
        return _sealed(backup.path, of, number, occasion, cleaned=True)


def is_whole(backup: Backup) -> bool:
    """Whether a backup is what its manifest says: bytes, soundness, rows."""
    try:
        found = checked(backup.path)
    except DatabaseError:
        return False
    manifest = backup.manifest
    return tuple(manifest[-len(found) :]) == tuple(found)


def is_intact(backup: Backup) -> bool:
    """Whether a backup has the bytes that were checked when it was made."""
    try:
        return digest_of(backup.path) == backup.manifest.sha256
    except OSError:
        return False


def prune(newest_first: list[Backup]) -> None:
    """Take away the backups that are not kept."""
    for one in needless(newest_first):
        discard(one)


def discard(backup: Backup) -> None:
    """Take a backup away; its name is free for another once that is on the disk."""
    _discard(backup.path)
    sync(backup.path.parent)


def _discard(copy: Path) -> None:
    """Take the manifest away, then the copy, which is no backup without it."""
    copy.with_suffix(".json").unlink(missing_ok=True)
    copy.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away what was never finished; only for who holds the folder."""
    for path in folder.iterdir():
        found = _OURS.fullmatch(path.name)
        other = _OTHER.get(found[3], "") if found else ""
        if found and not (other and path.with_suffix(other).exists()):
            path.unlink(missing_ok=True)
