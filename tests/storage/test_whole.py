"""Everything in the file, row by row, as of one moment."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.storage.filled import NOW, filled, snapshot

from netlog.domain.newcomer import Newcomer
from netlog.errors import DatabaseError
from netlog.storage.change import changing
from netlog.storage.opening import CURRENT_VERSION, open_store
from netlog.storage.sql import CHANGES_MENTIONED, TABLES
from netlog.storage.store import Store
from netlog.storage.whole import COUNTED, EXPORTED, LEFT_OUT, Whole


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database with something of everything."""
    made = filled(tmp_path / "netlog.db")
    yield made
    made.close()


def all_rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that is exported."""
    return {
        table: [tuple(row.values()) for row in rows]
        for table, rows in Whole(store).tables()
    }


def test_every_table_is_exported_or_left_out_for_a_reason() -> None:
    """What is about one file alone stays with it."""
    assert {*EXPORTED, *LEFT_OUT} == set(TABLES)
    assert LEFT_OUT == ("change_row", "version", "scrub")


def test_every_row_is_there_as_it_stands_in_the_file(store: Store) -> None:
    """Retired handles, pins and what was thanked too; in the order of their numbers."""
    there = snapshot(store, "sqlite_sequence", "change", *LEFT_OUT)
    found = all_rows(store)
    del found["change"]
    assert found == there
    assert all(there[table] for table in ("retired", "pin", "skip", "thank", "guess"))


def test_of_the_changes_are_those_that_entered_what_is_there(store: Store) -> None:
    """One that only put off, and one that was taken back, are the journal's alone."""
    *entering, planning, gone = snapshot(store)["change"]
    assert all_rows(store)["change"] == entering
    assert [row[3] for row in (planning, gone)] == ["plan some", "add and take back"]


def test_no_column_that_names_a_change_is_forgotten() -> None:
    """They are called entered or closed, wherever they are."""
    mentioning = {
        f"{table}.{name}"
        for table, rows in TABLES.items()
        for name, _ in rows.columns
        if name in {"entered", "closed"}
    }
    said = CHANGES_MENTIONED.text
    assert {name for name in mentioning if f"SELECT {name} " in said} == mentioning


def test_a_row_points_at_one_that_stands_before_it() -> None:
    """So they can be put in one after the other."""
    for number, table in enumerate(EXPORTED):
        before = {*EXPORTED[:number]}
        pointed = {
            name.removesuffix("_id")
            for name, _ in TABLES[table].columns
            if name.endswith("_id") and name.removesuffix("_id") in EXPORTED
        }
        assert pointed <= before


def test_the_contents_say_how_much_there_is(store: Store) -> None:
    """And which numbers were given: one more than there are people, here."""
    contents = Whole(store).contents()
    found = all_rows(store)
    assert contents.version == CURRENT_VERSION
    assert contents.counts == {table: len(found[table]) for table in EXPORTED}
    assert contents.numbers.keys() == {*COUNTED}
    assert contents.numbers["person"] == max(row[0] for row in found["person"]) + 1


def test_it_is_of_one_moment(store: Store, tmp_path: Path) -> None:
    """Somebody who writes meanwhile waits; afterwards both go on."""
    reader = open_store(tmp_path / "netlog.db", writable=False)
    store.connection.execute("PRAGMA busy_timeout=0")
    with Whole(reader).at_once():
        before = all_rows(reader)
        with pytest.raises(DatabaseError):
            add(store)
        assert all_rows(reader) == before
    add(store)
    assert len(all_rows(reader)["person"]) == len(before["person"]) + 1
    reader.close()


def add(store: Store) -> None:
    """Take somebody in."""
    with changing(store, NOW, "add") as change:
        change.people.add(Newcomer("Kit", date(2025, 6, 2)))
