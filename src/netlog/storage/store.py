"""The one way to the database: compiled statements over one connection."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

from netlog.errors import DatabaseError, UnconfirmedError
from netlog.storage.columns import INWARD, OUTWARD
from netlog.storage.failures import DAMAGED, UNCONFIRMED, explained, translated
from netlog.storage.statement import Statement, Typed

T = TypeVar("T")


def bound(parameters: Typed, values: dict[str, Any]) -> dict[str, Any]:
    """The values as the file holds them, by the conversion of each parameter."""
    stored = {}
    for name, conversion in parameters:
        value = values[name]
        convert = INWARD.get(conversion)
        stored[name] = value if convert is None or value is None else convert(value)
    return stored


@cache
def readers(columns: Typed) -> list[tuple[int, Callable[[Any], Any]]]:
    """Which columns change on their way out, and how."""
    return [
        (place, OUTWARD[conversion])
        for place, (_, conversion) in enumerate(columns)
        if conversion in OUTWARD
    ]


class Store:
    """Asks statements and gives their rows as named tuples, by position."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def rows(self, statement: Statement, **values: Any) -> Iterator[list[Any]]:
        """The rows of a statement as lists of Python values."""
        change = readers(statement.columns)
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

    def ask(
        self, statement: Statement, shape: Callable[..., T], **values: Any
    ) -> list[T]:
        """Every row in the shape asked for."""
        return [shape(*row) for row in self.rows(statement, **values)]

    def one(
        self, statement: Statement, shape: Callable[..., T], **values: Any
    ) -> T | None:
        """The first row in the shape asked for, or None."""
        return next((shape(*row) for row in self.rows(statement, **values)), None)

    def number(self, statement: Statement, **values: Any) -> int:
        """The one number that a statement counts."""
        return int(next(self.rows(statement, **values))[0] or 0)

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
