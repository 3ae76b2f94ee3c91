"""A copy of the whole database: complete, checked, and its owner's alone."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.filled import filled
from tests.storage.older import asked, rows

from netlog.errors import DatabaseError
from netlog.storage.copying import checked_copy


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A filled database."""
    made = tmp_path / "netlog.db"
    filled(made).close()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where copies go: a folder that is not there yet, nor the one around it."""
    return tmp_path / "state" / "netlog" / "backups"


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A process that hides nothing of what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_copy_holds_everything(path: Path, folder: Path) -> None:
    """Every row of every table, whole, in one file; the first is as it was."""
    before = path.read_bytes()
    copy = checked_copy(path, folder, "then")
    assert (copy, list(folder.iterdir())) == (folder / "then.db", [copy])
    assert rows(copy) == rows(path)
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("open_umask")
def test_a_copy_is_its_owners_alone(path: Path, folder: Path) -> None:
    """0600 in a folder 0700 within another, whatever the umask."""
    copy = checked_copy(path, folder, "then")
    made = (copy, folder, folder.parent)
    assert [stat.S_IMODE(one.stat().st_mode) for one in made] == [0o600, 0o700, 0o700]


def test_a_copy_is_private_from_its_first_byte(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty file is 0600 before anything is written into it."""
    seen: list[tuple[int, int]] = []

    def looked_at(copy: Path, path: Path) -> None:
        del path
        found = copy.stat()
        seen.append((found.st_size, stat.S_IMODE(found.st_mode)))

    monkeypatch.setattr("netlog.storage.copying._fill", looked_at)
    checked_copy(path, folder, "then")
    assert seen == [(0, 0o600)]


def test_no_copy_is_written_over(path: Path, folder: Path) -> None:
    """A name that is taken gets a number; the first copy stays as it was."""
    names = [checked_copy(path, folder, "then").name for _ in range(3)]
    assert names == ["then.db", "then-2.db", "then-3.db"]


def test_a_copy_is_what_was_committed(path: Path, folder: Path) -> None:
    """Who is about to write does not keep it from being copied, nor gets into it."""
    before = rows(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM pin")
        copy = checked_copy(path, folder, "then")
        other.execute("COMMIT")
    assert rows(copy) == before
    assert rows(path) == before | {"pin": []}


@pytest.mark.parametrize("spoilt", [range(4096), range(3, 5)])
def test_of_a_damaged_file_no_copy_is_left(
    path: Path, folder: Path, spoilt: range
) -> None:
    """A copy is looked through; one that is not sound is an error, and thrown away."""
    ((page,),) = asked(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'touch'")
    assert asked(path, "PRAGMA page_size") == [(4096,)]
    whole = bytearray(path.read_bytes())
    for place in spoilt:
        whole[(page - 1) * 4096 + place] = 0
    path.write_bytes(whole)
    with pytest.raises(DatabaseError) as caught:
        checked_copy(path, folder, "then")
    assert caught.value.sentence == "The database is damaged."
    assert list(folder.iterdir()) == []


def test_where_nothing_can_be_put_it_says_so(path: Path, tmp_path: Path) -> None:
    """A sentence with the cause, and the folder to look at."""
    taken = tmp_path / "state"
    taken.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(DatabaseError) as caught:
        checked_copy(path, taken / "backups", "then")
    assert "could not be copied first: " in caught.value.sentence
    assert str(taken / "backups") in caught.value.advice
