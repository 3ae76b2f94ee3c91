"""What lies beside a database, and SQLite would take for its own."""

import os
from collections.abc import Iterator
from pathlib import Path

from netlog.errors import DatabaseError

_ENDINGS = ("-journal", "-wal", "-shm")


def beside(path: Path) -> list[Path]:
    """What SQLite may put beside a database, or the one that a link leads to."""
    real = Path(os.path.realpath(path))
    return [real.with_name(f"{real.name}{ending}") for ending in _ENDINGS]


def refuse_planted(path: Path) -> None:
    """Neither write into nor take in what another user put beside a database."""
    for planted, found in _found(path):
        if path.exists() and found.st_uid != path.stat().st_uid:
            raise DatabaseError(
                f"{planted} is another user's than the database.",
                "Take it away, and keep the database where you alone can write.",
            )


def left_at(path: Path) -> Path | None:
    """What a database that is gone left at its place; None where nothing is.

    SQLite would put that into a new one.
    """
    return next((left for left, found in _found(path) if found.st_size), None)


def refuse_left(path: Path) -> None:
    """DatabaseError where that is so: nothing of it may be lost, or do harm."""
    if left := left_at(path):
        raise DatabaseError(
            f"{left} is there, and the database that it belongs to is not.",
            "Bring that back, or netlog restore a backup, or move the file away.",
        )


def _found(path: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """What is there, looked at once: a command that ends takes its journal away."""
    for one in beside(path)[:2]:  # the last holds nothing but locks
        try:
            yield one, one.stat()
        except OSError:
            continue
