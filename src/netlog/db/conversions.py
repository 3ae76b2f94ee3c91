"""How values stand in the file: text and whole numbers, and nothing else.

SQLModel's column types and the Store convert by the same two tables.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any


def _moment_out(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _moment_in(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


INWARD: dict[str, Callable[[Any], str | int]] = {
    "day": date.isoformat,
    "moment": _moment_in,
    "flag": int,
}
"""Python value → what is stored, for the conversions that change it."""

OUTWARD: dict[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "moment": _moment_out,
    "flag": bool,
}
"""What is stored → Python value."""


def inward(conversion: str, value: object) -> Any:
    """The value as the file holds it; None stays None."""
    convert = INWARD.get(conversion)
    return value if value is None or convert is None else convert(value)


def outward(conversion: str, value: object) -> Any:
    """The stored value as Python means it; None stays None."""
    convert = OUTWARD.get(conversion)
    return value if value is None or convert is None else convert(value)
