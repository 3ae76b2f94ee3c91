"""How long it took until something came, when for some it may still come."""

from collections.abc import Iterable
from typing import Any

from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.tally import Case
from netlog.statistics import survival
from netlog.statistics.rate import Rate

HORIZONS = (90, 180, 365)


class By(NamedTuple):
    """The share for which something had come after so many days.

    `share` is Kaplan and Meier's, None where nothing was watched for so long.
    `worth` is the rate that the estimate is worth: as many hits as there were, of as
    many cases as make that share; its interval is the share's.
    """

    days: int
    share: float | None
    worth: Rate

    def data(self) -> dict[str, Any]:
        """For programs."""
        low, high = self.worth.interval or (None, None)
        return {"days": self.days, "share": self.share, "from": low, "to": high}


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
    by = tuple(_by(days, watched, steps) for days in HORIZONS)
    return Times(came, len(watched) - came, survival.median(steps), by)


def _watched(case: Case, period: Period) -> survival.Case:
    end = period.until if case.came is None else case.came
    return survival.Case((end - case.day).days, case.came is not None)


def _by(
    days: int, watched: list[survival.Case], steps: tuple[survival.Step, ...]
) -> By:
    """The share by a day, if any was open so long or all have come before."""
    long = sum(case.days >= days for case in watched)
    came = sum(case.happened and case.days <= days for case in watched)
    share = survival.by(steps, days)
    if not long and (not watched or share < 1):
        return By(days, None, Rate(0, 0))
    return By(days, share, Rate(came, round(came / share) if came else long))
