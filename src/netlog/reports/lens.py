"""Report lens: open weeks against focused ones, on the user's own results."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import ceil
from typing import Any

from netlog.domain.weeks import week_of
from netlog.plan.lens import lens_of
from netlog.records import NamedTuple
from netlog.reports import coffees
from netlog.reports.coffees import Held
from netlog.reports.nearest import CAME, nearest_of
from netlog.reports.period import Period
from netlog.reports.result import Comparison, Figure, Group, Report
from netlog.reports.source import ReportSource
from netlog.reports.tally import Case, rules, tally
from netlog.reports.words import many

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


def report(source: ReportSource, period: Period) -> Report:
    """Introductions, second meetings and outcomes of coffees in both sorts of weeks."""
    held = coffees.held(source, nearest_of(source, period), period)
    results = _results(held, source, period)
    return Report(
        answer=[one.comparison.answer() for one in results]
        if held
        else [_none(period)],
        data=_data(held, results, period),
        groups=[_group(results)] if held else (),
        counted=(*_counted(period), *rules(period, CAME)),
        missing=coffees.missing(held),
    )


_lens = lru_cache(lens_of)


def _none(period: Period) -> str:
    return f"No coffee with someone new {period.yet}."


def _results(
    held: Sequence[Held], source: ReportSource, period: Period
) -> list[_Result]:
    """The three things, each with the day on which it first came of a coffee."""
    second = source.second_sitdowns()
    came = (
        ("introductions", "more introductions", _introductions(held, source)),
        ("second_meetings", "more second meetings", second),
        ("results", "more results", {one.person_id: one.came for one in held}),
    )
    return [
        _result(key, f"Open weeks bring {what}", _cases(held, days, period), period)
        for key, what, days in came
    ]


def _introductions(held: Sequence[Held], source: ReportSource) -> dict[int, date]:
    """When each, from the day of the coffee on, first introduced somebody to me."""
    since = {one.person_id: one.day for one in held}
    days: dict[int, date] = {}
    for link in source.links():
        by = link.introducer_id
        if since.get(by, date.max) <= link.day:
            days[by] = min(link.day, days.get(by, link.day))
    return days


def _cases(
    held: Sequence[Held], days: Mapping[int, date | None], period: Period
) -> list[tuple[bool, Case]]:
    """Whether each coffee was in an open week, and what came of it when."""
    found = ((one, days.get(one.person_id)) for one in held)
    return [
        (
            _lens(week_of(one.day)) == "open",
            Case(one.day, day if day and day <= period.until else None),
        )
        for one, day in found
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
            Figure(one.comparison.claim, comparison=one.comparison, note=_how_long(one))
            for one in results
        ],
    )


def _how_long(one: _Result) -> str:
    if one.weeks is None:
        return "no number of weeks would tell at these rates"
    return f"{many(one.weeks, 'week')} at your pace until it can tell" * bool(one.weeks)


def _data(
    held: Sequence[Held], results: Sequence[_Result], period: Period
) -> dict[str, Any]:
    weeks = [_lens(week_of(one.day)) for one in held]
    return {
        "n": len(held),
        "open": weeks.count("open"),
        "focused": weeks.count("focused"),
        "lens": period.settings.lens,
        "results": [
            {"key": one.key}
            | one.comparison.data()
            | {"too_early": one.too_early, "weeks_until_it_tells": one.weeks}
            for one in results
        ],
    }


def _counted(period: Period) -> tuple[str, ...]:
    """What a week is; and that weeks were not told apart where the config says so."""
    lens = period.settings.lens
    fixed = (
        f"plan.lens is {lens}: all weeks are planned alike, so expect no difference."
    )
    return (
        coffees.EACH,
        (
            "A week is open or focused as the plan has it, by the week of the coffee."
            " An introduction counts when the person introduced or named somebody to"
            " you afterwards."
        ),
        *((fixed,) if lens != "alternate" else ()),
    )
