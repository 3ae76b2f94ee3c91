"""Compile tables and statements to storage/sql.py: python -m netlog.storage.build."""

from pathlib import Path
from typing import Any

from sqlalchemy import Table as SQLTable, delete, insert, select, update
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.elements import BindParameter
from sqlmodel import SQLModel

from netlog.storage.statements import SUBJECTS

TARGET = Path(__file__).with_name("sql.py")
_DIALECT = SQLiteDialect(paramstyle="named")
_HEAD = '''"""The SQL that runs, compiled from tables and statements: do not edit.

Made by `python -m netlog.storage.build`; a test keeps it current.
"""

from netlog.storage.statement import Rows, Statement
'''


class UnnamedParameterError(Exception):
    """A statement has a parameter that nobody named."""


def _conversion(kind: Any) -> str:
    return str(getattr(kind, "conversion", "text"))


def _squeezed(text: str) -> str:
    return " ".join(str(text).split())


def _checked(name: str, binds: dict[str, BindParameter[Any]]) -> None:
    for key, bind in binds.items():
        if bind.unique:
            raise UnnamedParameterError(f"{name}: {key} has no name")


def compiled(name: str, statement: Any) -> str:
    """One statement as source: its text, its parameters, its columns in order."""
    made = statement.compile(dialect=_DIALECT)
    _checked(name, made.binds)
    parameters = tuple((k, _conversion(b.type)) for k, b in made.binds.items())
    columns = tuple(
        (column.name, _conversion(column.type)) for column in statement.selected_columns
    )
    return (
        f"{name} = Statement(\n    {_squeezed(made.string)!r},\n"
        f"    {parameters!r},\n    {columns!r},\n)\n"
    )


def _plain(statement: Any) -> str:
    return _squeezed(statement.compile(dialect=_DIALECT))


def table_source(table: SQLTable) -> str:
    """The four statements by which rows are written and read back, as source."""
    columns = tuple((c.name, _conversion(c.type)) for c in table.columns)
    rest = [c.name for c in table.columns if c.name != "id"]
    by_id = table.c.id == BindParameter("id", type_=table.c.id.type)
    texts = {
        "insert": _plain(insert(table).returning(table.c.id)),
        "update": _plain(
            update(table)
            .where(by_id)
            .values({n: BindParameter(n, type_=table.c[n].type) for n in rest})
        ),
        "delete": _plain(delete(table).where(by_id)),
        "fetch": _plain(select(table).where(by_id)),
    }
    lines = "".join(f"        {text!r},\n" for text in texts.values())
    return f'    "{table.name}": Rows(\n        {columns!r},\n{lines}    ),\n'


def schema() -> list[str]:
    """Every CREATE TABLE and CREATE INDEX, in an order that can be run."""
    made = []
    for table in SQLModel.metadata.sorted_tables:
        made.append(_plain(CreateTable(table)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(_plain(CreateIndex(index)) for index in indexes)
    return made


def statements() -> dict[str, Any]:
    """Every statement by its name, subject by subject."""
    return {
        name: value
        for subject in SUBJECTS
        for name, value in vars(subject).items()
        if name.isupper() and hasattr(value, "selected_columns")
    }


def source() -> str:
    """The whole of storage/sql.py."""
    tables = "".join(map(table_source, SQLModel.metadata.sorted_tables))
    parts = [_HEAD, "SCHEMA = (\n"]
    parts += [f"    {text!r},\n" for text in schema()]
    parts += [")\n\nTABLES = {\n", tables, "}\n\n"]
    parts += [compiled(name, made) for name, made in statements().items()]
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
