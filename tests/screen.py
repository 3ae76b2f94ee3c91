"""A terminal of a given width, and what netlog shows on it."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyte
from tests.running import InItsOwn

_HEIGHT = 500


class Shown(NamedTuple):
    """What a command left on the screen, the bytes it sent, and its exit code."""

    lines: tuple[str, ...]
    sent: str
    code: int

    @property
    def styled(self) -> bool:
        """Whether anything but plain text was sent."""
        return "\x1b[" in self.sent


def shown(
    netlog: InItsOwn,
    *words: str,
    width: int = 80,
    more: Mapping[str, str] | None = None,
) -> Shown:
    """Run a command on a terminal that is so many columns wide."""
    environment = {"TERM": "xterm-256color", **netlog.environment, **(more or {})}
    terminal, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", _HEIGHT, width, 0, 0))
    with begun(netlog.command(*words), there, netlog.home, environment) as command:
        os.close(there)
        sent = everything(terminal)
    screen = pyte.Screen(width, _HEIGHT)
    pyte.Stream(screen).feed(sent)
    lines = tuple(line.rstrip() for line in screen.display)
    return Shown(_trimmed(lines), sent, command.returncode)


def begun(
    words: Sequence[str], terminal: int, home: Path, environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """A process for which a terminal is stdin, stdout and stderr."""
    return subprocess.Popen(
        words,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=home,
        env=environment,
        start_new_session=True,
    )


def everything(terminal: int) -> str:
    """All that is written to a terminal until nobody holds it any more."""
    held = bytearray()
    while True:
        try:
            some = os.read(terminal, 65536)
        except OSError:  # on Linux, how a terminal ends
            some = b""
        if not some:
            os.close(terminal)
            return held.decode("utf-8", "replace")
        held += some


def _trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    last = max((n for n, line in enumerate(lines) if line), default=-1)
    return lines[: last + 1]
