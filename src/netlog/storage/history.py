"""The journal: what was changed, taken back, and done again."""

import json

from netlog.domain.journal import Change, ChangeCounted, ChangeRow, Numbered
from netlog.errors import RefusedError
from netlog.storage import sql
from netlog.storage.recorder import Recorder
from netlog.storage.store import Store


class History:
    """Every change, the newest first."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def newest(self, most: int) -> list[ChangeCounted]:
        """The last changes, at most so many."""
        return self.store.ask(sql.CHANGES, ChangeCounted, most=most)

    def numbered(self, change_id: int) -> list[Numbered]:
        """The touches, introductions and promises that a change wrote."""
        return self.store.ask(sql.NUMBERED, Numbered, change=change_id)


def undo(recorder: Recorder) -> Change:
    """Take the newest change back whole; RefusedError when there is none."""
    change = recorder.store.one(sql.NEWEST_DONE, Change)
    if change is None:
        raise RefusedError("There is nothing to undo.", "netlog history shows it all.")
    for row in reversed(_rows(recorder, change)):
        _turn(recorder, row, row.after, row.before)
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
        _turn(recorder, row, row.before, row.after)
    recorder.patch("change", change.id, {"state": "done"})
    return change


def _rows(recorder: Recorder, change: Change) -> list[ChangeRow]:
    return recorder.store.ask(sql.ROWS_OF, ChangeRow, change=change.id)


def _turn(recorder: Recorder, row: ChangeRow, old: str | None, new: str | None) -> None:
    """Bring one row from how it was recorded on one side to the other."""
    if new is None:
        recorder.take(row.tab, row.row_id)
    elif old is None:
        recorder.put(row.tab, json.loads(new))
    else:
        recorder.patch(row.tab, row.row_id, json.loads(new))
