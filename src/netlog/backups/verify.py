"""Verifying a copy: whether it is sound, what is in it, the digest of its bytes."""

import sqlite3
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from hashlib import file_digest
from pathlib import Path

from netlog.backups.files import Backup, Copy
from netlog.db.failures import DAMAGED, explained, is_damage, lacks_tables, says_damage
from netlog.db.layout import THE_DATABASE, LayoutError, layout_of, refuse_others
from netlog.db.open import NewerError, connect, version_in
from netlog.errors import DatabaseError
from netlog.namedtuple import NamedTuple

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


def verified(path: Path) -> Contents:
    """What is in a copy, which is a regular file; UnsoundError where it is damaged.

    LayoutError where something in it is not netlog's: nothing of it has run then.
    Its structure and its foreign keys are looked at side by side.
    """
    with (
        _judged(),
        closing(connect(path, "ro", _QUICKLY)) as file,
        closing(connect(path, "ro", _QUICKLY)) as other,
        ThreadPoolExecutor(1) as beside,
    ):
        version, tables = _laid_out(file, path.name)
        relations = beside.submit(_ask, other, _RELATIONS)
        _ask(file, _STRUCTURE)
        digest = digest_of(path)
        relations.result()
        rows, change = _counted(file, tables)
        return Contents(version, rows, change, path.stat().st_size, digest)


def refuse_unsound(file: sqlite3.Connection) -> None:
    """UnsoundError where a database that is open is damaged; LayoutError as above."""
    with _judged():
        _, tables = _laid_out(file, THE_DATABASE)
        for question in _WELL:
            _ask(file, question)
        _counted(file, tables)


def is_verified(copy: Backup | Copy) -> bool:
    """Whether a copy is what its manifest says: bytes, soundness, rows.

    One that has no manifest is judged by itself.
    """
    try:
        found = verified(copy.path)
    except DatabaseError:
        return False
    said = copy.manifest or found
    return all(getattr(said, name) == value for name, value in found._asdict().items())


def is_as_made(copy: Copy) -> bool:
    """Whether a copy is what was verified when it was made, and nothing planted in it.

    One without a manifest is judged by itself.  OSError or DatabaseError where it
    cannot be read now.
    """
    if not copy.is_file:
        return False
    try:
        if copy.manifest is None:
            return bool(verified(copy.path))
        size, digest = copy.path.stat().st_size, digest_of(copy.path)
        with _judged(), closing(connect(copy.path, "ro", _QUICKLY)) as file:
            _laid_out(file, copy.path.name)
    except (UnsoundError, LayoutError, NewerError):
        return False
    return (size, digest) == (copy.manifest.size, copy.manifest.sha256)


def is_intact(backup: Backup | Copy) -> bool:
    """Whether a backup has the bytes that were verified, and can be read."""
    try:
        return backup.manifest is not None and is_as_made(Copy(*backup))
    except (OSError, DatabaseError):
        return False


def with_soundness(copies: Iterable[Copy]) -> list[tuple[Copy, bool]]:
    """Copies, and whether each has the bytes that it was made with."""
    return [(copy, not copy.trouble and is_intact(copy)) for copy in copies]


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def _judged() -> Iterator[None]:
    """Turn what SQLite raises inside into an error of ours, damage into its own."""
    try:
        yield
    except sqlite3.Error as error:
        if is_damage(error) or lacks_tables(error):
            raise UnsoundError(*DAMAGED) from error
        raise explained(error) from error


def _laid_out(file: sqlite3.Connection, name: str) -> tuple[int, list[str]]:
    """The schema of a copy and its tables, of which the names are netlog's."""
    layout = layout_of(file)
    if not layout:
        raise UnsoundError(*DAMAGED)
    try:
        version = version_in(file, layout, name)
    except DatabaseError as error:
        if says_damage(error):
            raise UnsoundError(*DAMAGED) from error
        raise
    refuse_others(layout, version, name)
    tables = {table for kind, table, *_ in layout if kind == "table"}
    return version, sorted(one for one in tables if not one.startswith("sqlite_"))


def _ask(file: sqlite3.Connection, question: str) -> None:
    if file.execute(question).fetchone() != _WELL[question]:
        raise UnsoundError(*DAMAGED)


def _counted(
    file: sqlite3.Connection, tables: Iterable[str]
) -> tuple[dict[str, int], int]:
    """The rows of each table, and the number of the newest change."""
    rows = {table: _rows(file, table) for table in tables}
    # SQL by hand: a copy may be of any schema, the compiled questions are of this one.
    (newest,) = file.execute("SELECT max(id) FROM change").fetchone()
    return rows, newest or 0


def _rows(file: sqlite3.Connection, name: str) -> int:
    # SQL by hand: the table is known only when it is run.
    text = f"SELECT count(*) FROM {name}"  # noqa: S608 (one of ours)
    return int(file.execute(text).fetchone()[0])
