"""Drawing a tree: what stands before each line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
_LAST, _ONE_OF = "└ ", "├ "
_PAST, _BESIDE = "  ", "│ "


class Branch(Generic[T]):
    """Something, and what grows from it."""

    def __init__(self, what: T) -> None:
        self.what = what
        self.below: list[Branch[T]] = []

    def grow(self, what: T) -> "Branch[T]":
        """The branch of something below; the one that is there, if it is."""
        for branch in self.below:
            if branch.what == what:
                return branch
        self.below.append(Branch(what))
        return self.below[-1]


def grown(paths: Iterable[Sequence[T]]) -> list[Branch[T]]:
    """Paths as branches: what they begin with alike is there once."""
    trunk: Branch[T | None] = Branch(None)
    for path in paths:
        branch = trunk
        for step in path:
            branch = branch.grow(step)
    return trunk.below  # type: ignore[return-value]  # only the trunk is nothing


def drawn_lines(tops: Sequence[Branch[T]]) -> Iterator[tuple[str, T]]:
    """Every line from top to bottom with the branches that stand before it."""
    waiting = [("", "", top) for top in reversed(tops)]
    while waiting:
        before, mark, branch = waiting.pop()
        yield before + mark, branch.what
        inner = before + {"": "", _LAST: _PAST, _ONE_OF: _BESIDE}[mark]
        marks = [_ONE_OF] * (len(branch.below) - 1) + [_LAST]
        rows = zip(marks, branch.below, strict=False)
        waiting += [(inner, mark, below) for mark, below in reversed(list(rows))]
