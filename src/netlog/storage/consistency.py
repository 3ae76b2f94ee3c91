"""Whether a file holds together: its pages, its references, its journal."""

import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from netlog.domain.examined import Journal, Stray
from netlog.storage.diagnosis import watch
from netlog.storage.sql import TABLES

_AT_ONCE = 2
_WHOLE = "quick_check"

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
_TABLES = "SELECT tab, min(change_id) FROM change_row GROUP BY tab"


def damages(path: Path, names: Iterable[str]) -> list[str]:
    """What SQLite finds damaged: integrity_check, table by table, two at once."""
    tables = [f"integrity_check({name})" for name in names if name in TABLES]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = pool.map(lambda pragma: _asked(path, pragma), [_WHOLE, *tables])
        said = [words for lines in found for words in lines if words != "ok"]
    return list(dict.fromkeys(said))


def _asked(path: Path, pragma: str) -> list[str]:
    # What a field may hold is not even read where a file can only be read, and takes
    # half as long again: it is looked at once.
    mode = "rw" if pragma == _WHOLE else "ro"
    with closing(watch(path, mode)) as connection:
        return [words for (words,) in connection.execute(f"PRAGMA {pragma}")]


def strays(connection: sqlite3.Connection) -> list[Stray]:
    """Rows that point at one that is not there."""
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    return list(_strays(connection, found))


def _strays(
    connection: sqlite3.Connection, found: Iterable[tuple[str, int, str, int]]
) -> Iterator[Stray]:
    for table, row, parent, place in found:
        keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        column = next(key[3] for key in keys if key[0] == place)
        facts = connection.execute(f"PRAGMA table_info({table})").fetchall()
        needed = any(fact[1] == column and fact[3] for fact in facts)
        yield Stray(table, row, parent, column, needed)


def journal(connection: sqlite3.Connection) -> Journal:
    """What is wrong with it: the numbers of the changes."""
    unreadable, misplaced, early = (
        tuple(number for (number,) in connection.execute(text))
        for text in (_UNREADABLE, _MISPLACED, _EARLY)
    )
    tables = connection.execute(_TABLES).fetchall()
    unknown = tuple(number for table, number in tables if table not in TABLES)
    return Journal(unreadable, unknown, misplaced, early)
