"""Whether a copy is sound, what is in it, and the digest of its bytes."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from hashlib import file_digest
from pathlib import Path

from netlog.errors import DatabaseError
from netlog.records import NamedTuple
from netlog.storage.failures import DAMAGED, explained, is_damage
from netlog.storage.opening import connect

# What a field may hold was looked at when it was written, and takes longest by far.
_QUICKLY = """
PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-16384;
PRAGMA ignore_check_constraints=ON
"""
_STRUCTURE = "PRAGMA quick_check"
_RELATIONS = "PRAGMA foreign_key_check"
_WELL = {_STRUCTURE: ("ok",), _RELATIONS: None}


class UnsoundError(DatabaseError):
    """What was copied is damaged, and so is the copy."""


class Contents(NamedTuple):
    """What a sound copy holds; its manifest says the same in these words."""

    schema: int
    rows: dict[str, int]
    change: int
    size: int
    sha256: str


def checked(path: Path) -> Contents:
    """What is in a copy; UnsoundError where it is damaged.

    Its structure and its foreign keys are looked at side by side.
    """
    with (
        _judged(),
        closing(connect(path, "ro", _QUICKLY)) as file,
        closing(connect(path, "ro", _QUICKLY)) as other,
        ThreadPoolExecutor(1) as beside,
    ):
        relations = beside.submit(_ask, other, _RELATIONS)
        _ask(file, _STRUCTURE)
        digest = digest_of(path)
        relations.result()
        return Contents(*_counted(file), path.stat().st_size, digest)


def check(file: sqlite3.Connection) -> None:
    """UnsoundError where a database that is open is damaged."""
    with _judged():
        for question in _WELL:
            _ask(file, question)
        _counted(file)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def lacks_tables(error: sqlite3.Error) -> bool:
    """Whether an error says that what every database of ours has is not there."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR


@contextmanager
def _judged() -> Iterator[None]:
    """Turn what SQLite raises inside into an error of ours, damage into its own."""
    try:
        yield
    except sqlite3.Error as error:
        if is_damage(error) or lacks_tables(error):
            raise UnsoundError(*DAMAGED) from error
        raise explained(error) from error


def _ask(file: sqlite3.Connection, question: str) -> None:
    if file.execute(question).fetchone() != _WELL[question]:
        raise UnsoundError(*DAMAGED)


def _counted(file: sqlite3.Connection) -> tuple[int, dict[str, int], int]:
    """The schema, the rows of each table, the number of the newest change."""
    names = file.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    counted = {name: _rows(file, name) for (name,) in names}
    (newest,) = file.execute("SELECT max(id) FROM change").fetchone()
    (schema,) = file.execute("SELECT max(number) FROM version").fetchone()
    if not schema:
        raise UnsoundError(*DAMAGED)
    return schema, counted, newest or 0


def _rows(file: sqlite3.Connection, name: str) -> int:
    text = f'SELECT count(*) FROM "{name}"'  # noqa: S608 (a name from the file's list)
    return int(file.execute(text).fetchone()[0])
