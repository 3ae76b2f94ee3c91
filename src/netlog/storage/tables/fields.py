"""What columns and constraints are made of."""

from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from netlog.storage.column_types import Day, Flag, Whole, Words

STRICT = {"sqlite_autoincrement": True, "sqlite_strict": True}


def words(**more: Any) -> Any:
    """A column of text."""
    return Field(sa_type=Words, **more)


def whole(**more: Any) -> Any:
    """A column of whole numbers."""
    return Field(sa_type=Whole, **more)


def flag() -> Any:
    """A column that is yes or no."""
    return Field(default=False, sa_type=Flag)


def day(**more: Any) -> Any:
    """A column of calendar days."""
    return Field(sa_type=Day, **more)


def key() -> Any:
    """The integer key, never used twice."""
    return Field(default=None, sa_type=Whole, primary_key=True)


def uid() -> Any:
    """The name of a row that is the same in every file."""
    return Field(sa_type=Words, unique=True)


def to(table: str, **more: Any) -> Any:
    """A reference to a row of another table."""
    return Field(sa_type=Whole, foreign_key=f"{table}.id", **more)


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
