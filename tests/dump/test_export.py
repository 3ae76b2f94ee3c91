"""Everything in the file as JSON, a row a line, as of one moment."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from tests.repository.filled import NOW, filled, snapshot

from netlog.db import policy
from netlog.db.layout import CURRENT_VERSION
from netlog.db.open import open_store
from netlog.db.sql import CHANGES_MENTIONED, TABLES
from netlog.db.store import Store
from netlog.domain.person import Newcomer
from netlog.dump.export import (
    EXPORTED,
    NUMBERED,
    Header,
    header_of,
    iterdump,
    json_line,
    json_lines,
    tables_of,
)
from netlog.errors import DatabaseError
from netlog.repository import people
from netlog.repository.change import changing

LEFT_OUT = ("change_row", "version", "scrub")
"""What is about one file alone: how to undo, its schemas, what must be cleaned."""
HEADER = Header(3, {"person": 2, "pin": 0}, {"person": 7, "pin": 0})
ANN = {"id": 2, "name": "Ann \u2028 Lee", "note": "one\ntwo", "org": None}
PEOPLE_AND_PINS: list[tuple[str, list[dict[str, Any]]]] = [
    ("person", [{"id": 1, "name": "Zoë"}, ANN]),
    ("pin", []),
]
TEXT = r"""{"schema": "netlog.export/1", "data": {
"version": 3,
"counts": {"person": 2, "pin": 0},
"numbers": {"person": 7, "pin": 0},
"tables": {
"person": [
{"id": 1, "name": "Zoë"},
{"id": 2, "name": "Ann \u2028 Lee", "note": "one\ntwo", "org": null}
],
"pin": []
}}}
"""


def test_a_row_stands_on_a_line() -> None:
    """So that two exports can be compared line by line."""
    assert "".join(json_lines(HEADER, PEOPLE_AND_PINS)) == TEXT


def test_it_is_json() -> None:
    """With everything in it by its name."""
    assert json.loads("".join(json_lines(HEADER, PEOPLE_AND_PINS))) == {
        "schema": "netlog.export/1",
        "data": {**HEADER._asdict(), "tables": dict(PEOPLE_AND_PINS)},
    }


def test_without_tables_it_is_json_too() -> None:
    """Nothing stands between the braces."""
    empty = json.loads("".join(json_lines(Header(3, {}, {}), [])))
    assert empty["data"]["tables"] == {}


@given(st.text())
def test_what_cannot_be_seen_is_escaped(text: str) -> None:
    """A line can be shown on any terminal, and is read as it was."""
    line = json_line({"name": text})
    assert line.isprintable()
    assert json.loads(line) == {"name": text}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database with something of everything."""
    made = filled(tmp_path / "netlog.db")
    yield made
    made.close()


def all_rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that is exported."""
    return {
        table: [tuple(row.values()) for row in rows] for table, rows in tables_of(store)
    }


def test_every_table_is_exported_or_left_out_for_a_reason() -> None:
    """What is about one file alone stays with it."""
    assert (*EXPORTED,) == tuple(name for name in TABLES if name not in LEFT_OUT)


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
    """Whatever the policy says to be the number of a change."""
    mentioning = {
        f"{table}.{name}"
        for table, names in policy.in_role("change").items()
        for name in names
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


def test_the_header_says_how_much_there_is(store: Store) -> None:
    """And which numbers were given: one more than there are people, here."""
    header = header_of(store)
    found = all_rows(store)
    assert header.version == CURRENT_VERSION
    assert header.counts == {table: len(found[table]) for table in EXPORTED}
    assert header.numbers.keys() == {*NUMBERED}
    assert header.numbers["person"] == max(row[0] for row in found["person"]) + 1


def test_it_is_of_one_moment(store: Store, tmp_path: Path) -> None:
    """Somebody who writes meanwhile waits; afterwards both go on."""
    reader = open_store(tmp_path / "netlog.db", writable=False)
    store.connection.execute("PRAGMA busy_timeout=0")
    before = [*iterdump(reader)]
    lines = iterdump(reader)
    first = [next(lines) for _ in range(5)]
    with pytest.raises(DatabaseError):
        add(store)
    assert [*first, *lines] == before
    add(store)
    assert [*iterdump(reader)] != before
    reader.close()


def test_an_export_that_is_not_read_to_its_end_keeps_nobody_waiting(
    store: Store, tmp_path: Path
) -> None:
    """It is closed where it stands."""
    reader = open_store(tmp_path / "netlog.db", writable=False)
    lines = iterdump(reader)
    next(lines)
    lines.close()
    add(store)
    reader.close()


def add(store: Store) -> None:
    """Take somebody in."""
    with changing(store, NOW, "add") as change:
        people.add(change, Newcomer("Kit", date(2025, 6, 2)))
