"""Days as people type them, and as netlog says them back."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from netlog.domain.names import clean
from netlog.domain.spans import COUNTED, after, before, parse_span
from netlog.domain.weeks import WEEK_PATTERN, Week, month_end, parse_week, week_of
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

# fmt: off
_WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)
# fmt: on
_SHORT_WEEKDAYS = tuple(name[:3] for name in _WEEKDAYS)
_SHORT_MONTHS = tuple(name[:3] for name in _MONTHS)
_LONGEST = 40
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LEAP_YEAR = 2000
# Leap years lie at most eight years apart: 2096 and 2104.
_YEARS_TO_TRY = 9
_DAY = timedelta(days=1)
_TO_COME = "fri, in 2w or 20 nov"


class _Asked(NamedTuple):
    """What the reading of a text depends on, and the examples that fit it."""

    today: date
    order: str
    forward: bool
    examples: str


Advice = Callable[[date], str]
"""What to do about a day."""


def happened(
    text: str, today: date, order: str = "", instead: Advice | None = None
) -> date:
    """The day of what happened, looking back from today.

    `mon` on a Monday is today, `20 nov` the latest there was, `2w` two weeks
    ago, `2026-W48` its Monday.  A day after today is a usage error, and so is
    whatever is no day between 1900 and 2199.  `order` is the config's
    date_order, "dmy" or "mdy"; without one 10/11 is refused.  `instead` gives the
    advice for a day that is still to come.
    """
    examples = "yesterday, last fri or 20 nov"
    asked = _Asked(today, order, forward=False, examples=examples)
    day = _resolved(text, asked)
    if day > today:
        usual = f"What happened has a day up to today, like {asked.examples}."
        raise UsageError(
            f"{spell(day)} is still to come.", instead(day) if instead else usual
        )
    return day


def to_come(text: str, today: date, order: str = "") -> date:
    """The day of what is to come, looking forward from today.

    `mon` and `20 nov` are the next after today, `2w` is in two weeks,
    `2026-W48` its Sunday; `today` is fine.  A day before today is a usage
    error; all else as `happened` has it.
    """
    day = ahead(text, today, order)
    if day < today:
        raise UsageError(
            f"{spell(day)} is past.",
            f"What is to come has a day from today on, like {_TO_COME}.",
        )
    return day


def ahead(text: str, today: date, order: str = "") -> date:
    """A day read as `to_come` reads it, one before today too."""
    return _resolved(text, _Asked(today, order, forward=True, examples=_TO_COME))


def is_day(text: str) -> bool:
    """Whether a text is written like a day, one that there is or not."""
    folded = _folded(text)
    return any(re.fullmatch(pattern, folded) for pattern, _ in _GRAMMAR)


def any_day(text: str, today: date, order: str = "") -> date:
    """The day of either, read as `happened` reads it, the future allowed."""
    examples = "mon, 20 nov or 2026-W48"
    return _resolved(text, _Asked(today, order, forward=False, examples=examples))


_WEEKS = {"last week": -1, "this week": 0, "next week": 1}


def week_meant(text: str, today: date, order: str = "") -> Week:
    """The week of the nearest day that a text can mean, before or after today.

    `15 sep` two days before it is the one to come, `2w` is in two weeks; `last week`,
    `this week` and `next week` are understood.
    """
    folded = " ".join(text.lower().split())
    if folded in _WEEKS:
        return week_of(today + timedelta(weeks=_WEEKS[folded]))
    examples = "next week, 20 nov or 2026-W48"
    days = [
        _resolved(text, _Asked(today, order, forward=forward, examples=examples))
        for forward in (True, False)
    ]
    return week_of(min(days, key=lambda day: abs(day - today)))


def birthday(text: str) -> str:
    """A birthday as YYYY-MM-DD, or as --MM-DD where the year is not told.

    It is written 1980-05-21, 21 may 1980, 21 may, --05-21 or 05-21; anything
    else is a usage error, which does not repeat the text: it may be a file's.
    """
    folded = _folded(text)
    for pattern in _BIRTHDAYS:
        if found := re.fullmatch(pattern, folded):
            year, month, day = found["year"], _month(found["month"]), int(found["day"])
            real = _bounded(_real(_perhaps(int(year or _LEAP_YEAR), month, day)))
            return real.isoformat() if year else f"--{real.isoformat()[5:]}"
    raise UsageError(
        "That is no birthday netlog can read.",
        "Write it like 1980-05-21, 21 may 1980 or 21 may.",
    )


def day_in_year(text: str, year: int) -> date:
    """The day of a birthday in a year; 29 February is the 28th where there is none."""
    month, day = int(text[-5:-3]), int(text[-2:])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if (month, day) == (2, 29) and not leap:
        day = 28
    return date(year, month, day)


def month_number(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 where it is none."""
    folded = _folded(word)
    names = [n for n, name in enumerate(_SHORT_MONTHS, 1) if folded.startswith(name)]
    return names[0] if names else 0


def spell(day: date) -> str:
    """The day as netlog says it, whatever the locale: Wed 18 Nov 2026."""
    return f"{_SHORT_WEEKDAYS[day.weekday()].title()} {spell_short(day)}"


def spell_short(day: date) -> str:
    """The day without its weekday: 18 Nov 2026."""
    return f"{day.day} {_SHORT_MONTHS[day.month - 1].title()} {day.year}"


def day_and_month(day: date) -> str:
    """The day as it is typed where its year is clear: 18 nov."""
    return f"{day.day} {_SHORT_MONTHS[day.month - 1]}"


def spell_day_of_week(day: date) -> str:
    """The day as one says it of this week: Thu."""
    return _SHORT_WEEKDAYS[day.weekday()].title()


def spell_month(day: date) -> str:
    """The month of a day: Nov 2026."""
    return f"{_SHORT_MONTHS[day.month - 1].title()} {day.year}"


def spell_days(first: date, last: date) -> str:
    """Two days, what they have in common said once: Mon 2 to Sun 8 Jun 2025."""
    words = spell(first).split()
    for one, other in ((first.year, last.year), (first.month, last.month)):
        if one != other:
            break
        words.pop()
    return f"{' '.join(words)} to {spell(last)}"


def _resolved(text: str, asked: _Asked) -> date:
    folded = _folded(text)
    for pattern, read in _GRAMMAR:
        if found := re.fullmatch(pattern, folded):
            return _bounded(read(found, asked))
    raise UsageError(
        f"'{clean(text)[:_LONGEST]}' is no day netlog knows.",
        f"Write it like {asked.examples}.",
    )


def _folded(text: str) -> str:
    """Lower case, single blanks, names of days and months cut to three letters."""
    return " ".join(map(_cut, text.lower().split())) if len(text) <= _LONGEST else ""


def _cut(word: str) -> str:
    """Cut november, thurs and sept to three letters; leave what is no name."""
    named = any(name.startswith(word) for name in _WEEKDAYS + _MONTHS)
    return word[:3] if named else word


def _bounded(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise UsageError(
            "That year is too far away.",
            f"netlog knows the years {_FIRST_YEAR} to {_LAST_YEAR}.",
        )
    return day


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _SHORT_MONTHS.index(text) + 1


def _perhaps(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, asked: _Asked) -> date | None:
    """The next such day after today, or the latest up to today; leap days wait."""
    step = 1 if asked.forward else -1
    years = (asked.today.year + step * n for n in range(_YEARS_TO_TRY))
    days = (_perhaps(year, month, day) for year in years)
    return next((d for d in days if d and (d > asked.today) == asked.forward), None)


def _real(day: date | None) -> date:
    if day is None:
        raise UsageError(
            "The calendar has no such day.",
            "Look at the day and the month, and for 29 feb at the year.",
        )
    return day


def _dated(year: str | None, month: int, day: int, asked: _Asked) -> date:
    return _real(
        _perhaps(int(year), month, day) if year else _nearest(month, day, asked)
    )


def _calendar_day(found: re.Match[str], asked: _Asked) -> date:
    return _dated(found["year"], _month(found["month"]), int(found["day"]), asked)


def _figures(found: re.Match[str], asked: _Asked) -> date:
    """Read 10/11 in the order the config tells, and never guess one."""
    if asked.order not in _ORDERS:
        raise UsageError(
            f"netlog cannot tell the day from the month in {found[0]}.",
            'Write 2026-11-10, or set date_order to "dmy" or "mdy" in the config.',
        )
    day, month = (int(found[place]) for place in _ORDERS[asked.order])
    return _dated(found["year"], month, day, asked)


def _weekday(found: re.Match[str], asked: _Asked) -> date:
    """`last` is strictly before today, `next` strictly after, on every weekday."""
    ahead = (_SHORT_WEEKDAYS.index(found["name"]) - asked.today.weekday()) % 7
    if found["which"] == "last ":
        return asked.today + (ahead - 7) * _DAY
    if found["which"] == "next " or asked.forward:
        return asked.today + (ahead or 7) * _DAY
    return asked.today + (ahead and ahead - 7) * _DAY


def _week(found: re.Match[str], asked: _Asked) -> date:
    week = parse_week(found[0])
    return week.sunday if asked.forward else week.monday


def _ahead(found: re.Match[str], asked: _Asked) -> date:
    return after(asked.today, parse_span(found["span"]))


def _ago(found: re.Match[str], asked: _Asked) -> date:
    return before(asked.today, parse_span(found["span"]))


def _either_way(found: re.Match[str], asked: _Asked) -> date:
    return (_ahead if asked.forward else _ago)(found, asked)


_NAMED_MONTH = f"(?P<month>{'|'.join(_SHORT_MONTHS)})"
_DAY_MONTH = rf"(?P<day>[0-9]{{1,2}}) ?{_NAMED_MONTH}(?: (?P<year>[0-9]{{4}}))?"
_MONTH_DAY = rf"{_NAMED_MONTH} ?(?P<day>[0-9]{{1,2}})(?:,? (?P<year>[0-9]{{4}}))?"
_MM_DD = r"(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"

_BIRTHDAYS = (rf"(?:(?P<year>[0-9]{{4}})-|--)?{_MM_DD}", _DAY_MONTH, _MONTH_DAY)

_ORDERS = {"dmy": (1, 3), "mdy": (3, 1)}

# Tried in this order on folded text; each compiled when its turn first comes.
_GRAMMAR: tuple[tuple[str, Callable[[re.Match[str], _Asked], date]], ...] = (
    ("today", lambda _, asked: asked.today),
    ("yesterday", lambda _, asked: asked.today - _DAY),
    ("tomorrow", lambda _, asked: asked.today + _DAY),
    ("eow", lambda _, asked: week_of(asked.today).sunday),
    ("eom", lambda _, asked: month_end(asked.today)),
    (rf"(?P<which>last |next )?(?P<name>{'|'.join(_SHORT_WEEKDAYS)})", _weekday),
    (rf"(?P<year>[0-9]{{4}})-{_MM_DD}", _calendar_day),
    (WEEK_PATTERN, _week),
    (_DAY_MONTH, _calendar_day),
    (_MONTH_DAY, _calendar_day),
    (r"([0-9]{1,2})([/.])([0-9]{1,2})(?:\2(?P<year>[0-9]{4}))?", _figures),
    (rf"in (?P<span>{COUNTED})", _ahead),
    (rf"(?P<span>{COUNTED}) ago", _ago),
    (rf"(?P<span>{COUNTED})", _either_way),
)


def spell_birthday(text: str) -> str:
    """A birthday as people write it: 21 May, or 21 May 1980."""
    month, day = int(text[-5:-3]), int(text[-2:])
    spelt = spell_short(date(_LEAP_YEAR, month, day)).rpartition(" ")[0]
    year = text[:4] if not text.startswith("--") else ""
    return f"{spelt} {year}".strip()
