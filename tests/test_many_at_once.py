"""Many processes at once, and one that is interrupted: nothing is lost or halved."""

import signal
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.commands.said import kept
from tests.running import InItsOwn, Netlog, Ran

PROCESSES = 8
EACH = 50
ADDING = """
import sys
from netlog.cli import run
first, last = map(int, sys.argv[1:])
codes = {run(["add", f"Person {n}"]) for n in range(first, last)}
sys.exit(max(codes))
"""
PATIENCE = 600  # seconds: a nice process waits for the rest of a busy machine


def all_at_once(netlog: InItsOwn, lines: list[list[str]]) -> list[Ran]:
    """Start every process before the first is waited for."""
    started = [
        subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=netlog.environment,
            cwd=netlog.home,
        )
        for words in lines
    ]
    answers = [(one, *one.communicate(timeout=PATIENCE)) for one in started]
    return [Ran(one.returncode, out, err) for one, out, err in answers]


def whole(netlog: Netlog | InItsOwn) -> str:
    """What SQLite says of the file."""
    with closing(sqlite3.connect(netlog.db)) as file:
        return str(file.execute("PRAGMA integrity_check").fetchone()[0])


def test_eight_that_add_fifty_each_make_four_hundred(netlog_process: InItsOwn) -> None:
    """Every line is a command of its own; nobody is lost, and nobody sees an error."""
    netlog_process("list")
    python = netlog_process.command()[0]
    said = all_at_once(
        netlog_process,
        [
            [python, "-c", ADDING, str(EACH * n), str(EACH * (n + 1))]
            for n in range(PROCESSES)
        ],
    )
    assert [one.code for one in said] == [0] * PROCESSES
    people = netlog_process("list --json").data
    assert len({one["handle"] for one in people}) == PROCESSES * EACH
    assert len(netlog_process("history -n 9999").out.splitlines()) == PROCESSES * EACH
    assert whole(netlog_process) == "ok"


def test_the_same_person_added_by_eight_is_one(netlog_process: InItsOwn) -> None:
    """One of them adds Hal, the others are told that he is there."""
    line = netlog_process.command("add", "Hal")
    said = all_at_once(netlog_process, [line] * PROCESSES)
    assert sorted(one.code for one in said) == [0] + [5] * (PROCESSES - 1)
    assert len(netlog_process("list").out.splitlines()) == 1


@pytest.mark.parametrize("words", [["due"], ["add", "Hal", "--new"]])
def test_eight_first_runs_at_once(netlog_process: InItsOwn, words: list[str]) -> None:
    """On a database that does not exist, none of them fails."""
    if words == ["due"]:  # of one that was named it would be told that it is missing
        netlog_process.environment["NETLOG_DB"] = ""
    line = netlog_process.command(*words)
    said = all_at_once(netlog_process, [line] * PROCESSES)
    assert [(one.code, "Traceback" in one.err) for one in said] == [(0, False)] * 8
    left = [path.name for path in netlog_process.home.iterdir()]
    assert left == ([] if words == ["due"] else ["netlog.db"])


def test_eight_first_plans_are_one_plan(netlog_process: InItsOwn) -> None:
    """Whoever pins first, all of them show the same pick."""
    netlog_process("import -", stdin="Name\n" + "".join(f"P {n}\n" for n in range(50)))
    line = netlog_process.command("due")
    said = all_at_once(netlog_process, [line] * PROCESSES)
    assert len({one.out for one in said}) == 1
    assert {one.code for one in said} == {0}


@pytest.fixture
def importing(netlog_process: InItsOwn) -> InItsOwn:
    """A file of many people, and somebody who was there before."""
    rows = "".join(f"Person {n},p{n}@x.example,Org {n % 9}\n" for n in range(30_000))
    path = netlog_process.home / "many.csv"
    path.write_text(f"Name,E-mail,Company\n{rows}", encoding="utf-8")
    assert netlog_process("add Hal").code == 0
    return netlog_process


def _until_there(journal: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait for the file that says that writing has begun."""
    while not journal.exists() and process.poll() is None:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.001)


def test_an_interrupted_import_changes_nothing(importing: InItsOwn) -> None:
    """Ctrl-C in the midst of writing: exit 130, and every row is as it was."""
    before = kept(importing.db)
    journal = importing.db.with_name(f"{importing.db.name}-journal")
    process = subprocess.Popen(
        # Whoever interrupts must be quicker, however busy the machine is.
        ["nice", "-n", "19", *importing.command("import", "many.csv")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=importing.environment,
        cwd=importing.home,
    )
    _until_there(journal, process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (130, b"")
    assert err.startswith(b"netlog: Interrupted; ")
    assert kept(importing.db) == before
    assert whole(importing) == "ok"
    assert not journal.exists()


def test_a_killed_import_changes_nothing(importing: InItsOwn) -> None:
    """Killed with -9: the next command finds everything as it was, and works."""
    before = kept(importing.db)
    journal = importing.db.with_name(f"{importing.db.name}-journal")
    process = subprocess.Popen(
        importing.command("import", "many.csv"),
        stdout=subprocess.DEVNULL,
        env=importing.environment,
        cwd=importing.home,
    )
    _until_there(journal, process)
    process.kill()
    process.wait(timeout=PATIENCE)
    assert importing("list").out == "hal\tHal\t\t\t\t\t\n"
    assert kept(importing.db) == before
    assert importing("add Zoe").code == 0
