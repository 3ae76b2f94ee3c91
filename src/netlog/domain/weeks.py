"""ISO weeks, Monday to Sunday, and calendar months."""

import re
from datetime import date, timedelta
from typing import Self

from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

WEEK_PATTERN = r"([0-9]{4})-w([0-9]{2})"
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_DECEMBER = 12


class Week(NamedTuple):
    """One ISO week, known by its Monday; made by `week_of` or `parse_week`.

    Weeks compare and sort by time.  `year` and `number` are ISO's: the week of
    a New Year's Day may belong to the year before.
    """

    monday: date

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + 6 * _DAY

    @property
    def year(self) -> int:
        """The year that has the week's Thursday."""
        return self.monday.isocalendar().year

    @property
    def number(self) -> int:
        """From 1 to 52, in some years to 53."""
        return self.monday.isocalendar().week

    @property
    def code(self) -> str:
        """The week as it is written: 2025-W23."""
        return f"{self.year:04}-W{self.number:02}"

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days, Monday first."""
        return tuple(self.monday + n * _DAY for n in range(7))

    def holds(self, day: date) -> bool:
        """Whether the day is one of the seven."""
        return self.monday <= day <= self.sunday

    def next(self) -> Self:
        """The week after this one."""
        return self._replace(monday=self.monday + _WEEK)

    def previous(self) -> Self:
        """The week before this one."""
        return self._replace(monday=self.monday - _WEEK)


def week_of(day: date) -> Week:
    """The week that holds the day."""
    return Week(day - day.weekday() * _DAY)


def parse_week(text: str) -> Week:
    """The week written like 2026-W48; a usage error where the year has none such."""
    found = re.fullmatch(WEEK_PATTERN, text.strip().lower())
    if not found:
        raise UsageError("That is no week.", "A week is written like 2026-W48.")
    try:
        return week_of(date.fromisocalendar(int(found[1]), int(found[2]), 7))
    except ValueError:
        raise UsageError(
            f"There is no week {int(found[2])} in {found[1]}.",
            "Weeks run from W01 to W52, in some years to W53.",
        ) from None


def month_code(day: date) -> str:
    """The month as it is written: 2025-06."""
    return day.isoformat()[:7]


def month_end(day: date) -> date:
    """The last day of the day's month."""
    if day.month == _DECEMBER:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - _DAY
