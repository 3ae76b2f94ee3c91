"""What tables are made of: columns with their policy, and constraints."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Dialect, Index, Integer, Text, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from netlog.db.conversions import inward, outward
from netlog.db.policy import ColumnPolicy, TablePolicy


class _Stored(TypeDecorator[Any]):
    """A value that is converted by name on its way in and out."""

    impl: Any = Text
    cache_ok = True
    conversion: ClassVar[str]

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Convert a Python value for the file."""
        del dialect
        return inward(self.conversion, value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Convert a stored value for Python."""
        del dialect
        return outward(self.conversion, value)


class PlainText(_Stored):
    """Text as it is."""

    cache_ok = True
    conversion = "text"


class Whole(_Stored):
    """A whole number."""

    impl = Integer
    cache_ok = True
    conversion = "whole"


class Flag(_Stored):
    """Yes or no, as 1 or 0."""

    impl = Integer
    cache_ok = True
    conversion = "flag"


class Day(_Stored):
    """A calendar day, as YYYY-MM-DD."""

    cache_ok = True
    conversion = "day"


class Moment(_Stored):
    """A moment in UTC, as ISO text."""

    cache_ok = True
    conversion = "moment"


def table(**policy: Any) -> dict[str, Any]:
    """A table as all are, STRICT with AUTOINCREMENT, and what holds for its rows."""
    return {
        "sqlite_autoincrement": True,
        "sqlite_strict": True,
        "info": {"policy": TablePolicy(**policy)},
    }


def column(kind: type[_Stored], policy: ColumnPolicy, **more: Any) -> Any:
    """A column of a type, and what it is for."""
    return Field(sa_type=kind, sa_column_kwargs={"info": {"policy": policy}}, **more)


def key() -> Any:
    """The integer key, never used twice."""
    return column(Whole, ColumnPolicy("key"), default=None, primary_key=True)


def uid(form: str = "", *, of_me: bool = False) -> Any:
    """The name of a row that is the same in every file."""
    return column(PlainText, ColumnPolicy("uid", form, of_me=of_me), unique=True)


def belongs_to(
    other: str,
    *,
    at_rm: str,
    at_merge: str = "keep",
    enforced: bool = True,
    **more: Any,
) -> Any:
    """A reference to a row of another table, and what follows when that one goes.

    SQLite looks after it, unless it is not `enforced`: then it may point at a row that
    is gone.
    """
    policy = ColumnPolicy(
        "reference",
        table=other,
        at_rm=at_rm,
        at_merge=at_merge,
    )
    if enforced:
        more["foreign_key"] = f"{other}.id"
    return column(Whole, policy, **more)


def change_number(**more: Any) -> Any:
    """The number of a change, which may be gone from the journal."""
    return column(Whole, ColumnPolicy("change"), **more)


def identifier(form: str, **more: Any) -> Any:
    """A text by which somebody is known."""
    return column(PlainText, ColumnPolicy("identifier", form), **more)


def free_text(
    *,
    only: dict[str, tuple[str, ...]] | None = None,
    lines: bool = False,
    of_me: bool = False,
    **more: Any,
) -> Any:
    """A text that the user typed, and that may speak of anybody.

    `only` names the values of another column with which it is one; else it names or
    reaches the person to whom the row belongs.
    """
    policy = ColumnPolicy(
        "text", only=tuple((only or {}).items()), lines=lines, of_me=of_me
    )
    return column(PlainText, policy, **more)


def follows(kind: type[_Stored] = PlainText, **more: Any) -> Any:
    """A column that is made of others of its row, and changes with them."""
    return column(kind, ColumnPolicy("follows"), **more)


def derived(kind: type[_Stored] = PlainText, form: str = "", **more: Any) -> Any:
    """A column that is made of other tables; doctor makes it anew."""
    return column(kind, ColumnPolicy("derived", form), **more)


def word(form: str = "", *, of_me: bool = False, **more: Any) -> Any:
    """A text of netlog's own: one word of a few, a week, a cadence."""
    return column(PlainText, ColumnPolicy("fact", form, of_me=of_me), **more)


def number(**more: Any) -> Any:
    """A whole number."""
    return column(Whole, ColumnPolicy("fact"), **more)


def flag() -> Any:
    """Yes or no; no where nothing is said."""
    return column(Flag, ColumnPolicy("fact"), default=False)


def near_day(**more: Any) -> Any:
    """A calendar day from which the plan counts."""
    return column(Day, ColumnPolicy("fact", "near day"), **more)


def day(**more: Any) -> Any:
    """Any calendar day."""
    return column(Day, ColumnPolicy("fact"), **more)


def moment() -> Any:
    """A moment in UTC."""
    return column(Moment, ColumnPolicy("fact"))


def secret(**more: Any) -> Any:
    """A text that says nothing to whoever reads it, or is about this file alone."""
    return column(PlainText, ColumnPolicy("secret"), **more)


def one_of(column: str, allowed: tuple[str, ...]) -> CheckConstraint:
    """The column holds one of these words."""
    listed = ", ".join(f"'{word}'" for word in allowed)
    return CheckConstraint(f"{column} IN ({listed})")


def is_flag(*columns: str) -> CheckConstraint:
    """Each of the columns holds 0 or 1."""
    return CheckConstraint(" AND ".join(f"{c} IN (0, 1)" for c in columns))


def is_day(*columns: str) -> CheckConstraint:
    """Each of the columns holds a day that there is, or nothing.

    date(day) alone would let 30 February pass: only a reckoning looks at the month.
    """
    return CheckConstraint(
        " AND ".join(f"date({c}, '+0 days') IS {c}" for c in columns)
    )


def partial(name: str, *columns: str) -> Index:
    """An index of the rows whose last column is not null."""
    return Index(name, *columns, sqlite_where=text(f"{columns[-1]} IS NOT NULL"))
