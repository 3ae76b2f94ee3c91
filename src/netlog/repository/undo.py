"""Taking the newest change back, and doing it again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from netlog.db import sql
from netlog.db.failures import DAMAGED
from netlog.db.records import ChangeRow
from netlog.db.standings import derive_anew
from netlog.db.store import Store
from netlog.domain.journal import Change
from netlog.errors import DatabaseError, RefusedError
from netlog.repository.change import IN_TABLE, OpenChange, Row, encode_rows


def undo(store: Store, now: datetime) -> Change:
    """Take the newest change back whole; RefusedError where there is none."""
    with store.transaction():
        newest = sql.newest_done(store)
        if newest is None:
            raise _nothing_to_undo(store)
        journal = OpenChange(store, now)
        with _readable():
            for row in reversed(sql.rows_of(store, newest.id)):
                _turn_back(journal, row)
            _derive_older(store, newest)
        journal.patch("change", newest.id, {"state": "undone"})
        return newest


def redo(store: Store, now: datetime) -> Change:
    """Do again what was undone last; RefusedError where there is nothing."""
    with store.transaction():
        undone = sql.oldest_undone(store)
        if undone is None:
            raise RefusedError(
                "There is nothing to redo.", "Something new ends what could be redone."
            )
        journal = OpenChange(store, now)
        with _readable():
            for row in sql.rows_of(store, undone.id):
                _turn_on(journal, row)
            _derive_older(store, undone)
        journal.patch("change", undone.id, {"state": "done"})
        return undone


def _derive_older(store: Store, change: Change) -> None:
    """Derive anew after a change from before the schema, which derived otherwise."""
    _, *later = sql.schemas(store)
    if later and change.at < max(later):
        derive_anew(store)


def _nothing_to_undo(store: Store) -> RefusedError:
    if sql.last_forget(store):
        return RefusedError(
            "There is nothing to undo: a forget ended what could be undone before it.",
            "netlog history shows what came since.",
        )
    return RefusedError("There is nothing to undo.", "netlog history shows it all.")


@contextmanager
def _readable() -> Iterator[None]:
    """Say that the file is damaged where the journal cannot be read."""
    try:
        yield
    except (ValueError, KeyError, TypeError) as error:
        raise DatabaseError(*DAMAGED) from error


def _turn_back(journal: OpenChange, row: ChangeRow) -> None:
    """Bring rows to how they were before a change."""
    if row.before is None:
        _keep_aside(journal, row)
    elif row.after is None:
        _put_all(journal, row.tab, row.before)
    else:
        _patch(journal, row, json.loads(row.before))


def _turn_on(journal: OpenChange, row: ChangeRow) -> None:
    """Bring rows to how they were after a change."""
    if row.after is None:
        journal.take(row.tab, row.row_id)
    elif row.before is None:
        _put_all(journal, row.tab, row.after)
        journal.patch("change_row", row.id, {"after": IN_TABLE})
    else:
        _patch(journal, row, json.loads(row.after))


def _patch(journal: OpenChange, row: ChangeRow, columns: Row) -> None:
    """Change a row; one that was taken out past the journal stays out."""
    if journal.row_or_none(row.tab, row.row_id):
        journal.patch(row.tab, row.row_id, columns)


def _put_all(journal: OpenChange, table: str, rows: str) -> None:
    for row in json.loads(rows):
        journal.put(table, row)


def _keep_aside(journal: OpenChange, row: ChangeRow) -> None:
    """Take out what a change put in, and keep it in the journal for redo.

    What doctor had to take out for good is not there any more.
    """
    keys = range(row.row_id, row.last_id + 1)
    rows = [new for key in keys if (new := journal.row_or_none(row.tab, key))]
    for new in rows:
        journal.take(row.tab, new["id"])
    journal.patch("change_row", row.id, {"after": encode_rows(rows)})
