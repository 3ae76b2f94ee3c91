"""The steps from schema to schema: everything is kept, and can still be undone."""

import json
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.db.older import (
    NUMBERS,
    SCHEMAS,
    Row,
    Tables,
    asked,
    brought,
    older,
    redone,
    rows,
    tables,
    undone,
    versions,
)
from tests.repository.filled import JOURNAL, NOW
from tests.running import Netlog

import netlog.db.migrations
from netlog.db.create import create_store
from netlog.db.layout import CURRENT_VERSION
from netlog.db.standings import misplaced
from netlog.db.store import Store
from netlog.domain.person import Newcomer
from netlog.domain.standing import Derived
from netlog.domain.weeks import parse_week, week_of
from netlog.errors import RefusedError
from netlog.repository import people, undo as undoing
from netlog.repository.change import changing
from netlog.repository.undo import redo, undo

FOLDER = Path(netlog.db.migrations.__file__).parent


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


NEW = {"active_week", "anniversary", "attendee", "booking"}
"""The tables of schema 4."""
DERIVED = {*Derived._fields, "attempts", "cadence"}
STAYS = ("last_contact", "first_sitdown", "last_sitdown", "touches", "dropped")
"""What is derived as it was."""


def stays(before: Tables) -> Tables:
    """What was in the tables, as far as it is in them still."""
    answered = {n: row["answered"] for n, row in before["touch"].items()}
    return {
        table: {number: _stays(table, row, answered) for number, row in rows.items()}
        for table, rows in before.items()
        if table not in {"version", "change_row"}
    }


def _stays(table: str, row: Row, answered: dict[int, int]) -> Row:
    """A row of before, field for field, but for what the step to schema 4 says."""
    if table == "person":
        kept = {n: v for n, v in row.items() if n not in DERIVED or n in STAYS}
        return kept | {"said_known": "yes" if row["known"] else ""}
    if table == "touch":
        kept = {n: v for n, v in row.items() if n != "answered"}
        two_way = int(row["in_person"] or row["kind"] == "call")
        kind = row["kind"].replace("note", "card")
        return kept | {"kind": kind, "two_way": two_way, "inbound": 0}
    if table == "presence":
        yes = answered.get(row["touch_id"], 1)
        return row | {"answered": "yes" if yes else "no"}
    return row


def same_columns(after: Tables, before: Tables) -> Tables:
    """The rows that are there now, with the columns that are named in others."""
    return {
        table: {
            number: {n: row[n] for n in before[table].get(number, row)}
            for number, row in after[table].items()
        }
        for table in before
    }


def test_every_row_stays_field_for_field(path: Path) -> None:
    """What was in a table is in it still, but for what the step says."""
    before = stays(tables(path))
    brought(path).close()
    after = tables(path)
    assert same_columns(after, before) == before
    others = {name for name in after.keys() - before.keys() if after[name]}
    assert others - {"version", "change_row", "active_week"} == set()


def test_nobodys_last_contact_changes(path: Path) -> None:
    """Nor when they were first and last sat down with; tries are open as they were."""
    wanted = {
        row["handle"]: (row["last_contact"], row["last_sitdown"], row["attempts"])
        for row in tables(path)["person"].values()
    }
    brought(path).close()
    assert wanted == {
        row["handle"]: (row["last_contact"], row["last_sitdown"], row["open_tries"])
        for row in tables(path)["person"].values()
    }


def test_numbers_go_on_where_they_were(path: Path) -> None:
    """No table gives one again."""
    before = dict(asked(path, "SELECT name, seq FROM sqlite_sequence"))
    brought(path).close()
    after = dict(asked(path, "SELECT name, seq FROM sqlite_sequence"))
    grown = {"version", "change_row", "active_week"}
    assert {n: s for n, s in after.items() if n not in grown} == {
        n: s for n, s in before.items() if n not in grown
    }


def test_weeks_in_which_something_was_entered_are_filled(path: Path) -> None:
    """Each ISO week of a change, once."""
    days = [at for (at,) in asked(path, "SELECT at FROM change ORDER BY id")]
    weeks = {week_of(datetime.fromisoformat(at).date()).code for at in days}
    brought(path).close()
    found = asked(path, "SELECT week, length(uid) FROM active_week ORDER BY id")
    assert found == [(week, 36) for week in sorted(weeks)]


def test_pins_have_the_first_day_of_their_week_or_month(path: Path) -> None:
    """Monday, or the first of the month."""
    brought(path).close()
    for period, day in asked(path, "SELECT period, day FROM pin"):
        week = "W" in period
        monday = parse_week(period).monday.isoformat() if week else f"{period}-01"
        assert day == monday


def test_the_file_says_which_schemas_it_had_and_since_when(path: Path) -> None:
    """A row for each step, with the moment: now, and after whatever was done before."""
    begun = versions(path)
    ((last,),) = asked(path, "SELECT max(at) FROM change")
    brought(path).close()
    assert versions(path) == [*begun, *range(begun[-1] + 1, CURRENT_VERSION + 1)]
    at, uid = asked(path, "SELECT at, length(uid) FROM version ORDER BY number")[-1]
    after = datetime.fromisoformat(last) + datetime.resolution
    assert (datetime.fromisoformat(at), uid) == (max(NOW, after), 36)


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
        ("due", "Coffee    Peter Novak"),
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
    assert old("list").code == 0
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


def standing_now(path: Path) -> Tables:
    """Every row, and that everybody stands where what is there puts them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        assert [person.handle for person, _ in misplaced(Store(file))] == []
    return tables(path)


def test_the_old_journal_still_undoes_everything(path: Path) -> None:
    """Change by change there is what an older netlog would have left."""
    old = undone(tables(path))
    with closing(brought(path)) as store:
        for before in old:
            undo(store, NOW)
            wanted = stays(before)
            del wanted["change"]
            assert same_columns(standing_now(path), wanted) == wanted
        with pytest.raises(RefusedError):
            undo(store, NOW)


def test_the_old_journal_still_redoes_everything(path: Path) -> None:
    """From nothing to the end, and on to what stood undone at the end of it."""
    before = tables(path)
    for _ in undone(before):
        pass
    with closing(brought(path)) as store:
        with suppress(RefusedError):
            while undo(store, NOW):
                pass
        for after in redone(before):
            redo(store, NOW)
            wanted = stays(after)
            del wanted["change"]
            assert same_columns(standing_now(path), wanted) == wanted
        with pytest.raises(RefusedError):
            redo(store, NOW)


@pytest.mark.parametrize("ahead", [False, True])
def test_what_was_done_then_is_derived_anew_and_what_is_done_now_is_not(
    path: Path, *, ahead: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However the clock stood when the file was brought on."""
    anew: list[int] = []
    monkeypatch.setattr(undoing, "derive_anew", lambda _: anew.append(1))
    if ahead:
        with closing(sqlite3.connect(path)) as file:
            file.execute("UPDATE change SET at = '2031-01-01T12:00:00.000000+00:00'")
            file.commit()
    with closing(brought(path)) as store:
        later = NOW.replace(year=2032)
        with changing(store, later, "add") as change:
            people.add(change, Newcomer("Nora Quist", later.date()))
        undo(store, later)
        assert anew == []
        undo(store, later)
        assert anew == [1]


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


def test_only_an_import_brings_people_from_a_file(tmp_path: Path) -> None:
    """Not a change that speaks of one."""
    path = older(tmp_path / "netlog.db", 3)
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE change SET command = 'add import.vcf' WHERE id > 0")
        file.commit()
    brought(path).close()
    people = tables(path)["person"].values()
    assert {row["source"] for row in people} - {"linkedin", "contacts"} == {"typed"}
    assert all(row["connected_on"] for row in people if row["source"] == "linkedin")


def test_whoever_comes_back_with_an_import_comes_from_its_file(tmp_path: Path) -> None:
    """Connections from LinkedIn are told by their day; all came when the file did."""
    path = older(tmp_path / "netlog.db", 3)
    whole = """UPDATE change_row SET "after" = (SELECT json_group_array(json_object(
        'id', id, 'entered', entered, 'connected_on', connected_on,
        'starts_on', starts_on)) FROM person WHERE entered = change_id)
        WHERE tab = 'person' AND "before" IS NULL AND last_id > row_id"""
    with closing(sqlite3.connect(path)) as file:
        file.execute(whole)
        file.commit()
    brought(path).close()
    standing = tables(path)["person"]
    texts = asked(path, """SELECT "after" FROM change_row WHERE "after" LIKE '[%'""")
    back = [row for (text,) in texts for row in json.loads(text) if "source" in row]
    there = [row for row in back if row["id"] in standing]
    assert {row["source"] for row in there} == {"contacts", "linkedin", "list"}
    for row in there:
        now = standing[row["id"]]
        assert (row["source"] == "linkedin") == (now["source"] == "linkedin")
        assert row["added_on"] == now["added_on"]


def test_what_is_no_json_in_the_journal_stays_as_it_is(tmp_path: Path) -> None:
    """The file is brought on; doctor says what is wrong with it."""
    path = older(tmp_path / "netlog.db", 3)
    with closing(sqlite3.connect(path)) as file:
        file.execute("""UPDATE change_row SET "after" = '{"x' WHERE tab = 'touch'""")
        file.commit()
    brought(path).close()
    texts = asked(
        path, """SELECT DISTINCT "after" FROM change_row WHERE tab = 'touch'"""
    )
    assert texts == [('{"x',)]


def test_a_presence_that_was_moved_only_says_to_whom(tmp_path: Path) -> None:
    """A merge gave it to another; what they answered stands where it was logged."""
    path = older(tmp_path / "netlog.db", 3)
    moved = """UPDATE change_row SET "before" = '{"person_id":2}',
        "after" = '{"person_id":3}' WHERE id = (
            SELECT max(id) FROM change_row WHERE tab = 'presence')"""
    with closing(sqlite3.connect(path)) as file:
        file.execute(moved)
        file.commit()
    brought(path).close()
    texts = """SELECT "before", "after" FROM change_row WHERE "after" LIKE '%_id":3}'"""
    assert asked(path, texts) == [('{"person_id":2}', '{"person_id":3}')]


def test_trying_an_import_leaves_the_file_as_it_is(old: Netlog) -> None:
    """What is rehearsed happens to a copy in memory, and to nothing else."""
    before = old.db.read_bytes()
    (old.home / "cards.csv").write_text("Name\nNora Quist\n", encoding="utf-8")
    ran = old("import cards.csv --dry-run")
    assert (ran.code, ran.err, "1 new" in ran.out) == (0, "", True)
    assert old.db.read_bytes() == before


def test_what_is_new_is_written_and_undone(old: Netlog) -> None:
    """The tables of schema 2 take in what only this netlog knows."""
    assert old("list").code == 0
    before = lasting(old)
    assert old("got dorie-clark interview 'a column'").code == 0
    (person,) = asked(old.db, "SELECT id FROM person WHERE handle = 'dorie-clark'")
    found = asked(old.db, "SELECT person_id, way, kind, text, day FROM entry")
    assert found == [(*person, "got", "interview", "a column", "2025-06-02")]
    assert (old("undo").code, lasting(old)) == (0, before)
