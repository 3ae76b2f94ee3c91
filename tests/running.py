"""Running netlog in tests: within this process, which is quick, or as a real one."""

import io
import json
import os
import shlex
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

import netlog.cli

TODAY = "2025-06-02"
"""A Monday: the day on which every test stands unless it says otherwise."""
SOURCES = Path(netlog.cli.__file__).parents[1]
_UNSET = (
    *("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "NETLOG_CONFIG"),
    *("NO_COLOR", "FORCE_COLOR"),
)


class Ran(NamedTuple):
    """What came of one command line."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The data of an answer asked for with --json."""
        return json.loads(self.out)["data"]

    @property
    def error(self) -> Any:
        """The error of a command line asked for with --json that failed."""
        return json.loads(self.err)["error"]


class Netlog(Protocol):
    """netlog at a home of its own.

    A line is split as a shell splits it; further words are taken as they are:
    netlog("add Dorie Clark --met"), netlog("add", "$(name)").
    """

    home: Path
    db: Path

    def __call__(self, line: str = "", *words: str, stdin: str = "") -> Ran:
        """Run one command line."""


class InProcess:
    """netlog within this process: the same command line, some ten times quicker."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.db = home / "netlog.db"
        self.patch = patch
        for name in _UNSET:
            patch.delenv(name, raising=False)
        for name, value in _environment(home, self.db).items():
            patch.setenv(name, value)
        # It points file descriptor 1 elsewhere, and that one is not netlog's here.
        patch.setattr("netlog.cli.silence_stdout", lambda: None)

    def __call__(self, line: str = "", *words: str, stdin: str = "") -> Ran:
        """Run one command line."""
        out, err = _stream(), _stream()
        with self.patch.context() as patch, _connections_closed(patch):
            patch.chdir(self.home)
            patch.setattr(sys, "stdin", _stream(stdin))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = netlog.cli.run([*shlex.split(line), *words])
        return Ran(code, _written(out), _written(err))


class InItsOwn:
    """netlog as a process; `environment` is all that it is told."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.db = home / "netlog.db"
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(SOURCES),
            **_environment(home, self.db),
        }

    def __call__(self, line: str = "", *words: str, stdin: str = "") -> Ran:
        """Run one command line."""
        done = subprocess.run(
            self.command(*shlex.split(line), *words),
            input=stdin,
            capture_output=True,
            check=False,
            encoding="utf-8",
            cwd=self.home,
            env=self.environment,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    @staticmethod
    def command(*words: str) -> list[str]:
        """The words that start the process."""
        return [sys.executable, "-m", "netlog", *words]


def told(netlog: Netlog, *lines: str) -> None:
    """Bring a home to where it is after these lines, each of which must go well.

    They are typed once; a home that was as empty before gets the same files again.
    """
    before = frozenset(_held(netlog.home).items())
    key = lines, before, os.environ.get("NETLOG_TODAY")
    if isinstance(netlog, InProcess) and key in _TOLD:
        _put(netlog.home, _TOLD[key])
        return
    for line in lines:
        ran = netlog(line)
        assert ran.code == 0, (line, ran)
    if isinstance(netlog, InProcess):
        _TOLD[key] = _held(netlog.home)


Held = Mapping[str, tuple[int, bytes | None]]
"""What a folder holds: its files and folders by name, each with its mode."""
_TOLD: dict[tuple[tuple[str, ...], frozenset[Any], str | None], Held] = {}


def _held(home: Path) -> Held:
    return {
        path.relative_to(home).as_posix(): (
            stat.S_IMODE(path.stat().st_mode),
            None if path.is_dir() else path.read_bytes(),
        )
        for path in sorted(home.rglob("*"))
    }


def _put(home: Path, held: Held) -> None:
    for name, (mode, data) in held.items():
        path = home / name
        if data is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(data)
        path.chmod(mode)


def _environment(home: Path, db: Path) -> Mapping[str, str]:
    return {"HOME": str(home), "NETLOG_DB": str(db), "NETLOG_TODAY": TODAY}


def _stream(text: str = "") -> io.TextIOWrapper:
    """A file in memory that can be reconfigured like the standard ones."""
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline="")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


@contextmanager
def _connections_closed(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close at the end what a process gives back when it ends."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def connected(*place: Any, **how: Any) -> sqlite3.Connection:
        opened.append(connect(*place, **how))
        return opened[-1]

    patch.setattr(sqlite3, "connect", connected)
    try:
        yield
    finally:
        for connection in opened:
            connection.close()
