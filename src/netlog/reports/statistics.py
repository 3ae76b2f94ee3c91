"""Rates, tests, times and guesses: what a few cases say, and how surely."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log, sqrt
from typing import Literal

from netlog.domain.numbers import whole_percent
from netlog.namedtuple import NamedTuple

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


# A table just as probable may come out a hair more probable after many steps.
_AS_RARE = 1 + 1e-10
# A table so much rarer than the one seen, and those beyond it, add nothing.
_NOTHING = 1e-20


def fisher(first: Rate, second: Rate) -> float:
    """How often chance alone makes a difference as rare as this one: p, two-sided.

    The exact test of R. A. Fisher, Journal of the Royal Statistical Society 98:39
    (1935): of all tables with the same margins, the probability of those that are
    no more probable than the one seen.  1 where a group is empty, or nobody or
    everybody was a hit.
    """
    others = [*_beyond(first, second), *_beyond(second, first)]
    as_rare = sum(weight for weight in others if weight <= _AS_RARE)
    return (1 + as_rare) / (1 + sum(others))


def _beyond(gaining: Rate, losing: Rate) -> Iterator[float]:
    """How probable each table is, as a multiple of the one seen.

    From table to table one more of the hits is the gaining group's, until there
    is none left or what follows adds nothing.
    """
    hits, left, weight = gaining.hits, losing.hits, 1.0
    missed, spared = gaining.n - hits, losing.n - left
    while missed and left and weight > _NOTHING:
        hits, spared = hits + 1, spared + 1
        weight *= missed * left / (hits * spared)
        missed, left = missed - 1, left - 1
        yield weight


VerdictWord = Literal["supported", "contradicted", "leaning", "too few"]

SURE = 0.05
"""Below this p the claim is supported or contradicted: Fisher's custom."""
LEANING = 0.2
"""Below this p it leans; opinion."""
ENOUGH = 6
"""A group smaller than this says nothing; opinion."""
GROWN_AT_MOST = 100
"""Up to how many times as many cases are tried before saying how many it takes."""


class Verdict(NamedTuple):
    """One word, and how much more it takes for a surer one.

    `more` is the number of cases missing, of both groups together: 0 where the
    word is sure, None where no number would tell.  `towards`: whether the claimed
    group has the higher rate, None where neither has.
    """

    word: VerdictWord
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
    word: VerdictWord = "leaning" if p < LEANING else "too few"
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

    most, high = GROWN_AT_MOST * (first.n + second.n), 1
    while not tells(high):
        if high == most:
            return None
        high = min(2 * high, most)
    return bisect_left(range(high), True, lo=high // 2 + 1, key=tells)  # noqa: FBT003


def _towards(claimed: Rate, other: Rate) -> bool | None:
    """Whether the first rate is the higher; None where neither is, or unknown."""
    mine, others = claimed.hits * other.n, other.hits * claimed.n
    return None if mine == others else mine > others


def _grown(first: Rate, second: Rate, more: int) -> tuple[Rate, Rate]:
    """Both groups with so many more cases, shared out by their sizes."""
    mine = round(more * first.n / (first.n + second.n))
    return _larger(first, mine), _larger(second, more - mine)


def _larger(rate: Rate, more: int) -> Rate:
    """A group with more cases at the same rate."""
    return Rate(round(rate.hits * (rate.n + more) / rate.n), rate.n + more)


# A share of one half may come out a hair higher after many steps.
_HALF = 0.5 + 1e-9


class SurvivalCase(NamedTuple):
    """One case: after so many days it happened, or had not happened yet."""

    days: int
    happened: bool


class SurvivalStep(NamedTuple):
    """A number of days after which a case ended.

    `at_risk`: for how many it had not happened before, and who were watched so
    long; `happened`: for how many it did on that day; `share`: from 0 to 1, the
    probability that it has not happened by then.
    """

    days: int
    at_risk: int
    happened: int
    share: float


def survival(cases: Iterable[SurvivalCase]) -> tuple[SurvivalStep, ...]:
    """The probability, day by day, that it has not happened yet.

    The product-limit estimate of E. L. Kaplan and P. Meier, Journal of the
    American Statistical Association 53:457 (1958): a case that is still open
    counts up to its last day, that day included.  One step for each number of
    days on which a case ended, the fewest first; none without a case.
    """
    return tuple(_steps(list(cases)))


def _steps(cases: list[SurvivalCase]) -> Iterator[SurvivalStep]:
    ended = Counter(case.days for case in cases)
    happened = Counter(case.days for case in cases if case.happened)
    at_risk, share = len(cases), 1.0
    for days in sorted(ended):
        share *= (at_risk - happened[days]) / at_risk
        yield SurvivalStep(days, at_risk, happened[days], share)
        at_risk -= ended[days]


def median_time(steps: Iterable[SurvivalStep]) -> int | None:
    """The first day by which it has happened for half of them; None if for fewer."""
    return next((step.days for step in steps if step.share <= _HALF), None)


def share_by(steps: Sequence[SurvivalStep], days: int) -> float:
    """The probability, from 0 to 1, that it has happened by that day.

    After the last step it stays what it was there; 0 before the first.
    """
    passed = bisect_right(steps, days, key=lambda step: step.days)
    return 1 - steps[passed - 1].share if passed else 0.0


def at_risk(steps: Sequence[SurvivalStep], days: int) -> int:
    """How many were watched for so long, and had not had it before that day."""
    passed = bisect_left(steps, days, key=lambda step: step.days)
    return steps[passed].at_risk if passed < len(steps) else 0


def interval_by(steps: Sequence[SurvivalStep], days: int) -> tuple[float, float] | None:
    """Where the probability lies in truth that it has happened by that day.

    With 95 % confidence: from, to.  M. Greenwood's variance (Reports on Public Health
    33, 1926) on the log-log scale, which keeps it between 0 and 1.  That has none
    where nothing has happened yet, or everything has: there it is Wilson's interval,
    of those at risk, or of the last.  None where nobody was left.
    """
    passed = steps[: bisect_right(steps, days, key=lambda step: step.days)]
    share = passed[-1].share if passed else 1.0
    if share == 1:
        return Rate(0, at_risk(steps, days)).interval
    if share == 0:
        return Rate(passed[-1].happened, passed[-1].at_risk).interval
    around = exp(Z * sqrt(_greenwood(passed)) / -log(share))
    return 1 - share ** (1 / around), 1 - share**around


def _greenwood(steps: Iterable[SurvivalStep]) -> float:
    """The variance of the logarithm of the share."""
    return sum(
        step.happened / (step.at_risk * (step.at_risk - step.happened))
        for step in steps
    )


def brier(pairs: Iterable[tuple[float, bool]]) -> float | None:
    """The mean square of guess minus truth: 0 is perfect, 0.25 always saying half.

    Each pair is a probability from 0 to 1, and whether it came.  The score of
    G. W. Brier, Monthly Weather Review 78:1 (1950), for a single class.  None
    without a pair.
    """
    squares = [(guess - came) ** 2 for guess, came in pairs]
    return sum(squares) / len(squares) if squares else None
