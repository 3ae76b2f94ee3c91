"""Promises: made, kept or dropped once, mended, taken out."""

from datetime import timedelta

import pytest
from tests.repository.changes import add, do
from tests.repository.filled import NOW, TODAY

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.promise import Promise
from netlog.errors import NotFoundError, RefusedError
from netlog.repository import promises
from netlog.repository.change import changing


@pytest.fixture
def owed(store: Store) -> Promise:
    """A book for Ann."""
    ann = add(store, "Ann")
    with changing(store, NOW, "promise") as change:
        return promises.make(change, ann.id, "a book", TODAY)


def test_a_promise_is_open_until_it_is_closed(store: Store, owed: Promise) -> None:
    """On a day, by a change."""
    assert (owed.state, owed.closed_on, owed.closed) == ("open", None, None)
    with changing(store, NOW, "done") as change:
        closed = promises.close(change, owed.id, "kept", TODAY)
    assert closed == owed._replace(state="kept", closed_on=TODAY, closed=change.number)


def test_a_promise_is_closed_once(store: Store, owed: Promise) -> None:
    """Whichever way it was; undo opens it."""
    do(store, lambda c: promises.close(c, owed.id, "dropped", TODAY))
    with pytest.raises(RefusedError, match="Promise 1 is dropped already") as error:
        do(store, lambda c: promises.close(c, owed.id, "kept", TODAY))
    assert error.value.advice == "netlog undo takes the last change back."


def test_a_promise_is_mended_where_it_stands(store: Store, owed: Promise) -> None:
    """The day, and nothing else."""
    later = TODAY + timedelta(days=7)
    do(store, lambda c: promises.edit(c, owed, due=later))
    assert promises.get(store, owed.id) == owed._replace(due=later)


def test_a_promise_that_is_taken_out_is_not_found(store: Store, owed: Promise) -> None:
    """The error says where the numbers are."""
    do(store, lambda c: promises.remove(c, owed))
    assert sql.count_promises(store) == 0
    with pytest.raises(NotFoundError, match="There is no promise 1") as error:
        promises.get(store, owed.id)
    assert error.value.advice == "netlog due and netlog show WHO list the numbers."
