"""Report lens: open weeks against focused ones, on the user's own results."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import ceil
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.numbers import counted
from netlog.domain.weeks import week_of
from netlog.namedtuple import NamedTuple
from netlog.plan.context import lens_of
from netlog.reports.attribution import CAME_DIRECTLY, direct_attribution_of
from netlog.reports.first_coffees import (
    FIRST_COFFEE,
    CoffeeCase,
    coffee_cases,
    missing_coffees,
)
from netlog.reports.result import (
    Case,
    Comparison,
    Figure,
    Group,
    Period,
    Report,
    rules,
    tally,
)

_WHOSE = ("open weeks", "focused weeks")


class _Result(NamedTuple):
    """One thing that can come of a coffee, compared between the weeks.

    `weeks` is how long it takes, at the pace of now, until it can tell: 0 where it
    does, None where no time would do.
    """

    key: str
    comparison: Comparison
    too_early: int
    weeks: int | None


def report(store: Store, period: Period) -> Report:
    """Introductions, second meetings and outcomes of coffees in both sorts of weeks."""
    links = sql.links(store)
    attribution = direct_attribution_of(store, links, period)
    coffees = coffee_cases(store, links, attribution, period)
    second = sql.second_sitdowns(store)
    results = _results(coffees, _introductions(coffees, links), second, period)
    return Report(
        answer=[result.comparison.answer() for result in results]
        if coffees
        else [_none(period)],
        data=_data(coffees, results, period),
        groups=[_group(results)] if coffees else (),
        counted=(*_counted(period), *rules(period, CAME_DIRECTLY)),
        missing=missing_coffees(coffees),
    )


_lens = lru_cache(lens_of)


def _none(period: Period) -> str:
    return f"No coffee with someone new {period.yet}."


def _results(
    coffees: Sequence[CoffeeCase],
    introduced: Mapping[int, date],
    second: Mapping[int, date],
    period: Period,
) -> list[_Result]:
    """The three things, each with the day on which it first came of a coffee.

    `introduced` says when each began to introduce others to me, `second` when each
    was sat down with again.
    """
    came: tuple[tuple[str, str, Mapping[int, date | None]], ...] = (
        ("introductions", "more introductions", introduced),
        ("second_meetings", "more second meetings", second),
        (
            "results",
            "more results",
            {coffee.person_id: coffee.came for coffee in coffees},
        ),
    )
    return [
        _result(key, f"Open weeks bring {what}", _cases(coffees, days, period), period)
        for key, what, days in came
    ]


def _introductions(
    coffees: Sequence[CoffeeCase], links: Iterable[Link]
) -> dict[int, date]:
    """When each, from the day of the coffee on, first introduced somebody to me."""
    since = {coffee.person_id: coffee.day for coffee in coffees}
    days: dict[int, date] = {}
    for link in links:
        by = link.introducer_id
        if since.get(by, date.max) <= link.day:
            days[by] = min(link.day, days.get(by, link.day))
    return days


def _cases(
    coffees: Sequence[CoffeeCase], days: Mapping[int, date | None], period: Period
) -> list[tuple[bool, Case]]:
    """Whether each coffee was in an open week, and what came of it when."""
    dated = ((coffee, days.get(coffee.person_id)) for coffee in coffees)
    return [
        (
            _lens(week_of(coffee.day)) == "open",
            Case(coffee.day, day if day and day <= period.until else None),
        )
        for coffee, day in dated
    ]


def _result(
    key: str, claim: str, cases: Sequence[tuple[bool, Case]], period: Period
) -> _Result:
    in_open, focused = (
        tally((case for is_open, case in cases if is_open is wanted), period)
        for wanted in (True, False)
    )
    comparison = Comparison(claim, _WHOSE, in_open.rate, focused.rate)
    early = in_open.too_early + focused.too_early
    weeks = _weeks([case.day for _, case in cases], comparison.verdict.more, period)
    return _Result(key, comparison, early, weeks)


def _weeks(days: Sequence[date], more: int | None, period: Period) -> int | None:
    """How long until so many more coffees than now are old enough to tell.

    Those that are young already come first, each on its day.  What is missing beyond
    them takes its time at the pace of the coffees there were, and then has to age.
    """
    if not days or not more:
        return more
    young = sorted(day for day in days if not period.is_old(day))
    early = period.settings.early
    if more <= len(young):
        return ceil((early - (period.until - young[more - 1]).days) / 7)
    weeks = max((period.until - min(days)).days / 7, 1)
    return ceil((more - len(young)) * weeks / len(days) + early / 7)


def _group(results: Sequence[_Result]) -> Group:
    return Group(
        "Open against focused weeks",
        [
            Figure(
                result.comparison.claim,
                comparison=result.comparison,
                note=_how_long(result),
            )
            for result in results
        ],
    )


def _how_long(result: _Result) -> str:
    if result.weeks is None:
        return "no number of weeks would tell at these rates"
    return f"{counted(result.weeks, 'week')} at your pace until it can tell" * bool(
        result.weeks
    )


def _data(
    coffees: Sequence[CoffeeCase], results: Sequence[_Result], period: Period
) -> dict[str, Any]:
    weeks = [_lens(week_of(each.day)) for each in coffees]
    return {
        "n": len(coffees),
        "open": weeks.count("open"),
        "focused": weeks.count("focused"),
        "lens": period.settings.lens,
        "results": [
            {"key": each.key}
            | each.comparison.data()
            | {"too_early": each.too_early, "weeks_until_it_tells": each.weeks}
            for each in results
        ],
    }


def _counted(period: Period) -> tuple[str, ...]:
    """What a week is; and that weeks were not told apart where the config says so."""
    lens = period.settings.lens
    fixed = (
        f"plan.lens is {lens}: all weeks are planned alike, so expect no difference."
    )
    return (
        FIRST_COFFEE,
        (
            "A week is open or focused as the plan has it, by the week of the coffee."
            " An introduction counts when the person introduced or named somebody to"
            " you afterwards."
        ),
        *((fixed,) if lens != "alternate" else ()),
    )
