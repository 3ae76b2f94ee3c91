"""Report lens: open weeks against focused ones, on the user's own results."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import ceil
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.numbers import counted
from netlog.domain.pins import picks
from netlog.domain.weeks import Week, parse_week, week_of
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
    Missing,
    Period,
    Report,
    rules,
    tally,
)

_WHOSE = ("open weeks", "focused weeks")
_NO_PICK = Missing("no coffee with the pick of a week", "netlog due")


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
    """Introductions, second meetings and outcomes of picks in both sorts of weeks.

    A week chose only its pick, so other coffees say nothing of it.
    """
    links = sql.links(store)
    attribution = direct_attribution_of(store, links, period)
    every = coffee_cases(store, links, attribution, period)
    weeks = _weeks_of(every, store, period)
    coffees = [coffee for coffee in every if coffee.person_id in weeks]
    second = sql.second_sitdowns(store)
    results = _results(coffees, weeks, _introductions(coffees, links), second, period)
    figures = [_coffees(len(coffees), len(every))] if every else []
    if coffees:
        figures.append(_group(results))
    return Report(
        answer=_answer(results if coffees else (), len(every) - len(coffees), period),
        data=_data(every, weeks, results, period),
        groups=figures,
        counted=(*_counted(period), *rules(period, CAME_DIRECTLY)),
        missing=missing_coffees(coffees) if coffees or not every else (_NO_PICK,),
    )


_lens = lru_cache(lens_of)


def _weeks_of(
    coffees: Iterable[CoffeeCase], store: Store, period: Period
) -> dict[int, Week]:
    """The week that last had each as its pick, so many weeks before the coffee."""
    picked: dict[int, list[Week]] = {}
    pins = sql.pins_until(store, "new", week_of(period.until).code)
    for pin in picks(pins, sql.skips_since(store, "")):
        picked.setdefault(pin.person_id, []).append(parse_week(pin.period))
    most = timedelta(weeks=period.settings.lens_weeks)
    weeks: dict[int, Week] = {}
    for coffee in coffees:
        week = week_of(coffee.day)
        before = [each for each in picked.get(coffee.person_id, ()) if each <= week]
        if before and week.monday - before[-1].monday <= most:
            weeks[coffee.person_id] = before[-1]
    return weeks


def _answer(results: Sequence[_Result], left_out: int, period: Period) -> list[str]:
    """The verdicts, and how many coffees have no part in them."""
    said = [result.comparison.answer() for result in results]
    if not said:
        said = [f"No first coffee with a pick of the plan {period.yet}."]
    if left_out:
        others = counted(left_out, "first coffee")
        verb = "was" if left_out == 1 else "were"
        said.append(f"{others} {verb} left out: no week had picked them.")
    return said


def _results(
    coffees: Sequence[CoffeeCase],
    weeks: Mapping[int, Week],
    introduced: Mapping[int, date],
    second: Mapping[int, date],
    period: Period,
) -> list[_Result]:
    """The three things, each with the day on which it first came of a coffee.

    `weeks` are those that picked each, `introduced` says when each began to introduce
    others to me, `second` when each was sat down with again.
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
        _result(
            key,
            f"Open weeks bring {what}",
            _cases(coffees, weeks, days, period),
            period,
        )
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
    coffees: Sequence[CoffeeCase],
    weeks: Mapping[int, Week],
    days: Mapping[int, date | None],
    period: Period,
) -> list[tuple[bool, Case]]:
    """Whether each was the pick of an open week, and what came of the coffee when."""
    dated = ((coffee, days.get(coffee.person_id)) for coffee in coffees)
    return [
        (
            _lens(weeks[coffee.person_id]) == "open",
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


def _coffees(n: int, every: int) -> Group:
    return Group(
        "First coffees",
        [
            Figure("with the pick of a week", n),
            Figure("left out", every - n, note="no week had picked them"),
        ],
    )


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
    every: Sequence[CoffeeCase],
    weeks: Mapping[int, Week],
    results: Sequence[_Result],
    period: Period,
) -> dict[str, Any]:
    lenses = [_lens(week) for week in weeks.values()]
    return {
        "n": len(lenses),
        "left_out": len(every) - len(lenses),
        "open": lenses.count("open"),
        "focused": lenses.count("focused"),
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
    within = counted(period.settings.lens_weeks, "week")
    fixed = (
        f"plan.lens is {lens}: all weeks are planned alike, so expect no difference."
    )
    return (
        FIRST_COFFEE,
        (
            "Only first coffees with the pick of a week count, or with an alternate who"
            f" came by swap, within {within} of it: of the others you chose the week."
        ),
        (
            "A week is open or focused as the plan has it: the last that picked the"
            " person. An introduction counts when they introduced or named somebody to"
            " you afterwards."
        ),
        *((fixed,) if lens != "alternate" else ()),
    )
