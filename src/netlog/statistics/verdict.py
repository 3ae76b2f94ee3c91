"""What two rates say about a claim, in one of four words."""

from bisect import bisect_left
from typing import Literal

from netlog.records import NamedTuple
from netlog.statistics.fisher import fisher
from netlog.statistics.rate import Rate

Word = Literal["supported", "contradicted", "leaning", "too few"]

SURE = 0.05
"""Below this p the claim is supported or contradicted: Fisher's custom."""
LEANING = 0.2
"""Below this p it leans; opinion."""
ENOUGH = 6
"""A group smaller than this says nothing; opinion."""
TIMES = 100
"""Up to how many times as many cases are tried before saying how many it takes."""


class Verdict(NamedTuple):
    """One word, and how much more it takes for a surer one.

    `more` is the number of cases missing, of both groups together: 0 where the
    word is sure, None where no number would tell.  `towards`: whether the claimed
    group has the higher rate, None where neither has.
    """

    word: Word
    p: float
    more: int | None
    towards: bool | None

    def said(self) -> str:
        """The verdict as a part of a sentence: too few: at least 4 more."""
        if self.more == 0:
            return self.word
        if self.word == "leaning":
            way = "towards" if self.towards else "against"
            return f"leaning {way} it; {self._missing('about')} would tell"
        if self.more is None:
            return f"too few to tell; {self._missing('')} would at these rates"
        return f"too few: {self._missing('at least')}"

    def _missing(self, roughly: str) -> str:
        """How many more, in words."""
        if self.more is not None:
            return f"{roughly} {self.more:,} more"
        if self.towards is None:
            return "no number"
        return "not even a hundred times as many"


def compare(claimed: Rate, other: Rate, looks: int = 1) -> Verdict:
    """Whether the claimed group has the higher rate.

    By Fisher's exact test, two-sided.  Under six cases in a group are too few.
    p < 0.05: supported, or contradicted where the claimed group has the lower
    rate; p < 0.2: leaning; else too few.  Where the claimed group was picked out of
    several for its rate, `looks` says of how many, and p is taken so many times (C. E.
    Bonferroni, 1936).
    """
    p, towards = _p(claimed, other, looks), _towards(claimed, other)
    missing = max(0, ENOUGH - claimed.n) + max(0, ENOUGH - other.n)
    if missing:
        more = max(missing, more_cases(claimed, other, looks) or 0)
        return Verdict("too few", p, more, towards)
    if p < SURE:
        return Verdict("supported" if towards else "contradicted", p, 0, towards)
    word: Word = "leaning" if p < LEANING else "too few"
    return Verdict(word, p, more_cases(claimed, other, looks), towards)


def _p(first: Rate, second: Rate, looks: int) -> float:
    return min(1.0, looks * fisher(first, second))


def more_cases(first: Rate, second: Rate, looks: int = 1) -> int | None:
    """How many more cases until p < 0.05, if the rates stay as they are.

    Both groups grow in proportion, to whole cases and whole hits.  At least one;
    the number before it would not tell.  None where the rates are equal, or where
    a hundred times as many cases would not tell.
    """
    if _towards(first, second) is None:
        return None

    def tells(more: int) -> bool:
        return _p(*_grown(first, second, more), looks) < SURE

    most, high = TIMES * (first.n + second.n), 1
    while not tells(high):
        if high == most:
            return None
        high = min(2 * high, most)
    return bisect_left(range(high), True, lo=high // 2 + 1, key=tells)  # noqa: FBT003


def _towards(claimed: Rate, other: Rate) -> bool | None:
    """Whether the first rate is the higher; None where neither is, or unknown."""
    mine, theirs = claimed.hits * other.n, other.hits * claimed.n
    return None if mine == theirs else mine > theirs


def _grown(first: Rate, second: Rate, more: int) -> tuple[Rate, Rate]:
    """Both groups with so many more cases, shared out by their sizes."""
    mine = round(more * first.n / (first.n + second.n))
    return _larger(first, mine), _larger(second, more - mine)


def _larger(rate: Rate, more: int) -> Rate:
    """A group with more cases at the same rate."""
    return Rate(round(rate.hits * (rate.n + more) / rate.n), rate.n + more)
