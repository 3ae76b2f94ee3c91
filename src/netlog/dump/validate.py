"""What a row of an export may say: a plain class made from each table.

A class with table=True checks nothing, so the columns are read from the tables: names,
types, what may be null, and of the CHECKs the words and the text that there must be.
The database holds the other CHECKs when a row is put in.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, Literal, cast

from pydantic import (
    AfterValidator,
    Field,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError
from sqlalchemy import CheckConstraint, Column, Table
from sqlmodel import SQLModel

import netlog.db.schema  # noqa: F401 (tells SQLModel of the tables)
from netlog.db import policy
from netlog.db.conversions import inward
from netlog.db.policy import ColumnPolicy
from netlog.domain.names import ME, clean, clean_note, says_something
from netlog.domain.spans import parse_span
from netlog.domain.weeks import parse_week
from netlog.dump.export import LARGEST, ExportRow
from netlog.errors import UsageError

_SHOWN = 40
_FIRST_YEAR, _END_YEAR = "1800", "2200"
_LEAP_YEAR = "2000"
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_HOUR = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_WORDS = re.compile(r"(\w+) IN \(('[^']*'(?:, '[^']*')*)\)")
_NOT_EMPTY = re.compile(r"(\w+) <> ''")


class InvalidRowError(Exception):
    """A row is not one that netlog writes; its text says which column, and no value."""


class _PlainRow(SQLModel):
    """What the classes of all tables have in common: nothing is converted or added."""

    model_config = {"strict": True, "extra": "forbid"}


class RowValidator:
    """Checks rows of one table, and gives the values of each in the table's order.

    An export of an `older` schema may lack columns: they are empty.  The user's own row
    (`is_me`) says what nobody else's may, and is held against the one that is there.
    """

    def __init__(self, table: str, *, older: bool, is_me: bool = False) -> None:
        made = _plain_class(SQLModel.metadata.tables[table], older=older, is_me=is_me)
        self._validate = made.__pydantic_validator__.validate_python
        # A row is read and left: one object for all is quicker than one for each.
        self._row = made.model_construct()

    def values(self, row: ExportRow) -> list[Any]:
        """The row with its texts clean; InvalidRowError where it cannot be."""
        try:
            self._validate(row, self_instance=self._row)
        except ValidationError as error:
            raise InvalidRowError(_reason(error.errors()[0])) from error
        return [*self._row.__dict__.values()]


def _plain_class(table: Table, *, older: bool, is_me: bool) -> type[SQLModel]:
    """The plain class of a table: a field for each column, with what it may say."""
    by_checks = dict(_checked_by_table(table))
    policies = policy.columns()[table.name]
    fields: dict[str, Any] = {}
    for column in table.columns:
        kind = _said_by(policies[column.name], is_me=is_me)
        kind = kind or by_checks.get(column.name) or _type_of(column)
        if column.nullable:
            kind |= None
        fields[column.name] = (kind, _default(column) if older else ...)
    return create_model(
        f"{table.name}_row",
        __base__=_PlainRow,
        __validators__=_ACROSS.get(table.name, {}),
        **fields,
    )


def _said_by(column: ColumnPolicy, *, is_me: bool) -> Any:
    """The type by what a column declares; of the user's row only what it may say."""
    if column.role == "uid":
        return _UID
    if is_me and not column.of_me:
        return None
    return _NOTE if column.lines else _BY_FORM.get(column.form)


def _checked_by_table(table: Table) -> Iterator[tuple[str, Any]]:
    """The columns that a CHECK wants to be one of some words, or not to be empty."""
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint):
            check = str(constraint.sqltext)
            for name in _NOT_EMPTY.findall(check):
                yield name, _FILLED
            for name, words in _WORDS.findall(check):
                yield name, Literal[tuple(re.findall(r"'([^']*)'", words))]


def _type_of(column: Column[Any]) -> Any:
    """The type of a column's values as they stand in the file: text or whole number."""
    if column.primary_key:
        return Annotated[int, Field(ge=1, le=LARGEST)]
    conversion: str = column.type.conversion  # type: ignore[attr-defined] # ours have it
    return _BY_CONVERSION[conversion]


def _default(column: Column[Any]) -> Any:
    """What an older export means where it lacks a column; days are always there."""
    if column.name in {"id", "uid"}:
        return ...
    if column.nullable:
        return None
    conversion: str = column.type.conversion  # type: ignore[attr-defined] # ours have it
    return {"text": "", "whole": 0, "flag": 0}.get(conversion, ...)


def _reason(error: ErrorDetails) -> str:
    """What is wrong with a row, as the end of a sentence and without its values."""
    if error["type"] == "netlog" and not error["loc"]:
        return error["msg"]
    if not error["loc"]:
        return "a column has a name that is not text"
    name = clean(str(error["loc"][0]))[:_SHOWN]
    if error["type"] == "extra_forbidden":
        return f"netlog knows no column {name}"
    if error["type"] == "missing":
        return f"its {name} is missing"
    if error["input"] is None:
        return f"its {name} is null"
    said = _SAID.get(error["type"], "{msg}")
    return f"its {name} {said.format(**error, **error.get('ctx', {}))}"


_SAID = {
    "string_type": "is not text",
    "string_unicode": "is not text",
    "literal_error": "is not {expected}",
    "int_type": "is not a whole number",
    "greater_than_equal": "is below {ge}",
    "less_than_equal": "is above {le}",
}
"""What pydantic finds wrong with a value, in our words; ours are in its message."""


def _only(what: str, holds: Callable[[str], object]) -> Any:
    """Text of which something holds; `what` it is then."""

    def check(text: str) -> str:
        if not holds(text):
            raise PydanticCustomError("netlog", cast("Any", f"is not {what}"))
        return text

    return Annotated[str, AfterValidator(check)]


def _clean_filled(text: str) -> str:
    text = clean(text)
    if not text:
        raise PydanticCustomError("netlog", "is empty")
    return text


def _clean_name(text: str) -> str:
    text = clean(text)
    if not says_something(text):
        raise PydanticCustomError("netlog", "is not a name")
    return text


def _is_handle(text: str) -> bool:
    """Whether a shell may be given it, and it is not the user's own."""
    return text != ME and _A_HANDLE(text) is not None


@lru_cache(maxsize=10_000)
def _is_span(text: str) -> bool:
    try:
        return not text or parse_span(text).code() == text
    except UsageError:
        return False


@lru_cache(maxsize=10_000)
def _is_day(text: str) -> bool:
    """Whether it is a day, written as netlog writes them."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@lru_cache(maxsize=10_000)
def _is_near(text: str) -> bool:
    return _FIRST_YEAR <= text < _END_YEAR and _is_day(text)


def _is_birthday(text: str) -> bool:
    """YYYY-MM-DD, or --MM-DD where the year is not told."""
    whole = f"{_LEAP_YEAR}{text[1:]}" if text.startswith("--") else text
    return not text or _is_day(whole)


def _is_moment(text: str) -> bool:
    """Whether it is a moment, written as netlog writes them."""
    try:
        return bool(inward("moment", datetime.fromisoformat(text)) == text)
    except (ValueError, OverflowError):
        return False


@lru_cache(maxsize=10_000)
def _is_week(text: str) -> bool:
    try:
        return parse_week(text).code == text
    except UsageError:
        return False


def _is_hour(text: str) -> bool:
    return not text or _HOUR.fullmatch(text) is not None


def _is_period(text: str) -> bool:
    return _is_week(text) or _MONTH.fullmatch(text) is not None


def _is_closed_by_both(self: Any) -> Any:
    """Refuse a promise closed on a day and by no change, or by one on no day."""
    if (self.closed is None) != (self.closed_on is None):
        said = "one of its closed and closed_on is null, and not the other"
        raise PydanticCustomError("netlog", said)
    return self


def _is_held_by_a_touch(self: Any) -> Any:
    """Refuse a booking that is held by no touch, or by one and not held."""
    if (self.state == "held") != (self.touch_id is not None):
        raise PydanticCustomError("netlog", "its state and its touch_id do not fit")
    return self


_A_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
_A_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch
_UID = _only("a UUID", _A_UID)
_FILLED = Annotated[str, AfterValidator(_clean_filled)]
_BY_CONVERSION = {
    "text": Annotated[str, AfterValidator(clean)],
    "whole": Annotated[int, Field(ge=-LARGEST, le=LARGEST)],
    "flag": Annotated[int, Field(ge=0, le=1)],
    "day": _only("a day", _is_day),
    "moment": _only("a moment in UTC", _is_moment),
}

_NOTE = Annotated[str, AfterValidator(clean_note)]
"""Text that may have several lines."""
_BY_FORM: dict[str, Any] = {
    "handle": _only("a handle", _is_handle),
    "name": Annotated[str, AfterValidator(_clean_name)],
    "birthday": _only("a day", _is_birthday),
    "span": _only("a length of time such as 2w", _is_span),
    "near day": _only("a day from 1800 to 2199", _is_near),
    "hour": _only("an hour such as 15:00", _is_hour),
    "week": _only("a week such as 2025-W23", _is_week),
    "period": _only("a week or a month", _is_period),
    "done": _only("done", {"done", "gone"}.__contains__),
}
"""What a column may say, beyond its type and the CHECKs, by the form it declares."""
_ACROSS: dict[str, dict[str, Any]] = {
    "promise": {"both": model_validator(mode="after")(_is_closed_by_both)},
    "booking": {"both": model_validator(mode="after")(_is_held_by_a_touch)},
}
"""What columns of one row say together."""
