"""What a command loads before it does anything: modules, not milliseconds."""

import os
import pty
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.running import InItsOwn, Netlog

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "pydantic_core", "rich", "hypothesis"}
IDLE = {"asyncio", "email", "http", "ssl", "unittest", "xml", "pkg_resources"}
# Runs the command, and at its end leaves the names of all modules in a file.
WATCHED = """
import atexit, os, sys
place = sys.argv.pop(1)
def leave():
    tops = {name.partition(".")[0] for name in sys.modules}
    with open(place, "w") as file:
        file.write(" ".join(tops))
atexit.register(leave)
end = os._exit
os._exit = lambda code: (leave(), end(code))
from netlog.__main__ import main
main()
"""
DAILY = [
    "due",
    "due --json",
    "show dorie-clark",
    "list",
    "add Hal Brook --at 'Blue Bottle' --promise 'a book'",
    "log dorie-clark -k coffee --note fine",
    "book dorie-clark fri 15:00 --at Tatte",
    "brief dorie-clark",
    "intro zoe --by dorie-clark",
    "got zoe interview the column --value 49.90",
    "gave dorie-clark tip",
    "thank dorie-clark",
    "promise dorie-clark a book",
    "skip dorie-clark",
    "import people.csv",
    "export",
    "--version",
    "--help",
]
TABS = {
    "bash": {"COMP_WORDS": "netlog show dor", "COMP_CWORD": "2"},
    "zsh": {"_TYPER_COMPLETE_ARGS": "netlog show dor"},
    "fish": {
        "_TYPER_COMPLETE_ARGS": "netlog show dor",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    },
}


def watched(netlog: InItsOwn, line: str) -> tuple[list[str], Path]:
    """The words that run a command line and leave what it loaded at a place."""
    place = netlog.home / "loaded"
    return [sys.executable, "-c", WATCHED, str(place), *shlex.split(line)], place


def loaded(
    netlog: InItsOwn, line: str, more: Mapping[str, str] | None = None
) -> tuple[str, set[str]]:
    """What a command line says into a pipe, and what it loads for that."""
    words, place = watched(netlog, line)
    done = subprocess.run(
        words,
        capture_output=True,
        check=False,
        cwd=netlog.home,
        encoding="utf-8",
        env=netlog.environment | dict(more or {}),
    )
    assert "Traceback" not in done.stderr
    return done.stdout, set(place.read_text(encoding="utf-8").split())


@pytest.fixture(autouse=True)
def _somebody(netlog: Netlog) -> None:
    """Two people to show and complete, one of whom brought something; a third one."""
    assert netlog("add Dorie Clark --at 'Blue Bottle' --on yesterday").code == 0
    assert netlog("add Zoe Park").code == 0
    assert netlog("got dorie-clark advice").code == 0
    (netlog.home / "people.csv").write_text("Name\nAnn Lee\n", encoding="utf-8")


@pytest.mark.parametrize("line", DAILY)
def test_a_daily_command_in_a_pipe_loads_nothing_heavy(
    line: str, netlog_process: InItsOwn
) -> None:
    """Neither SQLModel nor what it brings, nor rich, which only a terminal needs."""
    said, there = loaded(netlog_process, line)
    assert said != ""
    assert there & (HEAVY | IDLE) == set()


# Says at the end, whatever that is, which commands were imported.
NAMED = """
import sys
from netlog.cli import run
try:
    run(sys.argv[1:])
finally:
    print([one for one in sys.modules if one.startswith("netlog.commands.")])
"""


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["--help"], {}),
        (["du"], {}),
        (["--version"], {}),
        ([], {"COMP_WORDS": "netlog d", "COMP_CWORD": "1"}),
    ],
)
def test_what_only_names_the_commands_imports_none(
    netlog_process: InItsOwn, words: list[str], asked: Mapping[str, str]
) -> None:
    """Help, a suggestion, completion of a name: the table of commands is enough."""
    completing = {"_NETLOG_COMPLETE": "complete_bash"} if asked else {}
    done = subprocess.run(
        [sys.executable, "-c", NAMED, *words],
        env={**netlog_process.environment, **completing, **asked},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == "[]"
    assert "due" in done.stdout + done.stderr or words == ["--version"]


@pytest.mark.parametrize("shell", TABS)
def test_tab_loads_nothing_heavy(shell: str, netlog_process: InItsOwn) -> None:
    """TAB completes a handle while the user waits, and loads as little."""
    told = {"_NETLOG_COMPLETE": f"complete_{shell}"} | TABS[shell]
    said, there = loaded(netlog_process, "", told)
    assert "dorie-clark" in said
    assert there & (HEAVY | IDLE) == set()


@pytest.mark.parametrize("shell", TABS)
def test_tab_on_a_command_loads_nothing_heavy(
    shell: str, netlog_process: InItsOwn
) -> None:
    """The names of commands are completed without importing one.

    Their summaries, which zsh and fish show beside them, Typer passes through rich.
    """
    words = {key: v.replace("show dor", "sho") for key, v in TABS[shell].items()}
    words |= {"COMP_CWORD": "1"} if shell == "bash" else {}
    told = {"_NETLOG_COMPLETE": f"complete_{shell}"} | words
    said, there = loaded(netlog_process, "", told)
    assert "show" in said
    assert there & ((HEAVY | IDLE) - ({"rich"} if shell != "bash" else set())) == set()


def test_due_on_a_terminal_loads_rich_and_still_no_sqlmodel(
    netlog_process: InItsOwn,
) -> None:
    """A terminal gets the page from rich, and nothing else that is heavy."""
    words, place = watched(netlog_process, "due")
    said = on_terminal(words, netlog_process.environment)
    there = set(place.read_text(encoding="utf-8").split())
    assert "Dorie Clark" in said
    assert there & HEAVY == {"rich"}


def on_terminal(words: list[str], environment: Mapping[str, str]) -> str:
    """What a process says to a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert process.returncode == 0
    return said.decode("utf-8")


def _read(terminal: int) -> bytes:
    """The next bytes; none where the other side has gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
