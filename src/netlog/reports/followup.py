"""Report followup: who was followed up, how soon, and promises kept on time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.domain.evidence import FirstMeeting
from netlog.domain.promise import Promise
from netlog.domain.touch import Sent
from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.result import Figure, Group, Missing, Report
from netlog.reports.source import ReportSource
from netlog.statistics.rate import Rate

_WEEK = 7
_NO_MEETING = Missing("nobody new met in person", "netlog add NAME --at PLACE")
_NO_PROMISE = Missing("no promise that fell due", "netlog promise WHO TEXT --by DATE")


class _Met(NamedTuple):
    """A first meeting: how old it is, and after how many days something was sent."""

    age: int
    sent: int | None


class _Promises(NamedTuple):
    """Promises that were closed or fell due, each once."""

    on_time: int
    late: int
    dropped: int
    waiting: int

    @property
    def rate(self) -> Rate:
        """Kept on time, of all."""
        return Rate(self.on_time, sum(self))


def report(source: ReportSource, period: Period) -> Report:
    """First meetings followed up the same day and within a week; promises."""
    met = _met(source, period)
    same_day, week = _within(met, 0), _within(met, _WEEK)
    promises = _promises(source.promises(), period)
    lacking = ((_NO_MEETING, met), (_NO_PROMISE, sum(promises)))
    return Report(
        answer=_answer(same_day, promises, period),
        data=_data(met, same_day, week, promises),
        groups=_groups(met, same_day, week, promises),
        counted=(
            (
                "A first meeting is the first touch in person with somebody you did not"
                " know before netlog."
            ),
            (
                "Followed up: after the meeting something went to them, be it a"
                " message, a call, a try, a gift or a kept promise. Not yet, and not"
                " over: open."
            ),
            "Promises that were kept, dropped or fell due; dropped is not kept.",
        ),
        missing=[one for one, there in lacking if not there],
    )


def _answer(same_day: Rate, promises: _Promises, period: Period) -> list[str]:
    first = f"Nobody new met in person {period.yet}."
    if same_day.n:
        first = f"Followed up the same day: {same_day.said()}."
    if not promises.rate.n:
        return [first]
    return [first, f"Promises kept on time: {promises.rate.said()}."]


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
    """How many were followed up so soon, of those for whom that time is over."""
    soon = [one.sent is not None and one.sent <= days for one in met]
    over = [done or one.age > days for done, one in zip(soon, met, strict=True)]
    return Rate(sum(soon), sum(over))


def _promises(promises: Iterable[Promise], period: Period) -> _Promises:
    """How promises stand at the end of the period."""
    counts = {"on time": 0, "late": 0, "dropped": 0, "waiting": 0}
    for one in promises:
        closed = one.closed_on if (one.closed_on or date.max) <= period.until else None
        if period.holds(closed or one.due) and (closed or one.due < period.until):
            counts[_ended(one, closed)] += 1
    return _Promises(*counts.values())


def _ended(promise: Promise, closed: date | None) -> str:
    if closed is None:
        return "waiting"
    if promise.state == "dropped":
        return "dropped"
    return "on time" if closed <= promise.due else "late"


def _groups(
    met: Sequence[_Met], same_day: Rate, week: Rate, promises: _Promises
) -> list[Group]:
    """Meetings where there were any, promises where there were any."""
    groups = []
    if met:
        figures = [
            Figure("in all", len(met)),
            Figure("followed up the same day", rate=same_day),
            Figure("within 7 days", rate=week),
        ]
        groups.append(Group("First meetings", figures))
    if promises.rate.n:
        figures = [Figure("kept on time", rate=promises.rate)]
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


def _data(
    met: Sequence[_Met], same_day: Rate, week: Rate, promises: _Promises
) -> dict[str, Any]:
    return {
        "n": len(met),
        "same_day": same_day,
        "within_7_days": week,
        "open": len(met) - week.n,
        "promises": promises._asdict() | {"n": promises.rate.n, "rate": promises.rate},
    }
