"""Completion: what TAB offers, and what it must never do."""

import os
import pty
import re
import select
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.running import InItsOwn, Netlog
from tests.screen import begun

from netlog.commands import BY_NAME

SHELLS = ("bash", "zsh", "fish")
PEOPLE = ("Dorie Clark", "Dora Lee", "$(touch x)", "Zoe `id` Park", "--force", "'; rm")


@pytest.fixture
def people(netlog: Netlog) -> Netlog:
    """People whose names a shell would run."""
    for name in PEOPLE:
        assert netlog("add", "--", name).code == 0
    return netlog


def tab(netlog: InItsOwn, *words: str, shell: str = "bash") -> list[str]:
    """What TAB offers after those words, the last of them begun."""
    line = " ".join(["netlog", *words])
    asked = {
        "bash": {
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words)),
        },
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        },
    }[shell]
    return offered(netlog, asked | {"_NETLOG_COMPLETE": f"complete_{shell}"})


def offered(netlog: InItsOwn, asked: Mapping[str, str]) -> list[str]:
    """The candidates, whatever form the shell gets them in."""
    done = subprocess.run(
        netlog.command(),
        capture_output=True,
        check=False,
        text=True,
        cwd=netlog.home,
        env=netlog.environment | dict(asked),
    )
    assert done.stderr == ""
    assert "Traceback" not in done.stdout
    return [
        found for found in re.split(r"[\n\t]| \"|\"|:", done.stdout) if found.strip()
    ]


def test_handles_and_nothing_else(people: Netlog, netlog_process: InItsOwn) -> None:
    """A name is free text that a shell would run; a handle is [a-z0-9-]."""
    everybody = [one["handle"] for one in people("list --json").data]
    assert len(everybody) == len(PEOPLE)
    got = tab(netlog_process, "show", "")
    assert sorted(got) == sorted(everybody)
    assert all(re.fullmatch("[a-z0-9-]+", one) for one in got)


@pytest.mark.parametrize(
    ("words", "handles"),
    [
        (("show", "dor"), ["dora-lee", "dorie-clark"]),
        (("show", "dorie"), ["dorie-clark"]),
        (("log", "dora-lee", "dorie"), ["dorie-clark"]),
        (("add", "Ann", "--via", "dori"), ["dorie-clark"]),
        (("intro", "dora-lee", "--by", "dori"), ["dorie-clark"]),
        (("promise", "dori"), ["dorie-clark"]),
        (("snooze", "dori"), ["dorie-clark"]),
        (("edit", "dori"), ["dorie-clark"]),
        (("rm", "dori"), ["dorie-clark"]),
        (("why", "dori"), ["dorie-clark"]),
        (("got", "dori"), ["dorie-clark"]),
        (("gave", "dori"), ["dorie-clark"]),
        (("got", "dora-lee", "referral", "--who", "dori"), ["dorie-clark"]),
        (("thank", "dori"), ["dorie-clark"]),
        (("show", "nobody"), []),
        (("show", "Dor"), []),
    ],
)
def test_handles_that_begin_so(
    people: Netlog, netlog_process: InItsOwn, words: tuple[str, ...], handles: list[str]
) -> None:
    """Wherever somebody is named."""
    del people
    assert tab(netlog_process, *words) == handles


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_is_answered(
    people: Netlog, netlog_process: InItsOwn, shell: str
) -> None:
    """bash, zsh and fish ask in their own ways."""
    del people
    assert "dorie-clark" in tab(netlog_process, "show", "dori", shell=shell)


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (("d",), {"due", "done", "demo"}),
        (("lo",), {"log"}),
        (("add", "Ann", "--ne"), {"--new", "--new-via", "--needs"}),
        (("due", "--"), {"--week", "--all", "--json", "--db", "--today"}),
        (("--ver",), {"--version"}),
        (("got", "Ann", "tip", "--"), {"--value", "--on", "--from", "--who"}),
        (("log", "Ann", "--got", "in"), {"interview", "invitation", "insight"}),
        (("log", "Ann", "--guess", ""), {"unlikely", "maybe", "likely"}),
    ],
)
def test_commands_and_options(
    netlog_process: InItsOwn, words: tuple[str, ...], some: set[str]
) -> None:
    """Commands by their names, options of the command that is typed."""
    assert some <= set(tab(netlog_process, *words))


def test_it_works_with_another_database(
    people: Netlog, netlog_process: InItsOwn
) -> None:
    """--db before or after the command is the one that is asked."""
    people("add Eve --db other.db")
    assert tab(netlog_process, "--db", "other.db", "show", "") == ["eve"]
    assert tab(netlog_process, "show", "--db", "other.db", "e") == ["eve"]


def test_it_makes_no_file(netlog_process: InItsOwn) -> None:
    """TAB on a fresh machine: nothing is offered, nothing is made."""
    assert tab(netlog_process, "show", "d") == []
    assert tab(netlog_process, "--db", "nowhere.db", "show", "d") == []
    assert list(netlog_process.home.iterdir()) == []


@pytest.mark.parametrize("begun", ["$(touch x)", "`id`", "';", "d;", "d*", "ø"])
def test_what_is_no_handle_offers_nothing(
    people: Netlog, netlog_process: InItsOwn, begun: str
) -> None:
    """And nothing of it is run."""
    del people
    assert tab(netlog_process, "show", begun) == []
    assert not (netlog_process.home / "x").exists()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" * 9])
def test_an_error_offers_nothing(netlog_process: InItsOwn, content: bytes) -> None:
    """In the middle of a line nobody wants to read why."""
    netlog_process.db.write_bytes(content)
    assert tab(netlog_process, "show", "d") == []
    (netlog_process.home / "mine.toml").write_text("]", encoding="utf-8")
    netlog_process.environment["NETLOG_CONFIG"] = "mine.toml"
    assert tab(netlog_process, "show", "d") == []


def script(netlog: InItsOwn, shell: str) -> str:
    """What --show-completion gives, for a command called netlog."""
    done = subprocess.run(
        netlog.command(),
        capture_output=True,
        check=True,
        text=True,
        env=netlog.environment | {"_NETLOG_COMPLETE": f"source_{shell}"},
    )
    return done.stdout


@pytest.fixture
def path(netlog_process: InItsOwn) -> Path:
    """A folder with the command netlog in it."""
    folder = netlog_process.home / "bin"
    folder.mkdir()
    command = folder / "netlog"
    words = " ".join(f"'{word}'" for word in netlog_process.command())
    command.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    netlog_process.environment["PATH"] = f"{folder}:{os.environ['PATH']}"
    return folder


def test_a_real_bash(people: Netlog, netlog_process: InItsOwn, path: Path) -> None:
    """The function that the script defines fills COMPREPLY with handles."""
    del path
    people("add Dorie Small")
    source = netlog_process.home / "completion.sh"
    source.write_text(script(netlog_process, "bash"), encoding="utf-8")
    asking = (
        f"source {source}; COMP_WORDS=(netlog show do); COMP_CWORD=2;"
        " $(complete -p netlog | sed 's/.*-F \\([^ ]*\\).*/\\1/') netlog;"
        " printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", asking],
        capture_output=True,
        check=False,
        text=True,
        cwd=netlog_process.home,
        env=netlog_process.environment,
    )
    assert (done.stderr, done.stdout.split()) == (
        "",
        ["dora-lee", "dorie-clark", "dorie-small"],
    )


@pytest.mark.skipif(not shutil.which("fish"), reason="there is no fish here")
def test_a_real_fish(people: Netlog, netlog_process: InItsOwn, path: Path) -> None:
    """Its complete -C asks as TAB does."""
    del people, path
    source = script(netlog_process, "fish")
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"{source}\ncomplete -C 'netlog show do'"],
        capture_output=True,
        check=False,
        text=True,
        cwd=netlog_process.home,
        env=netlog_process.environment,
    )
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [
        "dora-lee",
        "dorie-clark",
    ]


@pytest.mark.skipif(not shutil.which("zsh"), reason="there is no zsh here")
def test_a_real_zsh(people: Netlog, netlog_process: InItsOwn, path: Path) -> None:
    """A TAB on a terminal writes the handle to the end, and runs nothing."""
    del people, path
    source = netlog_process.home / "completion.zsh"
    source.write_text(script(netlog_process, "zsh"), encoding="utf-8")
    begin = f"autoload -U compinit; compinit -u; source {source}; print re''ady\n"
    said = typed_in_zsh(
        netlog_process, begin, "ready", "netlog show dori\t", "rie-clark"
    )
    assert "dorie-clark" in said
    assert not (netlog_process.home / "x").exists()


def typed_in_zsh(
    netlog: InItsOwn, first: str, ready: str, second: str, until: str
) -> str:
    """What a zsh on a terminal shows, once it has shown what is waited for."""
    terminal, there = pty.openpty()
    environment = netlog.environment | {"TERM": "dumb"}
    with begun(["zsh", "-f", "-i"], there, netlog.home, environment) as zsh:
        os.close(there)
        os.write(terminal, first.encode())
        shown = read_until(terminal, ready)
        os.write(terminal, second.encode())
        shown += read_until(terminal, until)
        zsh.kill()
    os.close(terminal)
    return shown


def read_until(terminal: int, wanted: str) -> str:
    """What comes from a terminal up to the text waited for, or until it is silent."""
    shown = ""
    while wanted not in shown and select.select([terminal], [], [], 20)[0]:
        shown += os.read(terminal, 1024).decode("utf-8", "replace")
    return shown


def test_tab_warns_of_nothing(people: Netlog, netlog_process: InItsOwn) -> None:
    """A config with a key that nobody knows: `offered` holds stderr to be empty."""
    del people
    config = netlog_process.home / "strange.toml"
    config.write_text("colour = 1\n", encoding="utf-8")
    netlog_process.environment["NETLOG_CONFIG"] = str(config)
    assert "colour" in netlog_process("list").err
    assert tab(netlog_process, "show", "dorie") == ["dorie-clark"]


def test_behind_no_command_commands_are_offered_and_nothing_is_said(
    people: Netlog, netlog_process: InItsOwn
) -> None:
    """A shell in the middle of a line wants no errors."""
    del people
    assert {*tab(netlog_process, "shwo", "d")} <= set(BY_NAME)
