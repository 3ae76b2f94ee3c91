"""What nobody foresees: a sentence, an exit code, and nothing left behind."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.running import InItsOwn, Netlog

from netlog import cli


def _broken(_: object) -> None:
    raise LookupError("Dorie's private note")


def test_it_is_a_sentence(netlog: Netlog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 1, by its sort alone: what it says may be private."""
    monkeypatch.setattr(cli, "build", _broken)
    said = netlog("due")
    assert (said.code, said.out) == (1, "")
    assert "(LookupError).\nnetlog history says if it is stored." in said.err
    assert "private note" not in said.err
    assert len(said.err.splitlines()) == 2


def test_whoever_looks_for_the_cause_can_see_it(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NETLOG_TRACEBACK=1 lets it through."""
    monkeypatch.setattr(cli, "build", _broken)
    monkeypatch.setenv("NETLOG_TRACEBACK", "1")
    with pytest.raises(LookupError):
        netlog("due")


_MAIN = """
import sys
from netlog import __main__, cli
def broken(_):
    raise LookupError("Dorie's private note")
cli.build = broken
sys.argv[1:] = ["due"]
__main__.main()
"""


@pytest.mark.parametrize("asked", [False, True])
def test_the_program_shows_a_traceback_to_who_asks(
    netlog_process: InItsOwn, *, asked: bool
) -> None:
    """To nobody else; it ends with 1 either way."""
    more = {"NETLOG_TRACEBACK": "1"} if asked else {}
    done = subprocess.run(
        [sys.executable, "-c", _MAIN],
        env=netlog_process.environment | more,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert ("private note" in done.stderr) == ("Traceback" in done.stderr) == asked


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("log Nobody", 3),
        ("rm Nobody", 3),
        ("edit --touch 1 --note x", 3),
        ("undo", 5),
        ("redo", 5),
        ("add K --kind none", 2),
        ("list --db ~nobody-at-all/x.db", 6),
    ],
)
def test_a_first_command_that_fails_leaves_no_file(
    netlog: Netlog, line: str, code: int
) -> None:
    """Neither the database nor anything beside it."""
    assert netlog(line).code == code
    assert list(netlog.home.iterdir()) == []


@pytest.mark.parametrize("line", ["list", "add Hal", "due", "info"])
@pytest.mark.parametrize("sort", ["folder", "fifo"])
def test_what_is_no_file_is_no_database(netlog: Netlog, line: str, sort: str) -> None:
    """A folder or a FIFO: exit 6, and no waiting for somebody to write."""
    path = netlog.home / "strange.db"
    if sort == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    said = netlog(f"{line} --db strange.db")
    assert (said.code, said.out) == (6, "")
    assert said.err.startswith("netlog: strange.db is no file.\n")


def test_a_link_is_followed(netlog: Netlog) -> None:
    """The file is made where it points, and the link stays one."""
    link = netlog.home / "link.db"
    target = netlog.home / "deep" / "real.db"
    link.symlink_to(target)
    assert netlog("add Hal --db link.db").code == 0
    assert (link.is_symlink(), target.is_file()) == (True, True)
    assert netlog("add Zoe --db link.db").code == 0
    assert len(netlog("list --json --db link.db").data) == 2


def test_a_config_without_an_end_is_refused(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read up to a size, and no further."""
    monkeypatch.setenv("NETLOG_CONFIG", "/dev/zero")
    said = netlog("list")
    assert (said.code, said.out, said.err[:8]) == (2, "", "netlog: ")


def test_a_stored_day_that_is_none_is_damage(netlog: Netlog) -> None:
    """Exit 6, and not a word of what stands there."""
    netlog("add Hal")
    _spoil(netlog.db)
    said = netlog("list")
    assert (said.code, said.out) == (6, "")
    assert said.err.startswith("netlog: The database is damaged.\n")


def _spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA ignore_check_constraints=ON")
        file.execute("UPDATE person SET starts_on = 'soon' WHERE handle = 'hal'")
        file.commit()
