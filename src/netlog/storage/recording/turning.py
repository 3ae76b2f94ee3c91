"""Taking changes back, and doing them again."""

import json

from netlog.domain.journal import Change, ChangeRow
from netlog.errors import RefusedError
from netlog.storage import sql
from netlog.storage.recorder import STANDS, Recorder, encoded


def undo(recorder: Recorder) -> Change:
    """Take the newest change back whole; RefusedError when there is none."""
    change = recorder.store.one(sql.NEWEST_DONE, Change)
    if change is None:
        raise RefusedError("There is nothing to undo.", "netlog history shows it all.")
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
    for row in _rows(recorder, change):
        _turn_on(recorder, row)
    recorder.patch("change", change.id, {"state": "done"})
    return change


def _rows(recorder: Recorder, change: Change) -> list[ChangeRow]:
    return recorder.store.ask(sql.ROWS_OF, ChangeRow, change=change.id)


def _turn_back(recorder: Recorder, row: ChangeRow) -> None:
    """Bring rows to how they were before a change."""
    if row.before is None:
        _keep_aside(recorder, row)
    elif row.after is None:
        _put_all(recorder, row.tab, row.before)
    else:
        recorder.patch(row.tab, row.row_id, json.loads(row.before))


def _turn_on(recorder: Recorder, row: ChangeRow) -> None:
    """Bring rows to how they were after a change."""
    if row.after is None:
        recorder.take(row.tab, row.row_id)
    elif row.before is None:
        _put_all(recorder, row.tab, row.after)
        recorder.patch("change_row", row.id, {"after": STANDS})
    else:
        recorder.patch(row.tab, row.row_id, json.loads(row.after))


def _put_all(recorder: Recorder, table: str, rows: str) -> None:
    for row in json.loads(rows):
        recorder.put(table, row)


def _keep_aside(recorder: Recorder, row: ChangeRow) -> None:
    """Take out what a change put in, and keep it in the journal for redo."""
    keys = range(row.row_id, row.last_id + 1)
    kept = encoded([recorder.raw(row.tab, key) for key in keys])
    for key in keys:
        recorder.take(row.tab, key)
    recorder.patch("change_row", row.id, {"after": kept})
