"""Paths back from a person to those who were met without help.

A path is a tuple of introductions: the person's own first, then its introducer's,
and so on to a root; it is empty where the person is a root.  Paths may be more than
could ever be listed, so what is asked of all of them is gathered from the roots
down, one introduction at a time, and none is listed that was not asked for.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import accumulate, chain, islice
from operator import add, or_
from typing import TypeVar

from netlog.domain.introduction import Link
from netlog.network.ancestors import UNREAD, Ancestors, Walk, WalkStep

_T = TypeVar("_T")
Path = tuple[Link, ...]

_TO_ROOTS = (1, 0)
_TO_UNREAD = (0, 1)


def shortest(ancestors: Ancestors, person: int, until: date, most: int) -> list[Path]:
    """The shortest complete paths, at most so many.

    In order of length; of one length, the path whose first introduction is the
    older by (day, number), then its second, and so on.
    """
    search = _Search(ancestors.walk(person, until), _TO_ROOTS)
    return list(islice(chain.from_iterable(map(search.paths, search.hops())), most))


def count(ancestors: Ancestors, person: int, until: date) -> int:
    """How many complete paths there are, exactly: perhaps astronomically many."""
    walk = ancestors.walk(person, until)
    table = _gathered(walk, _TO_ROOTS, lambda ways: ways, add)
    return table.get(person, _TO_ROOTS)[walk.usable]


def is_complete(ancestors: Ancestors, person: int, until: date) -> bool:
    """Whether every walk ends: none comes to somebody whose rows were not read."""
    return not ancestors.walk(person, until).ends(UNREAD)


def open_end(ancestors: Ancestors, person: int, until: date) -> Path:
    """The longest path into somebody unread; an empty one where there is none.

    Of several the first in the order of `shortest`.
    """
    search = _Search(ancestors.walk(person, until), _TO_UNREAD)
    longest = max(search.hops(), default=0)
    return next(search.paths(longest), ())


def _gathered(
    walk: Walk,
    ends: tuple[_T, _T],
    step: Callable[[_T], _T],
    join: Callable[[_T, _T], _T],
) -> dict[int, list[_T]]:
    """For each person, by how many of their introductions may be used, one value.

    `ends` are the values at a root and at somebody unread: they stand where 0
    and UNREAD find them.  `step` makes an introduction's value from that of its
    introducer; `join` puts those of several introductions together.
    """
    table: dict[int, list[_T]] = {}
    for person, steps in walk.steps.items():
        values = (
            step(table.get(link.introducer_id, ends)[left]) for link, left in steps
        )
        table[person] = [ends[0], *accumulate(values, join)]
    return table


class _Search:
    """Looks for the paths of one length after the other, and never in vain.

    The lengths that paths can have from a person are bits of a number: bit n
    stands for n hops.
    """

    def __init__(self, walk: Walk, ends: tuple[int, int]) -> None:
        self.walk = walk
        self.ends = ends
        self.table = _gathered(walk, ends, lambda bits: bits << 1, or_)

    def hops(self) -> Iterator[int]:
        """How long paths are, the shortest first."""
        bits = self.table.get(self.walk.person, self.ends)[self.walk.usable]
        while bits:
            yield (bits & -bits).bit_length() - 1
            bits &= bits - 1

    def paths(self, hops: int) -> Iterator[Path]:
        """Every path that is so long, in order."""
        if not hops:
            yield ()
            return
        path: list[Link] = []
        ahead = [self._leading(self.walk.person, self.walk.usable, hops)]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                del path[len(ahead) - 1 :]
            elif len(ahead) == hops:
                yield (*path, step[0])
            else:
                path.append(step[0])
                left = hops - len(ahead)
                ahead.append(self._leading(step[0].introducer_id, step[1], left))

    def _leading(self, person: int, usable: int, hops: int) -> Iterator[WalkStep]:
        """The steps from a person with which so many hops lead to an end."""
        for link, left in self.walk.steps.get(person, ())[: max(usable, 0)]:
            bits = self.table.get(link.introducer_id, self.ends)[left]
            if bits >> (hops - 1) & 1:
                yield link, left
