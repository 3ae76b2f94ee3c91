"""Open and focused weeks: which is which depends on nothing but the week."""

from datetime import date, timedelta

from netlog.domain.draws import draw
from netlog.domain.weeks import Week

_FIRST_MONDAY = date(2001, 1, 1)
_BLOCK = 26
_OPEN = 13


def week_number(week: Week) -> int:
    """Weeks since the one of Monday 2001-01-01."""
    return (week.monday - _FIRST_MONDAY).days // 7


def lens_of(week: Week) -> str:
    """'open' for the 13 of 26 weeks with the smallest draw, else 'focused'."""
    place = week_number(week) % _BLOCK
    first = week.monday - timedelta(weeks=place)
    draws = [draw(Week(first + timedelta(weeks=n)).code) for n in range(_BLOCK)]
    return "open" if sorted(draws).index(draws[place]) < _OPEN else "focused"
