"""Reading a file for doctor: whatever it is, as it is, and without writing to it."""

import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from netlog.backups.files import Backup, Copy, backups_of, copies
from netlog.backups.verify import is_intact
from netlog.db import sql
from netlog.db.failures import is_there, says_damage, translated
from netlog.db.layout import CURRENT_VERSION, THE_DATABASE
from netlog.db.open import NewerError, connect, open_file
from netlog.db.store import Statement, Store, bound
from netlog.doctor.rows import (
    CLOSED,
    CRASHED,
    DAMAGED,
    FOREIGN,
    NEWER,
    DanglingRow,
    JournalFaults,
    Trouble,
)
from netlog.domain.person import NameState
from netlog.errors import DatabaseError

SQLITE = sqlite3.sqlite_version_info
_ROLLED_BACK_FIRST = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
_CAREFUL = """
PRAGMA query_only=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768;
"""
_AT_ONCE = 2
_WHOLE = "quick_check"

# Written out: what they ask of a damaged file no command asks of a sound one.
_UNREADABLE = """
SELECT DISTINCT change_id FROM change_row
WHERE NOT json_valid(coalesce("before", 'null'))
   OR NOT json_valid(coalesce(nullif("after", ''), 'null'))
"""
# What was put in stands in its table until it is undone; then the journal keeps it.
_MISPLACED = """
SELECT DISTINCT change_id FROM change_row JOIN change ON change.id = change_id
WHERE "before" IS NULL AND ("after" = '') <> (state = 'done')
   OR "before" IS NOT NULL AND "after" = ''
"""
# The newest is undone first, so what was undone is newer than all that was not.
_EARLY = """
SELECT id FROM change WHERE state = 'undone'
AND id < (SELECT max(id) FROM change WHERE state = 'done')
"""
_JOURNALED_TABLES = "SELECT tab, min(change_id) FROM change_row GROUP BY tab"


def connect_query_only(path: Path, mode: str = "ro") -> sqlite3.Connection:
    """A connection that reads, and writes not even to put something right."""
    return connect(path, mode, _CAREFUL)


def probe(path: Path) -> tuple[int, Trouble | None]:
    """The schema of a file, 0 where it cannot be read, and then why."""
    try:
        if _is_crashed(path):
            return 0, Trouble(CRASHED, "A crash left a journal beside the file.")
        opened = open_file(path, writable=False)
        with closing(opened.store):
            opened.refuse_others(THE_DATABASE, writable=False)
    except DatabaseError as error:
        return 0, Trouble(_trouble_kind(error), error.sentence)
    return opened.version, None


def _trouble_kind(error: DatabaseError) -> str:
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
        with closing(connect_query_only(path)) as connection:
            # SQL by hand: only that the file can be read is asked.
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        return (error.sqlite_errorcode & 0xFF) in _ROLLED_BACK_FIRST
    except sqlite3.DatabaseError:
        return False
    return False


@contextmanager
def reading(path: Path, folder: Path) -> Iterator["DoctorReader"]:
    """A file to read, and the folder of its backups."""
    with translated(), closing(connect_query_only(path)) as connection:
        yield DoctorReader(connection, path, folder)


class DoctorReader:
    """Everything in a file at once, each part read when it is first asked for."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, folder: Path
    ) -> None:
        self.store = Store(connection)
        self.path = path
        self.folder = folder
        self._intact: dict[Path, bool] = {}

    def rows(self, statement: Statement, **given: Any) -> sqlite3.Cursor:
        """The rows of a statement as they stand in the file."""
        stored = bound(statement.parameters, given)
        return self.store.connection.execute(statement.text, stored)

    def damages(self) -> list[str]:
        """What SQLite finds damaged, in its words: tables, rows and pages."""
        return _damages(self.path, self.schema())

    def schema(self) -> dict[str, str]:
        """The text by which each table and index was made."""
        # SQL by hand: SQLite's own table, which no model describes.
        found = self.store.connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
        )
        return {name: text or "" for name, text in found}

    @staticmethod
    def wanted_schema() -> dict[str, str]:
        """The text by which this netlog makes each table and index."""
        return {text.split()[2]: text for text in sql.SCHEMA}

    @cached_property
    def people(self) -> list[NameState]:
        """Everybody, the user too."""
        return sql.every_name(self.store)

    @cached_property
    def details(self) -> list[tuple[Any, ...]]:
        """Every detail: key, uid, person, field, value, folded, change."""
        return self.rows(sql.EVERY_DETAIL).fetchall()

    def places(self) -> list[tuple[Any, ...]]:
        """Every place: key, uid, name, folded."""
        return self.rows(sql.EVERY_PLACE).fetchall()

    @cached_property
    def backups(self) -> list[Backup]:
        """The backups, the newest first."""
        return backups_of(self.path, self.folder)

    @cached_property
    def copies(self) -> list[Copy]:
        """Every copy in the folder of backups, whatever its manifest says."""
        return copies(self.path, self.folder)

    def is_intact(self, backup: Backup) -> bool:
        """Whether a backup has the bytes that it was made with."""
        if backup.path not in self._intact:
            self._intact[backup.path] = is_intact(backup)
        return self._intact[backup.path]

    def to_scrub(self) -> list[str]:
        """What must still be cleaned of somebody forgotten: '' by netlog, or a file."""
        # SQL by hand: what is damaged may not fit the record.
        found = self.store.connection.execute("SELECT what FROM scrub")
        return ["" if what.startswith("{") else what for (what,) in found]

    def dated_after(self, today: date) -> dict[str, list[int]]:
        """Touches and introductions that are dated after a day."""
        return {
            "touch": sql.touches_after(self.store, today),
            "introduction": [
                n for (n,) in self.rows(sql.INTRODUCTIONS_AFTER, today=today)
            ],
        }

    def began(self) -> datetime:
        """When the file was made."""
        return next(datetime.fromisoformat(at) for (at,) in self.rows(sql.SCHEMAS))

    def last_change(self) -> tuple[int, datetime] | None:
        """The newest change, and when it was made."""
        found = next(self.store.rows(sql.LAST_CHANGE), None)
        return (found[0], found[1]) if found else None


def _damages(path: Path, names: Iterable[str]) -> list[str]:
    """What SQLite finds damaged: integrity_check, table by table, two at once."""
    tables = [f"integrity_check({name})" for name in names if name in sql.TABLES]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(lambda pragma: _pragma_lines(path, pragma), [_WHOLE, *tables])
        damages = [words for lines in found for words in lines if words != "ok"]
    return list(dict.fromkeys(damages))


def _pragma_lines(path: Path, pragma: str) -> list[str]:
    # What a field may hold is not even read where a file can only be read, and takes
    # half as long again: it is looked at once.
    mode = "rw" if pragma == _WHOLE else "ro"
    with closing(connect_query_only(path, mode)) as connection:
        return [words for (words,) in connection.execute(f"PRAGMA {pragma}")]


def dangling_rows(connection: sqlite3.Connection) -> list[DanglingRow]:
    """Rows that point at one that is not there."""
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    return list(_dangling(connection, found))


def _dangling(
    connection: sqlite3.Connection, found: Iterable[tuple[str, int, str, int]]
) -> Iterator[DanglingRow]:
    for table, row, parent, place in found:
        keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        column = next(key[3] for key in keys if key[0] == place)
        facts = connection.execute(f"PRAGMA table_info({table})").fetchall()
        needed = any(fact[1] == column and fact[3] for fact in facts)
        yield DanglingRow(table, row, parent, column, needed)


def journal_faults(connection: sqlite3.Connection) -> JournalFaults:
    """What is wrong with it: the numbers of the changes."""
    unreadable, misplaced, early = (
        tuple(number for (number,) in connection.execute(text))
        for text in (_UNREADABLE, _MISPLACED, _EARLY)
    )
    tables = connection.execute(_JOURNALED_TABLES).fetchall()
    unknown = tuple(number for table, number in tables if table not in sql.TABLES)
    return JournalFaults(unreadable, unknown, misplaced, early)
