"""A copy of the whole database: complete, and of what was committed."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.db.older import asked, rows
from tests.repository.filled import filled

from netlog.db.copying import fill, take
from netlog.db.open import connect
from netlog.errors import DatabaseError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A filled database."""
    made = tmp_path / "netlog.db"
    filled(made).close()
    return made


def copied(path: Path, place: Path) -> Path:
    """A copy of a database, at a place of its own."""
    place.touch()
    with closing(connect(path, "ro")) as source:
        fill(place, source)
    return place


def test_a_copy_holds_everything(path: Path, tmp_path: Path) -> None:
    """Every row of every table, whole, in one file; the first is as it was."""
    before = path.read_bytes()
    copy = copied(path, tmp_path / "copy.db")
    assert rows(copy) == rows(path)
    assert asked(copy, "PRAGMA integrity_check") == [("ok",)]
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"copy.db", "netlog.db"}


def test_a_copy_is_what_was_committed(path: Path, tmp_path: Path) -> None:
    """Who is about to write does not keep it from being copied, nor gets into it."""
    before = rows(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM pin")
        copy = copied(path, tmp_path / "copy.db")
        other.execute("COMMIT")
    assert rows(copy) == before
    assert rows(path) == before | {"pin": []}


def test_what_is_locked_is_not_waited_for_for_ever(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where somebody has the file alone, it is said after the usual time."""
    monkeypatch.setattr("netlog.db.open._BUSY_SECONDS", 0)
    (tmp_path / "copy.db").touch()
    with (
        closing(connect(path, "ro")) as source,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError, match="in use by another netlog"):
            fill(tmp_path / "copy.db", source)


class _Begun(sqlite3.Connection):
    """A connection that finds out who could write while it copies."""

    path: Path
    said = ""

    def backup(self, target: sqlite3.Connection, **_: object) -> None:
        """Have another one try to write, then copy."""
        with closing(sqlite3.connect(self.path, timeout=0)) as other:
            other.execute("DELETE FROM pin")
            with suppress(sqlite3.OperationalError):
                other.commit()
                self.said = "written"
        super().backup(target)


def test_from_the_first_look_on_nobody_writes(path: Path, tmp_path: Path) -> None:
    """What could be read can be copied: no lock comes in between."""
    (tmp_path / "copy.db").touch()
    with closing(sqlite3.connect(path, factory=_Begun, isolation_level=None)) as source:
        source.path = path
        fill(tmp_path / "copy.db", source)
        assert source.said == ""
    assert rows(tmp_path / "copy.db")["pin"] != []


def test_what_was_read_is_given_back(path: Path, tmp_path: Path) -> None:
    """After the copy another may write at once, though the source is still open."""
    (tmp_path / "copy.db").touch()
    with (
        closing(connect(path, "ro")) as source,
        closing(connect(tmp_path / "copy.db", "rw")) as target,
        closing(sqlite3.connect(path, timeout=0)) as other,
    ):
        take(target, source)
        other.execute("DELETE FROM pin")
        other.commit()
    assert rows(path)["pin"] == []
