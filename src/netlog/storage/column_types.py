"""SQLModel's side of the conversions: column types for STRICT tables."""

from typing import Any, ClassVar

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from netlog.storage.columns import inward, outward


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


class Words(_Stored):
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
