"""The whole of a database, as it is exported: what stands before its rows."""

from collections.abc import Mapping
from typing import Any

from netlog.errors import UsageError
from netlog.records import NamedTuple

SCHEMA = "netlog.export/1"
"""What an export says it is."""
MEND = "Export it once more, or mend the file."
LARGEST = 2**53
"""Up to here every program that reads JSON has whole numbers exactly."""

Row = Mapping[str, Any]
"""A row by its columns: text, whole numbers and nothing, as the file holds them."""


class Contents(NamedTuple):
    """What stands before the rows of an export.

    The schema of the database, how many rows there are of each table, and the last
    number that each has given: none is ever given twice.
    """

    version: int
    counts: Mapping[str, int]
    numbers: Mapping[str, int]


def wrong(table: str, number: int, reason: str) -> UsageError:
    """Why a row of an export cannot be taken in; `number` counts them from 1."""
    return UsageError(f"Row {number} of {table} cannot be: {reason}.", MEND)
