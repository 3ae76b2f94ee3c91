"""Lines of a slot that may have very many: the first are made, the others counted."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from netlog.namedtuple import NamedTuple
from netlog.plan.result import Line

_MOST = 200
T = TypeVar("T")


class Lines(NamedTuple):
    """The first lines of a slot, and how many things beyond them were not looked at."""

    lines: tuple[Line, ...]
    beyond: int = 0


def made(things: Iterable[T], make: Callable[[T], Line | None], size: int) -> Lines:
    """A line of each thing that makes one, of the first ones at least."""
    rest = list(things)
    most = max(_MOST, size)
    lines = [line for thing in rest[:most] if (line := make(thing))]
    return Lines(tuple(lines), max(len(rest) - most, 0))
