"""Who was forgotten and would come back with a copy that was never cleaned."""

import sqlite3
from collections import defaultdict

from netlog.domain.forgetting import Address, mark_of, signs_of

_THERE = "SELECT 1 FROM {side}.sqlite_schema WHERE name = 'mark'"
_MARKS = "SELECT hash FROM {side}.mark"
_NAMES = """
SELECT id, name FROM {side}.person WHERE id > 1
UNION SELECT person_id, value FROM {side}.detail WHERE field = 'alias'
"""
_REACHED = """
SELECT person_id, field, value FROM {side}.detail
WHERE field IN ('email', 'phone', 'url', 'card')
"""
_HANDLE = "SELECT handle FROM {side}.person WHERE id = ?"


def returning(file: sqlite3.Connection) -> tuple[str, ...]:
    """The handles of those in `copy` whom the database has forgotten since.

    Who had been taken in again before it was copied has a mark there, too.
    """
    return _met(file, "copy", _marks(file, "main") - _marks(file, "copy"))


def came_back(file: sqlite3.Connection) -> tuple[str, ...]:
    """The handles of those in a database whom it has forgotten."""
    return _met(file, "main", _marks(file, "main"))


def _met(file: sqlite3.Connection, side: str, marks: set[str]) -> tuple[str, ...]:
    """Who in one of the two is somebody with such a mark."""
    if not marks:
        return ()
    (salt,) = file.execute("SELECT salt FROM main.forgetting").fetchone()
    names, reached = _called(file, side), _reached(file, side)
    back = (
        key
        for key, theirs in sorted(names.items())
        if any(mark_of(sign, salt) in marks for sign in signs_of(theirs, reached[key]))
    )
    handle = _HANDLE.format(side=side)
    return tuple(file.execute(handle, (key,)).fetchone()[0] for key in back)


def _marks(file: sqlite3.Connection, side: str) -> set[str]:
    """The marks in one of the two; an older schema has none."""
    if not file.execute(_THERE.format(side=side)).fetchone():
        return set()
    return {mark for (mark,) in file.execute(_MARKS.format(side=side))}


def _called(file: sqlite3.Connection, side: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, name in file.execute(_NAMES.format(side=side)):
        found[key].append(name)
    return found


def _reached(file: sqlite3.Connection, side: str) -> dict[int, list[Address]]:
    found: dict[int, list[Address]] = defaultdict(list)
    for key, field, value in file.execute(_REACHED.format(side=side)):
        found[key].append((field, value))
    return found
