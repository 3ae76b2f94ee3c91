"""netlog at a home of its own, on a day of its own, on a terminal of 80 columns."""

import fcntl
import gc
import os
import platform
import pty
import re
import shlex
import sqlite3
import struct
import sys
import termios
import time
import traceback
import tty
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from docs.making.screen import COLUMNS, ROWS, Screen

import netlog.cli

SOURCES = Path(netlog.cli.__file__).parents[1]
HOME = "/home/you"
"""Stands in every document for the folder in which it was made."""
_BIN = ".local/bin"
# cron and a mailer are there on every machine on which the documents are made.
_PROGRAMS = {
    "netlog": f'exec "{sys.executable}" -m netlog "$@"\n',
    "crontab": """\
case "$1" in
-l) cat ~/.crontab 2> /dev/null || { echo no crontab for you >&2; exit 1; } ;;
-r) rm ~/.crontab ;;
*) cat > ~/.crontab ;;
esac
""",
    "sendmail": "cat > /dev/null\n",
}
_SHELL = re.compile(r"[|<>&;$`*?#]")
_UUID = re.compile(r"([0-9a-f]{8}-[0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


class Said(NamedTuple):
    """What one line brought onto the screen, and its exit code."""

    screen: Screen
    text: str
    code: int


class Session:
    """Lines typed one after the other by somebody who lives in `folder`."""

    def __init__(self, folder: Path, day: str) -> None:
        self.home = folder
        self.day = day
        self.more: dict[str, str] = {}
        for name, text in _PROGRAMS.items():
            self.put(f"{_BIN}/{name}", f"#!/bin/sh\n{text}")
            (folder / _BIN / name).chmod(0o755)

    @property
    def environment(self) -> dict[str, str]:
        """All that a program is told."""
        path = f"{self.home / _BIN}:{Path(sys.executable).parent}"
        return {
            "HOME": str(self.home),
            "PATH": f"{path}:/usr/bin:/bin",
            "PYTHONPATH": str(SOURCES),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLUMNS": str(COLUMNS),
            "TZ": "UTC",
            "NETLOG_TODAY": self.day,
            **self.more,
        }

    def put(self, name: str, text: str) -> None:
        """A file below the home."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def typed(self, line: str, keys: str = "") -> Said:
        """A line typed at the terminal, and the keys for which it asks."""
        ours, theirs = pty.openpty()
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
        if keys:
            tty.setcbreak(theirs)  # or they would be shown before they are asked for
            os.write(ours, keys.encode())
        said, code = self._run(line, ours, theirs, (0, 1, 2))
        screen = Screen(self.tidy(said.decode()))
        return Said(screen, screen.text, code)

    def piped(self, line: str, stream: int = 1) -> str:
        """What a line writes to stdout (1) or stderr (2) when that is a pipe."""
        ours, theirs = os.pipe()
        said, _ = self._run(line, ours, theirs, (stream,))
        return self.tidy(said.decode())

    def tidy(self, said: str) -> str:
        """The same on every machine: no path, chance or version of this one."""
        numbers: dict[str, str] = {}

        def numbered(found: re.Match[str]) -> str:
            number = f"{len(numbers) + 1:012}"
            return numbers.setdefault(found[0], f"{found[1]}-7000-8000-{number}")

        said = _UUID.sub(numbered, said.replace(str(self.home), HOME))
        for label, version, shown in (
            ("Python", platform.python_version(), "3.13.1"),
            ("SQLite", sqlite3.sqlite_version, "3.45.1"),
        ):
            pattern = rf"({label}\S*\s\S*?){re.escape(version)}"
            said = re.sub(pattern, rf"\g<1>{shown}", said, flags=re.IGNORECASE)
        return said

    def _run(
        self, line: str, ours: int, theirs: int, streams: tuple[int, ...]
    ) -> tuple[bytes, int]:
        child = os.fork()
        if child == 0:
            os.close(ours)
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(theirs if stream in streams else nothing, stream)
            _leave(lambda: self._become(line))
        os.close(theirs)
        said = _everything(ours)
        _, status = os.waitpid(child, 0)
        return said, os.waitstatus_to_exitcode(status)

    def _become(self, line: str) -> int:
        gc.disable()  # or it would touch, and so copy, all that the parent has
        os.environ.clear()
        os.environ.update(self.environment)
        time.tzset()
        os.chdir(self.home)
        if _SHELL.search(line) or not line.startswith("netlog"):
            os.execv("/bin/sh", ["sh", "-c", line])  # noqa: S606 (a line of a document)
        sys.stdin, sys.stdout, sys.stderr = (
            open(stream, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 (open until the process ends)
            for stream, mode in ((0, "r"), (1, "w"), (2, "w"))
        )
        return netlog.cli.run(shlex.split(line)[1:])


def _leave(become: Callable[[], int]) -> NoReturn:
    """Run the child, and never come back to what the parent does."""
    code = 1
    try:
        code = become()
    except BaseException:  # noqa: BLE001 (nothing may escape from the child)
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _everything(source: int) -> bytes:
    """All that is written until the other side ends."""
    said = bytearray()
    while True:
        try:
            part = os.read(source, 65536)
        except OSError:  # how Linux says that a terminal is closed
            part = b""
        if not part:
            os.close(source)
            return bytes(said)
        said += part
