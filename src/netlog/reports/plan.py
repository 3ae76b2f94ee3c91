"""Report plan: what became of the picks, and who was skipped three times."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Pick
from netlog.domain.person import Person
from netlog.domain.pins import Skip
from netlog.domain.spans import parse_span
from netlog.domain.weeks import parse_week, week_of
from netlog.namedtuple import NamedTuple
from netlog.reports.result import Figure, Group, Missing, Period, Report
from netlog.reports.statistics import Rate

ENDS = ("done", "swapped", "skipped", "passed", "open")
"""What can become of a pick; open is one whose week is not over."""
_THRICE = 3
_NONE = Missing("no pick of a week", "netlog due")


class _Thrice(NamedTuple):
    """Somebody skipped in keep in three weeks: the third, and what was proposed."""

    person: Person
    week: str
    command: str


def report(store: Store, period: Period) -> Report:
    """Picks that were met, swapped, skipped or passed; proposals after three skips."""
    last = week_of(period.until).code
    picks = sql.picks(store, week_of(period.first).code if period.since else "", last)
    skips = [each for each in sql.skips_since(store, "") if each.week <= last]
    ends = _ends(picks, skips, store, period)
    thrice = _thrice(skips, store, period)
    rate = Rate(ends["done"], len(picks) - ends["open"])
    return Report(
        answer=_answer(rate, ends, period),
        data={"n": len(picks)}
        | {end: ends[end] for end in ENDS}
        | {"rate": rate, "skipped_thrice": [_thrice_data(each) for each in thrice]},
        groups=[*_groups(picks, ends, rate), *_proposals(thrice)],
        counted=(
            (
                "The pick is the one that stood first in its week. Done: you sat down"
                " with them that week; passed: neither that nor swapped nor skipped."
            ),
        ),
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
    return [
        _Thrice(person, week, _proposed(person))
        for week, person in people
        if person and person.cadence and week >= first
    ]


def _proposed(person: Person) -> str:
    """A cadence twice as long, as `skip` proposes it."""
    span = parse_span(person.cadence)
    longer = span._replace(count=2 * span.count).code()
    return f"netlog edit {person.handle} --every {longer}"


def _groups(picks: Sequence[Pick], ends: Mapping[str, int], rate: Rate) -> list[Group]:
    if not picks:
        return []
    figures = [Figure("proposed", len(picks))]
    figures += [Figure(end, ends[end]) for end in ENDS if ends[end] or end != "open"]
    figures.append(Figure("done, of weeks that are over", rate=rate))
    return [Group("Picks", figures)]


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
