"""The file: made once and whole, private, and never touched by accident."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.repository.filled import NOW, TODAY, filled
from tests.running import SOURCES

from netlog.db import sql
from netlog.db.create import create_store
from netlog.db.in_memory import in_memory
from netlog.db.layout import CURRENT_VERSION
from netlog.db.open import (
    APPLICATION_ID,
    OpenFile,
    connect,
    open_file,
    open_store,
)
from netlog.db.store import Store
from netlog.errors import DatabaseError
from netlog.repository import finding, people, plan
from netlog.repository.change import changing

CREATE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from netlog.domain.person import Newcomer
from netlog.repository import people
from netlog.repository.change import changing
from netlog.db.create import create_store
now = datetime(2025, 6, 2, 12, tzinfo=UTC)
sys.stdin.read()
store = create_store(Path(sys.argv[1]), now)
with changing(store, now, "add") as change:
    people.add(change, Newcomer("P" + sys.argv[2], now.date()))
"""
DIE = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from netlog.db.open import open_store
store = open_store(Path(sys.argv[1]), writable=True)
store.connection.execute("PRAGMA cache_size=1")
store.connection.execute("PRAGMA cache_spill=1")
store.connection.execute("BEGIN IMMEDIATE")
store.connection.execute("UPDATE person SET note = hex(zeroblob(20000))")
os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database is to be, in a folder that is not there yet."""
    return tmp_path / "share" / "netlog" / "netlog.db"


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A process that hides nothing of what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


def python(program: str, *words: str) -> list[str]:
    """The words that run a program."""
    return [sys.executable, "-c", program, *words]


ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCES)}


def refused(path: Path, *, writable: bool) -> str:
    """The sentence with which a file is refused; its bytes stay as they are."""
    before = path.read_bytes()
    with pytest.raises(DatabaseError) as caught:
        open_store(path, writable=writable)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    return caught.value.sentence


@pytest.mark.usefixtures("open_umask")
def test_a_new_file_is_its_owners_alone(path: Path) -> None:
    """0600 in a folder 0700, whatever the umask."""
    create_store(path, NOW).close()
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)]
    assert modes == [0o600, 0o700]


@pytest.mark.usefixtures("open_umask")
def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    """Only what netlog makes is made private; the rest is not its own."""
    tmp_path.chmod(0o755)
    create_store(tmp_path / "netlog.db", NOW).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_new_file_says_what_it_is(path: Path) -> None:
    """The application id, the version, and the one person who is always there."""
    with closing(create_store(path, NOW)) as store:
        ask = store.connection.execute
        marks = ask("PRAGMA application_id").fetchone()
        versions = ask("SELECT number FROM version").fetchall()
        people = ask("SELECT id, handle FROM person").fetchall()
    assert marks == (APPLICATION_ID,)
    assert (versions, people) == ([(CURRENT_VERSION,)], [(1, "me")])


def test_making_leaves_nothing_beside_the_file(path: Path) -> None:
    """It is laid out beside its place; nothing of that stays."""
    create_store(path, NOW).close()
    assert [one.name for one in path.parent.iterdir()] == ["netlog.db"]


def test_making_a_database_that_is_there_opens_it(path: Path) -> None:
    """Who comes second finds what the first one wrote."""
    filled(path).close()
    before = path.read_bytes()
    with closing(create_store(path, NOW)) as store:
        assert sql.count_people(store) > 5
    assert path.read_bytes() == before


def test_every_connection_is_careful(path: Path) -> None:
    """Foreign keys, full safety and clean deletion are set each time."""
    create_store(path, NOW).close()
    wanted = {"foreign_keys": 1, "synchronous": 3, "secure_delete": 1, "mmap_size": 0}
    wanted |= {"trusted_schema": 0, "cell_size_check": 1, "recursive_triggers": 1}
    for writable in (True, False):
        with closing(open_store(path, writable=writable)) as store:
            ask = store.connection.execute
            found = {name: ask(f"PRAGMA {name}").fetchone() for name in wanted}
            waits = ask("PRAGMA busy_timeout").fetchone()
            journal = ask("PRAGMA journal_mode").fetchone()
        assert {name: value for name, (value,) in found.items()} == wanted
        assert (waits, journal) == ((30_000,), ("delete",))


@pytest.mark.parametrize("writable", [False, True])
def test_a_file_of_another_kind_is_refused_untouched(
    tmp_path: Path, *, writable: bool
) -> None:
    """A letter is no database, even under a database's name."""
    path = tmp_path / "netlog.db"
    path.write_text("Dear Dorie, " * 200)
    assert refused(path, writable=writable) == "That file is not a netlog database."


@pytest.mark.parametrize("writable", [False, True])
def test_an_empty_file_is_refused_untouched(tmp_path: Path, *, writable: bool) -> None:
    """Nought bytes are no new database: something was lost, and that is said."""
    path = tmp_path / "netlog.db"
    path.touch()
    assert "is not a netlog database" in refused(path, writable=writable)


@pytest.mark.parametrize("writable", [False, True])
def test_another_programs_database_is_refused_untouched(
    tmp_path: Path, *, writable: bool
) -> None:
    """SQLite alone is not enough: the file must say that it is netlog's."""
    path = tmp_path / "netlog.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (id INTEGER)")
    assert "is not a netlog database" in refused(path, writable=writable)


@pytest.mark.parametrize("writable", [False, True])
def test_a_newer_database_is_refused_untouched(path: Path, *, writable: bool) -> None:
    """What a newer netlog wrote is not for an older one to write in."""
    with closing(create_store(path, NOW)) as store:
        insert = "INSERT INTO version (uid, number, at) VALUES ('u', 99, 'then')"
        store.connection.execute(insert)
    assert "newer netlog" in refused(path, writable=writable)


@pytest.mark.parametrize("writable", [False, True])
def test_a_file_whose_end_is_missing_is_refused_untouched(
    path: Path, *, writable: bool
) -> None:
    """SQLite alone would read nought there; so a half page more is no database."""
    create_store(path, NOW).close()
    path.write_bytes(path.read_bytes()[:-2048])
    assert refused(path, writable=writable) == "The database is damaged."


@pytest.mark.parametrize("writable", [False, True])
def test_a_file_without_a_schema_of_its_own_is_refused_untouched(
    path: Path, *, writable: bool
) -> None:
    """It says that it is netlog's, and not of which one."""
    create_store(path, NOW).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("DELETE FROM version")
    assert refused(path, writable=writable) == "The database is damaged."


def test_a_path_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    """A mistyped path is an error and no empty database."""
    for writable in (False, True):
        with pytest.raises(DatabaseError):
            open_store(tmp_path / "nelog.db", writable=writable)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a?mode=memory", "a#b", "a%41", "a b", "ä"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    """The path is taken as it is, not as an address."""
    create_store(tmp_path / name, NOW).close()
    open_store(tmp_path / name, writable=False).close()
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_reading_writes_nothing(path: Path) -> None:
    """A store opened to read refuses every change."""
    filled(path).close()
    before = path.read_bytes()
    with closing(open_store(path, writable=False)) as store:
        assert "cannot be written" in refusal(store)
    assert path.read_bytes() == before


def refusal(store: Store) -> str:
    """What is said to somebody who wants to change something."""
    with (
        pytest.raises(DatabaseError) as caught,
        changing(store, NOW, "snooze") as change,
    ):
        plan.snooze(change, finding.find(change.store, "hal"), TODAY)
    return caught.value.sentence


@pytest.fixture
def locked() -> Iterator[Path]:
    """A database that may be read and not written, nor anything beside it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "netlog.db"
        filled(path).close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        user = os.geteuid()
        if user == 0:  # who may write everything
            os.seteuid(65534)
        yield path
        os.seteuid(user)
        path.parent.chmod(0o755)


@pytest.mark.parametrize("writable", [False, True])
def test_a_file_that_cannot_be_written_opens_for_reading(
    locked: Path, *, writable: bool
) -> None:
    """A copy on a read-only disk can be looked into, and a change is refused."""
    with closing(open_store(locked, writable=writable)) as store:
        assert sql.count_people(store) > 5
        assert "cannot be written" in refusal(store)


def test_eight_that_begin_at_once_find_one_database(path: Path) -> None:
    """Whoever comes first makes it; nobody fails, and nobody's change is lost."""
    started = [
        subprocess.Popen(
            python(CREATE, str(path), str(number)),
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
        )
        for number in range(8)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.close()
    ends = [(process.wait(), _complaint(process)) for process in started]
    assert ends == [(0, b"")] * 8
    assert [one.name for one in path.parent.iterdir()] == ["netlog.db"]
    with closing(open_store(path, writable=False)) as store:
        handles = set(people.handles(store, "p"))
        assert handles == {f"p{number}" for number in range(8)}
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("writable", [False, True])
def test_what_a_kill_left_half_written_is_put_right(
    path: Path, *, writable: bool
) -> None:
    """A hot journal is rolled back by whoever opens the file next."""
    filled(path).close()
    before = path.read_bytes()
    killed = subprocess.run(python(DIE, str(path)), check=False, env=ENVIRONMENT)
    journal = path.with_name("netlog.db-journal")
    assert (killed.returncode, journal.exists()) == (9, True)
    assert path.read_bytes() != before
    with closing(open_store(path, writable=writable)) as store:
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not any(person.note.isdigit() for person in sql.everybody(store))
    assert (path.read_bytes(), journal.exists()) == (before, False)


def _complaint(process: "subprocess.Popen[bytes]") -> bytes:
    assert process.stderr is not None
    with process.stderr:
        return process.stderr.read()


@pytest.mark.parametrize("writable", [False, True])
def test_a_link_to_what_a_kill_left_half_written_will_do(
    path: Path, tmp_path: Path, *, writable: bool
) -> None:
    """The journal is beside the file, and not beside the link."""
    filled(path).close()
    before = path.read_bytes()
    link = tmp_path / "link.db"
    link.symlink_to(path)
    subprocess.run(python(DIE, str(path)), check=False, env=ENVIRONMENT)
    open_store(link, writable=writable).close()
    assert path.read_bytes() == before


def test_who_reads_beside_a_long_change_waits_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal is there while somebody writes, too: that is none to roll back."""
    filled(path).close()
    modes: list[str] = []

    def counted(*what: str) -> sqlite3.Connection:
        modes.append(what[1])
        return connect(*what)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr("netlog.db.open._BUSY_SECONDS", 0)
    monkeypatch.setattr("netlog.db.open.connect", counted)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM pin")
        assert path.with_name("netlog.db-journal").exists()
        with pytest.raises(DatabaseError, match="in use by another netlog"):
            open_store(path, writable=False)
    assert modes == ["ro"]


def test_what_is_locked_is_not_copied_into_memory_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever comes between the first look and the copy is waited for as usual."""
    filled(path).close()
    monkeypatch.setattr("netlog.db.open._BUSY_SECONDS", 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def looked(what: Path, *, writable: bool, name: str) -> OpenFile:
            found = open_file(what, writable=writable, name=name)
            other.execute("BEGIN EXCLUSIVE")
            return found

        monkeypatch.setattr("netlog.db.in_memory.open_file", looked)
        with pytest.raises(DatabaseError, match="in use by another netlog"):
            in_memory(path, NOW)
