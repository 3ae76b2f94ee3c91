"""What a file is laid out as: its tables, indexes, triggers and views, by their text.

SQLite runs what stands there: a trigger with the next row that is written, a view for
a table that is read.  So a file is held against what netlog makes, character by
character, before anything else is asked of it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache

from netlog.db.sql import SCHEMA
from netlog.errors import DatabaseError

SchemaRow = tuple[str, str, str, str]
"""Type, name, name of the table, and text, as they stand in sqlite_schema."""
Layout = frozenset[SchemaRow]
CURRENT_VERSION = 4
"""The schema that this netlog reads and writes; `migrations` lead to it."""
LAYOUT = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
_SEQUENCE = ("table", "sqlite_sequence", "CREATE TABLE sqlite_sequence(name,seq)")
_STATISTICS = frozenset(
    ("table", name, name, f"CREATE TABLE {name}({columns})")
    for name, columns in (
        ("sqlite_stat1", "tbl,idx,stat"),
        ("sqlite_stat4", "tbl,idx,neq,nlt,ndlt,sample"),
    )
)
"""Tables that SQLite makes when its user has it count: by them it plans, no more."""
STATISTICS = frozenset(name for _, name, *_ in _STATISTICS)
"""Their names: a file may have them, and samples of any text are in them."""
_HARMLESS = (
    "CREATE TABLE ",
    "CREATE INDEX ",
    "CREATE UNIQUE INDEX ",
    "CREATE TRIGGER ",
)
"""How texts begin that read nothing by themselves."""
_KINDS = ("trigger", "view", "table", "index")
_SHOWN, _LETTERS = 3, 40
THE_DATABASE = "The database"
"""What the file is called that a command works with."""


class LayoutError(DatabaseError):
    """Something in the layout of a file is not netlog's; the file was not touched."""


def layout_of(connection: sqlite3.Connection) -> Layout:
    """The layout of a file, of which nothing is run by looking."""
    return frozenset(connection.execute(LAYOUT))


def _rows(texts: Iterable[str]) -> Iterator[SchemaRow]:
    name = _SEQUENCE[1]
    yield _SEQUENCE[0], name, name, _SEQUENCE[2]
    for text in texts:
        _, kind, name, *rest = text.split(None, 5)
        yield kind.lower(), name, rest[1] if kind == "INDEX" else name, text


CURRENT: Layout = frozenset(_rows(SCHEMA))
"""The layout that this netlog makes."""
VERSION_TABLE = next(row for row in CURRENT if row[:2] == ("table", "version"))
"""The table that says of which schema a file is, the same in all of them."""


@cache
def made_by(version: int) -> Layout:
    """The layout of a schema, this one or an earlier one."""
    from netlog.db.migrations.layouts import texts_of

    return frozenset(_rows(texts_of(version)))


def is_netlogs(found: Layout, version: int) -> bool:
    """Whether a layout is what that schema has, and nothing else."""
    if found == CURRENT:
        return version == CURRENT_VERSION
    return found - _STATISTICS == made_by(version)


def can_be_read(found: Layout, version: int) -> bool:
    """Whether reading a file tells what stands in it.

    All tables are netlog's, or at least nothing pretends to be a table.
    """
    tables = {row for row in made_by(version) if row[0] == "table"}
    return tables <= found or all(str(row[3]).startswith(_HARMLESS) for row in found)


def refuse_others(found: Layout, version: int, name: str) -> None:
    """LayoutError where something in the layout of a file is not netlog's."""
    if not is_netlogs(found, version):
        raise other_layout(found, version, name)


def other_layout(found: Layout, version: int, name: str) -> LayoutError:
    """The error that says what in a file is not as netlog makes it."""
    named = list(_differences(found, made_by(version)))
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    what = ", ".join(named[:_SHOWN]) + more
    return LayoutError(
        f"{name} is not as netlog makes it ({what}); it was not touched.",
        "netlog doctor says what is wrong; netlog restore lists the backups.",
    )


def _differences(found: Layout, wanted: Layout) -> Iterator[str]:
    """What is there too much, or otherwise; then what is missing."""
    there = {
        (str(kind), _short(name)) for kind, name, *_ in found - wanted - _STATISTICS
    }
    gone = {(kind, name) for kind, name, *_ in wanted - found} - there
    yield from (f"{kind} {name}" for kind, name in sorted(there, key=_gravity))
    yield from (f"no {kind} {name}" for kind, name in sorted(gone, key=_gravity))


def _gravity(item: tuple[str, str]) -> tuple[int, str]:
    """What could do most harm comes first, whatever else follows from it."""
    kind, name = item
    return (_KINDS.index(kind) if kind in _KINDS else -1), name


def _short(name: object) -> str:
    return str(name)[:_LETTERS]
