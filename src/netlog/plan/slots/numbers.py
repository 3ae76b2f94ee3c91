"""This week's numbers: coffees, weeks in a row, promises kept on time."""

from netlog.domain.weeks import Week
from netlog.plan.frame import Frame
from netlog.plan.result import Numbers
from netlog.plan.source import PlanSource


def fill(frame: Frame, source: PlanSource) -> Numbers:
    """How it goes this year, up to the day of the plan."""
    year = frame.today.replace(month=1, day=1)
    closed = source.promises_closed(year, frame.today)
    kept = [promise for promise in closed if promise.state == "kept"]
    return Numbers(
        coffees=source.first_sitdowns(year, frame.today),
        of=frame.settings.coffees,
        streak=streak(frame.week, source),
        promises_kept=len(kept),
        promises_on_time=sum(one.closed_on <= one.due for one in kept),
        promises_closed=len(closed),
    )


def streak(week: Week, source: PlanSource) -> int:
    """Weeks in a row with a coffee with someone new; this one may still come."""
    count = int(_has_coffee(week, source))
    week = week.previous()
    while _has_coffee(week, source):
        count, week = count + 1, week.previous()
    return count


def _has_coffee(week: Week, source: PlanSource) -> bool:
    return source.first_sitdowns(week.monday, week.sunday) > 0
