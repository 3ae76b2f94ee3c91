"""Exports of earlier schemas: taken in as a database of theirs is brought on."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.db.older import NUMBERS, Row, Tables, brought, older, tables
from tests.repository.filled import NOW, in_memory, snapshot
from tests.repository.standings import is_derived
from tests.repository.thanks import derived_anew, waiting

from netlog.db import sql
from netlog.db.store import Store
from netlog.dump.export import EXPORTED, NUMBERED, Header, header_of, tables_of
from netlog.dump.load import load
from netlog.errors import UsageError
from netlog.repository.change import changing
from netlog.repository.undo import redo, undo

Rows = list[tuple[str, Row]]


def exported(path: Path, version: int) -> tuple[Header, Rows]:
    """What an older netlog would have exported of a database."""
    held = {name: rows for name, rows in tables(path).items() if name in EXPORTED}
    held["change"] = mentioned(held)
    rows = [
        (name, row) for name in EXPORTED if name in held for row in in_order(held[name])
    ]
    numbers = {name: max(held[name], default=0) for name in NUMBERED if name in held}
    counts = {name: len(of) for name, of in held.items()}
    return Header(version, counts, numbers), rows


def in_order(rows: dict[int, Row]) -> list[Row]:
    """Rows by their numbers."""
    return [rows[number] for number in sorted(rows)]


def mentioned(held: Tables) -> dict[int, Row]:
    """The changes by which anything was entered or closed."""
    numbers = {
        row.get(column)
        for table, rows in held.items()
        for column in ("entered", "closed")
        for row in rows.values()
    }
    return {n: row for n, row in held["change"].items() if n in numbers}


def taken(header: Header, rows: Rows) -> Store:
    """A new database with an export taken in."""
    store = in_memory()
    with changing(store, NOW, "import it") as change:
        load(change, header, rows)
    return store


def everything(store: Store) -> dict[str, list[Row]]:
    """What is in a database, but for what an older export cannot say.

    That is which change was the newest, and what weeks are called by; and older netlogs
    left the number drawn from a handle as it was when the handle was another.
    """
    found = {name: [dict(row) for row in rows] for name, rows in tables_of(store)}
    del found["change"]
    for table, column in (
        ("detail", "entered"),
        ("person", "woken"),
        ("person", "draw"),
        ("active_week", "uid"),
    ):
        for row in found[table]:
            del row[column]
    return found


@pytest.fixture(params=NUMBERS)
def version(request: pytest.FixtureRequest) -> int:
    """Each earlier schema."""
    return int(request.param)


@pytest.fixture
def path(tmp_path: Path, version: int) -> Path:
    """A filled database of it."""
    return older(tmp_path / "netlog.db", version)


def test_an_export_says_what_its_database_says_once_it_is_brought_on(
    path: Path, version: int
) -> None:
    """Row for row, with what was answered, by which files people came, the weeks."""
    header, rows = exported(path, version)
    with closing(taken(header, rows)) as store, closing(brought(path)) as other:
        assert everything(store) == everything(other)
        assert is_derived(store)
        assert waiting(store) == derived_anew(store)


def test_it_is_the_same_when_it_is_exported_again(path: Path, version: int) -> None:
    """Once it was turned there is nothing to turn."""
    with closing(taken(*exported(path, version))) as store:
        rows = [(name, dict(row)) for name, of in tables_of(store) for row in of]
        header = header_of(store)
        with closing(taken(header, rows)) as again:
            assert header_of(again) == header
            assert {n: [*of] for n, of in tables_of(again)} == {
                n: [*of] for n, of in tables_of(store)
            }


def test_undo_takes_it_out_and_redo_puts_it_back(path: Path, version: int) -> None:
    """As it was turned."""
    with closing(taken(*exported(path, version))) as store:
        before = snapshot(store, "change_row", "change")
        undo(store, NOW)
        assert sql.count_people(store) == 0
        redo(store, NOW)
        assert snapshot(store, "change_row", "change") == before


def test_tables_may_stand_in_any_order(path: Path, version: int) -> None:
    """Whoever wrote the file anew may have sorted it."""
    header, rows = exported(path, version)
    backward = sorted(rows, key=lambda row: row[0], reverse=True)
    with (
        closing(taken(header, rows)) as store,
        closing(taken(header, backward)) as other,
    ):
        assert everything(store) == everything(other)


def changed(rows: Rows, table: str, **columns: Any) -> Rows:
    """The same with other values in the first row of a table but the user's."""
    theirs = (
        n for n, (name, row) in enumerate(rows) if name == table and row["id"] > 1
    )
    place = next(theirs)
    row = rows[place][1] | columns
    row = {name: value for name, value in row.items() if value is not ...}
    return [*rows[:place], (table, row), *rows[place + 1 :]]


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("touch", {"answered": 2}, "its answered is not 0 or 1"),
    ("touch", {"answered": "no"}, "its answered is not 0 or 1"),
    ("touch", {"answered": 0, "id": "x"}, "its answered is not 0 or 1"),
    ("touch", {"kind": None}, "its kind is null"),
    ("touch", {"kind": []}, "its kind is not text"),
    ("touch", {"in_person": "yes"}, "its in_person is not a whole number"),
    ("person", {"starts_on": ...}, "its added_on is missing"),
    ("person", {"entered": []}, "its added_on is missing"),
    ("person", {"age": 7}, "netlog knows no column age"),
    ("pin", {"period": "2025"}, "its period is not a week or a month"),
    ("pin", {"period": None}, "its period is null"),
]


@pytest.mark.parametrize(("table", "columns", "said"), WRONG)
def test_a_row_that_cannot_be_is_told(
    tmp_path: Path, table: str, columns: dict[str, Any], said: str
) -> None:
    """As of an export of today; and nothing is taken in."""
    header, rows = exported(older(tmp_path / "netlog.db", NUMBERS[-1]), NUMBERS[-1])
    with pytest.raises(UsageError) as error:
        taken(header, changed(rows, table, **columns))
    assert f" of {table} cannot be read: {said}" in error.value.sentence
