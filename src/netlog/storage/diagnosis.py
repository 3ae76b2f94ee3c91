"""What a file is: opened to read it, whatever it is, and never to write it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from netlog.domain.examined import CLOSED, CRASHED, DAMAGED, FOREIGN, NEWER, Trouble
from netlog.errors import DatabaseError
from netlog.storage.comparing import says_damage
from netlog.storage.failures import is_there, translated
from netlog.storage.opening import CURRENT_VERSION, NewerError, connect, reached

_ROLLED_BACK_FIRST = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
_CAREFUL = """
PRAGMA query_only=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768;
"""


def watch(path: Path, mode: str = "ro") -> sqlite3.Connection:
    """A connection that reads, and writes not even to put something right."""
    return connect(path, mode, _CAREFUL)


def opened(path: Path) -> tuple[int, Trouble | None]:
    """The schema of a file, 0 where it cannot be read, and then why."""
    try:
        if _is_crashed(path):
            return 0, Trouble(CRASHED, "A crash left a journal beside the file.")
        store, version = reached(path, writable=False)
    except DatabaseError as error:
        return 0, Trouble(_kind(error), error.sentence)
    store.close()
    return version, None


def _kind(error: DatabaseError) -> str:
    if says_damage(error):
        return DAMAGED
    if error.__cause__:
        return CLOSED
    return NEWER if isinstance(error, NewerError) else FOREIGN


def is_current(version: int) -> bool:
    """Whether this netlog reads files of that schema as they are."""
    return version == CURRENT_VERSION


def _is_crashed(path: Path) -> bool:
    """Whether a journal must be rolled back before anything can be read."""
    if not is_there(path.with_name(f"{path.name}-journal")) or not path.is_file():
        return False
    try:
        with closing(watch(path)) as connection:
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        return (error.sqlite_errorcode & 0xFF) in _ROLLED_BACK_FIRST
    except sqlite3.DatabaseError:
        return False
    return False


def roll_back(path: Path) -> None:
    """Take back what a crash left half-written: opening to write does."""
    reached(path, writable=True)[0].close()


def write_plainly(path: Path) -> None:
    """Have a file write by a rollback journal, as every file of netlog's does."""
    with translated(), closing(connect(path, "rw")) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
