"""Laying a table out anew: another text, the same rows, numbers and indexes."""

import sqlite3
from collections.abc import Callable, Collection, Mapping

_MADE = "SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL"


def rebuild(
    connection: sqlite3.Connection,
    table: str,
    text_from: Callable[[str], str],
    columns: Mapping[str, str],
    dropped: Collection[str],
) -> None:
    """Make a table by another text, which comes from the one that it has.

    A column that it did not have is filled with what `columns` says; indexes that are
    `dropped` are not made again.  Within a transaction begun with foreign_keys=OFF.
    Rows are taken as they are, even where the new text would refuse them: doctor finds
    these.
    """
    made = dict(connection.execute(_MADE, (table,)).fetchall())
    text = text_from(made.pop(table))
    indexes = [made[name] for name in made if name not in dropped]
    number = "UPDATE sqlite_sequence SET name = :table WHERE name = 'old_' || :table"
    for statement in (
        "PRAGMA legacy_alter_table=ON",  # what points at it points at the new one
        "PRAGMA ignore_check_constraints=ON",
        f"ALTER TABLE {table} RENAME TO old_{table}",
        text,
    ):
        connection.execute(statement)
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    filled = ", ".join(columns.get(name, f'"{name}"') for name in names)
    for statement in (
        f"INSERT INTO {table} SELECT {filled} FROM old_{table}",  # noqa: S608 (ours)
        "DELETE FROM sqlite_sequence WHERE name = :table",
        number,
        f"DROP TABLE old_{table}",
        *indexes,
        "PRAGMA ignore_check_constraints=OFF",
        "PRAGMA legacy_alter_table=OFF",
    ):
        connection.execute(statement, {"table": table})
