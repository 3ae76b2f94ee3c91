"""Report thanks: whether everybody was thanked, and how soon."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.dates import spell_short
from netlog.domain.evidence import Thanked
from netlog.domain.numbers import counted
from netlog.reports.result import Figure, Group, Missing, Period, Report, unit
from netlog.reports.statistics import Rate, SurvivalCase, median_time, survival

_NONE = Missing("nothing you got from anybody", "netlog got WHO KIND")
_SHOWN = 10
"""How many of those who wait, the longest-waiting first."""


def report(store: Store, period: Period) -> Report:
    """Outcomes, who on their paths was thanked, who waits, and how long it took."""
    thanks = sql.every_thank(store, period.first, period.until)
    waiting = [thank for thank in thanks if not _done(thank, period)]
    rate = Rate(len(thanks) - len(waiting), len(thanks))
    outcomes = len({thank.entry_id for thank in thanks})
    half = median_time(survival(_cases(thanks, period)))
    return Report(
        answer=[_answer(rate, outcomes, period)],
        data=_data(rate, outcomes, half, waiting),
        groups=_groups(rate, outcomes, half, waiting) if thanks else (),
        counted=(
            (
                "Everybody on the paths of an outcome counts once for it; for a tip,"
                " advice and the like only who gave it. Half of them within: who waits"
                " counts for as long as they have waited."
            ),
        ),
        missing=() if thanks else (_NONE,),
    )


def _done(thank: Thanked, period: Period) -> bool:
    return thank.thanked_on is not None and thank.thanked_on <= period.until


def _cases(thanks: Iterable[Thanked], period: Period) -> Iterator[SurvivalCase]:
    """How long each waited, or waits still."""
    for thank in thanks:
        end = min(thank.thanked_on or period.until, period.until)
        days = max((end - thank.day).days, 0)  # some are thanked beforehand
        yield SurvivalCase(days, _done(thank, period))


def _answer(rate: Rate, outcomes: int, period: Period) -> str:
    if not rate.n:
        return f"Nobody to thank {period.yet}."
    came = counted(outcomes, "outcome")
    if rate.hits == rate.n:
        return f"Everybody is thanked: {counted(rate.n, 'time')} for {came}."
    left = counted(rate.n - rate.hits, "thank-you is", "thank-yous are")
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
        by_handle: dict[str, list[Thanked]] = {}
        for thank in waiting:
            by_handle.setdefault(thank.handle, []).append(thank)
        shown = [_waits(some) for some in list(by_handle.values())[:_SHOWN]]
        if len(by_handle) > _SHOWN:
            shown.append(Figure("and others", len(by_handle) - _SHOWN))
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
                "handle": thank.handle,
                "name": thank.name,
                "entry": thank.entry_id,
                "since": thank.day,
                "kind": thank.kind,
                "text": thank.text,
                "from": thank.giver,
            }
            for thank in waiting
        ],
    }
