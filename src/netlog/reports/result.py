"""What a report says: the answer, its figures, and how they were counted."""

from collections.abc import Sequence
from typing import Any

from netlog.records import NamedTuple
from netlog.statistics.rate import Rate
from netlog.statistics.verdict import Verdict, compare


class Comparison(NamedTuple):
    """Two rates and what they say of the claim that the first is the higher.

    `whose` names the two groups.
    """

    claim: str
    whose: tuple[str, str]
    claimed: Rate
    other: Rate

    @property
    def verdict(self) -> Verdict:
        """What they say of it."""
        return compare(self.claimed, self.other)

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
        return f"{counts}: {shares}, p = {verdict.p:.3f}: {verdict.said()}"

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


class Figure(NamedTuple):
    """One line of a report: what it is, and one of the four that it can be.

    `value` is a number, or a few words; `command` is what can be typed; `unit` and
    `note` stand behind it.  `share` stands in the place of the rate's own, where it
    was estimated in another way.
    """

    label: str
    value: int | str | None = None
    rate: Rate | None = None
    share: float | None = None
    comparison: Comparison | None = None
    command: str = ""
    unit: str = ""
    note: str = ""


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
