"""A copy beside the database: whether it may be restored, and what that changes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from tests.backups.test_verify import PAGE, spoil
from tests.db.older import NUMBERS, older
from tests.repository.filled import NOW, TODAY, filled

from netlog.backups.compare import Difference, OnlyThere, diff
from netlog.backups.files import ASKED, Backup, Backups, Copy
from netlog.backups.make import make
from netlog.db.create import create_store
from netlog.db.open import open_store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Newcomer, Person
from netlog.errors import DatabaseError, RefusedError
from netlog.repository import finding, people, touches
from netlog.repository.change import OpenChange, changing
from netlog.repository.undo import undo


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A filled database."""
    filled(tmp_path / "netlog.db").close()
    return tmp_path / "netlog.db"


@pytest.fixture
def backup(path: Path) -> Backup:
    """A backup of it."""
    return make(Backups(path, path.parent / "backups", TODAY, NOW), ASKED)


@pytest.fixture
def copy(backup: Backup) -> Copy:
    """That backup, to be restored."""
    return Copy(*backup)


def changed(
    path: Path, act: Callable[[OpenChange], object], words: str = "act"
) -> None:
    """OpenChange a database by a command of these words."""
    store = open_store(path, writable=True)
    with changing(store, NOW, words) as change:
        act(change)
    store.close()


def difference(path: Path, copy: Copy) -> Difference:
    """What restoring would change."""
    return diff(path, copy, other=False)


def test_nothing_happened_and_nothing_changes(path: Path, copy: Copy) -> None:
    """Both stand the same, and nobody comes or goes."""
    found = difference(path, copy)
    assert found.now == found.then
    assert found[2:] == (OnlyThere(), OnlyThere(), ())
    assert copy.manifest
    assert found.then[:2] == (copy.manifest.people, copy.manifest.touches)


def test_who_came_since_is_lost(path: Path, copy: Copy) -> None:
    """By name, the newest first; and the last command of each side is said."""
    before = difference(path, copy)

    def act(change: OpenChange) -> None:
        for name in ("Ann", "Bo"):
            person = people.add(change, Newcomer(name, TODAY))
            touches.log(change, [person.id], TOUCH_KINDS["call"], TODAY)

    changed(path, act, "add two")
    found = difference(path, copy)
    assert found[2:4] == (OnlyThere(), OnlyThere(2, 2, 1, ("Bo", "Ann")))
    assert found.then == before.then
    assert found.now
    assert found.now[2:] == (NOW, "add two")
    assert found.now.people == found.then.people + 2


def test_who_went_since_comes_back(path: Path, copy: Copy) -> None:
    """With what was theirs."""

    def act(change: OpenChange) -> None:
        people.remove(change, finding.find(change.store, "bo-lindqvist"))

    changed(path, act)
    found = difference(path, copy)
    assert found[2:] == (
        OnlyThere(1, 1, 0, ("Bo Lindqvist",)),
        OnlyThere(changes=1),
        (),
    )


def test_what_was_done_since_is_counted_whatever_it_was(path: Path, copy: Copy) -> None:
    """A promise is neither a person nor a touch; one that is undone is none."""
    changed(path, lambda change: people.edit(change, person(change), note="new"))
    assert difference(path, copy).lost == OnlyThere(changes=1)
    with closing(open_store(path, writable=True)) as store:
        undo(store, NOW)
        assert difference(path, copy).lost == OnlyThere()
        undo(store, NOW)
    assert difference(path, copy).brought.changes == 1


def person(change: OpenChange) -> Person:
    """Somebody."""
    return finding.find(change.store, "bo-lindqvist")


def test_of_many_ten_are_named(path: Path, copy: Copy) -> None:
    """All are counted."""

    def act(change: OpenChange) -> None:
        for number in range(12):
            people.add(change, Newcomer(f"P {number}", TODAY))

    changed(path, act)
    found = difference(path, copy)
    assert (found.lost.people, len(found.lost.names)) == (12, 10)


def test_one_who_is_called_me_is_somebody(path: Path, copy: Copy) -> None:
    """The user is not counted; another person of that name is, and is named."""
    person = Newcomer("me", TODAY, handle="me-2")
    changed(path, lambda change: people.add(change, person))
    found = difference(path, copy)
    assert (found.lost.people, found.lost.names) == (1, ("me",))


def test_an_undone_change_is_not_the_last(path: Path, copy: Copy) -> None:
    """What is said is what still holds."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE change SET state = 'undone' WHERE command <> 'add many'")
        file.commit()
    now = difference(path, copy).now
    assert now
    assert now.command == "add many"


def test_a_database_without_a_change_has_no_last(tmp_path: Path) -> None:
    """Nobody has done anything in it."""
    path = tmp_path / "new.db"
    create_store(path, NOW).close()
    assert difference(path, Copy(path, None)).then == (0, 0, None, "")


@pytest.mark.parametrize("number", NUMBERS)
def test_an_earlier_schema_is_compared_as_well(number: int, tmp_path: Path) -> None:
    """People and touches have been there from the first."""
    copy = Copy(older(tmp_path / "copy.db", number), None)
    found = difference(older(tmp_path / "netlog.db", number), copy)
    assert (found.now, found[2:4]) == (found.then, (OnlyThere(), OnlyThere()))


def test_a_copy_whose_digest_is_wrong_is_refused(path: Path, copy: Copy) -> None:
    """Even where SQLite would see nothing amiss."""
    with closing(sqlite3.connect(copy.path)) as file:
        file.execute("UPDATE person SET note = 'another'")
        file.commit()
    with pytest.raises(DatabaseError, match="not whole"):
        difference(path, copy)


@pytest.mark.parametrize("table", ["person", "presence"])
def test_so_is_one_that_is_damaged_and_has_no_manifest(
    table: str, path: Path, copy: Copy
) -> None:
    """Then SQLite must find it sound, at least."""
    spoil(copy.path, table, range(PAGE))
    with pytest.raises(DatabaseError, match="not whole"):
        difference(path, Copy(copy.path, None))


def test_a_file_of_another_program_is_refused(path: Path, tmp_path: Path) -> None:
    """It is no copy of anything of netlog's."""
    with closing(sqlite3.connect(tmp_path / "songs.db")) as file:
        file.execute("CREATE TABLE song (title TEXT)")
    with pytest.raises(DatabaseError, match="is not a netlog database"):
        difference(path, Copy(tmp_path / "songs.db", None))


def test_a_newer_copy_is_refused(path: Path, tmp_path: Path) -> None:
    """This netlog could not read what it put there."""
    newer = tmp_path / "newer.db"
    copyfile(path, newer)
    with closing(sqlite3.connect(newer)) as file:
        file.execute("INSERT INTO version (uid, number, at) VALUES ('u', 99, 'x')")
        file.commit()
    with pytest.raises(DatabaseError, match="written by a newer netlog"):
        difference(path, Copy(newer, None))


def test_a_copy_of_another_database_is_refused(path: Path, tmp_path: Path) -> None:
    """Unless it is said that it may be one; then everybody of this one is lost."""
    other = tmp_path / "other.db"
    create_store(other, NOW).close()
    with pytest.raises(RefusedError) as caught:
        difference(path, Copy(other, None))
    assert "--other" in caught.value.advice
    found = diff(path, Copy(other, None), other=True)
    assert found.now
    assert found.lost.people == found.now.people


def test_a_database_that_was_moved_is_no_other(copy: Copy, tmp_path: Path) -> None:
    """Its user is the same, whatever its path was."""
    moved = tmp_path / "moved.db"
    (tmp_path / "netlog.db").rename(moved)
    assert difference(moved, copy).lost.people == 0


def test_one_that_was_begun_anew_is_no_other(path: Path, copy: Copy) -> None:
    """Its path is the same, though its user has been made again."""
    path.unlink()
    create_store(path, NOW).close()
    found = difference(path, copy)
    assert copy.manifest
    assert (found.brought.people, found.lost.people) == (copy.manifest.people, 0)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "zeros": lambda whole: bytes(len(whole)),
    "no head": lambda whole: bytes(100) + whole[100:],
    "broken off": lambda whole: whole[:9000],
    "no tables": lambda whole: whole[:100] + bytes(3996) + whole[4096:],
    "no rows": lambda whole: whole[: 8 * 4096] + bytes(len(whole) - 8 * 4096),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_beside_a_damaged_file_only_the_copy_is_told(
    damage: str, path: Path, copy: Copy
) -> None:
    """What is lost nobody can say."""
    before = difference(path, copy)
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    assert difference(path, copy) == Difference(None, before.then)


def test_what_is_damaged_deep_within_is_found_by_counting(
    path: Path, copy: Copy
) -> None:
    """Its user can be read, its touches cannot."""
    before = difference(path, copy)
    spoil(path, "touch", range(PAGE))
    assert difference(path, copy) == Difference(None, before.then)


def test_what_cannot_be_read_for_another_reason_is_said(
    path: Path, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is in use is not called damaged."""

    def locked(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("netlog.backups.compare._difference", locked)
    with pytest.raises(DatabaseError, match="in use by another netlog"):
        difference(path, copy)


def test_where_there_is_no_database_none_is_told(path: Path, copy: Copy) -> None:
    """Whatever path it is restored to."""
    before = difference(path, copy)
    nowhere = path.with_name("nowhere.db")
    assert difference(nowhere, copy) == Difference(None, before.then)


def test_of_a_damaged_file_the_path_tells_whose_it_is(
    path: Path, copy: Copy, tmp_path: Path
) -> None:
    """A copy of what was elsewhere is refused; one that does not say so is not."""
    broken = tmp_path / "broken.db"
    broken.write_bytes(bytes(5000))
    with pytest.raises(RefusedError):
        difference(broken, copy)
    assert difference(broken, Copy(copy.path, None)).now is None
    assert diff(broken, copy, other=True).now is None
    assert path.exists()


def test_a_file_of_another_program_is_not_written_over(
    copy: Copy, tmp_path: Path
) -> None:
    """Nor one that a newer netlog wrote: both are said to be what they are."""
    songs = tmp_path / "songs.db"
    with closing(sqlite3.connect(songs)) as file:
        file.execute("CREATE TABLE song (title TEXT)")
    with pytest.raises(DatabaseError, match="is not a netlog database"):
        diff(songs, copy, other=True)
