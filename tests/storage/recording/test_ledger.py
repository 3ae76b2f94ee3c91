"""What was given and got is recorded, mended, and outlives what it points at."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.plan.builders import MONDAY, Network, ago
from tests.storage.filled import snapshot

from netlog.domain.ledger import Entry
from netlog.errors import NotFoundError
from netlog.storage.change import Change, changing

JOURNAL = ("change", "change_row", "sqlite_sequence")


@pytest.fixture
def network() -> Network:
    """Alisa introduced Dorie; a coffee with both, and something of each sort.

    Entry 1 came of the coffee, 2 of the introduction, 3 is of Alisa about Dorie.
    """
    made = Network()
    made.add("alisa", known=True)
    made.add("dorie", via="alisa", on=ago(60))
    touch = made.log("alisa", "dorie", on=ago(30))
    made.got("dorie", touch_id=touch.id, on=ago(20))
    made.got("dorie", introduction_id=1, on=ago(20))
    made.record("alisa", "got", "referral", ago(10), other_id=3)
    made.gave("dorie", touch_id=touch.id, on=ago(30))
    with changing(made.store, made.now, "guess") as change:
        change.ledger.guess(touch.id, "maybe")
    made.thank("alisa")
    return made


def file(network: Network) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that undo is about."""
    return snapshot(network.store, *JOURNAL)


def entries(network: Network) -> dict[int, tuple[int | None, int | None, int | None]]:
    """What each entry points at: a touch, an introduction, somebody else."""
    ledger = network.book.ledger
    numbers = [row[0] for row in file(network)["entry"]]
    found = {number: ledger.get(number) for number in numbers}
    return {n: (e.touch_id, e.introduction_id, e.other_id) for n, e in found.items()}


POINTS = {
    1: (1, None, None),
    2: (None, 1, None),
    3: (None, None, 3),
    4: (1, None, None),
}
NOWHERE = (None, None, None)
TAKEN: list[tuple[str, Callable[[Change], object], dict[int, Any], int]] = [
    (
        "a touch",
        lambda c: c.touches.remove(c.touches.get(1)),
        POINTS | {1: NOWHERE, 4: NOWHERE},
        0,
    ),
    (
        "an introduction",
        lambda c: c.introductions.remove(c.introductions.get(1)),
        POINTS | {2: NOWHERE},
        1,
    ),
    (
        "who was sent",
        lambda c: c.people.remove(c.people.find("dorie")),
        {3: NOWHERE},
        1,
    ),
    (
        "who introduced",
        lambda c: c.people.remove(c.people.find("alisa")),
        {1: (1, None, None), 2: NOWHERE, 4: (1, None, None)},
        1,
    ),
    (
        "an entry",
        lambda c: c.ledger.remove(c.ledger.get(1)),
        {number: where for number, where in POINTS.items() if number > 1},
        1,
    ),
]


def test_what_is_there_to_be_pointed_at(network: Network) -> None:
    """Before anything is taken out."""
    assert entries(network) == POINTS
    assert len(file(network)["guess"]) == 1


@pytest.mark.parametrize(
    ("act", "left", "guesses"), [one[1:] for one in TAKEN], ids=[t[0] for t in TAKEN]
)
def test_an_entry_outlives_what_it_points_at(
    network: Network,
    act: Callable[[Change], object],
    left: dict[int, Any],
    guesses: int,
) -> None:
    """It stays and points nowhere; nothing dangles; undone, all is as it was."""
    before = file(network)
    with changing(network.store, network.now, "rm") as change:
        act(change)
    after = file(network)
    assert entries(network) == left
    assert len(after["guess"]) == guesses
    assert {row[2] for row in after["thank"]} <= set(left)
    check = network.store.connection.execute("PRAGMA foreign_key_check")
    assert check.fetchall() == []
    network.undo()
    assert file(network) == before


def test_a_guess_goes_with_a_touch_of_that_person_alone() -> None:
    """Where nobody is left who was there, there is no touch either."""
    network = Network()
    network.add("hal")
    touch = network.log("hal", on=ago(3))
    with changing(network.store, network.now, "guess") as change:
        change.ledger.guess(touch.id, "likely")
    before = file(network)
    network.remove("hal")
    assert (file(network)["guess"], file(network)["touch"]) == ([], [])
    network.undo()
    assert file(network) == before


def test_an_entry_is_as_it_was_told(network: Network) -> None:
    """Field by field, and mended where it stands."""
    made = network.got("dorie", kind="insight", text="x", cents=4990, they_called=True)
    expected = Entry(
        id=5, uid=made.uid, person_id=3, way="got", kind="insight", text="x",
        day=MONDAY, cents=4990, touch_id=None, introduction_id=None, other_id=None,
        they_called=True, entered=made.entered,
    )  # fmt: skip
    assert made == expected
    with changing(network.store, network.now, "edit") as change:
        now = change.ledger.edit(made, cents=None, text="")
    assert now == expected._replace(cents=None, text="")
    assert network.book.ledger.of(3)[-1] == now
    assert network.book.traces.outcomes_of(3)[-1] == now
    assert network.book.ledger.count() == 5


def test_the_oldest_stands_first(network: Network) -> None:
    """By its day, then in the order of entry."""
    network.got("dorie", on=ago(25))
    network.gave("dorie", on=ago(20))
    ledger = network.book.ledger
    assert [one.id for one in ledger.of(3)] == [4, 5, 1, 2, 6]
    assert [one.id for one in network.book.traces.outcomes_of(3)] == [5, 1, 2]


def test_a_number_that_nobody_has(network: Network) -> None:
    """A NotFoundError that says where the numbers are."""
    with pytest.raises(NotFoundError, match="There is no entry 99") as error:
        network.book.ledger.get(99)
    assert "netlog show" in error.value.advice


def test_a_guess_is_found_by_its_touch(network: Network) -> None:
    """Or there is none."""
    found = network.book.ledger.guess_of(1)
    assert found
    assert (found.touch_id, found.word) == (1, "maybe")
    assert network.book.ledger.guess_of(2) is None
