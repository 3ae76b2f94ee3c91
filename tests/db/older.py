"""Databases of earlier schemas, and what is in them."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

from tests.repository.filled import NOW

from netlog.backups.files import Backups
from netlog.backups.upgrade import upgraded
from netlog.db.store import Store

SCHEMAS = Path(__file__).parent / "schemas"
NUMBERS = sorted(int(path.stem) for path in SCHEMAS.glob("*.db"))
"""The schemas of which there is a database."""

Rows = dict[str, list[tuple[Any, ...]]]
Row = dict[str, Any]
Tables = dict[str, dict[int, Row]]
"""Every row by its number, as a dictionary, table by table."""


def older(path: Path, number: int = 1) -> Path:
    """A filled database of an earlier schema, as its owner has it."""
    copyfile(SCHEMAS / f"{number}.db", path)
    path.chmod(0o600)
    return path


def brought(path: Path) -> Store:
    """The same, opened by this netlog; the copy goes into a folder beside it."""
    folder = path.parent / "state" / "backups"
    backups = Backups(path, folder, NOW.date(), NOW)
    return upgraded(backups, lambda _: None, writable=True)


def asked(path: Path, text: str) -> list[tuple[Any, ...]]:
    """What a file answers, whoever wrote it."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute(text).fetchall()


def rows(path: Path) -> Rows:
    """Every row of every table."""
    names = asked(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {name: asked(path, f"SELECT * FROM {name} ORDER BY 1") for (name,) in names}  # noqa: S608 (a name from the file's own list)


def versions(path: Path) -> list[int]:
    """The schemas that a file has been of."""
    return [number for (number,) in asked(path, "SELECT number FROM version")]


def copies(home: Path) -> list[Path]:
    """The backups in the state folder of a home."""
    return sorted((home / ".local/state/netlog/backups").glob("*.db"))


def tables(path: Path) -> Tables:
    """Every row of every table of netlog's."""
    found: Tables = {}
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        names = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for (name,) in names.fetchall():
            if name != "sqlite_sequence":
                every = file.execute(f"SELECT * FROM {name}")  # noqa: S608 (a name from the file's own list)
                found[name] = {row["id"]: dict(row) for row in every}
    return found


def undone(held: Tables) -> Iterator[Tables]:
    """Change by change, the newest first: what an older netlog left once it was undone.

    The tables that are given are changed on the way.
    """
    for change in sorted(held["change"].values(), key=_number, reverse=True):
        if change["state"] == "done":
            for row in reversed(_rows_of(held, change["id"])):
                _turn_back(held[row["tab"]], row)
            change["state"] = "undone"
            yield held


def redone(held: Tables) -> Iterator[Tables]:
    """Change by change, the oldest first: the same of what was undone, done again."""
    for change in sorted(held["change"].values(), key=_number):
        if change["state"] == "undone":
            for row in _rows_of(held, change["id"]):
                _turn_on(held[row["tab"]], row)
            change["state"] = "done"
            yield held


def _number(row: Row) -> int:
    return int(row["id"])


def _rows_of(held: Tables, change: int) -> list[Row]:
    rows = sorted(held["change_row"].values(), key=_number)
    return [row for row in rows if row["change_id"] == change]


def _turn_back(table: dict[int, Row], row: Row) -> None:
    if row["before"] is None:
        keys = range(row["row_id"], row["last_id"] + 1)
        row["after"] = json.dumps([table.pop(key) for key in keys if key in table])
    elif row["after"] is None:
        table |= {one["id"]: one for one in json.loads(row["before"])}
    else:
        table[row["row_id"]] |= json.loads(row["before"])


def _turn_on(table: dict[int, Row], row: Row) -> None:
    if row["after"] is None:
        del table[row["row_id"]]
    elif row["before"] is None:
        table |= {one["id"]: one for one in json.loads(row["after"])}
    else:
        table[row["row_id"]] |= json.loads(row["after"])
