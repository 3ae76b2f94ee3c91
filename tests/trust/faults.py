"""Mistakes that netlog could have made: each harness must find its own.

They are made in the process of a driver alone; nothing in netlog knows of them.
"""

import fcntl
import os
import socket
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from time import sleep
from typing import Any

from netlog import app
from netlog.backups import make
from netlog.db import open as opening
from netlog.db.migrations import steps
from netlog.db.records import ChangeRow
from netlog.db.store import Store
from netlog.errors import DatabaseError
from netlog.repository import undo
from netlog.repository.change import OpenChange

_AT_ONCE, _PACE = 16 * 1024, 0.002
Make = Callable[[Any], Any]


def exchange(owner: Any, name: str, made: Make) -> None:
    """Put something else in the place of what has a name; `made` is given that."""
    setattr(owner, name, made(getattr(owner, name)))


def _two_commits(remember: Any) -> Any:
    """Commit after each row, where all of a command should be one transaction."""

    def remembered(self: OpenChange, *row: Any) -> None:
        remember(self, *row)
        self.store.connection.execute("COMMIT")
        self.store.connection.execute("BEGIN IMMEDIATE")

    return remembered


def _synchronous(how: str) -> Make:
    """Sync less than all that there is to sync."""
    return lambda pragmas: pragmas.replace("synchronous=EXTRA", f"synchronous={how}")


def _no_sync(_: Any) -> Any:
    """Have nothing but what SQLite writes by itself on the disk for certain."""
    return lambda _: None


def _no_lock(_: Any) -> Any:
    """Let everybody make the first file who finds none."""
    return lambda *_: None


class _Hasty:
    """A connection that reads first and asks to write later: others may have."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def execute(self, text: str, *values: Any) -> Any:
        """As sqlite3 does, but for one statement."""
        if text == "BEGIN IMMEDIATE":
            self.connection.execute("BEGIN")
            text = "SELECT count(*) FROM person"
        return self.connection.execute(text, *values)


def _deferred(initialise: Any) -> Any:
    """Begin every transaction as SQLite does when nothing is said."""

    def initialised(self: Store, connection: Any) -> None:
        initialise(self, _Hasty(connection))

    return initialised


def _plain_copy(_: Any) -> Any:
    """Copy a database as if it were any file, at the pace of one that is large."""

    def fill(copy: Path, source: sqlite3.Connection) -> None:
        (_, _, path), *_ = source.execute("PRAGMA database_list")
        with Path(path).open("rb") as read, copy.open("wb") as write:
            while some := read.read(_AT_ONCE):
                write.write(some)
                sleep(_PACE)

    return fill


def _certain(commit: Any) -> Any:
    """Say that a command failed, where it may have been stored."""

    def committed(self: Store) -> None:
        try:
            commit(self)
        except DatabaseError as error:
            raise DatabaseError("It cannot be written.", "Do it again.") from error

    return committed


def _step_by_step(statements: Any) -> Any:
    """Bring a file on statement by statement, each one for good."""

    def each_alone(number: int) -> list[str]:
        ending = ["COMMIT", "BEGIN IMMEDIATE"]
        return [each for one in statements(number) for each in (one, *ending)]

    return each_alone


def _open_to_all(make: Any) -> Any:
    """Make files that everybody may read."""

    def made(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        return int(make(path, flags, mode | 0o044, **more))

    return made


def _closed_late(make: Any) -> Any:
    """Make such files, and close them to others a moment later."""

    def made(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        file = int(make(path, flags, mode | 0o044, **more))
        if flags & os.O_CREAT:
            os.fchmod(file, mode)
        return file

    return made


def _telling_home(write: Any) -> Any:
    """Have a word with somebody on the network for each answer."""

    def told(*answer: Any) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM):
            write(*answer)

    return told


def _forgetful(remember: Any) -> Any:
    """Write no row in the journal where somebody who was there is changed."""

    def remembered(self: OpenChange, table: str, *row: Any) -> None:
        if table != "person" or row[2] is None:
            remember(self, table, *row)

    return remembered


def _half_back(turn_back: Any) -> Any:
    """Undo all but what was done to people who were there before."""

    def turned(recorder: OpenChange, row: ChangeRow) -> None:
        if row.tab != "person" or row.before is None:
            turn_back(recorder, row)

    return turned


FAULTS: Mapping[str, tuple[Any, str, Make]] = {
    "two commits": (OpenChange, "remember", _two_commits),
    "synchronous=off": (opening, "_PRAGMAS", _synchronous("OFF")),
    "synchronous=full": (opening, "_PRAGMAS", _synchronous("FULL")),
    "no sync": (os, "fsync", _no_sync),
    "no lock": (fcntl, "flock", _no_lock),
    "deferred": (Store, "__init__", _deferred),
    "plain copy": (make, "fill", _plain_copy),
    "certain": (Store, "_commit", _certain),
    "open to all": (os, "open", _open_to_all),
    "closed late": (os, "open", _closed_late),
    "telling home": (app, "write", _telling_home),
    "forgetful journal": (OpenChange, "remember", _forgetful),
    "half an undo": (undo, "_turn_back", _half_back),
    "step by step": (steps, "statements", _step_by_step),
}
"""Each mistake by its name: where it is made, and what is put there."""
