"""Backups and free room are cleaned, whatever comes between."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from tests.storage.filled import NOW, filled

from netlog.domain.backup import ASKED, FORGET, Backup
from netlog.errors import DatabaseError
from netlog.storage.backups import backups, is_whole
from netlog.storage.forgetting import scrubbing
from netlog.storage.forgetting.forgetter import Forgetter
from netlog.storage.forgetting.remains import remains
from netlog.storage.forgetting.scrubbing import Cleaned, finish
from netlog.storage.opening import connect
from netlog.storage.shelf import Shelf
from netlog.storage.store import Store

WORDS = ("Bo Lindqvist", "bo-lindqvist", "a house")
"""What is known of Bo, and of nobody else."""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """The backups of the database."""
    return Shelf(tmp_path / "netlog.db", tmp_path / "backups", date(2025, 6, 2), NOW)


@pytest.fixture
def store(shelf: Shelf) -> Iterator[Store]:
    """A filled database with two backups."""
    made = filled(shelf.database)
    shelf.make(ASKED)
    shelf.make(FORGET)
    with closing(made):
        yield made


def forget(store: Store, shelf: Shelf) -> None:
    """Take Bo out of the database; what is left is for `finish`."""
    forgetter = Forgetter(store, shelf)
    forgetter.forget(forgetter.find("bo-lindqvist"), mark=True)


def held(shelf: Shelf) -> list[Backup]:
    """The backups there are."""
    return backups(shelf.folder, shelf.database)


def waits(store: Store) -> list[str]:
    """What is still to be cleaned."""
    return [what for (what,) in store.connection.execute("SELECT what FROM scrub")]


def test_backups_stay_whole_and_what_they_were(store: Store, shelf: Shelf) -> None:
    """Of the same day, reason and number; with a manifest of their own, 0600.

    It says that they were cleaned: they are not, row for row, what was copied.
    """
    before = [one.manifest for one in held(shelf)]
    forget(store, shelf)
    assert (len(waits(store)), finish(store, shelf)) == (1, Cleaned(2))
    after = held(shelf)
    assert all(map(is_whole, after))
    for was, now in zip(before, (one.manifest for one in after), strict=True):
        assert (was.cleaned, now.cleaned) == (False, True)
        assert now[:5] == was[:5]
        assert now.schema == was.schema
        assert (now.people, now.rows["mark"]) == (was.people - 1, 1)
    files = list(shelf.folder.iterdir())
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert (len(files), waits(store)) == (4, [])
    assert [remains(path, WORDS) for path in (*files, shelf.database)] == [{}] * 5


def test_no_free_room_is_left(store: Store, shelf: Shelf) -> None:
    """Every page of every file is in use; nothing lies beside it."""
    forget(store, shelf)
    finish(store, shelf)
    for path in (shelf.database, *(one.path for one in held(shelf))):
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA freelist_count").fetchone() == (0,)
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not shelf.database.with_name("netlog.db-journal").exists()


def test_done_twice_it_changes_nothing(store: Store, shelf: Shelf) -> None:
    """There is nothing to do any more."""
    forget(store, shelf)
    finish(store, shelf)
    before = {path.name: path.read_bytes() for path in shelf.folder.iterdir()}
    assert finish(store, shelf) == Cleaned()
    assert {path.name: path.read_bytes() for path in shelf.folder.iterdir()} == before


def test_a_copy_that_was_made_but_not_put_in_place_stays_once(
    store: Store, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the two, both are there; then one of them is enough."""
    forget(store, shelf)
    with monkeypatch.context() as patch:
        patch.setattr(scrubbing, "discard", lambda _: None)
        finish(store, shelf)
    assert len(held(shelf)) == 4
    forgetter = Forgetter(store, shelf)
    forgetter.forget(forgetter.find("alisa-novak"), mark=True)
    assert finish(store, shelf) == Cleaned(2)
    assert [one.manifest.why for one in held(shelf)] == [FORGET, ASKED]


def test_another_databases_backups_are_left_alone(store: Store, shelf: Shelf) -> None:
    """Bo may be known there, too, and is somebody else."""
    other = shelf._replace(database=shelf.database.with_name("other.db"))
    filled(other.database).close()
    other.make(ASKED)
    (copy,) = held(other)
    before = copy.path.read_bytes()
    forget(store, shelf)
    finish(store, shelf)
    assert copy.path.read_bytes() == before


def test_backups_from_before_it_was_moved_are_cleaned_too(
    store: Store, shelf: Shelf
) -> None:
    """Where a database was that is there no more; a stranger's are let be."""
    store.close()
    stranger = shelf._replace(database=shelf.database.with_name("stranger.db"))
    filled(stranger.database).close()
    stranger.make(ASKED)
    stranger.database.unlink()
    (theirs,) = held(stranger)
    before = theirs.path.read_bytes()
    new = shelf._replace(database=shelf.database.with_name("moved.db"))
    shelf.database.rename(new.database)
    with closing(Store(connect(new.database, "rw"))) as moved:
        forget(moved, new)
        assert finish(moved, new) == Cleaned(2)
    assert [remains(one.path, WORDS) for one in held(shelf)] == [{}, {}]
    assert theirs.path.read_bytes() == before


def test_a_damaged_backup_is_left_and_waited_for(store: Store, shelf: Shelf) -> None:
    """It is not ours to delete; the others are cleaned meanwhile, and once.

    Of whom it may hold nothing is kept: only the name of the file.
    """
    (newest, oldest) = held(shelf)
    newest.path.write_bytes(newest.path.read_bytes()[:-1] + b"!")
    forget(store, shelf)
    cleaned = finish(store, shelf)
    assert cleaned == Cleaned(1, (newest.path,))
    assert waits(store) == [newest.path.name]
    assert "cannot be read" in cleaned.trouble
    clean = held(shelf)[-1].path
    assert [remains(path, WORDS) for path in (clean, shelf.database)] == [{}, {}]
    assert not oldest.path.exists()
    assert finish(store, shelf) == Cleaned(0, (newest.path,))
    assert clean.exists()
    newest.path.unlink()
    assert (finish(store, shelf), waits(store)) == (Cleaned(), [])


def test_of_several_that_are_damaged_the_rest_is_waited_for(
    store: Store, shelf: Shelf
) -> None:
    """One after the other; they are named in one sentence."""
    copies = [one.path for one in held(shelf)]
    for copy in copies:
        copy.write_bytes(b"spoilt")
    forget(store, shelf)
    cleaned = finish(store, shelf)
    assert set(cleaned.unreadable) == set(copies)
    assert cleaned.trouble.endswith(" cannot be read, and may hold them; delete them.")
    copies[0].unlink()
    assert finish(store, shelf) == Cleaned(0, (copies[1],))


def test_a_backup_that_cannot_be_read_now_is_cleaned_later(
    store: Store, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails says nothing of the bytes: all of it stays to be done."""

    def failing(_: Path) -> str:
        raise OSError(5, "Input/output error")

    forget(store, shelf)
    with monkeypatch.context() as patch:
        patch.setattr(scrubbing, "digest_of", failing)
        with pytest.raises(DatabaseError):
            finish(store, shelf)
    assert (finish(store, shelf), waits(store)) == (Cleaned(2), [])


def test_without_backups_there_is_only_the_file(shelf: Shelf, tmp_path: Path) -> None:
    """No folder is made for it."""
    with closing(filled(shelf.database)) as store:
        forget(store, shelf)
        assert finish(store, shelf) == Cleaned()
    assert [path.name for path in tmp_path.iterdir()] == ["netlog.db"]


def test_where_it_cannot_be_cleaned_it_stays_to_be_done(
    store: Store, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full while a copy is made: no half copy is left."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    forget(store, shelf)
    before = {path.name for path in shelf.folder.iterdir()}
    monkeypatch.setattr(scrubbing, "copyfile", full)
    with pytest.raises(DatabaseError):
        finish(store, shelf)
    assert {path.name for path in shelf.folder.iterdir()} == before
    assert len(waits(store)) == 1
    monkeypatch.setattr(scrubbing, "copyfile", copyfile)
    assert (finish(store, shelf), waits(store)) == (Cleaned(2), [])


def test_a_word_that_is_left_is_told(
    store: Store, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In bytes that no row holds; then it is not finished."""
    forget(store, shelf)
    monkeypatch.setattr(scrubbing, "remains", lambda *_: {"bo-lindqvist": 1})
    cleaned = finish(store, shelf)
    assert (cleaned.left, cleaned.is_all) == ((shelf.database,), False)
    assert cleaned.trouble == "something of them is in netlog.db."
    assert waits(store) == [""]


def test_a_word_of_another_row_is_no_remainder(
    store: Store, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who stays has it."""
    forget(store, shelf)
    monkeypatch.setattr(scrubbing, "remains", lambda *_: {"Alisa": 1})
    assert finish(store, shelf) == Cleaned(2)
