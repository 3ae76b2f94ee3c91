"""The one way to the database: compiled statements over one connection."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from netlog.db.conversions import OUTWARD, inward
from netlog.db.failures import DAMAGED, UNCONFIRMED, explained, translated
from netlog.errors import DatabaseError, UnconfirmedError
from netlog.namedtuple import NamedTuple

R = TypeVar("R", bound=tuple[Any, ...])
_new = tuple.__new__  # a record is a tuple, and the build has counted its fields
Conversions = tuple[tuple[str, str], ...]
"""Names, each with that of its conversion."""


class Statement(NamedTuple):
    """Text, its parameters, and the places of a row at which values are converted."""

    text: str
    parameters: Conversions
    conversions: tuple[tuple[int, str], ...]


class TableSQL(NamedTuple):
    """How rows of one table are written and read back whole.

    `pointing` gives by a column the rows that point at a row of another table; `unique`
    are the columns that are the same in no two rows.
    """

    columns: Conversions
    insert: str
    update: str
    delete: str
    fetch: str
    pointing: Mapping[str, str]
    unique: tuple[tuple[str, ...], ...]


def bound(parameters: Conversions, values: dict[str, Any]) -> dict[str, Any]:
    """The values as the file holds them, by the conversion of each parameter."""
    return {name: inward(conversion, values[name]) for name, conversion in parameters}


class Store:
    """Asks statements and gives their rows as named tuples, by position."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self, statement: Statement, **values: Any) -> Iterator[list[Any]]:
        """The rows of a statement as lists of Python values."""
        change = [(place, OUTWARD[kind]) for place, kind in statement.conversions]
        try:
            cursor = self.connection.execute(
                statement.text, bound(statement.parameters, values)
            )
            for row in cursor:
                fields = list(row)
                for place, convert in change:
                    if fields[place] is not None:
                        fields[place] = convert(fields[place])
                yield fields
        except sqlite3.Error as error:
            raise explained(error) from error
        except ValueError as error:
            raise DatabaseError(*DAMAGED) from error

    def ask(self, statement: Statement, record: type[R], **values: Any) -> list[R]:
        """Every row as a record."""
        return [_new(record, row) for row in self.rows(statement, **values)]

    def first(self, statement: Statement, record: type[R], **values: Any) -> R | None:
        """The first row as a record, or None."""
        for row in self.rows(statement, **values):
            return _new(record, row)
        return None

    def only(self, statement: Statement, record: type[R], **values: Any) -> R:
        """The one row that there must be; DatabaseError where it is gone."""
        found = self.first(statement, record, **values)
        if found is None:
            raise DatabaseError(*DAMAGED)
        return found

    def column(self, statement: Statement, **values: Any) -> list[Any]:
        """The values of the one column."""
        return [value for (value,) in self.rows(statement, **values)]

    def scalar(self, statement: Statement, **values: Any) -> Any:
        """The value of the one column in the first row; None without a row."""
        return next(self.rows(statement, **values), (None,))[0]

    def lookup(self, statement: Statement, **values: Any) -> dict[Any, Any]:
        """The second of two columns by the first."""
        return dict(self.rows(statement, **values))

    def number(self, statement: Statement, **values: Any) -> int:
        """The one number that a statement counts; 0 for none."""
        return int(self.scalar(statement, **values) or 0)

    def last_number(self, table: str) -> int:
        """The highest number that a table has given to any row, ever."""
        # SQLite's own table, which no model describes.
        text = "SELECT max(seq) FROM sqlite_sequence WHERE name = :table"
        (number,) = self.connection.execute(text, {"table": table}).fetchone()
        return number or 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and alone: BEGIN IMMEDIATE."""
        with translated():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._roll_back()
                raise
            self._commit()

    def _roll_back(self) -> None:
        """Where SQLite has not done it by itself: it does when the disk is full."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def _commit(self) -> None:
        try:
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            cause = explained(error).sentence
            self._roll_back()
            raise UnconfirmedError(
                f"It is not confirmed: {cause}", UNCONFIRMED
            ) from error

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()
