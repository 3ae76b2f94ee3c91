"""A copy of the whole database: complete, its owner's alone, of what was committed."""

import fcntl
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.storage.filled import filled
from tests.storage.older import asked, rows

from netlog.errors import DatabaseError
from netlog.storage import copying
from netlog.storage.copying import fill, holding, image, reserved, take
from netlog.storage.opening import connect


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A filled database."""
    made = tmp_path / "netlog.db"
    filled(made).close()
    return made


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A process that hides nothing of what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


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
    monkeypatch.setattr("netlog.storage.opening._BUSY_SECONDS", 0)
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


@pytest.mark.usefixtures("open_umask")
def test_what_is_reserved_is_its_owners_alone(tmp_path: Path) -> None:
    """0600 from its first byte, whatever the umask."""
    place = reserved(tmp_path, "then")
    assert (place, stat.S_IMODE(place.stat().st_mode)) == (tmp_path / "then.db", 0o600)
    assert place.read_bytes() == b""


def test_no_name_is_given_twice(tmp_path: Path) -> None:
    """One that is taken, be it by a manifest alone, gets a number."""
    (tmp_path / "then-3.json").touch()
    names = [reserved(tmp_path, "then").name for _ in range(3)]
    assert names == ["then.db", "then-2.db", "then-4.db"]
    assert reserved(tmp_path, "then", ".damaged").name == "then.damaged"


@pytest.mark.usefixtures("open_umask")
def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    """It and those around it that had to be made are 0700, whatever the umask."""
    folder = tmp_path / "state" / "netlog" / "backups"
    made = (folder, *folder.parents[:2])
    with holding(folder):
        modes = [stat.S_IMODE(one.stat().st_mode) for one in made]
    assert modes == [0o700] * 3


def test_one_at_a_time_holds_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who waits too long is told; when it is given back the next one has it."""
    waits: list[float] = []
    monkeypatch.setattr(copying, "sleep", waits.append)
    folder = tmp_path / "backups"
    with holding(folder):
        said = "Another netlog is making a backup"
        with pytest.raises(DatabaseError, match=said), holding(folder):
            pass
        assert sum(waits) == pytest.approx(30)
    with holding(folder):
        assert folder.is_dir()


def test_who_waits_has_it_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first try fails, the second does not."""
    held = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    monkeypatch.setattr(copying, "sleep", lambda _: os.close(held))
    with holding(tmp_path):
        assert tmp_path.is_dir()


def test_a_folder_that_cannot_be_held_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems know no locks."""

    def failing(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", failing)
    with pytest.raises(DatabaseError, match="No locks available"), holding(tmp_path):
        pass


def test_where_nothing_can_be_put_it_says_so(tmp_path: Path) -> None:
    """A sentence with the cause, and the folder to look at."""
    taken = tmp_path / "state"
    taken.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(DatabaseError) as caught, holding(taken / "backups"):
        pass
    assert caught.value.sentence.startswith("A backup cannot be put in its folder: ")
    assert str(taken / "backups") in caught.value.advice


def test_an_image_is_the_bytes_of_a_copy(path: Path, tmp_path: Path) -> None:
    """A database as good as a file, of which no file is made."""
    data = image(path)
    assert [one.name for one in tmp_path.iterdir()] == ["netlog.db"]
    place = tmp_path / "image.db"
    place.write_bytes(data)
    assert rows(place) == rows(path)
    assert asked(place, "PRAGMA integrity_check") == [("ok",)]


def test_of_a_damaged_file_there_is_no_image(path: Path) -> None:
    """What is sent on was looked through."""
    ((page,),) = asked(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'touch'")
    whole = bytearray(path.read_bytes())
    whole[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(whole)
    with pytest.raises(DatabaseError, match="The database is damaged"):
        image(path)
