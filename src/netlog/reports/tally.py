"""Cases counted: what came to something, what did not, and what is too early."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.result import Figure
from netlog.reports.words import many
from netlog.statistics.rate import Rate


class Case(NamedTuple):
    """Something that happened on a day, and when it first came to something."""

    day: date
    came: date | None


class Tally(NamedTuple):
    """Each case once: `came` to something, `nothing`, or `too_early` to tell.

    `rate` is of those old enough alone, `rate_all` of all there are.
    """

    n: int
    came: int
    nothing: int
    too_early: int
    rate: Rate

    @property
    def rate_all(self) -> Rate:
        """Of all, the young ones too: it can only grow."""
        return Rate(self.came, self.n)

    @property
    def figure(self) -> Figure:
        """The rate in a line, with what was left out."""
        left_out = self.n - self.rate.n
        note = f"{left_out} more too young to count" if left_out else ""
        return Figure("", rate=self.rate, note=note)

    def data(self) -> dict[str, Any]:
        """For programs."""
        return {
            "n": self.n,
            "with": self.came,
            "nothing": self.nothing,
            "too_early": self.too_early,
            "rate": self.rate,
            "rate_all": self.rate_all,
        }


def tally(cases: Iterable[Case], period: Period) -> Tally:
    """Count cases as they stand at the end of a period.

    A young case without a result is too early, never a failure.  From the rate all
    young cases are left out, whatever came of them: to keep only those that were
    quick would flatter whichever group is the younger.
    """
    held = list(cases)
    came = sum(one.came is not None for one in held)
    old = [one for one in held if period.is_old(one.day)]
    old_came = sum(one.came is not None for one in old)
    too_early = len(held) - len(old) - (came - old_came)
    nothing = len(old) - old_came
    return Tally(len(held), came, nothing, too_early, Rate(old_came, len(old)))


CAME = (
    "It came to something when anything was got from them, or from whoever came"
    " to you through them, on that day or later."
)


def rules(period: Period, came: str = CAME) -> Sequence[str]:
    """How cases are counted, in sentences; the first says what came to something."""
    early = many(period.settings.early, "day")
    return (
        came,
        (
            f"Too early: younger than {early}, and nothing yet. Rates are of those"
            f" {early} old or older."
        ),
    )
