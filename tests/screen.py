"""A terminal of a given width, what netlog shows on it, and keys that are pressed."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyte
from tests.running import InItsOwn

_HEIGHT = 500
_PATIENCE = 60
"""Seconds after which nothing more will come, on however slow a machine."""
_PROMPT = b"\n> "
# Makes stdin the terminal of its session, so that Ctrl-C on it interrupts.
_SEATED = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


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


def waited_for(terminal: int) -> bytes:
    """What a terminal says next; nothing where nobody holds it any more."""
    if not select.select([terminal], [], [], _PATIENCE)[0]:
        raise TimeoutError(f"nothing came in {_PATIENCE} seconds")
    try:
        return os.read(terminal, 65536)
    except OSError:  # on Linux, how a terminal ends
        return b""


class Sitting:
    """Somebody at a terminal: presses keys, and reads up to the next prompt."""

    def __init__(self, netlog: InItsOwn, *words: str, width: int = 80) -> None:
        environment = {"TERM": "xterm", "NO_COLOR": "1", **netlog.environment}
        self.width = width
        self._terminal, there = pty.openpty()
        size = struct.pack("HHHH", _HEIGHT, width, 0, 0)
        fcntl.ioctl(there, termios.TIOCSWINSZ, size)
        self._before = termios.tcgetattr(there)
        line = [sys.executable, "-c", _SEATED, *netlog.command(*words)]
        self._process = begun(line, there, netlog.home, environment)
        os.close(there)
        self.begins = self._read()

    def press(self, *keys: str) -> tuple[str, ...]:
        """Press keys, each when it is asked for; what came after the last of them."""
        lines: tuple[str, ...] = ()
        for key in keys:
            os.write(self._terminal, key.encode())
            lines = self._read()
        return lines

    def signalled(self, number: signal.Signals) -> tuple[str, ...]:
        """Send the process a signal; what came then."""
        self._process.send_signal(number)
        return self._read()

    @property
    def ended(self) -> int:
        """The exit code, once it ends; minus the signal that ended it."""
        return self._process.wait(timeout=60)

    @property
    def is_as_before(self) -> bool:
        """Whether the terminal is as it was before the command."""
        return self.modes == self._before

    @property
    def modes(self) -> list[Any]:
        """How the terminal is set."""
        return termios.tcgetattr(self._terminal)

    def leave(self) -> None:
        """Give everything back."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def _read(self) -> tuple[str, ...]:
        """The lines that come before the next prompt, or before the end."""
        came = bytearray()
        while not came.endswith(_PROMPT) and (some := waited_for(self._terminal)):
            came += some
        screen = pyte.Screen(self.width, _HEIGHT)
        pyte.Stream(screen).feed(came.decode())
        return tuple(line.rstrip() for line in screen.display if line.strip())


def _trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    last = max((n for n, line in enumerate(lines) if line), default=-1)
    return lines[: last + 1]
