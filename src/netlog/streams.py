"""stdin, stdout and stderr, whatever state they come in."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn


def open_streams() -> None:
    """Make stdin, stdout and stderr safe to use, whoever closed them.

    A closed one is opened on nothing, so that no file of ours gets its number;
    what cannot be encoded is written as an escape.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115, PTH123 (for good)
    # One that cannot be written: an answer that nobody gets is an error.
    sys.stdout = sys.stdout or open(os.devnull)  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.writable():
            stream.reconfigure(errors="backslashreplace")


def silence_stdout() -> None:
    """Nobody reads any more: what is left must not fail at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def leave(code: int) -> NoReturn:
    """End the process at once, everything written: nothing else is open."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code)
