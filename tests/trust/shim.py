"""The library that stands between a process and its files: built, loaded, read."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple

_SOURCE = Path(__file__).with_name("shim.c")
_HEAD = Struct("=5q")
_OPTIONS = ("-shared", "-fPIC", "-O1", "-Wall", "-Werror")


class Event(NamedTuple):
    """One thing that was done: open, close, write, truncate, sync and so on.

    `what` is a letter: o c w t s for files by their number, u r l m for names, and .
    where a line of netlog's was acknowledged.  Of o and m, `second` says whether it
    is new, and `two` is its mode in octal.
    """

    what: str
    first: int
    second: int
    one: bytes
    two: bytes


def compiler() -> str:
    """The C compiler; "" where there is none, or where the shim could not be loaded."""
    if sys.platform != "linux":
        return ""
    return shutil.which("cc") or shutil.which("gcc") or ""


def built(folder: Path) -> Mapping[str, str]:
    """Build the shim; gives what a process needs in its environment to load it."""
    made = folder / "shim.so"
    words = [compiler(), *_OPTIONS, "-o", str(made), str(_SOURCE), "-ldl"]
    subprocess.run(words, check=True)
    return {"LD_PRELOAD": str(made)}


@cache
def library() -> Any:
    """The shim, in a process that was started with it."""
    found = ctypes.CDLL(None)
    found.trust_fail.argtypes = (ctypes.c_long, ctypes.c_int, ctypes.c_int)
    found.trust_calls.restype = ctypes.c_long
    return found


def events(path: Path) -> Iterator[Event]:
    """Everything in a log, in the order in which it happened."""
    text, place = path.read_bytes(), 0
    while place < len(text):
        what, first, second, one, two = _HEAD.unpack_from(text, place)
        middle = place + _HEAD.size + one
        parts = text[place + _HEAD.size : middle], text[middle : middle + two]
        yield Event(chr(what), first, second, *parts)
        place = middle + two


_CAPABILITIES = 0x20080522
_OVERRIDING = 1 << 1 | 1 << 2 | 1 << 3
"""Reading, writing and owning what is somebody else's."""


def give_up_privileges() -> None:
    """Be the owner of one's files and no more, even as the superuser."""
    head = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    sets = (ctypes.c_uint32 * 6)()
    call = ctypes.CDLL(None, use_errno=True)
    if call.capget(head, sets) == 0:
        for place in range(3):
            sets[place] &= ~_OVERRIDING
        if call.capset(head, sets) == 0:
            return
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
