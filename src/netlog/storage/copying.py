"""A copy of the whole database: checked, on the disk, and its owner's alone."""

import os
from contextlib import closing
from itertools import chain, count
from pathlib import Path

from netlog.errors import DatabaseError
from netlog.storage.failures import DAMAGED, translated
from netlog.storage.opening import connect


def checked_copy(path: Path, folder: Path, stem: str) -> Path:
    """Copy a database into a folder, under a name that is free; gives the copy.

    DatabaseError where it cannot be made; then nothing is left of it.
    """
    try:
        copy = _reserved(folder, stem)
        try:
            _fill(copy, path)
            _sync(copy)
            _sync(folder)
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DatabaseError(
            f"The database could not be copied first: {error.strerror}.",
            f"Look at the permissions of {folder}, and at the room on its disk.",
        ) from error
    return copy


def _reserved(folder: Path, stem: str) -> Path:
    """An empty file in a folder 0700, by a name that nobody had."""
    for made in (folder.parent, folder):
        made.mkdir(mode=0o700, parents=True, exist_ok=True)
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(path for name in names if _is_made(path := folder / f"{name}.db"))


def _is_made(path: Path) -> bool:
    """Make an empty file, 0600; False where there is one of that name."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    return True


def _fill(copy: Path, path: Path) -> None:
    """Copy by SQLite's own means, whoever reads or is about to write meanwhile."""
    with translated():
        with (
            closing(connect(path, "ro")) as source,
            closing(connect(copy, "rw")) as target,
        ):
            source.backup(target)
        with closing(connect(copy, "ro")) as made:
            if made.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise DatabaseError(*DAMAGED)


def _sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
