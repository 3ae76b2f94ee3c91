"""Each thing that can have followed from somebody, one at a time, back and forth."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from tests.storage.filled import NOW, TODAY, in_memory
from tests.storage.forgetting.histories import redone
from tests.storage.forgetting.test_taking_out import (
    thanked,
    the_same,
    the_same_back_and_forth,
    without_somebody,
)
from tests.storage.thanks import waiting

from netlog.acts.merge import merge
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID
from netlog.storage.change import Change, changing, take_back
from netlog.storage.store import Store

FERN, BO, CLEO, DOT = 2, 3, 4, 5


@pytest.fixture
def store() -> Iterator[Store]:
    """Fern, who is to be forgotten, and three others: all taken in at once."""
    with closing(in_memory()) as made:
        names = ("Fern Ash", "Bo Lind", "Cleo Quark", "Dot Pan")
        people = [
            Newcomer(name, TODAY, handle=name.lower().replace(" ", "-"))
            for name in names
        ]
        do(made, lambda change: change.people.take_in_many(people))
        yield made


def do(store: Store, *acts: Callable[[Change], object]) -> None:
    """Some acts, as a change each."""
    for act in acts:
        with changing(store, NOW, "whatever was typed") as change:
            act(change)


def led(by: int, to: int, ago: int) -> Callable[[Change], object]:
    """Somebody introduced somebody to me."""
    day = TODAY - timedelta(days=ago)
    return lambda change: change.introductions.introduce(by, ME_ID, to, day)


def brought(by: int, **more: Any) -> Callable[[Change], object]:
    """Something came from somebody."""
    return lambda change: change.ledger.add(by, "got", "interview", TODAY, **more)


def logged(*people: int) -> Callable[[Change], object]:
    """Some people were met two days ago."""
    day = TODAY - timedelta(days=2)
    return lambda change: change.touches.log(people, TOUCH_KINDS["met"], day)


def thank(to: int) -> Callable[[Change], object]:
    """Somebody is thanked for everything."""
    return lambda change: change.ledger.thank(change.ledger.thanks_waiting(to), TODAY)


def removed(key: int) -> Callable[[Change], object]:
    """Somebody is taken out."""
    return lambda change: change.people.remove(change.people.get(key))


def without_fern(store: Store) -> Store:
    """The history without Fern, which holds at every change."""
    after, _, keys = without_somebody(store, FERN)
    the_same(store, after, keys)
    found, _, _ = without_somebody(store, FERN)
    the_same_back_and_forth(store, after, keys)
    return found


def rows(store: Store, text: str) -> list[Any]:
    """What the database answers."""
    return store.connection.execute(text).fetchall()


def test_of_people_taken_in_at_once_one_was_led_to_me_by_them(store: Store) -> None:
    """The journal says of them in one that they were put in, and still does."""
    do(store, led(FERN, BO, 3))
    after = without_fern(store)
    text = "SELECT row_id, last_id, after FROM change_row WHERE change_id = 1"
    assert rows(after, text) == [(3, 5, "")]
    assert rows(after, "SELECT fresh_on FROM person WHERE id = 3") == [(None,)]


def test_a_touch_that_was_taken_out_stays_out(store: Store) -> None:
    """It was with somebody whom Fern introduced."""
    do(store, led(FERN, BO, 3), logged(BO))
    do(store, lambda change: change.touches.remove(change.touches.get(1)))
    after = without_fern(store)
    assert rows(after, "SELECT id FROM touch") == []
    take_back(after, NOW)
    assert rows(after, "SELECT person_id FROM presence") == [(BO,)]


def test_a_touch_is_empty_when_the_other_one_is_taken_out(store: Store) -> None:
    """So it goes then, and what was said of it later goes with it; undo brings it."""
    do(store, logged(FERN, BO), brought(CLEO, touch_id=1))
    do(store, lambda change: change.ledger.guess(1, "maybe"), removed(BO))
    do(store, lambda change: change.ledger.guess(1, "likely"), brought(DOT, touch_id=1))
    touch = {"note": "It was nice."}
    do(store, lambda change: change.touches.edit(change.touches.get(1), **touch))
    do(store, lambda change: change.touches.remove(change.touches.get(1)))
    after, _, _ = without_somebody(store, FERN)
    for _ in range(2):
        assert rows(after, "SELECT id FROM touch UNION SELECT id FROM guess") == []
        entries = "SELECT person_id, touch_id FROM entry ORDER BY id"
        assert rows(after, entries) == [(CLEO, None), (DOT, None)]
        put = "SELECT row_id FROM change_row WHERE tab = 'guess' AND before IS NULL"
        assert rows(after, put) == [(1,)]
        while rows(after, "SELECT 1 FROM person WHERE id = 3") == []:
            take_back(after, NOW)
        assert rows(after, "SELECT id, note FROM touch") == [(1, "")]
        assert rows(after, "SELECT touch_id, word FROM guess") == [(1, "maybe")]
        assert rows(after, entries) == [(CLEO, 1)]
        redone(after)


def test_whoever_was_hidden_by_them_is_thanked_until_the_entry_goes(
    store: Store,
) -> None:
    """It came of what Fern did; without her it came of any way to Cleo."""
    do(store, led(BO, CLEO, 9), led(FERN, CLEO, 8))
    do(store, brought(CLEO, introduction_id=2))
    assert waiting(store) == {(1, CLEO), (1, FERN)}
    do(store, lambda change: change.ledger.remove(change.ledger.get(1)))
    after = without_fern(store)
    assert waiting(after) == set()
    take_back(after, NOW)
    assert waiting(after) == {(1, CLEO), (1, BO)}


def test_whoever_led_to_them_is_not_thanked_at_all(store: Store) -> None:
    """Neither while the entry was there, nor when it and its thanks were taken out."""
    do(store, led(BO, FERN, 9), led(FERN, CLEO, 8), brought(CLEO))
    assert waiting(store) == {(1, CLEO), (1, FERN), (1, BO)}
    do(store, lambda change: change.ledger.remove(change.ledger.get(1)))
    after = without_fern(store)
    take_back(after, NOW)
    assert waiting(after) == {(1, CLEO)}


def test_who_was_thanked_stays_thanked(store: Store) -> None:
    """Cleo who brought it, and Bo though he is on no path of it any more."""
    do(store, led(BO, FERN, 9), led(FERN, CLEO, 8), brought(CLEO))
    do(store, thank(CLEO), thank(BO))
    after = without_fern(store)
    day = str(TODAY)
    assert (waiting(after), thanked(after)) == (
        set(),
        {(1, CLEO, day), (1, BO, day)},
    )
    take_back(after, NOW)
    assert thanked(after) == {(1, CLEO, day)}
    assert waiting(after) == set()


def test_thanks_that_a_merge_moves_are_moved(store: Store) -> None:
    """Bo was on the path by Fern alone; as Dot he is thanked, and before he was not."""
    do(store, led(BO, FERN, 9), led(FERN, CLEO, 8), brought(CLEO))
    do(store, lambda change: merge(change, ("dot-pan", "bo-lind"), lambda _: ""))
    assert waiting(store) == {(1, CLEO), (1, FERN), (1, DOT)}
    do(store, thank(DOT))
    after = without_fern(store)
    assert thanked(after) == {(1, DOT, str(TODAY))}
    take_back(after, NOW)
    assert waiting(after) == {(1, CLEO)}


def test_a_touch_that_a_merge_moves_is_moved(store: Store) -> None:
    """Since when Bo is new follows from it, and then since when Dot is."""
    do(store, led(FERN, BO, 1), logged(BO))
    do(store, lambda change: merge(change, ("dot-pan", "bo-lind"), lambda _: ""))
    after = without_fern(store)
    fresh = "SELECT id, fresh_on FROM person WHERE fresh_on <> ''"
    met = str(TODAY - timedelta(days=2))
    assert rows(after, fresh) == [(DOT, met)]
    take_back(after, NOW)
    assert rows(after, fresh) == [(BO, met)]


def test_what_was_undone_leaves_the_thanks_of_others(store: Store) -> None:
    """Dot could be taken out again, and is not: she is still to be thanked."""
    do(store, led(FERN, BO, 9), brought(DOT), removed(DOT))
    take_back(store, NOW)
    after = without_fern(store)
    assert waiting(after) == {(1, DOT)}
    redone(after)
    assert waiting(after) == set()
