"""Spans of time: how long until, how often, how long ago."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from netlog.domain.names import clean
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

Unit = Literal["d", "w", "m", "y"]

COUNTED = r"(?P<count>[0-9]{1,3}) ?(?P<unit>d|days?|w|weeks?|m|months?|y|years?)"


class Span(NamedTuple):
    """So many days, weeks, months or years."""

    count: int  # type: ignore[assignment] # hides tuple.count, which nobody misses
    unit: Unit

    def code(self) -> str:
        """The span as it is typed and stored: 3m."""
        return f"{self.count}{self.unit}"


_UNITS: dict[str, Unit] = {"d": "d", "w": "w", "m": "m", "y": "y"}
_SPELT: dict[Unit, str] = {"d": "day", "w": "week", "m": "month", "y": "year"}
_MOST: dict[Unit, int] = {"d": 999, "w": 999, "m": 240, "y": 20}
_WORDS = {
    "week": Span(1, "w"),
    "weekly": Span(1, "w"),
    "month": Span(1, "m"),
    "monthly": Span(1, "m"),
    "quarter": Span(3, "m"),
    "quarterly": Span(3, "m"),
    "year": Span(1, "y"),
    "yearly": Span(1, "y"),
}
_ADVICE = "Write it like 2w, 3m or 1y."
_SHOWN = 40


@lru_cache
def parse_span(text: str) -> Span:
    """The span that 3d, 2w, 3m, 1y, 2 weeks, monthly or quarterly stand for.

    Case and white space do not matter.  From one day to 20 years, with at most
    three digits; anything else is a usage error.
    """
    folded = " ".join(text.lower().split())
    if folded in _WORDS:
        return _WORDS[folded]
    if found := re.fullmatch(COUNTED, folded):
        return _bounded(Span(int(found["count"]), _UNITS[found["unit"][0]]))
    shown = clean(text)[:_SHOWN]
    raise UsageError(f"'{shown}' is no length of time netlog knows.", _ADVICE)


def _bounded(span: Span) -> Span:
    if not 1 <= span.count <= _MOST[span.unit]:
        raise UsageError("A length of time goes from one day to 20 years.", _ADVICE)
    return span


def spell_span(span: Span) -> str:
    """The span in words: 3 months, 1 year."""
    return f"{span.count} {_SPELT[span.unit]}{'' if span.count == 1 else 's'}"


def spell_every(span: Span) -> str:
    """How often, in words: every 3 months, every year."""
    return f"every {_SPELT[span.unit] if span.count == 1 else spell_span(span)}"


_IN_DAYS: dict[Unit, float] = {"d": 1, "w": 7, "m": 7 * 13 / 3, "y": 7 * 52}


def in_days(span: Span) -> int:
    """A cadence in days; months and years are whole weeks: 3m is 13, 1y is 52."""
    days = span.count * _IN_DAYS[span.unit]
    return round(days) if span.unit == "d" else round(days / 7) * 7


def from_days(days: int) -> Span:
    """The span of so many days: in weeks where they are whole."""
    count, rest = divmod(days, 7)
    return Span(days, "d") if rest else Span(count, "w")


def after(day: date, span: Span) -> date:
    """The day that lies the span after the day.

    A month or a year later is the same day of the month, or the month's last
    where it is shorter: 31 Jan and one month is 28 Feb.  A usage error where
    the calendar ends.
    """
    return _moved(day, span, 1)


def before(day: date, span: Span) -> date:
    """The day that lies the span before the day, counted like `after`."""
    return _moved(day, span, -1)


@lru_cache
def _moved(day: date, span: Span, way: Literal[1, -1]) -> date:
    try:
        return _added(day, span.count * way, span.unit)
    except (OverflowError, ValueError):
        raise UsageError(
            "That lies outside the calendar.",
            "The calendar goes from the year 1 to the year 9999.",
        ) from None


def _added(day: date, count: int, unit: Unit) -> date:
    if unit == "d":
        return day + timedelta(days=count)
    if unit == "w":
        return day + timedelta(weeks=count)
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count if unit == "m" else 12 * count)
