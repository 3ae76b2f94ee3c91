"""This week's numbers: coffees, weeks in a row, promises kept on time."""

from datetime import timedelta

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.promise import how_kept
from netlog.domain.weeks import Week, week_of
from netlog.plan.context import PlanContext
from netlog.plan.result import Numbers

_YEAR = 52
_WEEK = timedelta(weeks=1)


def fill(context: PlanContext, store: Store) -> Numbers:
    """How it goes this year, up to the day of the plan."""
    year = context.today.replace(month=1, day=1)
    kept = how_kept(sql.promises_past(store, year, context.today), context.today)
    return Numbers(
        coffees=sql.first_sitdowns(store, year, context.today),
        of=context.settings.coffees,
        streak=streak(context.week, store),
        promises_kept=kept.on_time + kept.late,
        promises_on_time=kept.on_time,
        promises_closed=kept.n,
    )


def streak(week: Week, store: Store) -> int:
    """Weeks in a row with a coffee with someone new; this one may still come."""
    weeks: set[Week] = set()
    count, year = 0, 0
    while count >= year * _YEAR:
        weeks |= _coffee_weeks(week, year, store)
        year += 1
        count = _in_a_row(week.previous(), weeks, year * _YEAR)
    return count + (week in weeks)


def _coffee_weeks(week: Week, year: int, store: Store) -> set[Week]:
    """The weeks with such a coffee in one year of weeks up to a week."""
    until = week.sunday - year * _YEAR * _WEEK
    since = until - (_YEAR + 1) * _WEEK
    return {week_of(day) for day in sql.sitdown_days(store, since, until)}


def _in_a_row(last: Week, weeks: set[Week], most: int) -> int:
    count = 0
    while count < most and last in weeks:
        count, last = count + 1, last.previous()
    return count
