"""Filters of a list: kind=client tag=hr org~acme last>90d via=alisa."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from netlog.domain.dates import any_day, day_in_year, month_number
from netlog.domain.kinds import PERSON_KINDS
from netlog.domain.names import clean, fold, starts_words
from netlog.domain.person import Detail, Person
from netlog.domain.spans import COUNTED, before, in_days, parse_span
from netlog.domain.standing import values
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

_SHAPE = re.compile(r"([a-z_]+)(!=|=|~|<|>)(.*)")
_PLAIN = ("name", "handle", "org", "role", "city", "note", "every")
_SEVERAL = ("kind", "tag", "email", "phone", "url", "likes", "needs", "offers")
_YES_NO = ("known", "no_sell", "resting", "new")
FILTER_FIELDS = (*_PLAIN, *_SEVERAL, *_YES_NO, "last", "via", "birthday")
_ADVICE = (
    "Write field=value, field~part, last>90d; fields are "
    + ", ".join(FILTER_FIELDS)
    + "."
)


class Listed(NamedTuple):
    """A person with what filters look at; `via` are introducers, folded."""

    person: Person
    details: Sequence[Detail]
    via: Sequence[str] = ()


Test = Callable[[Listed], bool]


def parse_filter(text: str, today: date) -> Test:
    """One filter as a test of a person; UsageError where it makes no sense."""
    found = _SHAPE.fullmatch(clean(text))
    if not found or found[1] not in FILTER_FIELDS:
        raise UsageError(f"'{clean(text)[:40]}' is no filter.", _ADVICE)
    field, sign, value = found.groups()
    if field == "last":
        return _last(sign, value, today)
    if field == "birthday":
        return _birthday(sign, value, today)
    if sign in "<>":
        raise UsageError(f"Only last can be {sign} something.", _ADVICE)
    return _words(field, sign, fold(value))


def all_hold(tests: Iterable[Test]) -> Test:
    """One test that holds where all do."""
    held = list(tests)
    return lambda listed: all(test(listed) for test in held)


def _words(field: str, sign: str, value: str) -> Test:
    if sign == "~":
        return lambda listed: any(value in word for word in _held(field, listed))
    if field == "kind" and value and value not in PERSON_KINDS:
        raise UsageError(
            f"{value[:40]} is no kind of person.",
            f"Kinds are {', '.join(PERSON_KINDS)}.",
        )
    if field == "via" and sign == "=":
        return lambda listed: any(starts_words(value, name) for name in listed.via)
    if sign == "!=":
        return lambda listed: value not in _held(field, listed)
    return lambda listed: value in _held(field, listed)


def _held(field: str, listed: Listed) -> list[str]:
    """What somebody has in a field, folded; '' where they have nothing."""
    if field == "via":
        return list(listed.via)
    if field in _SEVERAL:
        return [fold(value) for value in values(listed.details, field)] or [""]
    if field == "new":
        return [_yes(not listed.person.known and not listed.person.first_sitdown)]
    value = getattr(listed.person, field)
    return [_yes(value) if isinstance(value, bool) else fold(value)]


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _last(sign: str, value: str, today: date) -> Test:
    """last>90d is longer ago than 90 days; last<2025-06-01 is before that day."""
    if value == "never":
        return lambda listed: (listed.person.last_contact is None) == (sign == "=")
    if re.fullmatch(COUNTED, value):
        day = before(today, parse_span(value))
        sign = {"<": ">", ">": "<"}.get(sign, sign)
    else:
        day = any_day(value, today)
    compare = _COMPARISONS.get(sign)
    if compare is None:
        raise UsageError("last is compared with <, > or =.", _ADVICE)
    return lambda listed: _compared(listed.person.last_contact, day, compare)


def _birthday(sign: str, value: str, today: date) -> Test:
    """birthday=jun is in that month, birthday<14d within 14 days, =none not known."""
    if value == "none" and sign in {"=", "!="}:
        return lambda listed: bool(listed.person.birthday) == (sign == "!=")
    month = month_number(value)
    if month and sign == "=":
        return lambda listed: listed.person.birthday[-5:-3] == f"{month:02}"
    if sign == "<" and re.fullmatch(COUNTED, value):
        days = in_days(parse_span(value))
        return lambda listed: _is_within(listed.person.birthday, today, days)
    raise UsageError(
        f"'{value[:40]}' is no time for a birthday.",
        "Write birthday=jun, or birthday<14d.",
    )


def _is_within(birthday: str, today: date, days: int) -> bool:
    if not birthday:
        return False
    coming = (day_in_year(birthday, year) for year in (today.year, today.year + 1))
    return any(0 <= (on - today).days < days for on in coming)


def _compared(
    last: date | None, day: date, compare: Callable[[date, date], bool]
) -> bool:
    return last is not None and compare(last, day)


_COMPARISONS: Mapping[str, Callable[[date, date], bool]] = {
    "<": lambda last, day: last < day,
    ">": lambda last, day: last > day,
    "=": lambda last, day: last == day,
}
