"""Backups and free room are cleaned, whatever comes between."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from tests.repository.filled import NOW, filled, snapshot

from netlog.backups.files import ASKED, FORGET, Backup, Backups, backups_of
from netlog.backups.folder import holding
from netlog.backups.make import make
from netlog.backups.verify import is_verified
from netlog.db.open import connect
from netlog.db.store import Store
from netlog.erasure import copies as copying, forget as forgetting
from netlog.erasure.copies import Cleaned
from netlog.erasure.forget import Forgetter, finish
from netlog.erasure.leftover import remains, remains_in
from netlog.erasure.target import target_from
from netlog.errors import DatabaseError, NotFoundError

WORDS = ("Bo Lindqvist", "bo-lindqvist", "a house")
"""What is known of Bo, and of nobody else."""


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """The backups of the database."""
    return Backups(tmp_path / "netlog.db", tmp_path / "backups", date(2025, 6, 2), NOW)


@pytest.fixture
def store(backups: Backups) -> Iterator[Store]:
    """A filled database with two backups."""
    made = filled(backups.database)
    make(backups, ASKED)
    make(backups, FORGET)
    with closing(made):
        yield made


def forget(store: Store, backups: Backups, who: str = "bo-lindqvist") -> None:
    """Take somebody out of the database; what is left is for `finish`."""
    forgetter = Forgetter(store, backups)
    forgetter.forget(forgetter.find(who), mark=True)


def held(backups: Backups) -> list[Backup]:
    """The backups there are."""
    return backups_of(backups.database, backups.folder)


def waits(store: Store) -> list[str]:
    """What is still to be cleaned."""
    return [what for (what,) in store.connection.execute("SELECT what FROM scrub")]


def test_a_number_that_is_anothers_now_is_nobodys(
    store: Store, backups: Backups
) -> None:
    """A restore may have put another database there: nobody else is forgotten."""
    forgetter = Forgetter(store, backups)
    bo, alisa = map(forgetter.find, ("bo-lindqvist", "alisa-novak"))
    before = snapshot(store)
    with pytest.raises(NotFoundError) as caught:
        forgetter.forget(bo._replace(id=alisa.id), mark=True)
    assert caught.value.sentence == "They are not there any more."
    assert snapshot(store) == before


def test_backups_stay_whole_and_what_they_were(store: Store, backups: Backups) -> None:
    """Of the same day, reason and number; with a manifest of their own, 0600.

    It says that they were cleaned: they are not, row for row, what was copied.
    """
    before = [one.manifest for one in held(backups)]
    forget(store, backups)
    assert (len(waits(store)), finish(store, backups)) == (1, Cleaned(2))
    after = held(backups)
    assert all(map(is_verified, after))
    for was, now in zip(before, (one.manifest for one in after), strict=True):
        assert (was.cleaned, now.cleaned) == (False, True)
        assert now[:5] == was[:5]
        assert now.schema == was.schema
        assert (now.people, now.rows["mark"]) == (was.people - 1, 1)
    files = list(backups.folder.iterdir())
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert (len(files), waits(store)) == (4, [])
    assert [remains(path, WORDS) for path in (*files, backups.database)] == [{}] * 5


def test_no_free_room_is_left(store: Store, backups: Backups) -> None:
    """Every page of every file is in use; nothing lies beside it."""
    forget(store, backups)
    finish(store, backups)
    for path in (backups.database, *(one.path for one in held(backups))):
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA freelist_count").fetchone() == (0,)
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not backups.database.with_name("netlog.db-journal").exists()


def test_done_twice_it_changes_nothing(store: Store, backups: Backups) -> None:
    """There is nothing to do any more."""
    forget(store, backups)
    finish(store, backups)
    before = {path.name: path.read_bytes() for path in backups.folder.iterdir()}
    assert finish(store, backups) == Cleaned()
    assert {path.name: path.read_bytes() for path in backups.folder.iterdir()} == before


def test_a_copy_that_was_made_but_not_put_in_place_stays_once(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the two, both are there; then one of them is enough."""
    forget(store, backups)
    with monkeypatch.context() as patch:
        patch.setattr("netlog.backups.make.discard", lambda _: None)
        finish(store, backups)
    assert len(held(backups)) == 4
    forgetter = Forgetter(store, backups)
    forgetter.forget(forgetter.find("alisa-novak"), mark=True)
    assert finish(store, backups) == Cleaned(2)
    assert [one.manifest.why for one in held(backups)] == [FORGET, ASKED]


def test_a_copy_that_cannot_be_given_its_name_is_cleaned_later(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is left of the attempt, and each copy is what its manifest says."""

    def failing(*_: object) -> Path:
        raise OSError(5, "Input/output error")

    forget(store, backups)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(DatabaseError):
            finish(store, backups)
    assert len(list(backups.folder.iterdir())) == 4
    assert [is_verified(one) for one in held(backups)] == [True, True]
    assert finish(store, backups) == Cleaned(2)


def test_another_databases_backups_are_left_alone(
    store: Store, backups: Backups
) -> None:
    """Bo may be known there, too, and is somebody else."""
    other = backups._replace(database=backups.database.with_name("other.db"))
    filled(other.database).close()
    make(other, ASKED)
    (copy,) = held(other)
    before = copy.path.read_bytes()
    forget(store, backups)
    finish(store, backups)
    assert copy.path.read_bytes() == before


def test_backups_from_before_it_was_moved_are_cleaned_too(
    store: Store, backups: Backups
) -> None:
    """Where a database was that is there no more; a stranger's are let be."""
    store.close()
    stranger = backups._replace(database=backups.database.with_name("stranger.db"))
    filled(stranger.database).close()
    make(stranger, ASKED)
    stranger.database.unlink()
    (theirs,) = held(stranger)
    before = theirs.path.read_bytes()
    new = backups._replace(database=backups.database.with_name("moved.db"))
    backups.database.rename(new.database)
    with closing(Store(connect(new.database, "rw"))) as moved:
        forget(moved, new)
        assert finish(moved, new) == Cleaned(2)
    assert [remains(one.path, WORDS) for one in held(backups)] == [{}, {}]
    assert theirs.path.read_bytes() == before


def test_a_damaged_backup_is_left_and_waited_for(
    store: Store, backups: Backups
) -> None:
    """It is not ours to delete; the others are cleaned meanwhile, and once.

    Of whom it may hold nothing is kept: only the name of the file.
    """
    (newest, oldest) = held(backups)
    newest.path.write_bytes(newest.path.read_bytes()[:-1] + b"!")
    forget(store, backups)
    cleaned = finish(store, backups)
    assert cleaned == Cleaned(1, (newest.path,))
    assert waits(store) == [newest.path.name]
    assert "cannot be read" in cleaned.trouble
    clean = held(backups)[-1].path
    assert [remains(path, WORDS) for path in (clean, backups.database)] == [{}, {}]
    assert not oldest.path.exists()
    assert finish(store, backups) == Cleaned(0, (newest.path,))
    assert clean.exists()
    newest.path.unlink()
    assert (finish(store, backups), waits(store)) == (Cleaned(), [])


def test_of_several_that_are_damaged_the_rest_is_waited_for(
    store: Store, backups: Backups
) -> None:
    """One after the other; they are named in one sentence."""
    copies = [one.path for one in held(backups)]
    for copy in copies:
        copy.write_bytes(b"spoilt")
    forget(store, backups)
    cleaned = finish(store, backups)
    assert set(cleaned.unreadable) == set(copies)
    assert cleaned.trouble.endswith(" cannot be read, and may hold them; delete them.")
    copies[0].unlink()
    assert finish(store, backups) == Cleaned(0, (copies[1],))


def test_a_backup_that_cannot_be_read_now_is_cleaned_later(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails says nothing of the bytes: all of it stays to be done."""

    def failing(_: Path) -> str:
        raise OSError(5, "Input/output error")

    forget(store, backups)
    with monkeypatch.context() as patch:
        patch.setattr("netlog.backups.verify.digest_of", failing)
        with pytest.raises(DatabaseError):
            finish(store, backups)
    assert (finish(store, backups), waits(store)) == (Cleaned(2), [])


def test_without_backups_there_is_only_the_file(
    backups: Backups, tmp_path: Path
) -> None:
    """The folder is made, to be held meanwhile, and nothing is put into it."""
    with closing(filled(backups.database)) as store:
        forget(store, backups)
        assert finish(store, backups) == Cleaned()
    made = sorted(path.name for path in tmp_path.rglob("*"))
    assert made == ["backups", "netlog.db"]


def test_where_it_cannot_be_cleaned_it_stays_to_be_done(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full while a copy is made: no half copy is left."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    forget(store, backups)
    before = {path.name for path in backups.folder.iterdir()}
    monkeypatch.setattr("netlog.backups.make.copyfile", full)
    with pytest.raises(DatabaseError):
        finish(store, backups)
    assert {path.name for path in backups.folder.iterdir()} == before
    assert len(waits(store)) == 1
    monkeypatch.setattr("netlog.backups.make.copyfile", copyfile)
    assert (finish(store, backups), waits(store)) == (Cleaned(2), [])


@pytest.mark.parametrize("where", ["backups", "database", "both"])
def test_what_is_left_is_told_and_looked_for_again(
    where: str, store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In bytes that no row holds, of a backup or of the database: it is not finished.

    The note stays as it was, whoever comes next.
    """
    forget(store, backups)
    noted_before = waits(store)
    with monkeypatch.context() as patch:
        if where != "database":
            patch.setattr(copying, "is_left", lambda *_: True)
        if where != "backups":
            patch.setattr(forgetting, "is_left", lambda *_: True)
        for _ in range(2):
            cleaned = finish(store, backups)
            there = [one.path for one in held(backups)] if where != "database" else []
            file = [backups.database] if where != "backups" else []
            assert cleaned == Cleaned(2, (), (*there, *file))
            names = ", ".join(path.name for path in cleaned.left)
            assert cleaned.trouble == f"something of them is in {names}."
            assert waits(store) == noted_before
    assert (finish(store, backups), waits(store)) == (Cleaned(2), [])


def test_what_is_left_beside_a_damaged_backup_names_that_once(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it is looked for again."""
    damaged = held(backups)[0].path
    damaged.write_bytes(b"spoilt")
    forget(store, backups)
    before = waits(store)
    monkeypatch.setattr(forgetting, "is_left", lambda *_: True)
    for _ in range(2):
        found = finish(store, backups)
        assert found == Cleaned(1, (damaged,), (backups.database,))
        assert waits(store) == [*before, damaged.name]


def test_who_waited_while_another_finished_does_nothing(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notes are read once the folder is held: they may be gone."""
    forget(store, backups)

    @contextmanager
    def waiting(folder: Path) -> Iterator[None]:
        monkeypatch.setattr(forgetting, "holding", holding)
        with closing(Store(connect(backups.database, "rw"))) as other:
            assert finish(other, backups) == Cleaned(2)
        with holding(folder):
            yield

    monkeypatch.setattr(forgetting, "holding", waiting)
    assert (finish(store, backups), waits(store)) == (Cleaned(), [])


@pytest.mark.parametrize("step", ["clean_copies", "_is_left", "_take"])
def test_who_is_forgotten_meanwhile_is_not_taken_for_cleaned(
    step: str, store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each finishes the notes that it read: what came after stays to be done.

    Alisa is forgotten by another command, which is killed before it cleans anything.
    """
    done = getattr(forgetting, step)

    def forgetting_another(*args: Any) -> Any:
        monkeypatch.setattr(forgetting, step, done)
        with closing(Store(connect(backups.database, "rw"))) as other:
            forget(other, backups, "alisa-novak")
        return done(*args)

    forget(store, backups)
    monkeypatch.setattr(forgetting, step, forgetting_another)
    finish(store, backups)
    (note,) = waits(store)
    assert target_from(note).identity.handles == {"alisa-novak"}
    assert (finish(store, backups), waits(store)) == (Cleaned(2), [])
    assert remains_in([one.path for one in held(backups)], ["alisa-novak"]) == {}


def test_a_backup_made_at_any_moment_keeps_no_note(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is held until the note is gone: whoever makes one then waits.

    Before each statement of the first command another one tries to make a backup.
    """
    made: list[bool] = []

    def trying(_: str) -> None:
        with suppress(DatabaseError):
            made.append(False)
            make(backups, ASKED)
            made[-1] = True

    forget(store, backups)
    monkeypatch.setattr("netlog.backups.folder._TRIES", 1)
    monkeypatch.setattr("netlog.backups.folder._PAUSE", 0)
    store.connection.set_trace_callback(trying)
    finish(store, backups)
    store.connection.set_trace_callback(None)
    assert (made[0], False in made) == (True, True)
    files = sorted(backups.folder.glob("*.db"))
    assert {path: noted(path) for path in files} == {path: [] for path in files}
    assert remains_in(files, WORDS) == {}


def noted(path: Path) -> list[str]:
    """What a file says must still be cleaned."""
    with closing(Store(connect(path, "ro"))) as file:
        return waits(file)


def test_where_no_folder_can_be_made_there_is_only_the_file(
    backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else can make a backup either: nothing is waited for."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with closing(filled(backups.database)) as store:
        forget(store, backups)
        monkeypatch.setattr(Path, "mkdir", refused)
        assert (finish(store, backups), waits(store)) == (Cleaned(), [])
