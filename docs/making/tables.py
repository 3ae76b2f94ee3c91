"""The page of the database: every table and its columns."""

from collections.abc import Iterator
from inspect import getdoc
from typing import Any

from docs.making.blocks import table as as_table
from sqlalchemy import CheckConstraint, Table, UniqueConstraint
from sqlmodel import SQLModel

from netlog.db import schema
from netlog.db.layout import CURRENT_VERSION
from netlog.db.open import APPLICATION_ID

_TEXT = f"""\
# The database

One SQLite file of schema {CURRENT_VERSION}, `application_id` {APPLICATION_ID:#x}.
Read it as you like, with netlog or without; to write, use netlog, for the journal and
the derived columns follow only there.

All tables are STRICT and hold text and whole numbers alone. A *day* is `2025-06-02`, a
*moment* is ISO text in UTC, a *flag* is 0 or 1. `id` is the key within this file and is
never used twice; `uid` is a UUIDv7 and names the row in every copy. `entered` and
`closed` are numbers of changes.
"""


def page() -> str:
    """Every table."""
    named = sorted(vars(schema).items())
    models = [value for _, value in named if hasattr(value, "__table__")]
    return "\n\n".join([_TEXT.strip(), *map(_model, models)]) + "\n"


def _model(model: type[SQLModel]) -> str:
    table: Table = model.__table__  # type: ignore[attr-defined] # SQLModel makes it
    parts = [
        f"## {table.name}",
        " ".join((getdoc(model) or "").split()),
        as_table(("column", "holds", "refers to"), _columns(table)),
    ]
    held = [*_rules(table), *_indexes(table)]
    return "\n\n".join([*parts, "\n".join(held)] if held else parts)


def _columns(table: Table) -> Iterator[tuple[str, str, str]]:
    for column in table.columns:
        kind: Any = column.type
        maybe = ", or null" if column.nullable else ""
        refers = ", ".join(f"`{key.target_fullname}`" for key in column.foreign_keys)
        yield f"`{column.name}`", f"{kind.conversion}{maybe}", refers


def _rules(table: Table) -> list[str]:
    """What the database refuses."""
    found = []
    for rule in table.constraints:
        if isinstance(rule, CheckConstraint):
            found.append(f"- always: `{rule.sqltext}`")
        elif isinstance(rule, UniqueConstraint):
            names = ", ".join(f"`{column.name}`" for column in rule.columns)
            found.append(f"- once only: {names}")
    return sorted(found)


def _indexes(table: Table) -> list[str]:
    return sorted(
        f"- indexed: {', '.join(f'`{column.name}`' for column in index.columns)}"
        for index in table.indexes
    )
