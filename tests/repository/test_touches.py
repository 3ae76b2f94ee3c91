"""Touches: found by their number, and the places where they were."""

import pytest
from tests.repository.changes import add, do
from tests.repository.filled import TODAY

from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.errors import NotFoundError
from netlog.repository import touches

COFFEE = TOUCH_KINDS["coffee"]


def test_a_touch_that_is_not_there(store: Store) -> None:
    """A NotFoundError that says where the numbers are."""
    with pytest.raises(NotFoundError, match="There is no touch 7") as error:
        touches.get(store, 7)
    assert error.value.advice == "netlog show WHO lists the numbers."


def test_a_touch_is_answered_and_nowhere_unless_it_is_said(store: Store) -> None:
    """Who, how and when are enough."""
    ann = add(store, "Ann")
    do(store, lambda c: touches.log(c, [ann.id], COFFEE, TODAY))
    touch = touches.get(store, 1)
    facts = (touch.kind, touch.day, touch.in_person, touch.sit_down)
    assert facts == ("coffee", TODAY, True, True)
    assert (touch.place_id, touch.note, touch.answered) == (None, "", True)


def test_a_place_is_one_however_it_is_written(store: Store) -> None:
    """As it was named first; no name is no place."""
    ann = add(store, "Ann")
    for name in ("Blue  Bottle", "blue bottle", " \x1b "):
        do(store, lambda c, at=name: touches.log(c, [ann.id], COFFEE, TODAY, place=at))  # type: ignore[misc] # mypy does not follow the default
    assert [touches.get(store, key).place_id for key in (1, 2, 3)] == [1, 1, None]
    assert touches.place_named(store, "BLUE BOTTLE").name == "Blue Bottle"


def test_a_place_that_nobody_named(store: Store) -> None:
    """The error repeats what was typed, in so far as it can be shown."""
    with pytest.raises(NotFoundError) as error:
        touches.place_named(store, f"Ta\x1btte{'e' * 99}")
    assert error.value.sentence == f"No place is called Tatte{'e' * 35}."
