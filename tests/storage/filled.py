"""A small database with something of everything in it."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID, Person
from netlog.domain.pins import ToPin
from netlog.storage.change import Change, changing, pin_people, take_back
from netlog.storage.opening import create_store, fill_new
from netlog.storage.store import Store

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)
TODAY = date(2025, 6, 2)
JOURNAL = ("change", "change_row", "pin", "sqlite_sequence")
"""Tables that undo does not bring back, and is not meant to."""


def in_memory() -> Store:
    """A new database that has no file, with foreign keys held as in one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    fill_new(connection, NOW)
    return Store(connection)


def filled(path: Path) -> Store:
    """A database in a file in which every statement finds something."""
    store = create_store(path, NOW)
    with changing(store, NOW, "add many") as change:
        _people(change)
    with changing(store, NOW, "log much") as change:
        _contacts(change)
    with changing(store, NOW, "introduce some") as change:
        _introductions(change)
    with changing(store, NOW, "promise some") as change:
        _promises(change)
    with changing(store, NOW, "plan some") as change:
        _planned(change)
    with changing(store, NOW, "add and take back") as change:
        change.people.add(Newcomer("Gone Again", TODAY))
    take_back(store, NOW)
    weeks = ("2025-W20", "2025-W21", "2025-W22")
    wanted = [ToPin("new", week, 0, who(store, "hal").id) for week in weeks]
    pin_people(store, NOW, wanted)
    return store


def who(store: Store, handle: str) -> Person:
    """The person of that handle."""
    return Change(_reading(store)).people.find(handle)


def snapshot(store: Store, *left_out: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table as it stands in the file, some tables left out."""
    names = store.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    return {
        name: store.connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
        for (name,) in names
        if name not in left_out
    }
