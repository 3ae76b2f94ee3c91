"""netlog info: where things are."""

import platform
import sqlite3
from typing import Any

from typer import Context

from netlog import __version__
from netlog.db import sql
from netlog.locations import Locations
from netlog.namedtuple import NamedTuple
from netlog.options import app_of
from netlog.output.answer import Answer, Block, Item, Page, exact, part, soft


def command(ctx: Context) -> None:
    """Where the files are, how much is in them, and which versions run."""
    app = app_of(ctx)
    store, there = app.store, app.database.exists
    app.show(
        _answer(
            Inventory(
                app.locations,
                there,
                sql.count_people(store),
                sql.count_touches(store),
                sql.count_introductions(store),
                sql.count_promises(store),
                sql.count_entries(store),
                sql.schema_version(store),
            )
        )
    )


class Inventory(NamedTuple):
    """Where things are, how many there are, and the version of the schema."""

    locations: Locations
    there: bool
    people: int
    touches: int
    introductions: int
    promises: int
    entries: int
    schema: int


def _answer(held: Inventory) -> Answer:
    """Paths, counts and versions, one a line."""
    blocks = [Block(title, _items(rows)) for title, rows in _groups(held).items()]
    page = Page((part("netlog", "title"),), tuple(blocks))
    return Answer("info", _data(held), page=page)


def _data(held: Inventory) -> dict[str, Any]:
    return {
        "files": {
            "database": str(held.locations.database),
            "database_exists": held.there,
            "config": str(held.locations.config),
            "state": str(held.locations.state),
        },
        "counts": _groups(held)["counts"],
        "versions": {
            "netlog": __version__,
            "schema": held.schema,
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
        },
    }


def _groups(held: Inventory) -> dict[str, dict[str, str | int]]:
    return {
        "files": {
            "database": str(held.locations.database),
            "database is there": "yes" if held.there else "not yet",
            "config": str(held.locations.config),
            "state": str(held.locations.state),
        },
        "counts": {
            "people": held.people,
            "touches": held.touches,
            "introductions": held.introductions,
            "promises": held.promises,
            "given and got": held.entries,
        },
        "versions": {
            "netlog": __version__,
            "schema": held.schema,
            "Python": platform.python_version(),
            "SQLite": sqlite3.sqlite_version,
        },
    }


def _items(rows: dict[str, str | int]) -> tuple[Item, ...]:
    return tuple(
        Item((soft(f"{label}: "), exact(str(value))), record=(label, str(value)))
        for label, value in rows.items()
    )
