"""netlog runs with the newest Typer as it does with the one it asks for."""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from tests.running import InItsOwn

from netlog.commands import COMMANDS

PIP = ["-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
HELPS = """
import io, json, sys
from importlib.metadata import version
from netlog import cli

told = {"typer": version("typer")}
for command in json.loads(sys.argv[1]):
    sys.stdout, real = io.TextIOWrapper(io.BytesIO(), "utf-8"), sys.stdout
    code = cli.run([*command.split(), "--help"])
    sys.stdout.flush()
    told[command] = [code, sys.stdout.buffer.getvalue().decode()]
    sys.stdout = real
print(json.dumps(told))
"""
STOPPED = """
import sys
from netlog import app, cli

def interrupted(*_):
    raise KeyboardInterrupt

setattr(sys.modules[sys.argv[1]], sys.argv[2], interrupted)
sys.exit(cli.run(["list"]))
"""
UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
STORY = [
    "add Dorie Clark --met --every 3m --tag author",
    "log Dorie Clark --kind coffee: she knows a translator",
    "promise Dorie: send the slides --by 2025-06-20",
    "add Hal Herzog --via dorie-clark",
    "--format plain show dorie",
    "due --json",
    "tree --format mermaid",
    "list --tag author --format csv",
    "du",
    "log",
    "due --week whenever",
    "--format paper",
    "undo",
    "history",
]


def test_every_command_runs_with_the_newest_typer(tmp_path: Path) -> None:
    """Help of each, a story, its errors and Ctrl-C: the same but for names of types."""
    newest = _environment(tmp_path / "environment")
    ours = _helps(sys.executable, tmp_path)
    theirs = _helps(newest, tmp_path)
    assert theirs.pop("typer") != ours.pop("typer") or pytest.skip(
        "the newest Typer is the one that is here"
    )
    assert {name: _used(*said) for name, said in theirs.items()} == {
        name: _used(*said) for name, said in ours.items()
    }
    home = tmp_path / "home"
    assert _told(newest, home) == _told(sys.executable, home)
    for place in ("netlog.cli load_command", "netlog.app write"):
        code, said = _stopped(newest, home, place)
        assert (code, said) == _stopped(sys.executable, home, place)
        assert (code, said.partition(";")[0]) == (130, "netlog: Interrupted")


def _environment(place: Path) -> str:
    """Python of an environment that is this one but for the newest Typer in it."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    python = place / "bin" / "python"
    own = place / "lib" / f"python{sysconfig.get_python_version()}" / "site-packages"
    (own / "tested.pth").write_text(sysconfig.get_path("purelib"))
    asked = subprocess.run(
        [python, *PIP, "--retries=0", "--timeout=5", "--upgrade", "typer"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if asked.returncode:
        pytest.skip(f"no newest Typer can be had: {asked.stderr.strip()[-200:]}")
    return str(python)


def _helps(python: str, home: Path) -> dict[str, tuple[int, str]]:
    names = json.dumps(["", *(entry.name for entry in COMMANDS)])
    told: dict[str, tuple[int, str]] = json.loads(
        subprocess.check_output(
            [python, "-c", HELPS, names], env=InItsOwn(home).environment
        )
    )
    return told


def _used(code: int, said: str) -> tuple[int, str, list[str]]:
    """The exit code, how it is called, and every option with its short form."""
    usage, *lines = said.splitlines()
    options = [
        word.rstrip(",")
        for line in lines
        if line.lstrip().startswith("-")
        for word in line.split()
        if word.startswith("-")
    ]
    return code, usage, sorted(options)


def _told(python: str, home: Path) -> list[tuple[str, int, str, str]]:
    home.mkdir()
    environment = InItsOwn(home).environment
    said = []
    for line in STORY:
        done = subprocess.run(
            [python, "-m", "netlog", *line.split()],
            capture_output=True,
            check=False,
            encoding="utf-8",
            cwd=home,
            env=environment,
        )
        said.append((line, done.returncode, UID.sub("UID", done.stdout), done.stderr))
    shutil.rmtree(home)
    return said


def _stopped(python: str, home: Path, place: str) -> tuple[int, str]:
    """What comes of Ctrl-C where something of netlog's is called."""
    home.mkdir()
    done = subprocess.run(
        [python, "-c", STOPPED, *place.split()],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=InItsOwn(home).environment | {"NETLOG_DB": ""},
    )
    shutil.rmtree(home)
    return done.returncode, done.stdout + done.stderr
