"""How good guesses were."""

from collections.abc import Iterable


def brier(pairs: Iterable[tuple[float, bool]]) -> float | None:
    """The mean square of guess minus truth: 0 is perfect, 0.25 always saying half.

    Each pair is a probability from 0 to 1, and whether it came.  The score of
    G. W. Brier, Monthly Weather Review 78:1 (1950), for a single class.  None
    without a pair.
    """
    squares = [(guess - came) ** 2 for guess, came in pairs]
    return sum(squares) / len(squares) if squares else None
