"""A copy put in the place of the database: the old file or the new, never between."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.db.older import NUMBERS, Rows, asked, brought, older, rows, versions
from tests.repository.filled import NOW, TODAY, filled

from netlog.backups import restore as restoring
from netlog.backups.files import ASKED, RESTORE, Backup, Backups, backups_of
from netlog.backups.make import make
from netlog.backups.restore import restore
from netlog.backups.verify import is_verified
from netlog.db.create import create_store
from netlog.db.layout import CURRENT_VERSION
from netlog.db.open import open_store
from netlog.db.store import Store
from netlog.domain.person import Newcomer
from netlog.errors import DatabaseError
from netlog.repository import people, promises
from netlog.repository.change import OpenChange, changing
from netlog.repository.undo import undo


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """The backups of a filled database."""
    path = tmp_path / "data" / "netlog.db"
    filled(path).close()
    return Backups(path, tmp_path / "state" / "backups", TODAY, NOW)


@pytest.fixture
def earlier(backups: Backups) -> Backup:
    """A backup, after which somebody was added to the database."""
    made = make(backups, ASKED)
    changed(backups.database, lambda it: people.add(it, Newcomer("Ann", TODAY)))
    return made


def changed(path: Path, act: Callable[[OpenChange], object]) -> None:
    """OpenChange a database by a command."""
    store = open_store(path, writable=True)
    with changing(store, NOW, "act") as change:
        act(change)
    store.close()


def held(path: Path) -> Rows:
    """Every row but what numbers come next."""
    return {name: found for name, found in rows(path).items() if name[:6] != "sqlite"}


def beside(path: Path) -> list[str]:
    """What lies in the folder of a database but itself."""
    return [one.name for one in path.parent.iterdir() if one != path]


def test_every_row_is_as_it_was(backups: Backups, earlier: Backup) -> None:
    """Of every table, the journal too; and nothing lies beside the file."""
    assert held(backups.database) != held(earlier.path)
    restore(backups, earlier.path)
    assert held(backups.database) == held(earlier.path)
    assert asked(backups.database, "PRAGMA integrity_check") == [("ok",)]
    assert beside(backups.database) == []
    assert is_verified(earlier)


def test_what_was_there_is_a_backup_of_its_own(
    backups: Backups, earlier: Backup
) -> None:
    """Whole, and restored in its turn it brings everything back."""
    before = held(backups.database)
    kept = restore(backups, earlier.path)
    newest = backups_of(backups.database, backups.folder)[0]
    assert kept == (newest.path, True)
    assert (newest.manifest.why, is_verified(newest)) == (RESTORE, True)
    assert held(newest.path) == before
    restore(backups, newest.path)
    assert held(backups.database) == before


def test_it_is_the_same_file(backups: Backups, earlier: Backup) -> None:
    """Written into, not replaced: with its owner, its mode, and by any link."""
    backups.database.chmod(0o640)
    link = backups.folder.parent / "link.db"
    link.symlink_to(backups.database)
    before = backups.database.stat().st_ino
    restore(backups._replace(database=link), earlier.path)
    found = backups.database.stat()
    assert (found.st_ino, stat.S_IMODE(found.st_mode)) == (before, 0o640)
    assert link.is_symlink()
    assert held(backups.database) == held(earlier.path)


def test_it_becomes_smaller_and_larger(backups: Backups, earlier: Backup) -> None:
    """As the copy is."""
    changed(backups.database, _many)
    large = backups.database.stat().st_size
    kept = restore(backups, earlier.path)
    assert backups.database.stat().st_size == earlier.path.stat().st_size < large
    assert kept
    restore(backups, kept.path)
    assert backups.database.stat().st_size == large


def _many(change: OpenChange) -> None:
    for number in range(300):
        people.add(change, Newcomer(f"P {number}", TODAY))


def test_no_number_is_given_twice(backups: Backups, earlier: Backup) -> None:
    """Whoever is added after a restore gets another than who was lost by it."""
    (lost,) = asked(backups.database, "SELECT id FROM person WHERE name = 'Ann'")
    restore(backups, earlier.path)
    changed(backups.database, lambda it: people.add(it, Newcomer("Bo", TODAY)))
    (found,) = asked(backups.database, "SELECT id FROM person WHERE name = 'Bo'")
    assert found > lost


def test_a_number_is_kept_where_the_copy_had_given_none(tmp_path: Path) -> None:
    """Of a table that was empty when it was made."""
    path = tmp_path / "new.db"
    create_store(path, NOW).close()
    backups = Backups(path, tmp_path / "backups", TODAY, NOW)
    empty = make(backups, ASKED)
    changed(path, lambda it: promises.make(it, 1, "tea", TODAY))
    restore(backups, empty.path)
    changed(path, lambda it: promises.make(it, 1, "tea", TODAY))
    assert asked(path, "SELECT id FROM promise") == [(2,)]


def test_nor_after_an_older_schema(backups: Backups, earlier: Backup) -> None:
    """What that one had given is not given again, though it knows nobody forgotten."""
    live = older(backups.folder.parent / "old.db", NUMBERS[-1])
    with closing(sqlite3.connect(live, isolation_level=None)) as file:
        file.execute("UPDATE sqlite_sequence SET seq = 900 WHERE name = 'person'")
        owner = file.execute("SELECT uid FROM person WHERE id = 1").fetchone()
    with closing(sqlite3.connect(earlier.path, isolation_level=None)) as file:
        file.execute("UPDATE person SET uid = ? WHERE id = 1", owner)
    restore(backups._replace(database=live), earlier.path)
    assert ("person", 900) in asked(live, "SELECT name, seq FROM sqlite_sequence")


FORGOTTEN = ("forgetting", "mark", "scrub")


def test_who_was_forgotten_stays_forgotten(backups: Backups, earlier: Backup) -> None:
    """Their marks are as they are, whatever was restored."""
    with closing(sqlite3.connect(backups.database)) as file:
        file.execute("INSERT INTO forgetting (uid, salt) VALUES ('f', 's')")
        file.execute("INSERT INTO mark (uid, forgetting_id, hash) VALUES ('m', 1, 'h')")
        file.execute("INSERT INTO scrub (uid, what) VALUES ('s', '{}')")
        file.commit()
    before = {name: rows(backups.database)[name] for name in FORGOTTEN}
    restore(backups, earlier.path)
    assert {name: rows(backups.database)[name] for name in FORGOTTEN} == before


def test_undo_is_that_of_the_copy(backups: Backups, earlier: Backup) -> None:
    """What was done last before the copy was made is taken back."""
    restore(backups, earlier.path)
    store = open_store(backups.database, writable=True)
    assert undo(store, NOW).command == "plan some"
    store.close()


@pytest.mark.parametrize("number", NUMBERS)
def test_an_earlier_schema_is_brought_on(
    number: int, backups: Backups, tmp_path: Path
) -> None:
    """In the same transaction: no command ever meets the old one."""
    copy = older(tmp_path / "old.db", number)
    before = held(copy)
    restore(backups, copy)
    assert versions(backups.database)[-1] == CURRENT_VERSION
    twin = older(tmp_path / "twin.db", number)
    brought(twin).close()
    drawn = {"version", "change_row", "active_week"}  # their uids are
    wanted, there = held(twin), held(backups.database)
    assert {name: there[name] for name in there if name not in drawn} == {
        name: wanted[name] for name in wanted if name not in drawn
    }
    assert held(copy) == before


def test_where_nothing_is_a_file_is_made(backups: Backups, earlier: Backup) -> None:
    """0600 in a folder 0700; there is nothing to keep."""
    path = backups.database.parent / "a" / "n.db"
    umask = os.umask(0)
    try:
        assert restore(backups._replace(database=path), earlier.path) is None
    finally:
        os.umask(umask)
    assert held(path) == held(earlier.path)
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)]
    assert (modes, beside(path)) == ([0o600, 0o700], [])


def test_a_journal_without_its_database_does_not_get_into_the_new(
    backups: Backups, earlier: Backup
) -> None:
    """What a crash left of a file that was deleted would spoil the next one."""
    leave_journal(backups.database)
    backups.database.unlink()
    assert beside(backups.database) == ["netlog.db-journal"]
    restore(backups, earlier.path)
    assert beside(backups.database) == []
    assert held(backups.database) == held(earlier.path)


def leave_journal(path: Path) -> None:
    """Begin to change a file, and die when some of it is written."""
    child = os.fork()
    if child == 0:
        file = sqlite3.connect(path, isolation_level=None)
        file.execute("PRAGMA cache_size=1")
        file.execute("BEGIN")
        file.execute("UPDATE person SET note = printf('%0900d', id)")
        file.execute("DELETE FROM touch")
        os._exit(0)
    os.waitpid(child, 0)


def test_what_a_crash_left_is_put_right_and_kept(
    backups: Backups, earlier: Backup
) -> None:
    """The journal beside the database is that of the old one, and used for it."""
    before = held(backups.database)
    leave_journal(backups.database)
    assert beside(backups.database) == ["netlog.db-journal"]
    kept = restore(backups, earlier.path)
    assert kept
    assert held(kept.path) == before
    assert held(backups.database) == held(earlier.path)
    assert beside(backups.database) == []


def test_made_meanwhile_by_another_it_is_not_written_over(
    backups: Backups, earlier: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who looked and found nothing does not take away what came since."""
    path = backups.database.with_name("n.db")
    place = restoring.place

    def late(*what: object, **how: object) -> None:
        create_store(path, NOW).close()
        place(*what, **how)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr(restoring, "place", late)
    with pytest.raises(DatabaseError, match="made there meanwhile"):
        restore(backups._replace(database=path), earlier.path)
    assert len(rows(path)["person"]) == 1
    assert beside(path) == ["netlog.db"]


def test_a_database_among_its_backups_can_be_restored(
    backups: Backups, earlier: Backup
) -> None:
    """Nobody waits for a folder that they hold themselves."""
    path = backups.folder / "n.db"
    restore(backups._replace(database=path), earlier.path)
    assert held(path) == held(earlier.path)


def broken_page(whole: bytes) -> bytes:
    """A file of which the head is sound, and a page is not."""
    return whole[: 8 * 4096] + bytes(4096) + whole[9 * 4096 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _: b"",
    "zeros": lambda whole: bytes(len(whole)),
    "broken off": lambda whole: whole[:9000],
    "a page": broken_page,
    "no tables": lambda whole: whole[:100] + bytes(3996) + whole[4096:],
    "text": lambda _: b"Dear diary, " * 1000,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_kept_as_it_is(
    damage: str, backups: Backups, earlier: Backup
) -> None:
    """Byte for byte, 0600, as no backup; and the copy is in its place."""
    spoilt = DAMAGES[damage](backups.database.read_bytes())
    backups.database.write_bytes(spoilt)
    kept = restore(backups, earlier.path)
    assert kept
    assert (kept.path.suffix, kept.whole) == (".damaged", False)
    assert kept.path.read_bytes()[100 : len(spoilt)] == spoilt[100:]
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert held(backups.database) == held(earlier.path)
    assert beside(backups.database) == []
    assert backups_of(backups.database, backups.folder) == [earlier]


def test_what_cannot_be_kept_is_not_touched(
    backups: Backups, earlier: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No room for the backup, no restore."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("netlog.backups.folder.write_manifest", full)
    before = backups.database.read_bytes()
    with pytest.raises(DatabaseError, match="No space left on device"):
        restore(backups, earlier.path)
    assert (backups.database.read_bytes(), beside(backups.database)) == (before, [])


def test_of_what_could_not_be_kept_nothing_is_left(
    backups: Backups, earlier: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a copy of a damaged file is of no use, and takes room on a full disk."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "copyfile", full)
    backups.database.write_text("Dear diary, " * 1000, encoding="utf-8")
    before = set(backups.folder.iterdir())
    with pytest.raises(DatabaseError, match="No space left on device"):
        restore(backups, earlier.path)
    assert set(backups.folder.iterdir()) == before


def test_who_has_the_file_open_is_waited_for(
    backups: Backups, earlier: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where they do not finish, nothing is changed, and no backup made."""
    monkeypatch.setattr("netlog.db.open._BUSY_SECONDS", 0)
    before = held(backups.database)
    for begun in ("BEGIN IMMEDIATE", "BEGIN"):
        with closing(sqlite3.connect(backups.database, isolation_level=None)) as other:
            other.execute(begun)
            other.execute("SELECT * FROM person").fetchone()
            with pytest.raises(DatabaseError, match="in use by another netlog"):
                restore(backups, earlier.path)
    assert held(backups.database) == before
    assert backups_of(backups.database, backups.folder) == [earlier]


def test_what_fails_for_another_reason_changes_nothing(
    backups: Backups, earlier: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails is no reason to give up what is there."""

    def failing(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    before = held(backups.database)
    monkeypatch.setattr(restoring, "_number_on", failing)
    with pytest.raises(DatabaseError):
        restore(backups, earlier.path)
    assert held(backups.database) == before


def test_a_last_step_that_fails_is_not_confirmed(
    backups: Backups, earlier: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says where what was there is kept; here the file is still the old one."""
    before = held(backups.database)
    monkeypatch.setattr(restoring, "go_on", lambda *_: None)
    monkeypatch.setattr(restoring, "in_memory", _on_a_full_disk)
    with pytest.raises(DatabaseError) as caught:
        restore(backups, earlier.path)
    newest = backups_of(backups.database, backups.folder)[0]
    assert caught.value.sentence.startswith("It is not confirmed: There is no room")
    assert str(newest.path) in caught.value.advice
    assert (held(backups.database), beside(backups.database)) == (before, [])


class _Full(sqlite3.Connection):
    """A connection of which nothing can be copied any more."""

    def backup(self, *_: object, **__: object) -> None:
        """Fail as it does on a full disk."""
        raise sqlite3.OperationalError("database or disk is full")


def _on_a_full_disk(*_: object) -> Store:
    return Store(sqlite3.connect(":memory:", factory=_Full))


def test_who_comes_meanwhile_waits(
    backups: Backups, earlier: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From before it is kept until the copy is there nobody reads nor writes."""
    seen: list[str] = []
    go_on = restoring.go_on

    def looked(new: sqlite3.Connection, live: sqlite3.Connection) -> None:
        for text in ("SELECT * FROM person", "DELETE FROM pin"):
            with closing(sqlite3.connect(backups.database, timeout=0)) as other:
                with pytest.raises(sqlite3.OperationalError) as caught:
                    other.execute(text).fetchone()
                seen.append(str(caught.value))
        go_on(new, live)

    monkeypatch.setattr(restoring, "go_on", looked)
    restore(backups, earlier.path)
    assert seen == ["database is locked"] * 2
    assert held(backups.database) == held(earlier.path)
