"""Occasion: a birthday in the next 14 days."""

from datetime import date

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "occasion"
SOURCE = "Opinion: a day of theirs is a reason that needs no reason."
_SOON = 14
_LEAP = (2, 29)


def _days(facts: Facts, frame: Frame) -> int | None:
    """Days until the next birthday; 29 February counts on the 28th of other years."""
    birthday = facts.person.birthday
    if not birthday:
        return None
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    years = (frame.today.year, frame.today.year + 1)
    coming = (_on(year, month, day) for year in years)
    return min((on - frame.today).days for on in coming if on >= frame.today)


def _on(year: int, month: int, day: int) -> date:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, 28 if (month, day) == _LEAP and not leap else day)


def measure(facts: Facts, frame: Frame) -> float:
    """1 where it is at most 14 days away, else 0."""
    days = _days(facts, frame)
    return float(days is not None and days <= _SOON)


def text(facts: Facts, frame: Frame) -> str:
    """When it is."""
    days = _days(facts, frame)
    if days is None or days > _SOON:
        return ""
    return f"birthday {('today', 'tomorrow')[days]}" if days <= 1 else _in(days)


def _in(days: int) -> str:
    return f"birthday in {days} days"
