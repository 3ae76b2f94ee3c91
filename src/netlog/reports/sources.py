"""Report sources: whether people, places or lists bring the best new people."""

from collections.abc import Sequence
from typing import Any

from netlog.records import NamedTuple
from netlog.reports.coffees import NOTHING_CAME
from netlog.reports.nearest import CAME, nearest_of
from netlog.reports.origins import Origins
from netlog.reports.period import Period
from netlog.reports.result import Comparison, Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.reports.tally import Case, Tally, rules, tally
from netlog.reports.ways import WAYS, Came, arrived
from netlog.statistics.rate import Rate

_NONE = Missing("nobody new", "netlog add NAME --via WHO")
_COUNTED = (
    (
        "People: introduced or named before you met, or without meeting."
        " Places: met in person without that. Lists: from a file, or only"
        " written down."
    ),
    (
        "The best of three is picked by its rate: so p is taken three times"
        " (Bonferroni), and the verdict goes by that."
    ),
)


class _Source(NamedTuple):
    """One way: who came by it, who was sat down with, and what came of them."""

    way: str
    sat: Tally
    result: Tally


def report(source: ReportSource, period: Period) -> Report:
    """New people by the way they came, and the best way against the rest."""
    came = arrived(source, period)
    origins = nearest_of(source, period)
    ways = [_source(way, came, origins, period) for way in WAYS]
    best = _best(ways)
    some = any(one.result.came for one in ways)
    lacking = ((_NONE, came), (NOTHING_CAME, some))
    return Report(
        answer=_answer(came, best, period),
        data={"n": len(came)}
        | {"ways": [_data(one) for one in ways]}
        | {"best": best and best.whose[0], "comparison": best and best.data()},
        groups=_groups(ways, best) if came else (),
        counted=(*_COUNTED, *rules(period, CAME)),
        missing=[one for one, there in lacking if not there],
    )


def _source(
    way: str, came: Sequence[Came], origins: Origins, period: Period
) -> _Source:
    theirs = [one for one in came if one.way == way]
    sat = [
        Case(one.day, one.first_sitdown if _is_there(one, period) else None)
        for one in theirs
    ]
    result = [Case(one.day, origins.first(one.person_id, one.day)) for one in theirs]
    return _Source(way, tally(sat, period), tally(result, period))


def _is_there(one: Came, period: Period) -> bool:
    return one.first_sitdown is not None and one.first_sitdown <= period.until


def _best(ways: Sequence[_Source]) -> Comparison | None:
    """The way with the highest rate against all others; None without any result."""
    there = [one for one in ways if one.result.rate.hits]
    if not there:
        return None
    best = max(there, key=lambda one: one.result.rate.share or 0)
    others = [one.result.rate for one in ways if one is not best]
    rest = Rate(sum(one.hits for one in others), sum(one.n for one in others))
    claim = f"New people come best by {best.way}"
    whose = (best.way, "the rest")
    return Comparison(claim, whose, best.result.rate, rest, len(WAYS))


def _answer(came: Sequence[Came], best: Comparison | None, period: Period) -> list[str]:
    if not came:
        return [f"Nobody new {period.yet}."]
    if best is None:
        return ["Nothing came of anybody new yet who is known long enough to tell."]
    return [best.answer()]


def _groups(ways: Sequence[_Source], best: Comparison | None) -> list[Group]:
    groups = [
        Group(
            one.way.capitalize(),
            [
                Figure("came", one.result.n),
                one.sat.figure._replace(label="sat down with"),
                one.result.figure._replace(label="came to something"),
            ],
        )
        for one in ways
        if one.result.n
    ]
    if best:
        label = " against ".join(best.whose)
        groups.append(Group(best.claim, [Figure(label, comparison=best)]))
    return groups


def _data(one: _Source) -> dict[str, Any]:
    return {"way": one.way} | one.result.data() | {"sat_down": one.sat.data()}
