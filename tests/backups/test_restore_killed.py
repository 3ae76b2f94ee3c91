"""Killed anywhere in a restore: the database is the old one or the new, whole."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.db.older import older, rows
from tests.repository.filled import NOW, TODAY, filled
from tests.running import SOURCES

from netlog.domain.person import Newcomer
from netlog.repository import people
from netlog.repository.change import changing

PROGRAM = Path(__file__).with_name("dying.py")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A filled database, and a copy of an older schema and another size."""
    store = filled(tmp_path / "before.db")
    with changing(store, NOW, "add many") as change:
        for number in range(99):
            people.add(change, Newcomer(f"Person {number}", TODAY, note="x" * 900))
    store.close()
    older(tmp_path / "copy.db", 1)
    return tmp_path


def sound(path: Path) -> str:
    """How the program calls a sound database with so many people."""
    return f"ok:{len(rows(path)['person'])}"


def deaths(home: Path) -> list[list[str]]:
    """How each death left the database: the code, how it stood, the bytes beside it."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(home)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(SOURCES)},
    )
    assert done.stderr == ""
    return [line.split(" ") for line in done.stdout.splitlines()]


def stood_only(home: Path, first: str) -> bool:
    """Whether it stood as before, up to an instant, and from then on as restored."""
    told = deaths(home)
    assert [code for code, *_ in told] == ["9"] * (len(told) - 1) + ["0"]
    assert {beside for *_, beside in told} == {"0"}
    stood = [one for _, one, _ in told]
    turned = stood.index(restored := sound(home / "copy.db"))
    assert turned > 30
    return stood == [first] * turned + [restored] * (len(told) - turned)


def test_a_database_is_the_old_one_or_the_new(home: Path) -> None:
    """Sound each time; once it has been opened, its journal is gone or empty."""
    assert stood_only(home, sound(home / "before.db"))


def test_where_nothing_is_there_is_nothing_or_the_new_one(home: Path) -> None:
    """Nobody ever meets a half-made file."""
    (home / "before.db").unlink()
    assert stood_only(home, "-")


def test_a_damaged_file_stays_as_it_is_until_it_is_the_new_one(home: Path) -> None:
    """There is nothing that it could be rolled back to."""
    (home / "before.db").write_bytes(bytes(5000))
    assert stood_only(home, "-")
