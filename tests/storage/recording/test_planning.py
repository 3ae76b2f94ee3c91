"""What is pinned stays, whoever comes with another pick."""

from contextlib import closing

from tests.storage.filled import NOW, TODAY, in_memory

from netlog.domain.newcomer import Newcomer
from netlog.domain.pins import ToPin
from netlog.storage.change import changing, pin_people
from netlog.storage.planning import Planning

WEEK = ("new", "2025-W23")


def test_a_place_that_is_taken_stays_with_whoever_has_it() -> None:
    """Of two commands at once the first one's pick is the week's; free places fill."""
    with closing(in_memory()) as store:
        with changing(store, NOW, "add two") as change:
            ann, bea = (
                change.people.add(Newcomer(name, TODAY)).id for name in ("Ann", "Bea")
            )
        pin_people(store, NOW, [ToPin(*WEEK, 0, ann)])
        pin_people(store, NOW, [ToPin(*WEEK, 0, bea), ToPin(*WEEK, 1, bea)])
        pins = Planning(store).pins(*WEEK)
    assert [(one.place, one.person_id) for one in pins] == [(0, ann), (1, bea)]
