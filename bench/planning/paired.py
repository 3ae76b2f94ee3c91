"""Two rules beside each other, and how sure that is: a paired bootstrap."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from bench.planning.chance import random_of

RESAMPLES = 1_000
_TAIL = 0.025


class Estimate(NamedTuple):
    """A figure and its 95 % interval; `same` where nobody fared differently."""

    value: float
    low: float
    high: float
    same: bool = False


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Estimate:
    """The mean of ours as a multiple of the mean of theirs."""
    return _estimate(ours, theirs, lambda one, other: one / other if other else 0.0)


def difference(ours: Sequence[float], theirs: Sequence[float]) -> Estimate:
    """By how much the mean of ours is more."""
    many = len(ours)
    return _estimate(ours, theirs, lambda one, other: (one - other) / many)


def _estimate(
    ours: Sequence[float],
    theirs: Sequence[float],
    compared: Callable[[float, float], float],
) -> Estimate:
    """A figure of two sums, over all and over each draw of as many pairs."""
    drawn = sorted(
        compared(sum(ours[n] for n in draw), sum(theirs[n] for n in draw))
        for draw in _draws(len(ours))
    )
    cut = int(RESAMPLES * _TAIL)
    whole = compared(sum(ours), sum(theirs))
    return Estimate(whole, drawn[cut], drawn[-1 - cut], list(ours) == list(theirs))


@cache
def _draws(many: int) -> tuple[tuple[int, ...], ...]:
    random = random_of(f"bootstrap of {many}")
    return tuple(tuple(random.choices(range(many), k=many)) for _ in range(RESAMPLES))
