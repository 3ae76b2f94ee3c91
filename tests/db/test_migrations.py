"""The steps from schema to schema: everything is kept, and can still be undone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.db.older import NUMBERS, SCHEMAS, asked, brought, older, rows, versions
from tests.repository.filled import JOURNAL, NOW
from tests.running import Netlog

import netlog.db.migrations
from netlog.db.create import create_store
from netlog.db.layout import CURRENT_VERSION

FOLDER = Path(netlog.db.migrations.__file__).parent
NOTHING_LEFT = 5


@pytest.fixture(params=NUMBERS)
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A filled database of each earlier schema."""
    return older(tmp_path / "netlog.db", request.param)


@pytest.fixture
def old(netlog: Netlog) -> Netlog:
    """A home whose database is of schema 1."""
    older(netlog.db)
    return netlog


def test_every_step_is_a_file_and_every_file_a_step() -> None:
    """They lead to the schema of now, and none lies beside them."""
    files = {path.stem for path in FOLDER.glob("to_*.py")}
    assert files == {f"to_{number}" for number in range(2, CURRENT_VERSION + 1)}


def test_there_is_a_database_of_every_earlier_schema() -> None:
    """What netlog once wrote is kept, so that it can always be tried."""
    assert list(range(1, CURRENT_VERSION)) == NUMBERS
    found = [max(versions(SCHEMAS / f"{one}.db")) for one in NUMBERS]
    assert found == NUMBERS


def test_a_file_that_was_brought_on_has_the_tables_of_a_new_one(path: Path) -> None:
    """The same tables and indexes, by the same text; the same columns in order."""
    brought(path).close()
    new = path.with_name("new.db")
    create_store(new, NOW).close()
    assert laid_out(path) == laid_out(new)
    assert columns(path) == columns(new)


def laid_out(path: Path) -> set[tuple[Any, ...]]:
    """Every table and index, with the text that made it."""
    return set(asked(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def columns(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The columns of every table in order, with their types."""
    return {name: asked(path, f"PRAGMA table_info({name})") for name in rows(path)}


def test_every_row_stays_field_for_field(path: Path) -> None:
    """What was in a table is in it still, and what is new is empty."""
    before = rows(path)
    brought(path).close()
    after = rows(path)
    assert after.pop("version")[: len(before["version"])] == before.pop("version")
    kept = {name: after[name] for name in before if name != "sqlite_sequence"}
    counted = dict(before.pop("sqlite_sequence")) | {"version": len(versions(path))}
    assert kept == before
    assert dict(after.pop("sqlite_sequence")) == counted
    assert {name for name in after if after[name]} == set(filter(before.get, before))


def test_the_file_says_which_schemas_it_had_and_since_when(path: Path) -> None:
    """A row for each step, with the moment at which it was taken."""
    begun = versions(path)
    brought(path).close()
    assert versions(path) == [*begun, *range(begun[-1] + 1, CURRENT_VERSION + 1)]
    latest = asked(path, "SELECT at, length(uid) FROM version ORDER BY number")[-1]
    assert latest == ("2025-06-02T12:00:00.000000+00:00", 36)


def test_what_is_there_holds_together(path: Path) -> None:
    """Whole pages, and no row that points at nothing."""
    brought(path).close()
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    assert asked(path, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("list", "dorie-clark-2\tDorie Clark\t"),
        ("show hal-brook", "introduced Hal to me, Thu 30 May 2024 (met)"),
        ("show emile", "Émile O'Hara[31m red"),
        ("due", "Coffee with someone new\n- Peter Novak"),
        ("history -n 99", "import cards.vcf --every 6m --tag imported --known"),
        ("why oyvind-berg", "snoozed"),
        ("info", f"schema: {CURRENT_VERSION}"),
    ],
)
def test_it_answers_as_before(old: Netlog, line: str, words: str) -> None:
    """Whatever is asked first, the file is brought on and the answer is there."""
    ran = old(line)
    assert (ran.code, words in ran.out) == (0, True)
    assert versions(old.db) == list(range(1, CURRENT_VERSION + 1))


@pytest.mark.parametrize(
    "line",
    [
        "log dorie-clark --on yesterday",
        "add 'Nora Quist' --via hal-brook --promise 'a book'",
        "edit alisa-kwan --every 1m",
        "done 2",
        "rm emile",
        "import cards.csv",
    ],
)
def test_it_is_written_as_before_and_the_old_journal_ends_with_it(
    old: Netlog, line: str
) -> None:
    """A change to an old file is one more in its journal, and undo takes it back."""
    (old.home / "cards.csv").write_text("Name\nNora Quist\n", encoding="utf-8")
    before = lasting(old)
    ran = old(line)
    assert (ran.code, lasting(old) == before) == (0, False)
    assert old("undo").code == 0
    assert lasting(old) == before


def lasting(netlog: Netlog) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that undo is about; what was brought on before is no part of it."""
    aside = {*JOURNAL, "version"}
    return {
        name: found
        for name, found in rows(netlog.db).items()
        if name not in aside and found
    }


def taken(netlog: Netlog, word: str) -> Iterator[dict[str, list[tuple[Any, ...]]]]:
    """Undo or redo to the end; the rows as they are after each."""
    while netlog(word).code != NOTHING_LEFT:
        yield lasting(netlog)


def test_the_old_journal_still_undoes_and_redoes_everything(old: Netlog) -> None:
    """Back to nobody but the user, change by change, and forward again to the end."""
    began = lasting(old)
    ((done,),) = asked(old.db, DONE)
    down = [began, *taken(old, "undo")]
    only = {name: [row[2] for row in found] for name, found in down[-1].items()}
    assert only == {"person": ["me"]}
    up = list(taken(old, "redo"))
    assert up[:done] == down[-2::-1]
    assert (len(down) - 1, len(up)) == (done, done + TAKEN_BACK)


DONE = "SELECT count(*) FROM change WHERE state = 'done'"
TAKEN_BACK = 2
"""How many changes stood undone at the end of the old journal."""


def test_a_day_that_there_is_not_keeps_no_file_from_being_brought_on(
    old: Netlog,
) -> None:
    """Schema 1 took 30 February; the row stays, and doctor finds it."""
    with closing(sqlite3.connect(old.db)) as file:
        file.execute("UPDATE promise SET due = '2025-02-30' WHERE id = 1")
        file.commit()
    assert old("list").code == 0
    assert asked(old.db, "SELECT due FROM promise WHERE id = 1") == [("2025-02-30",)]
    found = old("doctor")
    assert (found.code, "damaged in 1 place: promise" in found.out) == (6, True)


def test_trying_an_import_leaves_the_file_as_it_is(old: Netlog) -> None:
    """What is rehearsed happens to a copy in memory, and to nothing else."""
    before = old.db.read_bytes()
    (old.home / "cards.csv").write_text("Name\nNora Quist\n", encoding="utf-8")
    ran = old("import cards.csv --dry-run")
    assert (ran.code, ran.err, "1 new" in ran.out) == (0, "", True)
    assert old.db.read_bytes() == before


def test_what_is_new_is_written_and_undone(old: Netlog) -> None:
    """The tables of schema 2 take in what only this netlog knows."""
    before = lasting(old)
    assert old("got dorie-clark interview 'a column'").code == 0
    (person,) = asked(old.db, "SELECT id FROM person WHERE handle = 'dorie-clark'")
    found = asked(old.db, "SELECT person_id, way, kind, text, day FROM entry")
    assert found == [(*person, "got", "interview", "a column", "2025-06-02")]
    assert (old("undo").code, lasting(old)) == (0, before)
