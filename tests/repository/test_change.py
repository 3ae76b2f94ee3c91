"""A change: what the journal keeps of it, and that it is all or nothing."""

from datetime import date, timedelta

import pytest
from tests.repository.changes import add, do, lasting, states
from tests.repository.filled import NOW, TODAY, snapshot

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Newcomer
from netlog.errors import DatabaseError, RefusedError
from netlog.repository import people, touches
from netlog.repository.change import OpenChange, changing

COFFEE = TOUCH_KINDS["coffee"]


def test_a_change_that_writes_nothing_leaves_no_trace(store: Store) -> None:
    """A command that only looked is not in the history, and undo skips it."""
    add(store, "Dorie")
    before = snapshot(store, "sqlite_sequence")
    do(store, lambda change: sql.count_people(change.store))
    assert snapshot(store, "sqlite_sequence") == before


def test_an_update_that_changes_nothing_writes_nothing(store: Store) -> None:
    """To say again what is so is no change."""
    person = add(store, "Dorie")
    before = snapshot(store, "sqlite_sequence")
    do(store, lambda change: people.edit(change, person, name="Dorie", org=""))
    assert snapshot(store, "sqlite_sequence") == before


def test_only_the_columns_that_changed_are_recorded(store: Store) -> None:
    """The journal holds no more of a person than it must."""
    person = add(store, "Dorie")
    with changing(store, NOW, "edit") as change:
        change.update("person", person.id, city="Bern", org="", note="tea")
    (row,) = sql.rows_of(store, change.number)
    assert (row.tab, row.row_id) == ("person", person.id)
    assert row.before == '{"city":"","note":""}'
    assert row.after == '{"city":"Bern","note":"tea"}'


def test_a_row_that_should_be_there_and_is_not_is_damage(store: Store) -> None:
    """Nobody takes a row away behind the journal."""
    with (
        pytest.raises(DatabaseError, match="The database is damaged"),
        changing(store, NOW, "edit") as change,
    ):
        change.update("person", 99, name="Hal")


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    """All or nothing: the journal too."""

    def fail(change: OpenChange) -> None:
        people.add(change, Newcomer("Dorie", TODAY))
        raise RefusedError("No.")

    before = lasting(store)
    with pytest.raises(RefusedError):
        do(store, fail)
    assert (lasting(store), states(store)) == (before, [])


def test_the_journal_says_when_and_in_which_words(store: Store) -> None:
    """A change has the moment and the command line; the newest comes first."""
    later = NOW + timedelta(hours=1)
    ann = add(store, "Ann")
    with changing(store, later, "log Ann") as change:
        touches.log(change, [ann.id], COFFEE, date(2025, 6, 1))
    newest, first = sql.changes(store, most=5)
    assert (newest.at, newest.command, newest.state) == (later, "log Ann", "done")
    assert (first.at, first.command) == (NOW, "add Ann")
