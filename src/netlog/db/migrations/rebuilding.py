"""Laying a table out anew: another text, the same rows, numbers and indexes."""

import sqlite3
from collections.abc import Callable

_MADE = "SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL"


def rebuild(
    connection: sqlite3.Connection, table: str, text_from: Callable[[str], str]
) -> None:
    """Make a table by another text, which comes from the one that it has.

    Within a transaction begun with foreign_keys=OFF.  Rows are taken as they are,
    even where the new text would refuse them: doctor finds these.
    """
    made = dict(connection.execute(_MADE, (table,)).fetchall())
    text = text_from(made.pop(table))
    number = "UPDATE sqlite_sequence SET name = :table WHERE name = 'old_' || :table"
    for statement in (
        "PRAGMA legacy_alter_table=ON",  # what points at it points at the new one
        "PRAGMA ignore_check_constraints=ON",
        f"ALTER TABLE {table} RENAME TO old_{table}",
        text,
        f"INSERT INTO {table} SELECT * FROM old_{table}",  # noqa: S608 (one of ours)
        "DELETE FROM sqlite_sequence WHERE name = :table",
        number,
        f"DROP TABLE old_{table}",
        *made.values(),
        "PRAGMA ignore_check_constraints=OFF",
        "PRAGMA legacy_alter_table=OFF",
    ):
        connection.execute(statement, {"table": table})
