"""Running commands in turn, and how long each took."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from pty import openpty
from statistics import median
from struct import pack
from subprocess import DEVNULL, PIPE, Popen
from termios import TIOCSWINSZ
from time import perf_counter
from typing import NamedTuple

_ROWS, _COLUMNS = 24, 80
_AT_ONCE = 65_536


def _nothing() -> None:
    """Get nothing ready."""


class Case(NamedTuple):
    """One command to be timed.

    `command` gives the words of each round, `before` gets things ready untimed;
    on a `terminal` of 80 by 24, else in a pipe.  One that says nothing has failed,
    unless it is `silent`.
    """

    name: str
    command: Callable[[int], Sequence[str]]
    home: Path
    environment: Mapping[str, str]
    before: Callable[[], None] = _nothing
    terminal: bool = False
    silent: bool = False


class Timing(NamedTuple):
    """The seconds of every round."""

    seconds: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.seconds)

    @property
    def milliseconds(self) -> str:
        """The median, and from the quickest to the slowest."""
        low, high = min(self.seconds), max(self.seconds)
        return f"{self.middle * 1e3:.0f} ({low * 1e3:.0f} to {high * 1e3:.0f})"


Timings = Mapping[str, Timing]


class FailedError(Exception):
    """A command did not do what it was to do."""


def in_turn(cases: Sequence[Case], rounds: int) -> dict[str, Timing]:
    """A B A B …: each case once a round; what fails is named and left out.

    The first round fills the caches and does not count.
    """
    seconds: dict[str, list[float]] = {case.name: [] for case in cases}
    for number in range(rounds + 1):
        for case in cases:
            if case.name in seconds:
                _add(case, number, seconds)
        print(f"\r{number} of {rounds} rounds", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return {name: Timing(tuple(taken[1:])) for name, taken in seconds.items()}


def _add(case: Case, number: int, seconds: dict[str, list[float]]) -> None:
    try:
        seconds[case.name].append(once(case, number))
    except (FailedError, OSError) as error:
        del seconds[case.name]
        print(f"\n{case.name} is left out: {error}", file=sys.stderr)


def once(case: Case, number: int) -> float:
    """Seconds from the start of the command until it has ended."""
    words = list(case.command(number))
    case.before()
    run = _on_terminal if case.terminal else _in_pipe
    start = perf_counter()
    code, said = run(case, words)
    taken = perf_counter() - start
    if code or not (said or case.silent):
        raise FailedError(f"exit {code}: {said.strip()[-200:] or 'it said nothing'}")
    return taken


def _in_pipe(case: Case, words: list[str]) -> tuple[int, str]:
    process = Popen(
        words, cwd=case.home, env=case.environment, stdin=DEVNULL, stdout=PIPE,
        stderr=PIPE,
    )  # fmt: skip
    out, errors = process.communicate()
    said = errors if process.returncode else out
    return process.returncode, said.decode(errors="replace")


def _on_terminal(case: Case, words: list[str]) -> tuple[int, str]:
    master, slave = openpty()
    ioctl(slave, TIOCSWINSZ, pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    process = Popen(
        words, cwd=case.home, env=case.environment, stdin=slave, stdout=slave,
        stderr=slave, start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    said = b"".join(_read(master))
    os.close(master)
    return process.wait(), said.decode(errors="replace")


def _read(terminal: int) -> Iterator[bytes]:
    """What is written to a terminal until nobody holds it any more."""
    while True:
        try:
            some = os.read(terminal, _AT_ONCE)
        except OSError:
            return
        if not some:
            return
        yield some
