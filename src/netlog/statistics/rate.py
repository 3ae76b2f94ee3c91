"""How many of how many, never without how surely."""

from math import sqrt

from netlog.records import NamedTuple

Z = 1.959963984540054
"""Where the normal distribution leaves out 2.5 % on either side."""


class Rate(NamedTuple):
    """So many hits of n cases: 0 <= hits <= n."""

    hits: int
    n: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None without a case."""
        return self.hits / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the share lies in truth, with 95 % confidence: from, to.

        The score interval of E. B. Wilson, Journal of the American Statistical
        Association 22:209 (1927), without continuity correction.  None without
        a case.
        """
        if not self.n:
            return None
        return _lower(self.hits, self.n), 1 - _lower(self.n - self.hits, self.n)

    @property
    def percent(self) -> str:
        """The share and its interval in whole percent: 38 % [14-69], with a dash."""
        if self.share is None or self.interval is None:
            return "nothing to go by"
        return with_interval(self.share, self.interval)

    def said(self) -> str:
        """The count and the share with its interval: 3 of 8: 38 % [14-69]."""
        return f"{self.hits} of {self.n}: {self.percent}"


def _lower(hits: int, n: int) -> float:
    """The lower end; the upper is one minus that of the cases that were no hits."""
    around = Z * sqrt(hits * (n - hits) / n + Z * Z / 4)
    return (hits + Z * Z / 2 - around) / (n + Z * Z)


def with_interval(share: float, interval: tuple[float, float]) -> str:
    """A share and where it lies in truth, in whole percent: 38 % [14-69]."""
    low, high = map(whole_percent, interval)
    return f"{whole_percent(share)} % [{low}\N{EN DASH}{high}]"


def whole_percent(share: float) -> int:
    """A share from 0 to 1 in percent, a half rounded up as people do."""
    return int(round(share * 100, 9) + 0.5)  # 23 of 40 is 57.5, not a hair less
