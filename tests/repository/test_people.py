"""People: looked up by their key, and their handles."""

import pytest
from tests.repository.changes import add, do
from tests.repository.filled import NOW, TODAY

from netlog.db.store import Store
from netlog.domain.person import Newcomer
from netlog.errors import NotFoundError, RefusedError
from netlog.repository import people
from netlog.repository.undo import undo


def test_a_person_who_is_gone_is_not_found_by_key(store: Store) -> None:
    """Somebody else may have taken them out in the meantime."""
    with pytest.raises(NotFoundError, match="They are not there any more"):
        people.get(store, 99)


def test_a_person_who_is_gone_is_not_found_by_handle(store: Store) -> None:
    """Even one that was read a moment before."""
    with pytest.raises(NotFoundError, match="They are not there any more"):
        people.by_handle(store, "dorie")


def test_handles_are_found_by_their_beginning(store: Store) -> None:
    """In their order, and nobody's that merely holds it."""
    for name in ("Bo Ann", "Anna", "Ann", "Bea"):
        add(store, name)
    assert people.handles(store, "ann") == ["ann", "anna"]
    assert people.handles(store, "x") == []


def test_a_handle_is_not_given_again_after_rm(store: Store) -> None:
    """What was said about the one is never taken for the other."""
    dorie = add(store, "Dorie")
    do(store, lambda change: people.remove(change, dorie))
    assert add(store, "Dorie").handle == "dorie-2"


def test_a_handle_is_given_again_after_an_undone_add(store: Store) -> None:
    """Who never was there has no handle to keep."""
    add(store, "Dorie")
    undo(store, NOW)
    assert add(store, "Dorie").handle == "dorie"


def test_a_handle_that_was_changed_is_kept_for_nobody(store: Store) -> None:
    """An old handle in somebody's notes points at no stranger."""
    dorie = add(store, "Dorie")
    do(store, lambda change: people.edit(change, dorie, handle="clark"))
    assert add(store, "Dorie").handle == "dorie-2"
    with pytest.raises(RefusedError, match="somebody's, or was"):
        do(store, lambda c: people.add(c, Newcomer("X", TODAY, handle="dorie")))
