"""Taking changes back, and doing them again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from netlog.domain.journal import Change, ChangeRow
from netlog.errors import DatabaseError, RefusedError
from netlog.storage import sql
from netlog.storage.failures import DAMAGED
from netlog.storage.recorder import STANDS, Raw, Recorder, encoded


def undo(recorder: Recorder) -> Change:
    """Take the newest change back whole; RefusedError when there is none."""
    change = recorder.store.one(sql.NEWEST_DONE, Change)
    if change is None:
        raise RefusedError("There is nothing to undo.", "netlog history shows it all.")
    with _sound():
        for row in reversed(_rows(recorder, change)):
            _turn_back(recorder, row)
    recorder.patch("change", change.id, {"state": "undone"})
    return change


def redo(recorder: Recorder) -> Change:
    """Do again what was undone last; RefusedError when there is none."""
    change = recorder.store.one(sql.OLDEST_UNDONE, Change)
    if change is None:
        raise RefusedError(
            "There is nothing to redo.", "Something new ends what could be redone."
        )
    with _sound():
        for row in _rows(recorder, change):
            _turn_on(recorder, row)
    recorder.patch("change", change.id, {"state": "done"})
    return change


@contextmanager
def _sound() -> Iterator[None]:
    """Say that the file is damaged where the journal cannot be read."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise DatabaseError(*DAMAGED) from error


def _rows(recorder: Recorder, change: Change) -> list[ChangeRow]:
    return recorder.store.ask(sql.ROWS_OF, ChangeRow, change=change.id)


def _turn_back(recorder: Recorder, row: ChangeRow) -> None:
    """Bring rows to how they were before a change."""
    if row.before is None:
        _keep_aside(recorder, row)
    elif row.after is None:
        _put_all(recorder, row.tab, row.before)
    else:
        _patch(recorder, row, json.loads(row.before))


def _turn_on(recorder: Recorder, row: ChangeRow) -> None:
    """Bring rows to how they were after a change."""
    if row.after is None:
        recorder.take(row.tab, row.row_id)
    elif row.before is None:
        _put_all(recorder, row.tab, row.after)
        recorder.patch("change_row", row.id, {"after": STANDS})
    else:
        _patch(recorder, row, json.loads(row.after))


def _patch(recorder: Recorder, row: ChangeRow, columns: Raw) -> None:
    """Change a row; one that was taken out past the journal stays out."""
    if recorder.found(row.tab, row.row_id):
        recorder.patch(row.tab, row.row_id, columns)


def _put_all(recorder: Recorder, table: str, rows: str) -> None:
    for row in json.loads(rows):
        recorder.put(table, row)


def _keep_aside(recorder: Recorder, row: ChangeRow) -> None:
    """Take out what a change put in, and keep it in the journal for redo.

    What doctor had to take out for good is not there any more.
    """
    keys = range(row.row_id, row.last_id + 1)
    there = [kept for key in keys if (kept := recorder.found(row.tab, key))]
    for kept in there:
        recorder.take(row.tab, kept["id"])
    recorder.patch("change_row", row.id, {"after": encoded(there)})
