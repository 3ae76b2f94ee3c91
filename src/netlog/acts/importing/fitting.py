"""What the rows of an export may say, beyond what the database refuses by itself."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from netlog.domain.handles import ME
from netlog.domain.names import clean, clean_note, says_something
from netlog.domain.person import ME_ID
from netlog.domain.spans import parse_span
from netlog.domain.weeks import parse_week
from netlog.domain.whole import Row, wrong
from netlog.errors import UsageError

_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BIRTHDAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_YEARS = ("1800", "2200")
"""The days of a plan can be moved about within these; `connected_on` is not one."""
_LEAP_YEAR = "2000"
_NOTES = {("person", "note"), ("touch", "note")}
"""What may have several lines."""


def fitting(rows: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    """The rows with their texts clean; a usage error where one says what cannot be."""
    counts: Counter[str] = Counter()
    for table, row in rows:
        counts[table] += 1
        cleaned = {
            column: _clean(table, column, value) if isinstance(value, str) else value
            for column, value in row.items()
        }
        for column in _misfits("me" if _is_me(table, row) else table, cleaned):
            raise wrong(table, counts[table], f"its {column} is none")
        yield table, cleaned


def _misfits(table: str, row: Row) -> Iterator[str]:
    """The columns in which a row says what netlog never writes."""
    for column, fits in _RULES.get(table, ()):
        value = row.get(column)
        if isinstance(value, str) and not fits(value):
            yield column
    if table == "promise" and (row.get("closed") is None) != (
        row.get("closed_on") is None
    ):
        yield "closed"


def _is_me(table: str, row: Row) -> bool:
    """The user's own row is held against the one that is there."""
    return table == "person" and row.get("id") == ME_ID


def _clean(table: str, column: str, text: str) -> str:
    return clean_note(text) if (table, column) in _NOTES else clean(text)


def _is_handle(text: str) -> bool:
    """Whether a shell may be given it."""
    return text != ME and _HANDLE.fullmatch(text) is not None


def _is_uid(text: str) -> bool:
    return _UID.fullmatch(text) is not None


def _is_span(text: str) -> bool:
    try:
        return not text or parse_span(text).code() == text
    except UsageError:
        return False


def _is_birthday(text: str) -> bool:
    """YYYY-MM-DD, or --MM-DD where the year is not told."""
    whole = f"{_LEAP_YEAR}{text[1:]}" if text.startswith("--") else text
    return not text or (_BIRTHDAY.fullmatch(whole) is not None and _is_day(whole))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_near(text: str) -> bool:
    return _YEARS[0] <= text < _YEARS[1]


def _is_week(text: str) -> bool:
    try:
        return parse_week(text).code == text
    except UsageError:
        return False


def _is_period(text: str) -> bool:
    return _is_week(text) or _MONTH.fullmatch(text) is not None


_Rules = tuple[tuple[str, Callable[[str], bool]], ...]
_RULES: dict[str, _Rules] = {
    "me": (("uid", _is_uid), ("birthday", _is_birthday)),
    "person": (
        ("uid", _is_uid),
        ("handle", _is_handle),
        ("name", says_something),
        ("birthday", _is_birthday),
        ("every", _is_span),
        ("cadence", _is_span),
        *((column, _is_near) for column in ("snoozed_until", "woken_on", "starts_on")),
        *((column, _is_near) for column in ("last_contact", "waits_from", "fresh_on")),
        *((column, _is_near) for column in ("first_sitdown", "last_sitdown")),
    ),
    "retired": (("handle", _is_handle),),
    "touch": (("day", _is_near),),
    "introduction": (("day", _is_near),),
    "promise": (("due", _is_near), ("closed_on", _is_near)),
    "entry": (("day", _is_near),),
    "thank": (("thanked_on", _is_near),),
    "skip": (("week", _is_week),),
    "pin": (("period", _is_period),),
    "change": (("state", "done".__eq__),),
}
