"""What follows from a change only once somebody is gone is found all the same."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from tests.erasure.test_erase import sound
from tests.erasure.test_merged import forget
from tests.repository.filled import NOW, TODAY, in_memory
from tests.repository.thanks import waiting

from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID, Newcomer
from netlog.repository import introductions, ledger, people, touches
from netlog.repository.change import OpenChange, changing

FERN, BO, CLEO, DOT = 2, 3, 4, 5
MET, CALL = TOUCH_KINDS["met"], TOUCH_KINDS["call"]


@pytest.fixture
def store() -> Iterator[Store]:
    """Fern, who is to be forgotten, and three others."""
    with closing(in_memory()) as made:
        with changing(made, NOW, "add four") as change:
            for name in ("Fern Ash", "Bo Lind", "Cleo Quark", "Dot Pan"):
                people.add(change, Newcomer(name, TODAY))
        yield made


def led(change: OpenChange, by: int, to: int, ago: int) -> None:
    """Somebody introduced somebody to me."""
    introductions.introduce(change, by, ME_ID, to, TODAY - timedelta(days=ago))


def test_who_led_to_them_besides_is_thanked_by_those_below(store: Store) -> None:
    """While Fern stood between, the second way to Cleo changed nothing for Dot."""
    with changing(store, NOW, "introduce") as change:
        led(change, BO, FERN, 9)
        led(change, FERN, CLEO, 8)
        led(change, CLEO, DOT, 7)
        ledger.add(change, DOT, "got", "interview", TODAY)
    with changing(store, NOW, "introduce once more") as change:
        led(change, BO, CLEO, 8)
    forget(store, "fern-ash")
    assert waiting(store) == {(1, DOT), (1, CLEO), (1, BO)}
    assert sound(store)


def test_a_touch_that_moves_brings_in_ways_that_were_too_late(store: Store) -> None:
    """Bo was on the path through Fern before, and is on it without her after."""
    with changing(store, NOW, "introduce") as change:
        led(change, BO, FERN, 9)
        led(change, FERN, CLEO, 8)
        led(change, BO, CLEO, 4)
        day = TODAY - timedelta(days=5)
        touch = touches.log(change, [CLEO], CALL, day)
        ledger.add(change, CLEO, "got", "interview", TODAY)
    with changing(store, NOW, "edit --touch 1") as change:
        touches.edit(change, touch, day=TODAY - timedelta(days=3))
    forget(store, "fern-ash")
    assert waiting(store) == {(1, CLEO), (1, BO)}
    assert sound(store)


def test_since_when_somebody_is_new_follows_their_touches(store: Store) -> None:
    """Fern's introduction was later than the day they met, which is mended then."""
    with changing(store, NOW, "introduce") as change:
        touch = touches.log(change, [CLEO], MET, TODAY - timedelta(days=9))
        touches.log(change, [CLEO], CALL, TODAY - timedelta(days=1))
        led(change, FERN, CLEO, 2)
    with changing(store, NOW, "edit --touch 1") as change:
        touches.edit(change, touch, day=TODAY - timedelta(days=8))
    forget(store, "fern-ash")
    ((fresh,),) = store.connection.execute("SELECT fresh_on FROM person WHERE id = 4")
    assert fresh == str(TODAY - timedelta(days=8))
    assert sound(store)
