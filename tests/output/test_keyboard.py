"""Single keys from a terminal, which is left as it was found."""

import io
import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from tests.screen import waited_for

from netlog.output.keyboard import (
    DOWN,
    END,
    ENTER,
    ESCAPE,
    LEFT,
    RIGHT,
    UP,
    Keyboard,
)


class Desk(NamedTuple):
    """A terminal seen from both sides, and what is written on its screen."""

    ours: int
    theirs: int
    screen: io.StringIO

    @property
    def keyboard(self) -> Keyboard:
        """The keys of the terminal."""
        return Keyboard(self.theirs, self.screen)

    def typed(self, text: str) -> None:
        """Type something, whether or not it is asked for."""
        os.write(self.ours, text.encode())

    @property
    def modes(self) -> list[object]:
        """How the terminal is set."""
        return termios.tcgetattr(self.theirs)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A terminal that shows nothing of what is typed by itself."""
    ours, theirs = pty.openpty()
    yield Desk(ours, theirs, io.StringIO())
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("d", "d"),
        ("K", "K"),
        (" ", " "),
        ("é", "é"),
        ("王", "王"),
        ("\r", ENTER),
        ("\x1b", ESCAPE),
        ("\x1b[A", UP),
        ("\x1bOB", DOWN),
        ("\x1b[C", RIGHT),
        ("\x1b[D", LEFT),
        ("\x1b[3~", "\x1b[3~"),
        ("\x1bd", "\x1bd"),
        ("\x04", END),
    ],
)
def test_each_key_is_one(desk: Desk, typed: str, key: str) -> None:
    """Letters of any script, arrows of both sorts, and what else a keyboard has."""
    with desk.keyboard as keyboard:
        desk.typed(typed)
        assert keyboard.key("> ") == key
        desk.typed("q")
        assert keyboard.key("> ") == "q"
    assert desk.screen.getvalue() == "> > "


def test_keys_are_given_at_once_and_not_shown(desk: Desk) -> None:
    """Within, a key needs no Enter and leaves nothing on the screen; signals come."""
    with desk.keyboard:
        local = termios.tcgetattr(desk.theirs)[3]
        output = termios.tcgetattr(desk.theirs)[1]
    assert not local & (termios.ECHO | termios.ICANON)
    assert local & termios.ISIG
    assert output & termios.OPOST


def test_keys_typed_ahead_are_kept(desk: Desk) -> None:
    """What was pressed before it was asked for comes in its order."""
    with desk.keyboard as keyboard:
        desk.typed("dn\x1b[Cq")
        assert [keyboard.key("") for _ in range(4)] == ["d", "n", RIGHT, "q"]


@pytest.mark.parametrize(
    ("typed", "line", "shown"),
    [
        ("2w\r", "2w", "until 2w\n"),
        ("\r", "", "until \n"),
        ("fro\x7fi\r", "fri", "until fro\b \bi\n"),
        ("\x7ffri\r", "fri", "until fri\n"),
        ("20 nov\x15mon\r", "mon", "until 20 nov" + "\b \b" * 6 + "mon\n"),
        ("é\x1b[Afri\r", "fri", "until fri\n"),
        ("fri\x1b", None, "until fri\n"),
        ("fri\x04", None, "until fri\n"),
    ],
)
def test_a_line_is_typed_and_mended(
    desk: Desk, typed: str, line: str | None, shown: str
) -> None:
    """Shown as it is typed, up to Enter; Esc and Ctrl-D are no line."""
    with desk.keyboard as keyboard:
        desk.typed(typed)
        assert keyboard.line("until ") == line
    assert desk.screen.getvalue() == shown


def test_the_end_of_a_terminal_is_the_end_of_keys() -> None:
    """Whoever sat there is gone: no error, and no more keys."""
    ours, theirs = pty.openpty()
    with Keyboard(theirs, io.StringIO()) as keyboard:
        os.close(ours)
        assert [keyboard.key(""), keyboard.line("")] == [END, None]
    os.close(theirs)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_the_terminal_is_as_it_was(desk: Desk, error: type[BaseException]) -> None:
    """However it ends; and signals do again what they did."""
    before = desk.modes, signal.getsignal(signal.SIGTERM)
    with desk.keyboard:
        assert desk.modes != before[0]
    assert (desk.modes, signal.getsignal(signal.SIGTERM)) == before
    with pytest.raises(error), desk.keyboard:
        raise error
    assert (desk.modes, signal.getsignal(signal.SIGTERM)) == before


def test_keys_that_nobody_asked_for_are_gone(desk: Desk) -> None:
    """What is typed too much is no line of the shell."""
    with desk.keyboard as keyboard:
        desk.typed("qdd\r")
        assert keyboard.key("") == "q"
    os.set_blocking(desk.theirs, False)
    with pytest.raises(BlockingIOError):
        os.read(desk.theirs, 10)


# What a shell does with a job: it sees it stop, and lets it go on, in its terminal.
_SHELL = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
before = termios.tcgetattr(0)
job = os.fork()
if not job:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.executable, [sys.executable, "-c", sys.argv[1]])
while True:
    _, status = os.waitpid(job, os.WUNTRACED)
    os.tcsetpgrp(0, os.getpid())
    is_as_before = termios.tcgetattr(0) == before
    if not os.WIFSTOPPED(status):
        break
    print("stopped", is_as_before, flush=True)
    os.tcsetpgrp(0, job)
    os.kill(job, signal.SIGCONT)
print("ended", os.waitstatus_to_exitcode(status), is_as_before, flush=True)
"""
_JOB = """
import sys
from netlog.output.keyboard import Keyboard
with Keyboard(0, sys.stdout) as keyboard:
    while (key := keyboard.key("> ")) != "q":
        print("got", key, flush=True)
"""


class AtShell:
    """A job that asks for keys, at a shell, at a terminal."""

    def __init__(self) -> None:
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SHELL, _JOB],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.said = ""

    def until(self, text: str) -> None:
        """Read until the terminal shows something at its end."""
        while not self.said.endswith(text):
            some = waited_for(self.ours).decode()
            assert some, (text, self.said)
            self.said += some.replace("\r", "")

    def press(self, keys: str, text: str) -> None:
        """Press keys, and read until something is shown."""
        os.write(self.ours, keys.encode())
        self.until(text)


@pytest.fixture
def shell() -> Iterator[AtShell]:
    """A job at a shell."""
    seat = AtShell()
    yield seat
    seat.process.kill()
    seat.process.wait()
    os.close(seat.ours)


def test_a_job_that_is_stopped_gives_the_terminal_back(shell: AtShell) -> None:
    """Ctrl-Z: the shell has its terminal; when it goes on, it asks again."""
    shell.until("> ")
    shell.press("\x1a", "stopped True\n> ")
    shell.press("d", "got d\n> ")
    shell.press("q", "ended 0 True\n")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_job_that_is_ended_gives_the_terminal_back(
    shell: AtShell, number: signal.Signals
) -> None:
    """And it is that signal by which it ended."""
    shell.until("> ")
    job = os.tcgetpgrp(shell.ours)
    os.kill(job, number)
    shell.until(f"ended {-number} True\n")
