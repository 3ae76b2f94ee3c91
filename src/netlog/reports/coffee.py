"""Report coffee: what comes of coffees with someone new, and how soon."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from netlog.records import NamedTuple
from netlog.reports import coffees
from netlog.reports.coffees import Held
from netlog.reports.origins import origins_of
from netlog.reports.period import Period
from netlog.reports.result import Figure, Group, Report
from netlog.reports.source import ReportSource
from netlog.reports.tally import Tally, rules, tally
from netlog.reports.times import Times, times
from netlog.reports.words import many, unit
from netlog.statistics.verdict import ENOUGH

_PLACES = 5


class _Split(NamedTuple):
    """First coffees of one sort, counted."""

    name: str
    tally: Tally


def report(source: ReportSource, period: Period) -> Report:
    """First coffees: came to something, nothing, too early; and how long it took."""
    held = coffees.held(source, origins_of(source, period), period)
    counted = tally((one.case for one in held), period)
    took = times((one.case for one in held), period)
    ways, places = _by_way(held, period), _by_place(held, period)
    groups = [_first(counted), *_time(took), _split("How they came to you", ways)]
    if places:
        groups.append(_split("Where", places))
    return Report(
        answer=_answer(counted, period),
        data=counted.data()
        | {"time": took.data()}
        | {"by_way": _data("way", ways), "by_place": _data("place", places)},
        groups=groups if held else (),
        counted=(coffees.EACH, *rules(period), *_how_long(took)),
        missing=coffees.missing(held),
    )


def _answer(counted: Tally, period: Period) -> list[str]:
    if not counted.n:
        return [f"No coffee with someone new {period.yet}."]
    so_far = f"{counted.came or 'none'} of them came to something so far"
    if not counted.rate.n:
        every = many(counted.n, "first coffee")
        return [f"{every}, too young to tell; {so_far}."]
    old = many(counted.rate.n, "first coffee")
    came = counted.rate.hits or "none"
    percent = counted.rate.percent
    return [f"Of {old} old enough to tell, {came} came to something: {percent}."]


def _first(counted: Tally) -> Group:
    figures = [
        Figure("in all", counted.n),
        Figure("came to something", counted.came),
        Figure("nothing", counted.nothing),
        Figure("too early to tell", counted.too_early),
        Figure("came to something, of those old enough", rate=counted.rate),
        Figure("came to something so far, of all", rate=counted.rate_all),
    ]
    return Group("First coffees", figures)


def _time(took: Times) -> list[Group]:
    """How long it took, where anything came."""
    if not took.came:
        return []
    half = "longer than you have watched" if took.median is None else took.median
    behind = "" if took.median is None else unit(took.median, "day")
    figures = [Figure("half of them within", half, unit=behind)]
    figures += [
        Figure(f"within {by.days} days", estimate=by.estimate, note=f"{by.n:,} at risk")
        for by in took.by
        if by.estimate
    ]
    return [Group("How long it took", figures)]


def _how_long(took: Times) -> tuple[str, ...]:
    if not took.came:
        return ()
    return (
        (
            "How long it took is Kaplan and Meier's estimate: coffees without a result"
            " count for as long as they have been watched. At risk: watched for so"
            " long, and nothing had come before. Its brackets are Greenwood's on the"
            " log-log scale; where nothing or everything has come it has none, and"
            " Wilson's of those who were left stands there."
        ),
    )


def _by_way(held: Sequence[Held], period: Period) -> list[_Split]:
    return [
        _Split(name, tally((one.case for one in held if one.introduced is by), period))
        for name, by in (("introduced", True), ("met without help", False))
    ]


def _by_place(held: Iterable[Held], period: Period) -> list[_Split]:
    """Places with enough coffees to say anything, those with most first."""
    there = [one for one in held if one.place]
    often = Counter(one.place for one in there).most_common(_PLACES)
    return [
        _Split(name, tally((one.case for one in there if one.place == name), period))
        for name, number in often
        if number >= ENOUGH
    ]


def _split(title: str, splits: Iterable[_Split]) -> Group:
    return Group(
        title, [split.tally.figure._replace(label=split.name) for split in splits]
    )


def _data(name: str, splits: Iterable[_Split]) -> list[dict[str, Any]]:
    return [{name: split.name} | split.tally.data() for split in splits]
