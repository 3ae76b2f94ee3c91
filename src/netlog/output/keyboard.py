"""Single keys from a terminal, which is left as it was found."""

import os
import select
import signal
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from types import FrameType, TracebackType
from typing import IO, Self

ESCAPE, ENTER = "\x1b", "\n"
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
END = ""
"""In place of a key: Ctrl-D, or a terminal that is gone."""
_CTRL_D, _CTRL_U = "\x04", "\x15"
_BACKSPACES = {"\x7f", "\x08"}
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP)
_SOON = 0.05
"""Seconds within which the rest of an arrow key comes."""
_MODES = 3
"""Where the local modes stand among the attributes of a terminal."""


class Keyboard:
    """A terminal that gives each key as it is pressed, and shows none of them.

    It does so within a `with`.  After it, whatever ended it, the terminal is as it was;
    so it is where the process is ended or stopped by a signal.  Ctrl-C interrupts as
    everywhere.  What is asked is written to `screen`.
    """

    def __init__(self, terminal: int, screen: IO[str]) -> None:
        self._terminal = terminal
        self._screen = screen
        self._prompt = ""
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def __enter__(self) -> Self:
        """Take the terminal, and see to it that no signal leaves it so."""
        self._before = termios.tcgetattr(self._terminal)
        self._handlers = {number: signal.getsignal(number) for number in _SIGNALS}
        for number, handler in self._handlers.items():
            if handler is not signal.SIG_IGN:
                signal.signal(number, self._pass_on)
        self._take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the terminal back; keys that nobody asked for are no shell's either."""
        self._give_back(termios.TCSAFLUSH)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def key(self, prompt: str) -> str:
        """The next key, asked for by a prompt: a character, an arrow, ESCAPE or END."""
        self._ask(prompt)
        key = self._character()
        if key == ESCAPE and self._comes_soon():
            key += self._character()
            if key in {"\x1b[", "\x1bO"}:
                key = "\x1b[" + self._rest_of_sequence()
        return END if key == _CTRL_D else key

    def line(self, prompt: str) -> str | None:
        """What is typed up to Enter, asked for by a prompt; None for ESCAPE or END.

        Days and numbers are typed so: of other letters than ASCII none is taken.
        """
        self._ask(prompt)
        typed = ""
        while (key := self.key("")) not in {ENTER, ESCAPE, END}:
            if key in _BACKSPACES or key == _CTRL_U:
                gone = len(typed) if key == _CTRL_U else min(len(typed), 1)
                typed = typed[: len(typed) - gone]
                self._say("\b \b" * gone)
            elif key.isascii() and key.isprintable():
                typed += key
                self._say(key)
        self._say("\n")
        return typed if key == ENTER else None

    def _ask(self, prompt: str) -> None:
        self._prompt = prompt or self._prompt
        self._say(prompt)

    def _say(self, text: str) -> None:
        self._screen.write(text)
        self._screen.flush()

    def _character(self) -> str:
        """One character, of however many bytes; END where no more will come."""
        while True:
            try:
                byte = os.read(self._terminal, 1)
            except OSError:  # on Linux, how a terminal ends
                byte = b""
            if not byte:
                return END
            if character := self._decoder.decode(byte):
                return character

    def _rest_of_sequence(self) -> str:
        """What comes up to the letter or ~ that ends an arrow key and its like."""
        rest = ""
        while not rest or not ("@" <= rest[-1] <= "~"):
            character = self._character()
            if not character:
                break
            rest += character
        return rest

    def _comes_soon(self) -> bool:
        return bool(select.select([self._terminal], [], [], _SOON)[0])

    def _take(self) -> None:
        """Give each key at once, and show none; signals and output as before."""
        modes = termios.tcgetattr(self._terminal)
        modes[_MODES] &= ~(termios.ECHO | termios.ICANON)
        modes[-1][termios.VMIN], modes[-1][termios.VTIME] = 1, 0
        termios.tcsetattr(self._terminal, termios.TCSANOW, modes)

    def _give_back(self, when: int) -> None:
        with suppress(termios.error):  # it may be gone
            termios.tcsetattr(self._terminal, when, self._before)

    def _pass_on(self, number: int, frame: FrameType | None) -> None:
        """Give the terminal back, and let a signal do what it does.

        Only a stop comes back from that: then it goes on where it was.
        """
        del frame
        self._give_back(termios.TCSANOW)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        signal.signal(number, self._pass_on)
        self._take()
        self._say(self._prompt)
