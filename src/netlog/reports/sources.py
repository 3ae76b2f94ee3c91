"""Report sources: whether people, places or lists bring the best new people."""

from collections.abc import Sequence
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.namedtuple import NamedTuple
from netlog.reports.attribution import CAME_DIRECTLY, Attribution, direct_attribution_of
from netlog.reports.channels import CHANNELS, NewPerson, new_people
from netlog.reports.first_coffees import NOTHING_CAME
from netlog.reports.result import (
    Case,
    Comparison,
    Figure,
    Group,
    Missing,
    Period,
    Report,
    Tally,
    rules,
    tally,
)
from netlog.reports.statistics import Rate

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


def report(store: Store, period: Period) -> Report:
    """New people by the way they came, and the best way against the rest."""
    links = sql.links(store)
    came = new_people(store, links, period)
    attribution = direct_attribution_of(store, links, period)
    ways = [_source(way, came, attribution, period) for way in CHANNELS]
    best = _best(ways)
    some = any(each.result.came for each in ways)
    lacking = ((_NONE, came), (NOTHING_CAME, some))
    return Report(
        answer=_answer(came, best, period),
        data={"n": len(came)}
        | {"ways": [_data(each) for each in ways]}
        | {"best": best and best.whose[0], "comparison": best and best.data()},
        groups=_groups(ways, best) if came else (),
        counted=(*_COUNTED, *rules(period, CAME_DIRECTLY)),
        missing=[each for each, has in lacking if not has],
    )


def _source(
    way: str, came: Sequence[NewPerson], attribution: Attribution, period: Period
) -> _Source:
    people = [person for person in came if person.way == way]
    sat = [
        Case(person.day, person.first_sitdown if _is_there(person, period) else None)
        for person in people
    ]
    result = [
        Case(person.day, attribution.first(person.person_id, person.day))
        for person in people
    ]
    return _Source(way, tally(sat, period), tally(result, period))


def _is_there(person: NewPerson, period: Period) -> bool:
    return person.first_sitdown is not None and person.first_sitdown <= period.until


def _best(ways: Sequence[_Source]) -> Comparison | None:
    """The way with the highest rate against all others; None without any result."""
    fruitful = [each for each in ways if each.result.rate.hits]
    if not fruitful:
        return None
    best = max(fruitful, key=lambda each: each.result.rate.share or 0)
    others = [each.result.rate for each in ways if each is not best]
    rest = Rate(sum(each.hits for each in others), sum(each.n for each in others))
    claim = f"New people come best by {best.way}"
    whose = (best.way, "the rest")
    return Comparison(claim, whose, best.result.rate, rest, len(CHANNELS))


def _answer(
    came: Sequence[NewPerson], best: Comparison | None, period: Period
) -> list[str]:
    if not came:
        return [f"Nobody new {period.yet}."]
    if best is None:
        return ["Nothing came of anybody new yet who is known long enough to tell."]
    return [best.answer()]


def _groups(ways: Sequence[_Source], best: Comparison | None) -> list[Group]:
    groups = [
        Group(
            channel.way.capitalize(),
            [
                Figure("came", channel.result.n),
                channel.sat.figure._replace(label="sat down with"),
                channel.result.figure._replace(label="came to something"),
            ],
        )
        for channel in ways
        if channel.result.n
    ]
    if best:
        label = " against ".join(best.whose)
        groups.append(Group(best.claim, [Figure(label, comparison=best)]))
    return groups


def _data(channel: _Source) -> dict[str, Any]:
    return (
        {"way": channel.way} | channel.result.data() | {"sat_down": channel.sat.data()}
    )
