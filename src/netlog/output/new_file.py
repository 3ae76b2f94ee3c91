"""A file that is there whole or not at all, and its owner's alone."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkstemp

from netlog.errors import NotFoundError, RefusedError

_EXISTS = "--force writes over it."


def write_file(path: Path, lines: Iterable[str], *, force: bool) -> None:
    """Write a file, 0600, beside its place; it gets its name when all is on the disk.

    RefusedError where there is one already, unless `force`.
    """
    try:
        if path.exists() and not path.is_file():
            raise RefusedError(f"{path} is no file.", "Name another one.")
        if path.exists() and not force:
            raise RefusedError(f"There is a file {path} already.", _EXISTS)
        held, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise NotFoundError(
            f"{path} cannot be written: {error.strerror}.", "Look at the path."
        ) from error
    made = Path(name)
    try:
        with open(held, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 (it is open)
            file.writelines(lines)
            file.flush()
            os.fsync(held)
        _name(made, path, force=force)
    finally:
        made.unlink(missing_ok=True)


def _name(made: Path, path: Path, *, force: bool) -> None:
    """Give a file its name; without `force` only where nobody has it by now."""
    if force or not _linked(made, path):
        made.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _linked(made: Path, path: Path) -> bool:
    """Whether it got its name that way: some disks know no links."""
    try:
        os.link(made, path)
    except FileExistsError as error:
        raise RefusedError(f"There is a file {path} already.", _EXISTS) from error
    except OSError:
        return False
    return True
