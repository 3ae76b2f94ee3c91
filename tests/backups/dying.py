"""A program that restores a copy and dies at every instant of it, each time anew.

Says for each: how it ended, how the database stood then, how much lay beside it.
"""

import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Any

from netlog.backups.files import Backups
from netlog.backups.restore import restore

KILLED = 9
PAGES = 40
"""So many pages are copied between one instant and the next."""
SQLITE = sqlite3.connect
NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


class Dying(sqlite3.Connection):
    """A connection whose process dies at its nth statement or its nth few pages.

    It keeps so little in memory that most of what is written is in the file by then.
    """

    left = 0

    def execute(self, text: str, *values: Any) -> sqlite3.Cursor:
        """Run a statement, or die first."""
        if "cache_size" in text:
            text = "PRAGMA cache_size=1"
        elif "=" not in text or "PRAGMA" not in text:
            come_nearer()
        return super().execute(text, *values)

    def backup(self, target: sqlite3.Connection, **_: Any) -> None:
        """Copy some pages at a time, and die between them."""
        super().backup(target, pages=PAGES, progress=come_nearer)


def come_nearer(*_: int) -> None:
    """One instant less to live."""
    Dying.left -= 1
    if Dying.left == 0:
        os._exit(KILLED)


def dying(*place: Any, **how: Any) -> sqlite3.Connection:
    """Open a database as such a connection."""
    connection: sqlite3.Connection = SQLITE(*place, factory=Dying, **how)
    return connection


def restored(backups: Backups, copy: Path, instants: int) -> int:
    """How a process ends that restores, and has so many instants to live."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    Dying.left = instants
    sqlite3.connect = dying  # type: ignore[assignment] # from now on, in the child
    restore(backups, copy)
    os._exit(0)


def begin_again(backups: Backups, before: Path) -> None:
    """Have everything as it was before the restore."""
    for folder in (backups.database.parent, backups.folder):
        rmtree(folder, ignore_errors=True)
    backups.database.parent.mkdir()
    if before.exists():
        copyfile(before, backups.database)


def standing(path: Path, before: Path) -> str:
    """How many people the database has; '-' where it is what was there, and no such."""
    if not path.exists():
        return "-"
    if path.read_bytes()[:16] == bytes(16) and path.read_bytes() == before.read_bytes():
        return "-"
    with closing(SQLITE(path)) as file:
        (sound,) = file.execute("PRAGMA integrity_check").fetchone()
        (people,) = file.execute("SELECT count(*) FROM person").fetchone()
    return f"{sound}:{people}"


def main(home: Path) -> None:
    """Die at one instant after the other, until one process lives long enough."""
    before, copy = home / "before.db", home / "copy.db"
    data, folder = home / "data", home / "state" / "backups"
    backups = Backups(data / "netlog.db", folder, NOW.date(), NOW)
    for instants in count(1):
        begin_again(backups, before)
        code = restored(backups, copy, instants)
        stood = standing(backups.database, before)
        beside = [one for one in data.iterdir() if one.name[:10] == "netlog.db-"]
        size = sum(one.stat().st_size for one in beside)
        sys.stdout.write(f"{code} {stood} {size}\n")
        if code != KILLED:
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]))
