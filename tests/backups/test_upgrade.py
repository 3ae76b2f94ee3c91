"""Bringing an old file on: once, whole, with a copy from before, or not at all."""

import os
import re
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.db.older import asked, brought, copies, older, rows, versions
from tests.repository.filled import NOW, TODAY
from tests.running import InItsOwn, InProcess, Netlog
from tests.test_many_at_once import all_at_once

from netlog.backups.files import Backups, read_manifest
from netlog.backups.folder import holding
from netlog.backups.upgrade import upgraded
from netlog.db import sql
from netlog.db.layout import CURRENT_VERSION
from netlog.db.migrations import to_2
from netlog.db.open import OlderError

SCHEMA = "SELECT sql FROM sqlite_schema ORDER BY name"
BROKEN = f"{to_2.SQL};\nCREATE INDEX nowhere ON nothing (at_all)"
ALL_OF_THEM = list(range(1, CURRENT_VERSION + 1))
"""The schemas that a file of schema 1 has been of once it was brought on."""
NAME = r"netlog-[0-9a-f]{8}-2025-06-02T120000Z"
"""How a backup is called that was made on that day at noon."""
TAB = {
    "_NETLOG_COMPLETE": "complete_bash",
    "COMP_WORDS": "netlog show dor",
    "COMP_CWORD": "2",
}


@pytest.fixture
def old(netlog: InProcess) -> InProcess:
    """A home whose database is of schema 1."""
    older(netlog.db)
    return netlog


@pytest.fixture
def old_process(netlog_process: InItsOwn) -> InItsOwn:
    """The same, for netlog in processes of its own."""
    older(netlog_process.db)
    return netlog_process


def is_old(netlog: Netlog) -> bool:
    """Whether nothing has happened to the file, and nothing is left of an attempt."""
    before = older(netlog.home / "before")
    same = netlog.db.read_bytes() == before.read_bytes()
    before.unlink()
    left = {path.name for path in netlog.home.iterdir()} - {".local"}
    return same and left == {"netlog.db"} and copies(netlog.home) == []


@pytest.mark.parametrize("line", ["list", "add 'Nora Quist'"])
def test_it_is_said_once_and_beside_the_answer(old: Netlog, line: str) -> None:
    """One line to stderr with the place of the copy; after that, not a word."""
    first = old(line)
    (copy,) = copies(old.home)
    words = f"The database was brought to schema {CURRENT_VERSION}; a copy of how"
    assert (first.code, first.err) == (0, f"netlog: {words} it was is at {copy}.\n")
    assert old("list").err == ""
    assert versions(old.db) == ALL_OF_THEM


def test_the_copy_is_the_old_file(old: Netlog) -> None:
    """Schema 1 with every row, sound, 0600 in a folder 0700, called by the time."""
    before, text = rows(old.db), asked(old.db, SCHEMA)
    old("list")
    (copy,) = copies(old.home)
    assert re.fullmatch(f"{NAME}.db", copy.name)
    assert versions(copy) == [1]
    manifest = read_manifest(copy.with_suffix(".json"))
    assert manifest
    assert (manifest.why, manifest.schema) == ("migration", 1)
    assert (rows(copy), asked(copy, SCHEMA)) == (before, text)
    assert asked(copy, "PRAGMA integrity_check") == [("ok",)]
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (copy, copy.parent)]
    assert modes == [0o600, 0o700]


def test_the_state_folder_is_where_xdg_says(old: InProcess) -> None:
    """XDG_STATE_HOME moves the copies."""
    old.patch.setenv("XDG_STATE_HOME", str(old.home / "elsewhere"))
    old("list")
    folder = old.home / "elsewhere" / "netlog" / "backups"
    assert len(list(folder.glob("*.db"))) == 1
    assert copies(old.home) == []


def test_a_copy_can_be_put_back_and_is_brought_on_again(old: Netlog) -> None:
    """The way back is to put the copy in its place; the next copy gets a number."""
    before = rows(old.db)
    old("add 'Nora Quist'")
    (copy,) = copies(old.home)
    old.db.write_bytes(copy.read_bytes())
    assert rows(old.db) == before
    assert old("list").code == 0
    assert [one.name for one in copies(old.home)] == [f"{copy.stem}-2.db", copy.name]


@pytest.mark.parametrize("words", [["list"], ["add", "Nora Quist", "--new"]])
def test_eight_at_once_bring_it_on_once(
    old_process: InItsOwn, words: list[str]
) -> None:
    """Nobody fails, one of them does it and says so, and there is one copy."""
    twin = older(old_process.home / "twin.db")
    brought(twin).close()
    said = all_at_once(old_process, [old_process.command(*words)] * 8)
    assert [one.code for one in said] == [0] * 8
    assert sum("brought to schema" in one.err for one in said) == 1
    assert len(copies(old_process.home)) == 1
    assert versions(old_process.db) == ALL_OF_THEM
    assert rows(old_process.db)["touch"] == rows(twin)["touch"]
    assert len(rows(old_process.db)["person"]) == 19 + 8 * (words[0] == "add")


# Runs `netlog list` in a child that dies at its nth statement, every other n, each time
# on a fresh old file; what is written spills to the disk at once, so that dying early
# leaves as much behind as it can.  Says for each the schema that the file is of then.
DYING = """
import os, sqlite3, sys
from itertools import count
from pathlib import Path
from shutil import copyfile
from netlog.cli import run
old, db, out = sys.argv[1:]
class Dying(sqlite3.Connection):
    left = 0
    def execute(self, text, *values):
        if text.startswith("BEGIN"):
            super().execute("PRAGMA cache_size=1")
        Dying.left -= "=" not in text or not text.strip().startswith("PRAGMA")
        if Dying.left == 0:
            os._exit(9)
        return super().execute(text, *values)
connect = sqlite3.connect
def dying(*place, **how):
    return connect(*place, factory=Dying, **how)
copyfile(old, db)
run(["list"])  # so that every module is there
for number in count(1, 2):
    for path in Path(db).parent.glob("netlog.db*"):
        path.unlink()
    copyfile(old, db)
    child = os.fork()
    if child == 0:
        sqlite3.connect, Dying.left = dying, number
        os._exit(run(["list"]))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    at = sqlite3.connect(db)
    found = at.execute("SELECT max(number) FROM version").fetchone()[0]
    tables = at.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    sound = at.execute("PRAGMA integrity_check").fetchone()[0]
    people = at.execute("SELECT count(*) FROM person").fetchone()[0]
    at.close()
    end = os.fork()
    if end == 0:
        os._exit(run(["list"]))
    after = os.waitstatus_to_exitcode(os.waitpid(end, 0)[1])
    with open(out, "a") as told:
        told.write(f"{code} {found} {tables} {sound} {people} {after}\\n")
    if code == 0:
        break
"""


def test_killed_anywhere_the_file_is_of_the_one_schema_or_the_other(
    old_process: InItsOwn,
) -> None:
    """Never in between; and the next command brings it on and answers."""
    home = old_process.home
    source, out = older(home / "old.db"), home / "told"
    words = [sys.executable, "-c", DYING, str(source), str(old_process.db), str(out)]
    done = subprocess.run(
        words, check=False, env=old_process.environment, capture_output=True
    )
    told = [line.split() for line in out.read_text(encoding="utf-8").splitlines()]
    assert (done.returncode, done.stderr.count(b"Traceback")) == (0, 0)
    assert [one[0] for one in told] == ["9"] * (len(told) - 1) + ["0"]
    assert {tuple(one[3:]) for one in told} == {("ok", "19", "0")}
    whole = {(one[1], one[2]) for one in told}
    assert [schema for schema, _ in sorted(whole)] == ["1", str(CURRENT_VERSION)]
    assert 2 * sum(one[1] == "1" for one in told) > to_2.SQL.count("CREATE")


@pytest.mark.parametrize("line", ["list", "due", "add 'Nora Quist'", "undo"])
def test_a_step_that_fails_changes_nothing(old: InProcess, line: str) -> None:
    """Exit 6 in a sentence, the file as it was byte for byte, and no copy left."""
    old.patch.setattr(to_2, "SQL", BROKEN)
    ran = old(line)
    assert (ran.code, ran.out) == (6, "")
    assert ran.err.startswith("netlog: The database stays at schema 1: ")
    assert (ran.err.count("\n"), is_old(old)) == (2, True)


def test_ctrl_c_in_the_midst_changes_nothing(old: InProcess) -> None:
    """Exit 130; the file is as it was, and there is no copy to wonder about."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    old.patch.setattr("netlog.db.migrations.steps.put_version", interrupted)
    assert old("add 'Nora Quist'").code == 130
    assert is_old(old)


def test_tab_completes_and_leaves_the_file_alone(old_process: InItsOwn) -> None:
    """A shell that asks for handles gets them, and not a word beside."""
    old_process.environment.update(TAB)
    ran = old_process()
    assert (ran.code, ran.out.split()) == (0, ["dorie-clark", "dorie-clark-2"])
    assert (ran.err, is_old(old_process)) == ("", True)


def test_while_another_writes_it_is_read_all_the_same(old: InProcess) -> None:
    """Who reads gets the answer from memory; who writes is told to wait."""
    old.patch.setattr("netlog.db.open._BUSY_SECONDS", 0)
    with closing(sqlite3.connect(old.db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        read_manifest, written = old("list"), old("add 'Nora Quist'")
        other.execute("ROLLBACK")
    assert (read_manifest.code, read_manifest.out.count("\n"), read_manifest.err) == (
        0,
        18,
        "",
    )
    assert (written.code, "in use by another netlog" in written.err) == (6, True)
    assert is_old(old)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Iterator[InProcess]:
    """A home that may be read and not written; only copies could be put somewhere."""
    with TemporaryDirectory() as folder:
        netlog = InProcess(Path(folder), monkeypatch)
        older(netlog.db).chmod(0o444)
        state = netlog.home / "state"
        state.mkdir()
        state.chmod(0o777)
        monkeypatch.setenv("XDG_STATE_HOME", str(state))
        netlog.home.chmod(0o555)
        user = os.geteuid()
        if user == 0:  # who may write everything
            os.seteuid(65534)
        yield netlog
        os.seteuid(user)
        netlog.home.chmod(0o755)


def opened(path: Path) -> None:
    """Let everybody write a file, whose folder stays as it is."""
    user = os.geteuid()
    os.seteuid(os.getuid())
    path.chmod(0o666)
    os.seteuid(user)


def untouched(locked: InProcess) -> bool:
    """Whether the file is of schema 1, and nothing lies beside it nor in the state."""
    left = {path.name for path in locked.home.rglob("*")}
    left -= {"netlog", "backups"}  # folders of the state
    return (versions(locked.db), left) == ([1], {"netlog.db", "state"})


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_cannot_be_written_is_read_all_the_same(
    locked: InProcess, what: str
) -> None:
    """A copy in memory is brought on, and nothing is said of it."""
    if what == "folder":
        opened(locked.db)
    read = [locked("list"), locked("history -n 99"), locked("show hal-brook")]
    assert [(one.code, one.err) for one in read] == [(0, "")] * 3
    assert [len(one.out.splitlines()) for one in read[:2]] == [18, 58]
    assert untouched(locked)
    assert locked("add 'Nora Quist'").code == 6
    assert untouched(locked)


def test_what_cannot_be_written_is_planned_without_pins(locked: InProcess) -> None:
    """The week has its plan, and the usual word that its pick is not pinned."""
    ran = locked("due --today 2025-06-09")
    assert (ran.code, "Coffee    " in ran.out) == (0, True)
    assert ran.err.startswith("netlog: The pick is not pinned: The database cannot be")
    assert (ran.err.count("\n"), untouched(locked)) == (1, True)


def test_without_a_folder_for_it_the_file_is_left_as_it_is(old: InProcess) -> None:
    """Who only reads has the rows of the current schema, who writes is refused."""
    before = old.db.read_bytes()
    nowhere = Backups(old.db, old.home / "nowhere", TODAY, NOW)
    with closing(upgraded(nowhere, None, writable=False)) as read_manifest:
        assert (sql.schema_version(read_manifest), sql.count_people(read_manifest)) == (
            CURRENT_VERSION,
            18,
        )
    with pytest.raises(OlderError):
        upgraded(nowhere, None, writable=True)
    assert old.db.read_bytes() == before


def test_without_a_copy_nothing_is_brought_on(old: InProcess) -> None:
    """Where the copy cannot be made, who reads is served and who writes is told."""
    old.patch.setenv("XDG_STATE_HOME", str(old.db))  # a file, and no folder
    read_manifest, written = old("list"), old("add 'Nora Quist'")
    assert (read_manifest.code, read_manifest.err, read_manifest.out.count("\n")) == (
        0,
        "",
        18,
    )
    assert (written.code, "A backup cannot be put in its folder" in written.err) == (
        6,
        True,
    )
    assert is_old(old)


def test_a_file_of_now_loads_none_of_it(netlog_process: InItsOwn) -> None:
    """Where there is nothing to bring on, not a module is imported for it."""
    assert netlog_process("add Hal").code == 0
    program = (
        "import sys; from netlog.cli import run; run(['list']); run(['add', 'Zoe']);"
        " print([one for one in sys.modules if 'migrat' in one or 'copying' in one])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=netlog_process.environment,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_who_waits_for_the_backups_keeps_nobody_from_the_file(old: InProcess) -> None:
    """Restore holds the backups first and then the file: so does this."""
    folder = old.home / ".local/state/netlog/backups"
    found: list[str] = []

    def waited(_: float) -> None:
        with closing(sqlite3.connect(old.db, timeout=0, isolation_level=None)) as file:
            file.execute("BEGIN EXCLUSIVE")
            found.append("free")

    old.patch.setattr("netlog.backups.folder._TRIES", 2)
    old.patch.setattr("netlog.backups.folder.sleep", waited)
    with holding(folder):
        assert old("add 'Nora Quist'").code == 6
    assert found == ["free", "free"]
    assert old("add 'Nora Quist'").code == 0


def test_whom_another_was_quicker_than_takes_the_file_as_it_is_then(
    old: InProcess,
) -> None:
    """No second copy is made, and nothing is said of a file that is of now."""
    done = older(old.home / "done.db")
    assert old("list --db done.db").code == 0
    (first,) = copies(old.home)
    holder = ExitStack()

    def meanwhile(_: float) -> None:
        done.replace(old.db)
        holder.close()

    old.patch.setattr("netlog.backups.folder.sleep", meanwhile)
    with holder:
        holder.enter_context(holding(first.parent))
        ran = old("list")
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 18)
    assert copies(old.home) == [first]
    assert versions(old.db) == ALL_OF_THEM
