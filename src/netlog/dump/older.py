"""Rows of an export that an older netlog wrote, turned into rows of this schema."""

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from netlog.db.migrations import to_4
from netlog.dump.export import ExportRow
from netlog.dump.validate import InvalidRowError

_TURNED_SINCE = 4


class OlderRows:
    """Turns the rows of one export, and settles what no row says by itself."""

    def __init__(self, version: int) -> None:
        self._turns = version < _TURNED_SINCE
        self._unanswered: list[int] = []

    def turned(self, table: str, row: ExportRow) -> ExportRow:
        """A row as this schema has it; InvalidRowError where it cannot be.

        What cannot be turned stays as it is, and is refused for what it is.
        """
        if not self._turns:
            return row
        if table == "touch" and row.get("answered", 1) != 1:
            self._note_unanswered(row)
        with suppress(KeyError, TypeError):
            turn = to_4.TURNED.get(table)
            return turn(dict(row), to_4.Background()) if turn else row
        return row

    def _note_unanswered(self, row: Mapping[str, Any]) -> None:
        if row["answered"] != 0 or not isinstance(row.get("id"), int):
            raise InvalidRowError("its answered is not 0 or 1")
        self._unanswered.append(row["id"])

    def settle(self, connection: sqlite3.Connection, last: int) -> None:
        """Say what was answered, who came by a file, and in which weeks.

        `last` is the number of the newest change, before which all of it was.
        """
        if not self._turns:
            return
        connection.executemany(
            "UPDATE presence SET answered = 'no' WHERE touch_id = ?",
            ((touch,) for touch in self._unanswered),
        )
        to_4.note_last_change(connection, last)
        to_4.note_imports(connection)
        to_4.fill_weeks(connection)
