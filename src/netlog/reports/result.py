"""What a report says: the answer, its figures, and how they were counted."""

from collections.abc import Sequence
from typing import Any

from netlog.records import NamedTuple
from netlog.statistics.rate import Rate
from netlog.statistics.verdict import Verdict, compare

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
        said = self.verdict.said()
        return f"{self.chance}: {said}" if self.claimed.n and self.other.n else said

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
        said = self.verdict.said()
        return f"{self.claim}? {said[0].upper()}{said[1:]}."


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
