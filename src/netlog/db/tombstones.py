"""Tombstones: that somebody was forgotten, and not who; how they are met again."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from netlog.db import policy, sql
from netlog.db.sql import TABLES
from netlog.db.store import Store
from netlog.domain.details import detail_key, is_profile
from netlog.domain.names import fold

_WORDS = 50
"""So many words of a name tell somebody from others; a file may hold many more."""
Address = tuple[str, str]
"""A field (email, phone, url, card) and what is in it."""
ADDRESSES = ("email", "phone", "url", "card")
"""The details by which one person is reached."""
LASTING = tuple(name for name, table in policy.tables().items() if table.lasting)
"""What a file says of those who were forgotten, whatever is put in its place."""
MARKS = tuple(name for name in LASTING if policy.tables()[name].exported)
"""By what they are met again, which an export has, too; the rest is yet to clean."""
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


def signs_of(names: Iterable[str], addresses: Iterable[Address]) -> set[str]:
    """By what somebody is met again: a name, an e-mail, a profile, a card.

    A phone or another page may be an office's, so it counts only together with a
    word of the name.
    """
    folded = set(map(fold, names)) - {""}
    return {f"name:{one}" for one in folded} | {
        sign for field, value in addresses for sign in _signs(field, value, folded)
    }


def _signs(field: str, value: str, folded: Iterable[str]) -> Iterator[str]:
    key = detail_key(field, value)
    if field in {"email", "card"} or (field == "url" and is_profile(key)):
        yield f"{field}:{key}"
    elif field in {"phone", "url"} and key:
        words = {word for one in folded for word in one.split()[:_WORDS]}
        yield from (f"{field}:{key}:{word}" for word in words)


def mark_of(sign: str, salt: str) -> str:
    """A sign as a keyed hash, in hexadecimal."""
    from hashlib import blake2b

    key = bytes.fromhex(salt)
    return blake2b(sign.encode(errors="replace"), key=key, digest_size=16).hexdigest()


class Forgotten:
    """The marks of those who were forgotten."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def salt(self) -> str:
        """The key of all marks; '' where there are none."""
        forgettings = sql.forgettings(self.store)
        return forgettings[0].salt if forgettings else ""

    @cached_property
    def marks(self) -> frozenset[str]:
        """Every mark there is."""
        return frozenset(one.hash for one in sql.marks(self.store))

    def are_met(self, name: str, addresses: Iterable[Address]) -> bool:
        """Whether somebody of that name, or at one of these, was forgotten."""
        if not self.marks:
            return False
        signs = signs_of([name], addresses)
        return any(mark_of(sign, self.salt) in self.marks for sign in signs)


def every(
    connection: sqlite3.Connection, tables: Iterable[str]
) -> dict[str, list[dict[str, Any]]]:
    """All rows of some tables, by the names of their columns."""
    return {table: _rows(connection, table) for table in tables}


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    rows = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (one of ours)
    columns = [column for column, *_ in rows.description]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def carry(copy: sqlite3.Connection, held: dict[str, list[dict[str, Any]]]) -> None:
    """Have these rows in these tables of a copy, and no others."""
    for table in reversed(held):
        copy.execute(f"DELETE FROM {table}")  # noqa: S608 (one of ours)
    for table, rows in held.items():
        for row in rows:
            copy.execute(TABLES[table].insert, row).fetchall()


# Who would come back, or did.


def returning(file: sqlite3.Connection) -> tuple[str, ...]:
    """The handles of those in `copy` whom the database has forgotten since.

    Who had been taken in again before it was copied has a mark there, too.
    """
    return _met(file, "copy", _marks_in(file, "main") - _marks_in(file, "copy"))


def came_back(file: sqlite3.Connection) -> tuple[str, ...]:
    """The handles of those in a database whom it has forgotten."""
    return _met(file, "main", _marks_in(file, "main"))


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


def _marks_in(file: sqlite3.Connection, side: str) -> set[str]:
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
