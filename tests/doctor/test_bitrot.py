"""Bits that flip by themselves: what they change is found."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.db.older import NUMBERS, brought, older
from tests.doctor.patient import CLOCK, Patient
from tests.repository.filled import NOW, TODAY

from netlog.db.open import open_store
from netlog.db.sql import TABLES
from netlog.doctor.bitrot import rotten_rows
from netlog.doctor.rows import RottenRow
from netlog.domain.person import Newcomer
from netlog.repository import finding, people
from netlog.repository.change import changing
from netlog.repository.undo import undo

FLIPS = 200
PAGE = 4096


def test_flipped_bits_that_change_data_are_found(patient: Patient) -> None:
    """Of hundreds of random bits, 99 in 100 that change what SELECT gives are found.

    By the backup, though people were added and changed since it was made.
    """
    patient.back_up()
    _change_some(patient.path)
    questions, well = every_question(patient.path), patient.path.read_bytes()
    before = given(patient.path, questions)
    changed = missed = 0
    for place, bit in flips(well):
        spoiled = bytearray(well)
        spoiled[place] ^= 1 << bit
        patient.path.write_bytes(spoiled)
        if given(patient.path, questions) != before:
            changed += 1
            missed += patient.examined(CLOCK).faults == 0
    assert changed > FLIPS / 3
    assert missed <= changed / 100


def test_a_table_that_the_backup_did_not_have_is_not_compared(patient: Patient) -> None:
    """An older netlog made it, when there were no guesses yet."""
    backup = patient.home / "older.db"
    backup.write_bytes(patient.path.read_bytes())
    with closing(sqlite3.connect(backup)) as file:
        file.execute("DROP TABLE guess")
        file.execute("UPDATE touch SET note = 'Go un.' WHERE id = 2")
        file.commit()
    with closing(sqlite3.connect(patient.path, isolation_level=None)) as file:
        assert rotten_rows(file, backup) == [RottenRow("touch", 2, ("note",))]


@pytest.mark.parametrize("number", NUMBERS)
def test_what_a_step_to_a_later_schema_wrote_is_no_rot(
    tmp_path: Path, number: int
) -> None:
    """Held against the copy from before it; what else differs is found all the same."""
    path = older(tmp_path / "netlog.db", number)
    backup = older(tmp_path / "older.db", number)
    brought(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        assert rotten_rows(file, backup) == []
        file.execute("UPDATE touch SET note = 'Go un.' WHERE id = 3")
        ((first,),) = file.execute("SELECT min(id) FROM change_row")
        file.execute("UPDATE change_row SET last_id = 999 WHERE id = ?", (first,))
        assert rotten_rows(file, backup) == [
            RottenRow("change_row", first, ("last_id",)),
            RottenRow("touch", 3, ("note",)),
        ]


def test_what_is_derived_anew_since_an_older_change_was_undone_is_no_rot(
    tmp_path: Path,
) -> None:
    """It is written past the journal, as every undo of such a change does."""
    path = older(tmp_path / "netlog.db", 3)
    with closing(brought(path)) as store:
        backup = tmp_path / "backup.db"
        backup.write_bytes(path.read_bytes())
        for _ in range(3):
            undo(store, NOW)
            assert rotten_rows(store.connection, backup) == []
        store.connection.execute("UPDATE person SET org = 'x' WHERE id = 5")
        assert rotten_rows(store.connection, backup) == [
            RottenRow("person", 5, ("org",), "alisa-kwan")
        ]


def _change_some(path: Path) -> None:
    with closing(open_store(path, writable=True).connection) as connection:
        from netlog.db.store import Store

        with changing(Store(connection), NOW, "later") as change:
            people.add(change, Newcomer("Later Comer", TODAY))
            dorie = finding.find(change.store, "dorie-clark")
            people.edit(change, dorie, org="Clark Media")


def flips(well: bytes) -> Iterator[tuple[int, int]]:
    """Random bits of bytes that hold something, and of some that hold nothing."""
    chance = random.Random(20250602)  # noqa: S311 (the same bits every time)
    used = [place for place, byte in enumerate(well) if byte]
    for _ in range(FLIPS):
        yield chance.choice(used), chance.randrange(8)


def given(path: Path, questions: list[str]) -> list[object]:
    """All that SELECT gives, table by table and index by index; or that it fails."""
    found: list[object] = []
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        file.text_factory = bytes
        for text in questions:
            try:
                found.append(file.execute(text).fetchall())
            except (sqlite3.Error, UnicodeDecodeError):
                found.append("cannot be read")
    return found


def every_question(path: Path) -> list[str]:
    """A SELECT of each table, and of each index that has every row."""
    with closing(sqlite3.connect(path)) as file:
        indexes = file.execute(
            "SELECT name, tbl_name FROM sqlite_schema"
            " WHERE type = 'index' AND coalesce(sql, '') NOT LIKE '%WHERE%'"
        ).fetchall()
        columns = {
            name: [row[2] for row in file.execute(f"PRAGMA index_info({name})")]
            for name, _ in indexes
        }
    tables = [f'SELECT * FROM "{table}" NOT INDEXED' for table in TABLES]  # noqa: S608 (a table of ours)
    return tables + [
        f"SELECT id, {', '.join(columns[name])} FROM {table} INDEXED BY {name}"  # noqa: S608 (names of ours)
        for name, table in indexes
        if None not in columns[name]  # one of an expression
    ]
