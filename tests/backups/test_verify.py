"""Whether a copy is sound: its structure, what refers to what, what is in it."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from tests.db.older import NUMBERS, asked, older, rows
from tests.repository.filled import filled

from netlog.backups.verify import UnsoundError, digest_of, refuse_unsound, verified
from netlog.db.layout import CURRENT_VERSION, LayoutError
from netlog.errors import DatabaseError

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A filled database."""
    made = tmp_path / "netlog.db"
    filled(made).close()
    return made


def spoil(path: Path, table: str, places: range) -> None:
    """Put zeros into the first page of a table."""
    question = f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"  # noqa: S608 (a name)
    ((page,),) = asked(path, question)
    whole = bytearray(path.read_bytes())
    for place in places:
        whole[(page - 1) * PAGE + place] = 0
    path.write_bytes(whole)


def test_a_sound_copy_is_counted(path: Path) -> None:
    """Its schema, the rows of each table, its newest change, its bytes."""
    found = verified(path)
    counted = {name: len(held) for name, held in rows(path).items()}
    del counted["sqlite_sequence"]
    assert found.rows == counted
    assert found.change == max(number for number, *_ in rows(path)["change"])
    assert found.schema == CURRENT_VERSION
    assert (found.size, found.sha256) == (path.stat().st_size, digest_of(path))
    assert found.sha256 == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("number", NUMBERS)
def test_so_is_one_of_an_earlier_schema(number: int, tmp_path: Path) -> None:
    """Backups are read whoever made them."""
    assert verified(older(tmp_path / "old.db", number)).schema == number


@pytest.mark.parametrize("spoilt", [range(PAGE), range(3, 5)])
def test_a_damaged_page_is_found(path: Path, spoilt: range) -> None:
    """Whether nothing of it is left, or a number in its head is wrong."""
    spoil(path, "touch", spoilt)
    with pytest.raises(UnsoundError, match="The database is damaged"):
        verified(path)


@pytest.mark.parametrize("table", ["person", "change", "version"])
def test_it_is_found_wherever_it_is(path: Path, table: str) -> None:
    """In what is counted, in what is numbered, in what says the schema."""
    spoil(path, table, range(PAGE))
    with pytest.raises(UnsoundError):
        verified(path)


def test_a_row_that_refers_to_nothing_is_found(path: Path) -> None:
    """Foreign keys are looked at, not only the structure."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE presence SET touch_id = 999 WHERE id = 1")
        file.commit()
    with pytest.raises(UnsoundError):
        verified(path)
    with closing(sqlite3.connect(path)) as file, pytest.raises(UnsoundError):
        refuse_unsound(file)


@pytest.mark.parametrize("size", [0, 1, 100, PAGE, 3 * PAGE + 7])
def test_a_broken_off_file_is_none(path: Path, size: int) -> None:
    """However much of it is there, and be it nothing."""
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(UnsoundError):
        verified(path)


def test_another_program_s_file_is_none(tmp_path: Path) -> None:
    """A sound database with other tables."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE song (title TEXT)")
    with pytest.raises(LayoutError, match="table song"):
        verified(path)


def test_one_that_does_not_say_its_schema_is_none(path: Path) -> None:
    """Nobody could know how to read it."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("DELETE FROM version")
        file.commit()
    with pytest.raises(UnsoundError):
        verified(path)


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    """It is not called damaged: nobody has looked into it."""
    with pytest.raises(DatabaseError) as caught:
        verified(tmp_path / "nowhere.db")
    assert not isinstance(caught.value, UnsoundError)


def test_looking_changes_nothing(path: Path) -> None:
    """Not a byte, and no file beside."""
    before = path.read_bytes()
    verified(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
