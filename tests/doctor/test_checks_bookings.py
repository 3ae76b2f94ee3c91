"""The check of bookings, and how doctor puts them right."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.repository.changes import add, do
from tests.repository.filled import NOW, TODAY

from netlog.db.create import create_store
from netlog.db.store import Store
from netlog.doctor.checks_derived import check_bookings
from netlog.doctor.finding import Finding, Mend
from netlog.doctor.machine import Surroundings
from netlog.doctor.reader import reading
from netlog.domain.kinds import TOUCH_KINDS
from netlog.repository import bookings, touches
from netlog.repository.change import OpenChange


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database with a booking that was held, and one that is open."""
    with closing(create_store(tmp_path / "netlog.db", NOW)) as made:
        ann = add(made, "Ann")

        def live(change: OpenChange) -> None:
            held = bookings.book(change, [ann.id], TODAY, "coffee")
            bookings.book(change, [ann.id], TODAY, "coffee")
            touch = touches.log(change, [ann.id], TOUCH_KINDS["coffee"], TODAY)
            bookings.hold(change, [held], touch.id)

        do(made, live)
        yield made


def found(path: Path) -> list[Finding]:
    """What the check finds in a file; it looks at nothing around that."""
    nowhere: Surroundings = None  # type: ignore[assignment] # it is not asked
    with reading(path / "netlog.db", path) as reader:
        return check_bookings(nowhere, reader)


def test_what_is_held_by_a_touch_is_well(store: Store, tmp_path: Path) -> None:
    """And so is what is open."""
    assert store.last_number("booking")
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("spoilt", "state"),
    [
        ("UPDATE booking SET state = 'booked' WHERE id = 1", "held"),
        ("UPDATE booking SET state = 'cancelled' WHERE id = 1", "held"),
        ("UPDATE booking SET touch_id = NULL WHERE id = 1", "booked"),
    ],
)
def test_what_touch_and_state_say_differs(
    store: Store, tmp_path: Path, spoilt: str, state: str
) -> None:
    """The touch decides, and mending says so."""
    store.connection.execute(spoilt)
    (finding,) = found(tmp_path)
    assert finding.sentence == "1 booking has another state than the touches say: 1."
    assert finding.mends == (Mend("bookings", None),)
    do(store, bookings.follow_touches)
    assert found(tmp_path) == []
    assert bookings.get(store, 1).booking.state == state
