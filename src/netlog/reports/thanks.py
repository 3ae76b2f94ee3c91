"""Report thanks: whether everybody was thanked, and how soon."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from netlog.domain.dates import spell_short
from netlog.domain.evidence import Thanked
from netlog.reports.period import Period
from netlog.reports.result import Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.reports.words import many, unit
from netlog.statistics import survival
from netlog.statistics.rate import Rate

_NONE = Missing("nothing you got from anybody", "netlog got WHO KIND")
SHOWN = 10
"""How many of those who wait, the longest-waiting first."""


def report(source: ReportSource, period: Period) -> Report:
    """Outcomes, who on their paths was thanked, who waits, and how long it took."""
    there = source.thanks(period.first, period.until)
    waiting = [one for one in there if not _done(one, period)]
    rate = Rate(len(there) - len(waiting), len(there))
    outcomes = len({one.entry_id for one in there})
    half = survival.median(survival.survival(_cases(there, period)))
    return Report(
        answer=[_answer(rate, outcomes, period)],
        data=_data(rate, outcomes, half, waiting),
        groups=_groups(rate, outcomes, half, waiting) if there else (),
        counted=(
            (
                "Everybody on the paths of an outcome counts once for it. Half of them"
                " within: who waits counts for as long as they have waited."
            ),
        ),
        missing=() if there else (_NONE,),
    )


def _done(one: Thanked, period: Period) -> bool:
    return one.thanked_on is not None and one.thanked_on <= period.until


def _cases(there: Iterable[Thanked], period: Period) -> Iterator[survival.Case]:
    """How long each waited, or waits still."""
    for one in there:
        end = min(one.thanked_on or period.until, period.until)
        days = max((end - one.day).days, 0)  # some are thanked beforehand
        yield survival.Case(days, _done(one, period))


def _answer(rate: Rate, outcomes: int, period: Period) -> str:
    if not rate.n:
        return f"Nobody to thank {period.yet}."
    came = many(outcomes, "outcome")
    if rate.hits == rate.n:
        return f"Everybody is thanked: {many(rate.n, 'time')} for {came}."
    left = many(rate.n - rate.hits, "thank-you is", "thank-yous are")
    return f"Of {rate.n} for {came} {left} still to be said."


def _groups(
    rate: Rate, outcomes: int, half: int | None, waiting: Sequence[Thanked]
) -> list[Group]:
    within: int | str = "more days than have passed" if half is None else half
    figures = [
        Figure("outcomes", outcomes),
        Figure("thanked", rate=rate),
        Figure("waiting", len(waiting)),
        Figure(
            "half of them within",
            within,
            unit="" if half is None else unit(half, "day"),
        ),
    ]
    groups = [Group("Thanks", figures)]
    if waiting:
        theirs: dict[str, list[Thanked]] = {}
        for one in waiting:
            theirs.setdefault(one.handle, []).append(one)
        shown = [_waits(some) for some in list(theirs.values())[:SHOWN]]
        if len(theirs) > SHOWN:
            shown.append(Figure("and others", len(theirs) - SHOWN))
        groups.append(Group("Waiting, the longest first", shown))
    return groups


def _waits(some: Sequence[Thanked]) -> Figure:
    """Somebody, since when and for what they wait, the oldest first."""
    first, more = some[0], len(some) - 1
    giver = "" if first.giver == first.name else f" from {first.giver}"
    text = f" “{first.text}”" if first.text else ""
    note = f"since {spell_short(first.day)}: {first.kind}{text}{giver}"
    note += f", and {more} more" * bool(more)
    return Figure(first.name, command=f"netlog thank {first.handle}", note=note)


def _data(
    rate: Rate, outcomes: int, half: int | None, waiting: Sequence[Thanked]
) -> dict[str, Any]:
    return {
        "n": rate.n,
        "outcomes": outcomes,
        "thanked": rate.hits,
        "waiting": len(waiting),
        "rate": rate,
        "median_days": half,
        "people_waiting": [
            {
                "handle": one.handle,
                "name": one.name,
                "entry": one.entry_id,
                "since": one.day,
                "kind": one.kind,
                "text": one.text,
                "from": one.giver,
            }
            for one in waiting
        ],
    }
