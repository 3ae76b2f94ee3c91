"""The SQL and the records that run are what the questions and the tables say."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.db import build

MADE = [(build.SQL_FILE, build.sql_source), (build.RECORDS_FILE, build.records_source)]


@pytest.mark.parametrize(("file", "source"), MADE)
def test_what_is_in_the_file_is_what_would_be_made(
    file: Path, source: Callable[[], str]
) -> None:
    """`python -m netlog.db.build` would change nothing but line breaks."""
    kept = ast.parse(file.read_text(encoding="utf-8"))
    made = ast.parse(source())
    assert [ast.unparse(node) for node in kept.body] == [
        ast.unparse(node) for node in made.body
    ]


@pytest.mark.parametrize(("file", "source"), MADE)
def test_building_twice_gives_the_same(file: Path, source: Callable[[], str]) -> None:
    """No order depends on chance, so that the file changes only for a reason."""
    del file
    assert source() == source()
