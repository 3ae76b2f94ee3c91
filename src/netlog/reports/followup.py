"""Report followup: who was followed up, how soon, and promises kept on time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.domain.evidence import FirstMeeting
from netlog.domain.promise import Kept, how_kept
from netlog.domain.touch import Sent
from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.result import Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.reports.words import many
from netlog.statistics.rate import Rate

_WEEK = 7
_NO_MEETING = Missing("nobody new met in person", "netlog add NAME --at PLACE")
_NO_PROMISE = Missing("no promise that fell due", "netlog promise WHO TEXT --by DATE")
_COUNTED = (
    (
        "A first meeting is the first touch in person with somebody you did not"
        " know before netlog."
    ),
    (
        "Followed up: after the meeting something went to them, be it a"
        " message, a call, a try, a gift or a kept promise. Rates are of"
        " meetings for which that time is over; of the others nothing counts."
    ),
    (
        "Promises count when their day has passed, also those kept before it;"
        " dropped is not kept."
    ),
)


class _Met(NamedTuple):
    """A first meeting: how old it is, and after how many days something was sent."""

    age: int
    sent: int | None


def report(source: ReportSource, period: Period) -> Report:
    """First meetings followed up the same day and within a week; promises."""
    met = _met(source, period)
    same_day, week = _within(met, 0), _within(met, _WEEK)
    past = source.planning.promises_past(period.first, period.until)
    promises = how_kept(past, period.until)
    lacking = ((_NO_MEETING, met), (_NO_PROMISE, promises.n))
    return Report(
        answer=_answer(met, same_day, promises, period),
        data=_data(met, same_day, week, promises),
        groups=_groups(met, same_day, week, promises),
        counted=_COUNTED,
        missing=[one for one, there in lacking if not there],
    )


def _answer(
    met: Sequence[_Met], same_day: Rate, promises: Kept, period: Period
) -> list[str]:
    first = f"Nobody new met in person {period.yet}."
    if met:
        first = f"{many(len(met), 'first meeting')}, too young to tell."
    if same_day.n:
        first = f"Followed up the same day: {same_day.said()}."
    if not promises.n:
        return [first]
    return [first, f"Promises kept on time: {_rate(promises).said()}."]


def _rate(promises: Kept) -> Rate:
    """Kept on time, of all whose day has passed."""
    return Rate(promises.on_time, promises.n)


def _met(source: ReportSource, period: Period) -> list[_Met]:
    """Each first meeting of the period, with what was sent first after it."""
    there = {
        one.person_id: one
        for one in source.first_meetings(period.until)
        if period.holds(one.day)
    }
    first = min((one.day for one in there.values()), default=period.until)
    sent: dict[int, date] = {}
    for one in source.planning.sent(first):
        met = there.get(one.person_id)
        if met and one.day <= period.until and _came_after(one, met):
            sent[one.person_id] = min(one.day, sent.get(one.person_id, one.day))
    return [
        _Met((period.until - one.day).days, _days(one, sent.get(key)))
        for key, one in there.items()
    ]


def _came_after(sent: Sent, met: FirstMeeting) -> bool:
    """On a later day; or on the same, and entered later."""
    return sent.day > met.day or (sent.day == met.day and sent.entered > met.entered)


def _days(met: FirstMeeting, sent: date | None) -> int | None:
    return (sent - met.day).days if sent else None


def _within(met: Iterable[_Met], days: int) -> Rate:
    """How many were followed up so soon, of those for whom that time is over.

    Whoever was followed up before it is over counts only then: the others who were
    met on the same day do not count before, either.
    """
    over = [one for one in met if one.age > days]
    return Rate(
        sum(one.sent is not None and one.sent <= days for one in over), len(over)
    )


def _groups(
    met: Sequence[_Met], same_day: Rate, week: Rate, promises: Kept
) -> list[Group]:
    """Meetings where there were any, promises where there were any."""
    groups = []
    if met:
        figures = [
            Figure("in all", len(met)),
            _soon("followed up the same day", same_day, len(met)),
            _soon("within 7 days", week, len(met)),
        ]
        groups.append(Group("First meetings", figures))
    if promises.n:
        figures = [Figure("kept on time", rate=_rate(promises))]
        figures += [
            Figure(label, number)
            for label, number in (
                ("kept later", promises.late),
                ("dropped", promises.dropped),
                ("past their day", promises.waiting),
            )
            if number
        ]
        groups.append(Group("Promises", figures))
    return groups


def _soon(label: str, rate: Rate, of: int) -> Figure:
    """A rate, and for how many that time is not over."""
    left = of - rate.n
    return Figure(label, rate=rate, note=f"{left:,} still open" if left else "")


def _data(
    met: Sequence[_Met], same_day: Rate, week: Rate, promises: Kept
) -> dict[str, Any]:
    return {
        "n": len(met),
        "same_day": same_day,
        "within_7_days": week,
        "open": len(met) - week.n,
        "promises": promises._asdict() | {"n": promises.n, "rate": _rate(promises)},
    }
