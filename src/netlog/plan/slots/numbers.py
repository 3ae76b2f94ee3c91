"""This week's numbers: coffees, weeks in a row, promises kept on time."""

from datetime import timedelta
from typing import TYPE_CHECKING

from netlog.domain.promise import how_kept
from netlog.domain.weeks import Week, week_of
from netlog.plan.frame import Frame
from netlog.plan.result import Numbers

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource

_YEAR = 52
_WEEK = timedelta(weeks=1)


def fill(frame: Frame, source: "PlanSource") -> Numbers:
    """How it goes this year, up to the day of the plan."""
    year = frame.today.replace(month=1, day=1)
    kept = how_kept(source.promises_past(year, frame.today), frame.today)
    return Numbers(
        coffees=source.first_sitdowns(year, frame.today),
        of=frame.settings.coffees,
        streak=streak(frame.week, source),
        promises_kept=kept.on_time + kept.late,
        promises_on_time=kept.on_time,
        promises_closed=kept.n,
    )


def streak(week: Week, source: "PlanSource") -> int:
    """Weeks in a row with a coffee with someone new; this one may still come."""
    held: set[Week] = set()
    count, year = 0, 0
    while count >= year * _YEAR:
        held |= _held_weeks(week, year, source)
        year += 1
        count = _in_a_row(week.previous(), held, year * _YEAR)
    return count + (week in held)


def _held_weeks(week: Week, year: int, source: "PlanSource") -> set[Week]:
    """The weeks with such a coffee in one year of weeks up to a week."""
    until = week.sunday - year * _YEAR * _WEEK
    since = until - (_YEAR + 1) * _WEEK
    return {week_of(day) for day in source.sitdown_days(since, until)}


def _in_a_row(last: Week, held: set[Week], most: int) -> int:
    count = 0
    while count < most and last in held:
        count, last = count + 1, last.previous()
    return count
