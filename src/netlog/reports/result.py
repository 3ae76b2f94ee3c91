"""What a report is: its period, cases counted, figures, and the answer."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.domain.dates import spell
from netlog.domain.numbers import counted
from netlog.domain.settings import Settings
from netlog.namedtuple import NamedTuple
from netlog.reports.statistics import Rate, Verdict, compare


class Period(NamedTuple):
    """From a day, or from the beginning, up to a day: the one it is judged on."""

    since: date | None
    until: date
    settings: Settings = Settings()

    @property
    def first(self) -> date:
        """The first day that counts."""
        return self.since or date.min

    def holds(self, day: date) -> bool:
        """Whether the day is one of those."""
        return self.first <= day <= self.until

    def is_old(self, day: date) -> bool:
        """Whether what happened then is old enough to tell what came of it."""
        return (self.until - day).days >= self.settings.early

    @property
    def yet(self) -> str:
        """How a sentence ends that says there is nothing."""
        return "in that time" if self.since else "yet"

    @property
    def said(self) -> str:
        """The period in words."""
        since = f"{spell(self.since)} to " if self.since else "up to "
        return f"{since}{spell(self.until)}"


STATES = (
    "Whether an introduction was offered, made, met or dropped is as you say today,"
    " also with an earlier --until."
)


def unit(number: int, one: str) -> str:
    """What stands behind a number: week, or weeks."""
    return f" {one}" if number == 1 else f" {one}s"


_LEAST = 0.001
"""Below this p is no longer said."""


class Comparison(NamedTuple):
    """Two rates and what they say of the claim that the first is the higher.

    `whose` names the two groups; `looks` is of how many the first was picked.
    """

    claim: str
    whose: tuple[str, str]
    claimed: Rate
    other: Rate
    looks: int = 1

    @property
    def verdict(self) -> Verdict:
        """What they say of it."""
        return compare(self.claimed, self.other, self.looks)

    @property
    def points(self) -> str:
        """Which way: towards, against or neither."""
        towards = self.verdict.towards
        return "neither" if towards is None else ("against", "towards")[towards]

    def said(self) -> str:
        """Both counts, both shares, p and the verdict, in a line."""
        claimed, other, verdict = self.claimed, self.other, self.verdict
        counts = f"{claimed.hits} of {claimed.n} against {other.hits} of {other.n}"
        if not (claimed.n and other.n):
            return f"{counts}: {verdict.said()}"
        shares = f"{claimed.percent} against {other.percent}"
        return f"{counts}: {shares}, {self.chance}: {verdict.said()}"

    @property
    def chance(self) -> str:
        """How likely it is by chance: p = 0.049; never that it is impossible."""
        p = self.verdict.p
        return f"p = {p:.3f}" if p >= _LEAST else f"p < {_LEAST}"

    def judged(self) -> str:
        """The verdict alone, with p where there is any."""
        words = self.verdict.said()
        return f"{self.chance}: {words}" if self.claimed.n and self.other.n else words

    def data(self) -> dict[str, Any]:
        """For programs."""
        verdict = self.verdict
        return {
            "claim": self.claim,
            "groups": list(self.whose),
            "claimed": self.claimed,
            "other": self.other,
            "p": verdict.p,
            "verdict": verdict.word,
            "more": verdict.more,
            "points": self.points,
            "said": self.said(),
        }

    def answer(self) -> str:
        """The claim as a question, and the verdict as its answer."""
        words = self.verdict.said()
        return f"{self.claim}? {words[0].upper()}{words[1:]}."


class Estimate(NamedTuple):
    """A share that is no count of cases: where it lies, and how many were at risk."""

    share: float
    interval: tuple[float, float]
    n: int


class Figure(NamedTuple):
    """One line of a report: what it is, and one of the four that it can be.

    `value` is a number, or a few words; `command` is what can be typed; `unit` and
    `note` stand behind it; programs are given neither words nor commands.  `parts` are
    numbers of which it is made up.
    """

    label: str
    value: float | str | None = None
    rate: Rate | None = None
    estimate: Estimate | None = None
    comparison: Comparison | None = None
    command: str = ""
    unit: str = ""
    note: str = ""
    parts: Sequence[tuple[str, int]] = ()


class Group(NamedTuple):
    """Figures under a title."""

    title: str
    figures: Sequence[Figure]


class Missing(NamedTuple):
    """What is not there yet, and the command that would record it."""

    what: str
    command: str


class Report(NamedTuple):
    """One report.

    `answer` is what a reader in a hurry reads; `data` is for programs, and may hold
    rates; `counted` explains the groups, and is not said without
    them; `missing` says what would make it better.
    """

    answer: Sequence[str]
    data: dict[str, Any]
    groups: Sequence[Group] = ()
    counted: Sequence[str] = ()
    missing: Sequence[Missing] = ()


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
    every = list(cases)
    came = sum(case.came is not None for case in every)
    old = [case for case in every if period.is_old(case.day)]
    old_came = sum(case.came is not None for case in old)
    too_early = len(every) - len(old) - (came - old_came)
    nothing = len(old) - old_came
    return Tally(len(every), came, nothing, too_early, Rate(old_came, len(old)))


CAME = (
    "It came to something when anything was got from them, or from whoever came"
    " to you through them, on that day or later."
)


def rules(period: Period, came: str = CAME) -> Sequence[str]:
    """How cases are counted, in sentences; the first says what came to something."""
    early = counted(period.settings.early, "day")
    return (
        came,
        (
            f"Too early: younger than {early}, and nothing yet. Rates are of those"
            f" {early} old or older."
        ),
    )
