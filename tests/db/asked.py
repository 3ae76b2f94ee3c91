"""The questions that are compiled, and where the sources ask them."""

import ast
from collections.abc import Iterator

from tests.house.sources import Source, sources

from netlog.db import build, sql
from netlog.db.store import Statement

STATEMENTS: dict[str, Statement] = {
    name: getattr(sql, name.upper()) for name in build.questions()
}
"""Every compiled statement by the name of its question."""


def asked_in(*names: str) -> set[str]:
    """The questions that some files ask; of all files where none is named."""
    return {
        question
        for source in sources()
        if source.name in names or (not names and source.name != "db.sql")
        for question in _asked(source)
    }


def _asked(source: Source) -> Iterator[str]:
    """What a file takes of netlog.db.sql, as a function or as a statement."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "sql":
            yield from {node.attr.lower()} & set(STATEMENTS)
        elif isinstance(node, ast.ImportFrom) and node.module == "netlog.db.sql":
            yield from {alias.name.lower() for alias in node.names} & set(STATEMENTS)
