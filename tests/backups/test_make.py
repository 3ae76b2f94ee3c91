"""Backups: whole with a manifest or not there at all, and thinned out in time."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from tests.db.older import asked, rows
from tests.repository.filled import NOW, TODAY, filled

from netlog.backups import make as module
from netlog.backups.files import (
    ASKED,
    DAILY,
    Backup,
    Backups,
    Copy,
    backups_of,
    read_manifest,
)
from netlog.backups.folder import discard
from netlog.backups.make import KEPT_OF_EACH_REASON, image, make, rewriting
from netlog.backups.verify import is_intact, is_verified, verified
from netlog.db import copying
from netlog.db.open import open_store
from netlog.domain.person import Newcomer
from netlog.errors import DatabaseError
from netlog.repository import people
from netlog.repository.change import changing

Maker = Callable[..., Backup]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A filled database."""
    made = tmp_path / "netlog.db"
    filled(made).close()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go: a folder that is not there yet, nor the one around it."""
    return tmp_path / "state" / "netlog" / "backups"


@pytest.fixture
def backup(path: Path, folder: Path) -> Maker:
    """Make a backup so many days on, for a reason."""

    def made(days: int = 0, why: str = ASKED) -> Backup:
        later = timedelta(days=days)
        return make(Backups(path, folder, TODAY + later, NOW + later), why)

    return made


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(one.name for one in folder.iterdir())


def test_a_backup_is_a_copy_and_its_manifest(
    backup: Maker, path: Path, folder: Path
) -> None:
    """Every row, and beside it what it is: where of, when, why, how much."""
    made = backup()
    assert rows(made.path) == rows(path)
    assert names(folder) == [made.path.with_suffix(".json").name, made.path.name][::-1]
    assert read_manifest(made.path.with_suffix(".json")) == made.manifest
    held, found = made.manifest, verified(made.path)
    assert held[:6] == (str(path), TODAY, NOW, ASKED, 1, False)
    assert held[6:] == tuple(found)


def test_its_name_says_of_what_and_when(backup: Maker, folder: Path) -> None:
    """The moment in UTC; the second of a moment has a number."""
    made = [backup().path.name for _ in range(2)]
    stem = made[0].removesuffix("-2025-06-02T120000Z.db")
    assert (len(stem), made[1]) == (15, f"{stem}-2025-06-02T120000Z-2.db")
    assert len(names(folder)) == 4


def test_it_is_its_owners_alone(backup: Maker, folder: Path) -> None:
    """0600 both, whatever the umask."""
    before = os.umask(0)
    try:
        backup()
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()}
    assert modes == {0o600}


def test_it_is_private_before_it_holds_anything(
    backup: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty file is 0600 before a byte is copied into it."""
    seen: list[tuple[int, int]] = []
    fill = copying.fill

    def looked_at(copy: Path, source: sqlite3.Connection) -> None:
        found = copy.stat()
        seen.append((found.st_size, stat.S_IMODE(found.st_mode)))
        fill(copy, source)

    monkeypatch.setattr(module, "fill", looked_at)
    backup()
    assert seen == [(0, 0o600)]


def test_the_newest_comes_first_whatever_the_clock_says(
    backup: Maker, path: Path, folder: Path
) -> None:
    """They are numbered as they are made: a clock set back changes no order."""
    made = [backup(days) for days in (0, 3650, 1, -3650)]
    assert backups_of(path, folder) == made[::-1]
    assert [one.manifest.number for one in made] == [1, 2, 3, 4]


def test_of_another_database_are_none(backup: Maker, path: Path, folder: Path) -> None:
    """Each has its own, in the same folder."""
    made, other = backup(), path.with_name("other.db")
    shutil.copyfile(path, other)
    assert backups_of(other, folder) == []
    make(Backups(other, folder, TODAY, NOW), ASKED)
    assert (len(backups_of(other, folder)), backups_of(path, folder)) == (1, [made])


def test_what_has_lost_its_half_is_no_backup(
    backup: Maker, path: Path, folder: Path
) -> None:
    """A copy without a manifest, a manifest without a copy, one that says nothing."""
    lost = [backup() for _ in range(3)]
    lost[0].path.with_suffix(".json").unlink()
    lost[1].path.unlink()
    lost[2].path.with_suffix(".json").write_text("{}", encoding="utf-8")
    assert backups_of(path, folder) == []


def test_what_was_not_finished_is_swept_away(backup: Maker, folder: Path) -> None:
    """At the next backup: a copy that was being made, its journal, half a manifest."""
    kept = names_of(backup())
    stem = "x-2025-01-01T000000Z"
    left = [f"{stem}.db.new", f"{stem}-2.db.new-journal", f"{stem}-2.db-journal"]
    left += [f"{stem}-2.json.new"]
    for name in left:
        (folder / name).touch()
    assert names(folder) == sorted([*kept, *left])
    kept += names_of(backup())
    assert names(folder) == sorted(kept)


def test_what_was_all_but_finished_is_finished(backup: Maker, folder: Path) -> None:
    """A copy that has its manifest, and only not its name yet, is given it."""
    made = backup()
    made.path.rename(folder / f"{made.path.name}.new")
    assert names(folder) == [f"{made.path.name}.new", f"{made.path.stem}.json"]
    again = backup()
    assert names(folder) == sorted([*names_of(made), *names_of(again)])
    assert is_verified(made)


def test_a_manifest_without_its_copy_is_swept_away(backup: Maker, folder: Path) -> None:
    """A power cut may have taken the one name away and not the other."""
    first = backup()
    first.path.unlink()
    second = backup()
    names = {path.name for path in folder.iterdir()}
    assert names == {second.path.name, second.path.with_suffix(".json").name}


def test_what_somebody_else_put_there_stays(backup: Maker, folder: Path) -> None:
    """A copy of their own, one from before there were manifests, a damaged file."""
    folder.mkdir(parents=True)
    others = ["mine.db", "before-schema-2-20250602T120000Z.db", "notes.json.new"]
    others.append("x-2025-01-01T000000Z.damaged")
    for name in others:
        (folder / name).touch()
    made = backup()
    assert names(folder) == sorted([*others, *names_of(made)])


def names_of(made: Backup) -> list[str]:
    """The two files of a backup."""
    return [made.path.name, made.path.with_suffix(".json").name]


def test_those_that_are_not_kept_go(backup: Maker, path: Path, folder: Path) -> None:
    """The grid, and a few for a reason; nothing is left of the others."""
    made = [backup(0, ASKED) for _ in range(KEPT_OF_EACH_REASON + 1)]
    made += [backup(days, DAILY) for days in range(1, 12)]
    left = [one.manifest.number for one in backups_of(path, folder)]
    assert left == [17, 16, 15, 14, 13, 12, 11, 6, 5, 4, 3, 2]
    assert names(folder) == sorted(
        name for one in backups_of(path, folder) for name in names_of(one)
    )


def test_a_backup_that_fails_takes_none_away(
    backup: Maker, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that are there are thinned out once the next one is."""
    made = [backup(days, DAILY) for days in range(7)]
    monkeypatch.setattr("netlog.backups.folder.write_manifest", _fails)
    with pytest.raises(DatabaseError, match="No room"):
        backup(7, DAILY)
    assert backups_of(path, folder) == made[::-1]
    assert len(names(folder)) == 14


_FOLDER = ("folder.sync", "folder.write_manifest")


def _fails(*_: object) -> None:
    raise OSError(28, "No room")


@pytest.mark.parametrize("step", ["make.fill", "make.verified", *_FOLDER])
@pytest.mark.parametrize("error", [OSError(5, "The disk fails"), KeyboardInterrupt()])
def test_where_it_fails_nothing_is_left(
    step: str,
    error: BaseException,
    backup: Maker,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whichever step it is, and be it Ctrl-C."""

    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(f"netlog.backups.{step}", failing)
    with pytest.raises((DatabaseError, KeyboardInterrupt)):
        backup()
    assert names(folder) == []


def test_of_a_damaged_database_there_is_none(
    backup: Maker, path: Path, folder: Path
) -> None:
    """So it never takes the place of one that is sound."""
    kept = backup(0, DAILY)
    ((page,),) = asked(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'touch'")
    whole = bytearray(path.read_bytes())
    whole[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(whole)
    with pytest.raises(DatabaseError, match="The database is damaged"):
        backup(1, DAILY)
    assert backups_of(path, folder) == [kept]


def test_a_backup_is_verified(backup: Maker) -> None:
    """As it was made."""
    made = backup()
    assert (is_verified(made), is_intact(made)) == (True, True)


@pytest.mark.parametrize("place", [0, 24, 100, 5000, -1])
def test_one_whose_bytes_differ_is_not(backup: Maker, place: int) -> None:
    """By a single bit, wherever."""
    made = backup()
    whole = bytearray(made.path.read_bytes())
    whole[place] ^= 1
    made.path.write_bytes(whole)
    assert (is_verified(made), is_intact(made)) == (False, False)


@pytest.mark.parametrize(
    "other",
    [
        {"schema": 1},
        {"rows": {"person": 1, "touch": 0}},
        {"change": 0},
        {"size": 1},
        {"sha256": "00"},
    ],
)
def test_one_that_says_something_else_is_not(backup: Maker, other: object) -> None:
    """What its manifest counts is counted again."""
    made = backup()
    assert isinstance(other, dict)
    assert not is_verified(Backup(made.path, made.manifest._replace(**other)))


def test_one_that_is_gone_is_not(backup: Maker) -> None:
    """It may be taken away between a look and the next."""
    made = backup()
    discard(made.path)
    assert (is_verified(made), is_intact(made)) == (False, False)


def test_a_copy_that_was_changed_is_verified_anew(
    backup: Maker, path: Path, folder: Path
) -> None:
    """It stays what it was, of that day and that reason, and says what it holds now."""
    made = backup()
    with rewriting(Copy(*made)) as fresh, closing(sqlite3.connect(fresh)) as file:
        file.execute("DELETE FROM pin")
        file.commit()
    assert not is_verified(made)
    (again,) = backups_of(path, folder)
    assert (made.path.exists(), is_verified(again)) == (False, True)
    assert again.manifest[:6] == (*made.manifest[:5], True)
    assert again.manifest.rows == made.manifest.rows | {"pin": 0}
    assert len(names(folder)) == 2


def test_a_copy_without_a_manifest_that_fails_to_change_stays(
    backup: Maker, folder: Path
) -> None:
    """Under its own name, with the bytes it had, and nothing beside it."""
    made = backup()
    made.path.with_suffix(".json").unlink()
    before = made.path.read_bytes()

    def interrupted() -> None:
        with rewriting(Copy(made.path, None)) as fresh:
            fresh.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert names(folder) == [made.path.name]
    assert made.path.read_bytes() == before


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


NOTE = "UPDATE person SET note = printf('%0900d', :number)"
"""Writes the same number into every note, over several pages."""
WRITING = f"""
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
file.execute("PRAGMA cache_size=1")
for number in sys.stdin:
    file.execute({NOTE!r}, {{"number": int(number)}})
"""


@pytest.fixture
def many(path: Path) -> Path:
    """The database with so many people that their notes take many pages."""
    store = open_store(path, writable=True)
    with changing(store, NOW, "add many") as change:
        for number in range(200):
            people.add(change, Newcomer(f"Person {number}", TODAY))
    store.connection.execute(NOTE, {"number": 0})
    store.close()
    return path


def test_beside_one_who_writes_it_is_of_one_moment(backup: Maker, many: Path) -> None:
    """Each is sound, and has all of what was committed and nothing of what was not."""
    made = []
    words = [sys.executable, "-c", WRITING, str(many)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, text=True) as process:
        assert process.stdin
        for number in range(1, 8):
            process.stdin.write(f"{number}\n")
            process.stdin.flush()
            made.append(backup(number, DAILY))
    assert process.returncode == 0
    assert [is_verified(one) for one in made] == [True] * 7
    notes = [asked(one.path, "SELECT DISTINCT note FROM person") for one in made]
    assert [len(found) for found in notes] == [1] * 7


def is_of_one_moment(backup: Maker, path: Path) -> bool:
    """Whether a backup from amidst a change is none, or else uniform.

    Some of the change is in the file already.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size=1")
        other.execute("BEGIN")
        other.execute(NOTE, {"number": 1})
        try:
            made = backup()
        except DatabaseError:
            return True
    return len(asked(made.path, "SELECT DISTINCT note FROM person")) == 1


@pytest.mark.usefixtures("impatient")
def test_amidst_a_change_there_is_no_backup(
    backup: Maker, many: Path, folder: Path
) -> None:
    """Whoever has begun to write into the file is waited for, and not copied."""
    assert is_of_one_moment(backup, many)
    assert names(folder) == []
    assert is_verified(backup())


@pytest.mark.usefixtures("impatient")
def test_a_plain_copy_would_be_one(
    backup: Maker, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test before can fail: copied like any file, it has half of the change."""

    def plain(copy: Path, _: sqlite3.Connection) -> None:
        shutil.copyfile(many, copy)

    def made(backups: Backups, why: str) -> Backup:
        with closing(sqlite3.connect(":memory:")) as source:
            return module.make_from(source, backups, why)

    monkeypatch.setattr(module, "fill", plain)
    monkeypatch.setattr(module, "make_held", made)
    assert not is_of_one_moment(backup, many)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a lock."""
    monkeypatch.setattr("netlog.db.open._BUSY_SECONDS", 0)
