"""What answers are compared by: data without uids, the rows of the file."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

_UNCOMPARED = {"change", "change_row", "pin", "sqlite_sequence"}


def without_uids(data: Any) -> Any:
    """The same data, but for the uids, which are new every time."""
    if isinstance(data, dict):
        return {k: without_uids(v) for k, v in data.items() if k != "uid"}
    return [without_uids(one) for one in data] if isinstance(data, list) else data


def in_a_line(page: str) -> str:
    """A page on one line, wherever it was broken."""
    return " ".join(page.split())


def kept(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the journal, the pins and the sequences."""
    with closing(sqlite3.connect(db)) as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = sorted({name for (name,) in names} - _UNCOMPARED)
        return {
            table: file.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()  # noqa: S608 (a name from the file's own list)
            for table in tables
        }


def person(handle: str, name: str) -> dict[str, str]:
    """Somebody as answers point at them, without the uid."""
    return {"handle": handle, "name": name}
