"""Time as the plan counts it: weeks in which nothing was entered stand still."""

from collections.abc import Collection
from datetime import date, timedelta

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.weeks import Week, week_of
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext

_WEEK = timedelta(weeks=1)
_READ = timedelta(weeks=260)


class ActiveTime(NamedTuple):
    """Days and weeks up to a day, those in which nothing was entered left out.

    `idle` are the Mondays of such weeks, before the week of `today`, the latest first.
    What happened in one of them stands at its Sunday.
    """

    today: date
    idle: tuple[date, ...] = ()

    def days_since(self, day: date) -> int:
        """How many days ago a day was."""
        monday = week_of(day).monday
        happened = week_of(day).sunday if monday in self.idle else day
        return (self.today - happened).days - 7 * self._idle_after(day)

    def weeks_since(self, day: date) -> int:
        """How many weeks lie between the week of a day and this one."""
        return (self._monday - week_of(day).monday).days // 7 - self._idle_after(day)

    def back(self, days: int) -> date:
        """The earliest day that lies at most so many days back."""
        day = self.today - timedelta(days=days)
        while True:
            idle = self._idle_after(day) + (week_of(day).monday in self.idle)
            moved = self.today - timedelta(days=days + 7 * idle)
            if moved == day:
                return day
            day = moved

    def counts(self, day: date) -> bool:
        """Whether anything was entered in the week of a day, or it is this one."""
        return week_of(day).monday not in self.idle

    @property
    def idle_weeks(self) -> int:
        """How many weeks just before this one were idle, side by side."""
        monday, weeks = self._monday - _WEEK, 0
        while monday in self.idle:
            monday, weeks = monday - _WEEK, weeks + 1
        return weeks

    def returned(self, away: int, over: int) -> int | None:
        """How many weeks ago somebody came back who had entered nothing for `away`.

        0 in the week of the return; None where that is `over` weeks ago or more.
        """
        monday = self._monday
        for weeks in range(over):
            idle = self._replace(today=monday).idle_weeks
            if idle >= away:
                return weeks
            monday -= (1 + idle) * _WEEK
        return None

    @property
    def _monday(self) -> date:
        return week_of(self.today).monday

    def _idle_after(self, day: date) -> int:
        monday = week_of(day).monday
        return sum(monday < idle < self._monday for idle in self.idle)


def active_time(context: PlanContext, store: Store) -> ActiveTime:
    """The weeks of the last five years in which nothing was entered.

    Before the first that has something, all count: what is told of then was lived.
    So do those to come.
    """
    week = min(context.week, context.now or context.week)
    first = Week(week.monday - _READ)
    active = sql.active_weeks(store, first.code, week.code)
    return ActiveTime(context.today, tuple(_idle(week, set(active), active[:1])))


def _idle(week: Week, active: Collection[str], first: list[str]) -> list[date]:
    idle: list[date] = []
    earlier = week.previous()
    while first and earlier.code > first[0]:
        if earlier.code not in active:
            idle.append(earlier.monday)
        earlier = earlier.previous()
    return idle
