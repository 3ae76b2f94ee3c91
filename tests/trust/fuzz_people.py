"""Somebody to hold filters against."""

from datetime import date

from netlog.domain.filters import Listed
from netlog.domain.person import Detail, Person

_DAY = date(2025, 1, 1)
_TEXT, _FLAG = "Zoë", False
_ODD = {bool: _FLAG, int: 1, date: _DAY, str: _TEXT}


def _value(kind: object) -> object:
    return _ODD[kind] if isinstance(kind, type) else _DAY


ANN = Listed(
    Person(*map(_value, Person.__annotations__.values())),  # type: ignore[arg-type]
    [Detail(1, "u", 1, "tag", "hr", "hr", 1)],
    ["alisa cohn"],
)
"""A person who has something in every field."""
