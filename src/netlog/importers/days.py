"""Days as files write them."""

import re
from datetime import date

from netlog.domain.names import fold

_ISO = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?!\d)", re.ASCII)
_BASIC = re.compile(r"(\d{4})()(\d\d)(\d\d)(?!\d)", re.ASCII)
_YEARLESS = re.compile(r"--()()(\d\d)-?(\d\d)(?!\d)", re.ASCII)
_WORDED = re.compile(r"(\d\d?)[.\s-]+([a-z]{3})[a-z]*[.,\s-]+(\d{4}|\d\d)(?!\d)")
_MONTH_FIRST = re.compile(r"()([a-z]{3})[a-z]*\.? (\d\d?),? (\d{4})(?!\d)")
_NUMBERS = re.compile(r"(\d\d?)([./-])(\d\d?)\2(\d{4})(?!\d)", re.ASCII)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_GERMAN = {"mai": "may", "okt": "oct", "dez": "dec"}
_NO_YEAR = {0, 1604}  # Apple's cards say 1604 where the year is not told
_A_MONTH = 4  # letters, with the blank; a word that is none ends up as month 0
_LEAP = 2000
_CENTURY = 100
_LAST_MONTH = 12
_LONGEST = 40

_Day = tuple[int, int, int]


def connected(text: str) -> date | None:
    """LinkedIn's day: 05 Mar 2024, 2024-03-05, 05.03.2024 or, month first, 03/05/2024.

    A spreadsheet's 05-Mar-24 is understood too; anything else is None.
    """
    year, month, day = _parts(text) or _numbers(text, "/") or (0, 0, 0)
    return _date(year + _LEAP if 0 < year < _CENTURY else year, month, day)


def birthday_in(text: str) -> str:
    """YYYY-MM-DD, or --MM-DD where the year is not told; else empty.

    1980-03-22, 19800322, --03-22, 22 Mar 1980 and 22.03.1980 are understood.
    Which of 03/04/1980 is the month nobody can tell, so it stays out.
    """
    year, month, day = _parts(text) or _numbers(text, "") or (0, 0, 0)
    if year in _NO_YEAR:
        found = _date(_LEAP, month, day)
        return f"--{found:%m-%d}" if found else ""
    found = _date(year, month, day) if year >= _CENTURY else None
    return found.isoformat() if found else ""


def _parts(text: str) -> _Day | None:
    """Year (0 if not told), month and day, where the writing is unmistakable."""
    text = text.strip()[:_LONGEST]
    for pattern in (_ISO, _BASIC, _YEARLESS):
        if found := pattern.match(text):
            return int(found[1] or 0), int(found[3]), int(found[4])
    return _worded(fold(text))


def _worded(text: str) -> _Day | None:
    """A day whose month is a word, English or German."""
    if found := _WORDED.match(text):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.match(text):
        _, month, day, year = found.groups()
    else:
        return None
    place = _MONTHS.find(_GERMAN.get(month, month))
    return int(year), place // _A_MONTH + 1, int(day)


def _numbers(text: str, month_first: str) -> _Day | None:
    """Day, month and year as numbers; with that separator the month comes first."""
    if not (found := _NUMBERS.match(text.strip()[:_LONGEST])):
        return None
    one, separator, two, year = found.groups()
    day, month = int(one), int(two)
    if month > _LAST_MONTH or (separator == month_first and day <= _LAST_MONTH):
        return int(year), day, month
    certain = day > _LAST_MONTH or day == month or separator in {".", month_first}
    return (int(year), month, day) if certain else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
