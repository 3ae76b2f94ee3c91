"""mypy finds a call that does not fit its question."""

import os
import subprocess
import sys
from pathlib import Path

from tests.running import SOURCES

RIGHT = """
from datetime import date
from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.domain.promise import Promise

def due(store: Store, today: date) -> list[Promise]:
    return sql.promises_due(store, until=today)
"""
WRONG = """
def misnamed(store: Store, today: date) -> list[Promise]:
    return sql.promises_due(store, before=today)

def mistyped(store: Store) -> list[Promise]:
    return sql.promises_due(store, until="2025-06-02")

def misshaped(store: Store, today: date) -> list[Person]:
    return sql.promises_due(store, until=today)
"""


def said_of(text: str, folder: Path) -> list[str]:
    """The errors that mypy, strict, finds in a file, without their places."""
    file = folder / "asking.py"
    file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", file],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env=os.environ | {"MYPYPATH": str(SOURCES), "MYPY_CACHE_DIR": str(folder)},
    )
    found = [line.partition(": error: ")[2] for line in done.stdout.splitlines()]
    return [error for error in found if error]


def test_a_wrong_name_a_wrong_type_and_a_wrong_record_are_found(tmp_path: Path) -> None:
    """Each by itself; what is right is said to be right."""
    assert said_of(RIGHT + WRONG, tmp_path) == [
        'Unexpected keyword argument "before" for "promises_due"  [call-arg]',
        (
            'Argument "until" to "promises_due" has incompatible type "str"; '
            'expected "date"  [arg-type]'
        ),
        (
            'Incompatible return value type (got "list[Promise]", '
            'expected "list[Person]")  [return-value]'
        ),
    ]
    assert said_of(RIGHT, tmp_path) == []
