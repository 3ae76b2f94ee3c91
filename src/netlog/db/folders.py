"""Folders of netlog's: private, held by one at a time, on the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netlog.db.failures import cannot_be_made


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder, so that of several first commands one makes the file."""
    try:
        make_private(folder)
        held = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise cannot_be_made(error) from error
    from fcntl import LOCK_EX, flock

    try:
        flock(held, LOCK_EX)
        yield
        os.fsync(held)
    finally:
        os.close(held)


def make_private(folder: Path) -> None:
    """Make a folder, and those around it that are not there, 0700 each.

    Their names are on the disk then: what is put there would be lost with them.
    """
    for made in (*reversed(folder.parents), folder):
        if not made.is_dir():
            made.mkdir(mode=0o700, exist_ok=True)
            sync(made.parent)


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
