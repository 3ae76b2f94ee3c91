"""Report weekly: a coffee with someone new each week, year by year."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.numbers import counted
from netlog.domain.weeks import Week, week_of
from netlog.namedtuple import NamedTuple
from netlog.reports.first_coffees import FIRST_COFFEE, NO_COFFEE
from netlog.reports.result import Figure, Group, Period, Report, unit

_WEEK = timedelta(weeks=1)


class _Year(NamedTuple):
    """One year: coffees, and weeks that are over with and without one."""

    year: int
    coffees: int
    weeks: int
    missed: int


class _Weeks(NamedTuple):
    """The weeks from the first that counts to the last that is over."""

    over: Sequence[Week]
    held: frozenset[Week]

    def missed(self, year: int | None = None) -> list[Week]:
        """Those without a coffee, of one year or of all."""
        return [week for week in self.of(year) if week not in self.held]

    def of(self, year: int | None = None) -> list[Week]:
        """Those of one year, or all."""
        return [week for week in self.over if year in {None, week.year}]

    def row(self, week: Week) -> int:
        """Weeks in a row up to one; that one may still have its coffee."""
        now = week if week in self.held else week.previous()
        row = 0
        while now in self.held:
            row, now = row + 1, now.previous()
        return row

    @property
    def longest(self) -> int:
        """The most weeks in a row with a coffee."""
        best = row = 0
        weeks = sorted(self.held)
        for before, week in pairwise([None, *weeks]):
            row = row + 1 if before and week == before.next() else 1
            best = max(best, row)
        return best


def report(store: Store, period: Period) -> Report:
    """Coffees out of so many a year, weeks in a row, weeks missed."""
    coffees = sql.first_coffees(store, period.first, period.until)
    days = list({coffee.person_id: coffee.day for coffee in coffees}.values())
    weeks = _weeks(days, period)
    years = _years(days, weeks, period)
    row = weeks.row(week_of(period.until))
    return Report(
        answer=_answer(years[0], row, period) if days else [_none(period)],
        data=_data(days, years, weeks, row, period),
        groups=_groups(years, weeks, row, period) if days else (),
        counted=(
            FIRST_COFFEE,
            (
                "Weeks run from Monday to Sunday, from the first that had such a"
                " coffee; the last one counts when it is over. A week without one"
                " breaks the row."
            ),
        ),
        missing=() if days else (NO_COFFEE,),
    )


def _none(period: Period) -> str:
    return f"No coffee with someone new {period.yet}."


def _weeks(days: Sequence[date], period: Period) -> _Weeks:
    """From the first week with a coffee, or of the period, to the last that is over.

    A week that began before the period is none of its weeks.
    """
    if not days:
        return _Weeks((), frozenset())
    first = week_of(min(days))
    if period.since:
        first = week_of(period.since + timedelta(days=6))
    end = week_of(period.until + timedelta(days=1))
    over = [
        Week(first.monday + n * _WEEK)
        for n in range((end.monday - first.monday).days // 7)
    ]
    return _Weeks(over, frozenset(map(week_of, days)))


def _years(days: Iterable[date], weeks: _Weeks, period: Period) -> list[_Year]:
    """This year first, then those before, back to the first with a coffee."""
    by_year = [day.year for day in days]
    first = min(by_year, default=period.until.year)
    return [
        _Year(year, by_year.count(year), len(weeks.of(year)), len(weeks.missed(year)))
        for year in range(period.until.year, first - 1, -1)
    ]


def _answer(this_year: _Year, row: int, period: Period) -> list[str]:
    goal = period.settings.coffees
    parts = [f"{this_year.coffees} of {goal} coffees with someone new this year"]
    if row > 1:
        parts.append(f"{row} weeks in a row")
    parts.append(f"{counted(this_year.missed, 'week')} missed")
    return [", ".join(parts) + "."]


def _groups(
    years: Iterable[_Year], weeks: _Weeks, row: int, period: Period
) -> list[Group]:
    goal = period.settings.coffees
    by_year = [
        Figure(
            str(year.year),
            year.coffees,
            unit=f" of {goal}",
            note=f"{year.missed} of {counted(year.weeks, 'week')} missed",
        )
        for year in years
    ]
    in_a_row = [
        Figure("now", row, unit=unit(row, "week")),
        Figure("longest", weeks.longest, unit=unit(weeks.longest, "week")),
        Figure("missed in all", len(weeks.missed()), unit=f" of {len(weeks.over)}"),
    ]
    return [Group("Year by year", by_year), Group("Weeks in a row", in_a_row)]


def _data(
    days: Sequence[date],
    years: Iterable[_Year],
    weeks: _Weeks,
    row: int,
    period: Period,
) -> dict[str, Any]:
    return {
        "n": len(days),
        "goal": period.settings.coffees,
        "streak": row,
        "longest_streak": weeks.longest,
        "weeks": len(weeks.over),
        "weeks_missed": len(weeks.missed()),
        "years": [year._asdict() for year in years],
    }
