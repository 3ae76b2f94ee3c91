"""Report plan: what became of the picks, who said yes, who was skipped three times."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Pick
from netlog.domain.person import Person
from netlog.domain.pins import Skip
from netlog.domain.spans import from_days
from netlog.domain.weeks import parse_week, week_of
from netlog.namedtuple import NamedTuple
from netlog.plan.cadence import cadence_of, cadences_for
from netlog.reports.acceptance import Misfit, Split, approaches, misfits, splits
from netlog.reports.result import Figure, Group, Missing, Period, Report
from netlog.reports.statistics import Rate

ENDS = ("done", "swapped", "skipped", "passed", "open")
"""What can become of a pick; open is one whose week is not over."""
_THRICE = 3
_NONE = Missing("no pick of a week", "netlog due")
_COUNTED = (
    "The pick is the one that stood first in its week. Done: you sat down with them"
    " that week; passed: neither that nor swapped nor skipped."
)
_COUNTED_YES = (
    (
        "Asked for is who was new, and introduced to you or the pick of a week, each"
        " once. Tried: a touch of yours within eight weeks; met: a sit-down within"
        " eight weeks of the first try. Who was asked for, or tried, less than eight"
        " weeks ago is left out."
    ),
    (
        "Met by chance is who was met in person or added by hand, a stranger who came"
        " with an import. A circle is far where you had not been in contact with"
        " anybody else of it before. Circles and cities are those of today."
    ),
    "Nothing is learnt by itself: a weight is yours to set.",
)


class _Thrice(NamedTuple):
    """Somebody skipped in keep in three weeks: the third, and what was proposed."""

    person: Person
    week: str
    command: str


def report(store: Store, period: Period) -> Report:
    """What became of the picks; who said yes, sort by sort; what would fit better."""
    last = week_of(period.until).code
    picks = sql.picks(store, week_of(period.first).code if period.since else "", last)
    skips = [each for each in sql.skips_since(store, "") if each.week <= last]
    ends = _ends(picks, skips, store, period)
    thrice = _thrice(skips, store, period)
    rate = Rate(ends["done"], len(picks) - ends["open"])
    made = splits(approaches(store, period), period.until)
    unfit = misfits(made, period.settings)
    return Report(
        answer=_answer(rate, ends, period),
        data={"n": len(picks)}
        | {end: ends[end] for end in ENDS}
        | {"rate": rate, "skipped_thrice": [_thrice_data(each) for each in thrice]}
        | {"yes": _yes_data(made), "misfits": [misfit.data() for misfit in unfit]},
        groups=[
            *_groups(picks, ends, rate),
            *_yes(made),
            *_unfit(unfit),
            *_proposals(thrice),
        ],
        counted=(_COUNTED, *(_COUNTED_YES if _yes(made) else ())),
        missing=() if picks else (_NONE,),
    )


def _answer(rate: Rate, ends: Mapping[str, int], period: Period) -> list[str]:
    if rate.n:
        return [f"Picks of the plan that were met in their week: {rate.said()}."]
    if ends["open"]:
        return ["The first pick is this week's: it may still be met."]
    return [f"No pick of the plan {period.yet}."]


def _ends(
    picks: Sequence[Pick], skips: Iterable[Skip], store: Store, period: Period
) -> Counter[str]:
    """How many picks ended in which way; each is counted once."""
    put_off = {(each.person_id, each.week): each.how for each in skips}
    met = _met(picks, store, period)
    return Counter(_end(each, put_off, met, period) for each in picks)


def _met(picks: Sequence[Pick], store: Store, period: Period) -> set[tuple[int, str]]:
    """Who was sat down with in which week, since the first pick."""
    if not picks:
        return set()
    first = parse_week(picks[0].week).monday
    return {
        (meeting.person_id, week_of(meeting.day).code)
        for meeting in sql.met_between(store, first, period.until)
        if meeting.sit_down
    }


def _end(
    pick: Pick,
    put_off: Mapping[tuple[int, str], str],
    met: set[tuple[int, str]],
    period: Period,
) -> str:
    key = (pick.person_id, pick.week)
    if key in met:
        return "done"
    if key in put_off:
        return {"swap": "swapped", "skip": "skipped"}[put_off[key]]
    return "open" if pick.week == week_of(period.until).code else "passed"


def _thrice(skips: Iterable[Skip], store: Store, period: Period) -> list[_Thrice]:
    """Whoever was skipped in keep for the third time in the period, by week."""
    weeks: dict[int, set[str]] = {}
    for skip in skips:
        if (skip.how, skip.slot) == ("skip", "keep"):
            weeks.setdefault(skip.person_id, set()).add(skip.week)
    thirds = sorted(
        (sorted(skipped)[_THRICE - 1], key)
        for key, skipped in weeks.items()
        if len(skipped) >= _THRICE
    )
    first = week_of(period.first).code if period.since else ""
    people = ((week, sql.person(store, key)) for week, key in thirds)
    cadences = cadences_for(period.settings, store)
    return [
        _Thrice(person, week, _proposed(person, cadence))
        for week, person in people
        if person and week >= first
        if (cadence := cadence_of(cadences, store, person))
    ]


def _proposed(person: Person, cadence: int) -> str:
    """A cadence twice as long, as `skip` proposes it."""
    longer = from_days(2 * cadence).code()
    return f"netlog edit {person.handle} --every {longer}"


def _groups(picks: Sequence[Pick], ends: Mapping[str, int], rate: Rate) -> list[Group]:
    if not picks:
        return []
    figures = [Figure("proposed", len(picks))]
    figures += [Figure(end, ends[end]) for end in ENDS if ends[end] or end != "open"]
    figures.append(Figure("done, of weeks that are over", rate=rate))
    return [Group("Picks", figures)]


def _yes(made: Sequence[Split]) -> list[Group]:
    """Each question with its sorts, where anybody is old enough."""
    groups = [Group(split.title, list(_figures(split))) for split in made]
    return [group for group in groups if group.figures]


def _figures(split: Split) -> Iterator[Figure]:
    for sort in split.sorts:
        if sort.tried.n and split.key != "age":  # who has an age was tried
            yield Figure(f"{sort.name}: tried, of those asked for", rate=sort.tried)
        if sort.met.n:
            yield Figure(f"{sort.name}: met, of those tried", rate=sort.met)


def _yes_data(made: Sequence[Split]) -> dict[str, list[dict[str, Any]]]:
    return {
        split.key: [
            {"sort": sort.name, "tried": sort.tried, "met": sort.met}
            for sort in split.sorts
        ]
        for split in made
    }


def _unfit(unfit: Sequence[Misfit]) -> list[Group]:
    """Each weight with the line of the config that would fit, and what that costs."""
    if not unfit:
        return []
    figures = [
        Figure(misfit.said(), command=misfit.line, note=misfit.assumed.term.source)
        for misfit in unfit
    ]
    return [Group("Weights that would fit you better, and what they are for", figures)]


def _proposals(thrice: Sequence[_Thrice]) -> list[Group]:
    if not thrice:
        return []
    figures = [
        Figure(f"{proposal.person.name}, {proposal.week}", command=proposal.command)
        for proposal in thrice
    ]
    return [Group("Skipped three times; a longer cadence was proposed", figures)]


def _thrice_data(proposal: _Thrice) -> dict[str, Any]:
    return {
        "handle": proposal.person.handle,
        "name": proposal.person.name,
        "week": proposal.week,
        "proposed": proposal.command,
    }
