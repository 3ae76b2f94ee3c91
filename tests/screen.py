"""A terminal of a given width, and what netlog shows on it."""

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Mapping
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
    pid, terminal = pty.fork()
    if not pid:
        fcntl.ioctl(
            1, termios.TIOCSWINSZ, struct.pack("HHHH", _HEIGHT, width, 0, 0)
        )
        command = netlog.command(*words)
        os.chdir(netlog.home)
        os.execvpe(command[0], command, environment)
    sent = _everything(terminal)
    _, status = os.waitpid(pid, 0)
    screen = pyte.Screen(width, _HEIGHT)
    pyte.Stream(screen).feed(sent)
    lines = tuple(line.rstrip() for line in screen.display)
    return Shown(_trimmed(lines), sent, os.waitstatus_to_exitcode(status))


def _everything(terminal: int) -> str:
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
