"""How long it took until something came, when for some it may still come."""

from collections.abc import Iterable, Sequence
from typing import Any

from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.result import Estimate
from netlog.reports.tally import Case
from netlog.statistics import survival

HORIZONS = (90, 180, 365)


class By(NamedTuple):
    """The share for which something had come after so many days.

    `share` is Kaplan and Meier's, None where nothing was watched for so long; `n` is
    how many were at risk: watched for so long, and nothing had come before.
    """

    days: int
    n: int
    share: float | None
    interval: tuple[float, float] | None

    @property
    def estimate(self) -> Estimate | None:
        """The share as a figure, where there is one."""
        if self.share is None or self.interval is None:
            return None
        return Estimate(self.share, self.interval, self.n)

    def data(self) -> dict[str, Any]:
        """For programs."""
        low, high = self.interval or (None, None)
        ends = {"share": self.share, "from": low, "to": high}
        return {"days": self.days, "n": self.n} | ends


class Times(NamedTuple):
    """Half of them within so many days, None where it took longer; and the shares.

    `came` and `open` are how many have come, and how many may still.
    """

    came: int
    open: int
    median: int | None
    by: tuple[By, ...]

    def data(self) -> dict[str, Any]:
        """For programs."""
        return {
            "came": self.came,
            "open": self.open,
            "median_days": self.median,
            "by": [by.data() for by in self.by],
        }


def times(cases: Iterable[Case], period: Period) -> Times:
    """How long cases took; what is open counts up to the end of the period."""
    watched = [_watched(case, period) for case in cases]
    steps = survival.survival(watched)
    came = sum(case.happened for case in watched)
    by = tuple(_by(days, steps) for days in HORIZONS)
    return Times(came, len(watched) - came, survival.median(steps), by)


def _watched(case: Case, period: Period) -> survival.Case:
    end = period.until if case.came is None else case.came
    return survival.Case((end - case.day).days, case.came is not None)


def _by(days: int, steps: Sequence[survival.Step]) -> By:
    """The share by a day, if any was open so long or all have come before."""
    left, share = survival.at_risk(steps, days), survival.by(steps, days)
    if not left and share < 1:
        return By(days, 0, None, None)
    return By(days, left, share, survival.interval(steps, days))
