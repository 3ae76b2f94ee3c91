"""Open and focused weeks: which is which depends on nothing but the week."""

from datetime import date, timedelta

from netlog.domain.draws import digest
from netlog.domain.weeks import Week

_FIRST_MONDAY = date(2001, 1, 1)
_BLOCK = 26
_OPEN = 13


def week_number(week: Week) -> int:
    """Weeks since the one of Monday 2001-01-01."""
    return (week.monday - _FIRST_MONDAY).days // 7


def lens_of(week: Week) -> str:
    """'open' for the 13 of 26 weeks whose code has the smallest digest."""
    place = week_number(week) % _BLOCK
    first = week.monday - timedelta(weeks=place)
    codes = [Week(first + timedelta(weeks=n)).code for n in range(_BLOCK)]
    return "open" if codes[place] in sorted(codes, key=digest)[:_OPEN] else "focused"
