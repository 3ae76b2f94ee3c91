"""The folder of backups: its owner's alone, and held by one at a time."""

import fcntl
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from netlog.backups import folder as module
from netlog.backups.folder import free_name, holding, reserved
from netlog.errors import DatabaseError


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A process that hides nothing of what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_what_is_reserved_is_its_owners_alone(tmp_path: Path) -> None:
    """0600 from its first byte, whatever the umask."""
    place = reserved(tmp_path, "then", ".damaged")
    assert (place, stat.S_IMODE(place.stat().st_mode)) == (
        tmp_path / "then.damaged",
        0o600,
    )
    assert place.read_bytes() == b""


def test_no_name_is_given_twice(tmp_path: Path) -> None:
    """One that is taken, be it by a manifest alone, gets a number."""
    (tmp_path / "then-3.json").touch()
    found = []
    for _ in range(3):
        found.append(free_name(tmp_path, "then"))
        found[-1].touch()
    assert [path.name for path in found] == ["then.db", "then-2.db", "then-4.db"]
    damaged = [reserved(tmp_path, "then", ".damaged").name for _ in range(2)]
    assert damaged == ["then.damaged", "then-2.damaged"]


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
    monkeypatch.setattr(module, "sleep", waits.append)
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
    monkeypatch.setattr(module, "sleep", lambda _: os.close(held))
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
