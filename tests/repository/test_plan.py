"""What the user tells the plan; and what is pinned stays, whoever comes after."""

from datetime import timedelta

import pytest
from tests.repository.changes import add, do
from tests.repository.filled import NOW, TODAY

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.repository import people, plan
from netlog.repository.plan import pin

WEEK = ("new", "2025-W23")
NEXT = "2025-W24"


@pytest.fixture
def ann(store: Store) -> Person:
    """Somebody whom the plan may ask for."""
    return add(store, "Ann")


def weeks(store: Store, ann: Person) -> list[tuple[str, str]]:
    """When she is put off, and how."""
    return [(skip.week, skip.how) for skip in sql.skips_of(store, ann.id)]


def test_somebody_is_put_off_once_a_week_and_way(store: Store, ann: Person) -> None:
    """Another week is another matter, and so is a swap; said again it is the same."""
    for week, how in ((WEEK[1], "skip"), (WEEK[1], "swap"), (NEXT, "skip")):
        do(store, lambda c, w=week, h=how: plan.put_off(c, ann, w, h))  # type: ignore[misc] # mypy does not follow the default
    assert weeks(store, ann) == [(WEEK[1], "skip"), (WEEK[1], "swap"), (NEXT, "skip")]
    do(store, lambda c: plan.put_off(c, ann, NEXT, "skip"))
    assert weeks(store, ann) == [(WEEK[1], "skip"), (WEEK[1], "swap"), (NEXT, "skip")]


def test_whoever_is_woken_is_asked_for_again(store: Store, ann: Person) -> None:
    """From today on, this week; another week stays put off."""
    do(store, lambda c: plan.rest(c, ann))
    do(store, lambda c: plan.snooze(c, ann, TODAY + timedelta(days=30)))
    for week in (WEEK[1], NEXT):
        do(store, lambda c, w=week: plan.put_off(c, ann, w, "skip"))  # type: ignore[misc] # mypy does not follow the default
    asleep = people.get(store, ann.id)
    assert asleep == ann._replace(
        resting=True, snoozed_until=TODAY + timedelta(days=30)
    )
    do(store, lambda c: plan.wake(c, asleep, WEEK[1], TODAY))
    newest = sql.newest_done(store)
    assert newest
    woken = ann._replace(woken_on=TODAY, woken=newest.id)
    assert people.get(store, ann.id) == woken
    assert weeks(store, ann) == [(NEXT, "skip")]


def test_a_place_that_is_taken_stays_with_whoever_has_it(
    store: Store, ann: Person
) -> None:
    """Of two commands at once the first one's pick is the week's; free places fill."""
    bea = add(store, "Bea")
    pin(store, NOW, [ToPin(*WEEK, 0, TODAY, ann.id)])
    pin(store, NOW, [ToPin(*WEEK, 0, TODAY, bea.id), ToPin(*WEEK, 1, TODAY, bea.id)])
    pins = [(pin.place, pin.person_id) for pin in sql.pins(store, *WEEK)]
    assert pins == [(0, ann.id), (1, bea.id)]
