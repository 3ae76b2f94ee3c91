"""Report followup: who was followed up, how soon, and promises kept on time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import FirstMeeting
from netlog.domain.numbers import counted
from netlog.domain.promise import PromisesKept, how_kept
from netlog.domain.touch import Sent
from netlog.namedtuple import NamedTuple
from netlog.plan.slots.follow_up import everything_sent
from netlog.reports.channels import first_meetings
from netlog.reports.result import Figure, Group, Missing, Period, Report
from netlog.reports.statistics import Rate

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
        " message, a call, a try, another meeting, a gift or a kept promise. Rates are"
        " of meetings for which that time is over; of the others nothing counts."
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


def report(store: Store, period: Period) -> Report:
    """First meetings followed up the same day and within a week; promises."""
    met = _met(store, period)
    same_day, week = _within(met, 0), _within(met, _WEEK)
    past = sql.promises_past(store, period.first, period.until)
    promises = how_kept(past, period.until)
    lacking = ((_NO_MEETING, met), (_NO_PROMISE, promises.n))
    return Report(
        answer=_answer(met, same_day, promises, period),
        data=_data(met, same_day, week, promises),
        groups=_groups(met, same_day, week, promises),
        counted=_COUNTED,
        missing=[need for need, has in lacking if not has],
    )


def _answer(
    met: Sequence[_Met], same_day: Rate, promises: PromisesKept, period: Period
) -> list[str]:
    first = f"Nobody new met in person {period.yet}."
    if met:
        first = f"{counted(len(met), 'first meeting')}, too young to tell."
    if same_day.n:
        first = f"Followed up the same day: {same_day.said()}."
    if not promises.n:
        return [first]
    return [first, f"Promises kept on time: {_rate(promises).said()}."]


def _rate(promises: PromisesKept) -> Rate:
    """Kept on time, of all whose day has passed."""
    return Rate(promises.on_time, promises.n)


def _met(store: Store, period: Period) -> list[_Met]:
    """Each first meeting of the period, with what was sent first after it."""
    meetings = {
        key: each
        for key, each in first_meetings(store, period.until).items()
        if period.holds(each.day)
    }
    first = min((each.day for each in meetings.values()), default=period.until)
    sent: dict[int, date] = {}
    for each in everything_sent(store, first):
        met = meetings.get(each.person_id)
        if met and each.day <= period.until and _came_after(each, met):
            sent[each.person_id] = min(each.day, sent.get(each.person_id, each.day))
    return [
        _Met((period.until - each.day).days, _days(each, sent.get(key)))
        for key, each in meetings.items()
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
    over = [meeting for meeting in met if meeting.age > days]
    return Rate(
        sum(meeting.sent is not None and meeting.sent <= days for meeting in over),
        len(over),
    )


def _groups(
    met: Sequence[_Met], same_day: Rate, week: Rate, promises: PromisesKept
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
    met: Sequence[_Met], same_day: Rate, week: Rate, promises: PromisesKept
) -> dict[str, Any]:
    return {
        "n": len(met),
        "same_day": same_day,
        "within_7_days": week,
        "open": len(met) - week.n,
        "promises": promises._asdict() | {"n": promises.n, "rate": _rate(promises)},
    }
