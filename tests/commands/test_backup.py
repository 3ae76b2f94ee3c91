"""netlog backup: a copy of everything, checked, and the list of those there are."""

import os
import re
import sqlite3
import stat
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from tests.commands.said import kept
from tests.running import InItsOwn, Netlog
from tests.screen import shown

from netlog.backups.files import read_manifest

BACKUPS = ".local/state/netlog/backups"


@pytest.fixture(autouse=True)
def _somebody(netlog: Netlog) -> None:
    """Two people and a touch."""
    assert netlog("add Dorie Clark --met").code == 0
    assert netlog("add Zoe").code == 0


def copies(home: Path) -> list[Path]:
    """The copies among the backups, the first one first."""
    return sorted((home / BACKUPS).glob("*.db"), key=lambda path: path.stat().st_mtime)


def test_it_says_where_how_many_and_how_large(netlog: Netlog) -> None:
    """In one line; it holds every row, and its owner alone may read it."""
    ran = netlog("backup")
    (path,) = copies(netlog.home)
    size = round(path.stat().st_size / 1000)
    assert (ran.code, ran.err) == (0, "")
    said = f"Backed up 2 people and 1 touch ({size} kB, checked): {path}\n"
    assert ran.out == said
    assert kept(path) == kept(netlog.db)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_is_json_for_programs(netlog: Netlog) -> None:
    """The manifest, and the path."""
    data = netlog("backup --json").data
    (path,) = copies(netlog.home)
    manifest = read_manifest(path.with_suffix(".json"))
    assert manifest
    assert data == {
        "path": str(path),
        "day": "2025-06-02",
        "at": "2025-06-02T12:00:00+00:00",
        "why": "asked",
        "number": 1,
        "people": 2,
        "touches": 1,
        "rows": manifest.rows,
        "schema": manifest.schema,
        "size": path.stat().st_size,
        "whole": True,
    }


def test_the_list_has_the_newest_first(netlog: Netlog) -> None:
    """When, why, how many, how large, and whether it is whole."""
    netlog("backup")
    netlog("add Hal --today 2025-06-03")
    names = [path.stem for path in copies(netlog.home)]
    rows = [line.split("\t") for line in netlog("backup --list").out.splitlines()]
    assert [row[:5] for row in rows] == [
        [names[1], "2025-06-03 12:00", "daily", "2", "1"],
        [names[0], "2025-06-02 12:00", "asked", "2", "1"],
    ]
    assert all(re.fullmatch(r"[34]\d\d kB", row[5]) for row in rows)
    assert [row[6] for row in rows] == ["yes", "yes"]


def test_one_that_is_not_whole_says_so(netlog: Netlog) -> None:
    """A bit that differs is enough."""
    netlog("backup")
    (path,) = copies(netlog.home)
    whole = bytearray(path.read_bytes())
    whole[-1] ^= 1
    path.write_bytes(whole)
    assert netlog("backup --list").out.endswith("\tno\n")
    assert [one["whole"] for one in netlog("backup --list --json").data] == [False]


def test_it_fits_on_a_terminal(netlog: Netlog, netlog_process: InItsOwn) -> None:
    """Eighty columns are enough, with a database in the usual place."""
    usual = netlog.home / ".local/share/netlog/netlog.db"
    usual.parent.mkdir(parents=True)
    usual.write_bytes(netlog.db.read_bytes())
    netlog_process.environment["NETLOG_DB"] = str(usual)
    assert netlog_process("backup").code == 0
    lines = shown(netlog_process, "backup", "--list").lines
    heads = ["backup", "made", "why", "people", "touches", "size", "whole"]
    assert lines[0].split() == heads
    assert lines[1].split()[0] == "netlog-2025-06-02T120000Z"
    assert len(lines) == 2


def test_an_empty_list_is_no_error(netlog: Netlog) -> None:
    """Nothing has been backed up yet."""
    said = "There is no backup yet: netlog backup\n"
    assert netlog("backup --list") == netlog("restore") == (0, said, "")
    assert netlog("backup --list --format plain") == (0, "", "")
    assert netlog("backup --list --json").data == []


@pytest.mark.usefixtures("unnamed")
def test_where_there_is_nobody_there_is_nothing_to_back_up(netlog: Netlog) -> None:
    """Exit 5, and no folder is made for it."""
    there = list(netlog.home.rglob("*"))
    for line in ("backup", "backup --stdout"):
        ran = netlog(line)
        assert (ran.code, ran.out) == (5, "")
        assert ran.err.startswith("netlog: There is nothing to back up.")
    assert list(netlog.home.rglob("*")) == there
    assert netlog("backup --db nowhere.db").code == 6


def test_to_stdout_goes_the_copy_and_nothing_else(
    netlog: Netlog, netlog_process: InItsOwn
) -> None:
    """For a program that encrypts it; no file is kept."""
    before = kept(netlog.db)
    done = subprocess.run(
        netlog_process.command("backup", "--stdout"),
        capture_output=True,
        check=True,
        env=netlog_process.environment,
    )
    assert done.stderr == b""
    assert [one.name for one in netlog.home.iterdir()] == ["netlog.db"]
    place = netlog.home / "copy.db"
    place.write_bytes(done.stdout)
    assert kept(place) == before
    with closing(sqlite3.connect(place)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_terminal_gets_no_database(netlog_process: InItsOwn) -> None:
    """Exit 2, and what to do with it."""
    seen = shown(netlog_process, "backup", "--stdout")
    assert seen.code == 2
    assert "age -p" in " ".join(seen.lines)
    assert "SQLite" not in seen.sent


@pytest.mark.parametrize("reader", ["head -c 100", "false"])
def test_who_reads_enough_may_go(netlog_process: InItsOwn, reader: str) -> None:
    """A reader that ends early is no error."""
    line = " ".join(netlog_process.command("backup", "--stdout"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"({line}; echo $? >&2) | {reader}"],
        capture_output=True,
        check=False,
        env=netlog_process.environment,
    )
    assert done.stderr == b"0\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")  # noqa: PTH110 (a device)
def test_what_cannot_be_written_is_said(netlog_process: InItsOwn) -> None:
    """A full disk behind stdout: a sentence, and not 0."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123 (a device)
        done = subprocess.run(
            netlog_process.command("backup", "--stdout"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=netlog_process.environment,
        )
    assert done.returncode != 0
    assert (done.stderr.count(b"Traceback"), done.stderr.count(b"\n")) == (0, 2)


@pytest.mark.parametrize(
    "line", ["backup --list --stdout", "backup --stdout --json", "backup --format csv"]
)
def test_what_cannot_be_meant_is_refused(netlog: Netlog, line: str) -> None:
    """Exit 2, and no backup is made."""
    assert netlog(line).code == 2
    assert [one.name for one in netlog.home.iterdir()] == ["netlog.db"]


def test_the_list_may_be_csv(netlog: Netlog) -> None:
    """As every list."""
    netlog("backup")
    head, _ = netlog("backup --list --format csv").out.splitlines()
    assert head == "backup,made,why,people,touches,size,whole"


def test_a_folder_that_cannot_be_written_is_named(netlog: Netlog) -> None:
    """Exit 6, a sentence and the folder."""
    (netlog.home / ".local").write_text("a file where folders should be")
    ran = netlog("backup")
    assert (ran.code, ran.out) == (6, "")
    assert str(netlog.home / BACKUPS) in ran.err


def test_of_a_damaged_database_there_is_no_backup(netlog: Netlog) -> None:
    """It would only take the place of a good one."""
    whole = bytearray(netlog.db.read_bytes())
    whole[8 * 4096 : 12 * 4096] = bytes(4 * 4096)
    netlog.db.write_bytes(whole)
    ran = netlog("backup")
    assert (ran.code, "damaged" in ran.err) == (6, True)
    assert copies(netlog.home) == []
