"""How long until something happens, when for some it may still come."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log, sqrt

from netlog.records import NamedTuple
from netlog.statistics.rate import Rate, Z

# A share of one half may come out a hair higher after many steps.
_HALF = 0.5 + 1e-9


class Case(NamedTuple):
    """One case: after so many days it happened, or had not happened yet."""

    days: int
    happened: bool


class Step(NamedTuple):
    """A number of days after which a case ended.

    `at_risk`: for how many it had not happened before, and who were watched so
    long; `happened`: for how many it did on that day; `share`: from 0 to 1, the
    probability that it has not happened by then.
    """

    days: int
    at_risk: int
    happened: int
    share: float


def survival(cases: Iterable[Case]) -> tuple[Step, ...]:
    """The probability, day by day, that it has not happened yet.

    The product-limit estimate of E. L. Kaplan and P. Meier, Journal of the
    American Statistical Association 53:457 (1958): a case that is still open
    counts up to its last day, that day included.  One step for each number of
    days on which a case ended, the fewest first; none without a case.
    """
    return tuple(_steps(list(cases)))


def _steps(cases: list[Case]) -> Iterator[Step]:
    ended = Counter(case.days for case in cases)
    happened = Counter(case.days for case in cases if case.happened)
    at_risk, share = len(cases), 1.0
    for days in sorted(ended):
        share *= (at_risk - happened[days]) / at_risk
        yield Step(days, at_risk, happened[days], share)
        at_risk -= ended[days]


def median(steps: Iterable[Step]) -> int | None:
    """The first day by which it has happened for half of them; None if for fewer."""
    return next((step.days for step in steps if step.share <= _HALF), None)


def by(steps: Sequence[Step], days: int) -> float:
    """The probability, from 0 to 1, that it has happened by that day.

    After the last step it stays what it was there; 0 before the first.
    """
    passed = bisect_right(steps, days, key=lambda step: step.days)
    return 1 - steps[passed - 1].share if passed else 0.0


def at_risk(steps: Sequence[Step], days: int) -> int:
    """How many were watched for so long, and had not had it before that day."""
    passed = bisect_left(steps, days, key=lambda step: step.days)
    return steps[passed].at_risk if passed < len(steps) else 0


def interval(steps: Sequence[Step], days: int) -> tuple[float, float] | None:
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


def _greenwood(steps: Iterable[Step]) -> float:
    """The variance of the logarithm of the share."""
    return sum(
        step.happened / (step.at_risk * (step.at_risk - step.happened))
        for step in steps
    )
