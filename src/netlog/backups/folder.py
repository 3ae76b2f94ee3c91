"""The folder of backups: held by one at a time, and cleared of what is unfinished."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
from os.path import lexists
from pathlib import Path
from time import sleep

from netlog.backups.files import (
    MOMENT,
    Manifest,
    called_as,
    has_any,
    is_regular,
    read_manifest,
    write_manifest,
)
from netlog.backups.verify import digest_of
from netlog.db.folders import make_private, sync
from netlog.errors import DatabaseError

_LEFT = re.compile(rf"(.+){MOMENT}(\.json|\.db|\.db-journal|\.json\.new)")
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
    with explaining(folder):
        make_private(folder)
        descriptor = os.open(folder, os.O_RDONLY)
    try:
        with explaining(folder):
            _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    from fcntl import LOCK_EX, LOCK_NB, flock

    for _ in range(_TRIES):
        try:
            return flock(descriptor, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            sleep(_PAUSE)
    raise DatabaseError(*IN_USE)


@contextmanager
def explaining(folder: Path) -> Iterator[None]:
    """Turn what goes wrong with files in the folder into a sentence."""
    try:
        yield
    except OSError as error:
        raise DatabaseError(
            f"A backup cannot be put in its folder: {error.strerror or 'it fails'}.",
            f"Look at the permissions of {folder}, and at the room on its disk.",
        ) from error


def reserved(folder: Path, stem: str, ending: str) -> Path:
    """An empty file, 0600, by a name that nobody had."""
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    paths = (folder / f"{name}{ending}" for name in names)
    return next(path for path in paths if _is_made(path))


def _is_made(path: Path) -> bool:
    """Make an empty file; False where there is one of that name."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    return True


def begin(path: Path) -> Path:
    """An empty file beside a copy that is to be, 0600: NAME.db.new for NAME.db."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return fresh


def free_name(folder: Path, stem: str) -> Path:
    """A name for a copy that nobody has, nor a manifest."""
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    paths = (folder / f"{name}.db" for name in names)
    return next(path for path in paths if not _is_taken(path))


def _is_taken(path: Path) -> bool:
    return lexists(path) or lexists(path.with_suffix(".json"))


def put_in_place(fresh: Path, manifest: Manifest | None) -> Path:
    """Have a copy at its place, whole and on the disk, and its manifest beside it.

    With the manifest it is finished: what a crash leaves after that is put in its
    place by whoever sweeps.  Without one the copy alone changes places.
    """
    path = fresh.with_suffix("")
    sync(fresh)
    if manifest:
        make_way(path.with_suffix(".json"))
        write_manifest(path.with_suffix(".json"), manifest)
    fresh.replace(path)
    sync(path.parent)
    return path


def is_put_in_place(fresh: Path) -> bool:
    """Whether a copy has its manifest, and lacks nothing but its name."""
    manifest = read_manifest(fresh.with_suffix("").with_suffix(".json"))
    if manifest is None or not is_regular(fresh):
        return False
    return digest_of(fresh) == manifest.sha256


def make_way(path: Path) -> None:
    """Move a folder aside that stands where a manifest goes; nothing in it is lost."""
    if path.is_dir() and not path.is_symlink():
        places = (path.with_name(f"{path.name}.{number}") for number in count(1))
        path.rename(next(place for place in places if not lexists(place)))


def discard(copy: Path) -> None:
    """Take a backup away; its name is free for another once that is on the disk.

    The copy goes first: a manifest that a crash leaves is swept away.
    """
    copy.unlink(missing_ok=True)
    sync(copy.parent)
    copy.with_suffix(".json").unlink(missing_ok=True)
    sync(copy.parent)


def discard_all(database: Path, folder: Path) -> None:
    """Take every backup of a database away; those of others stay."""
    if not has_any(database, folder):
        return
    with holding(folder), explaining(folder):
        for copy in called_as(database, folder):
            discard(copy)


def sweep(folder: Path) -> None:
    """Finish or take away what was not finished; only for who holds the folder."""
    for fresh in folder.glob("*.db.new"):
        if is_put_in_place(fresh):
            fresh.replace(fresh.with_suffix(""))
            sync(folder)
    for path in folder.iterdir():
        if is_regular(path) and _is_left_over(path):
            path.unlink(missing_ok=True)


def _is_left_over(path: Path) -> bool:
    """Whether a file belongs to a copy that was not finished."""
    if path.name.endswith((".db.new", ".new-journal")):
        return True
    found = _LEFT.fullmatch(path.name)
    if found and found[3] == ".json":
        return not lexists(path.with_suffix(".db"))
    if found and found[3] == ".db":
        return not path.stat().st_size and not lexists(path.with_suffix(".json"))
    return bool(found)
