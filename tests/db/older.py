"""Databases of earlier schemas, and what is in them."""

import sqlite3
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
