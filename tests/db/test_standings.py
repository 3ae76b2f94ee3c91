"""Where everybody stands at once is where each of them stands alone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from tests.repository.filled import NOW, TODAY, filled, in_memory, snapshot
from tests.repository.mixed import ACTS, Act, book
from tests.repository.standings import derived, is_derived

from netlog.db import sql
from netlog.db.standings import derive_anew, misplaced, standings, unsettled
from netlog.db.store import Store
from netlog.domain.person import Newcomer
from netlog.domain.standing import Derived
from netlog.repository import people
from netlog.repository.change import changing

SPOILT = {
    **dict.fromkeys(("rhythm", "cluster"), "'x'"),
    **dict.fromkeys(("known", "connected", "dropped"), "NOT {}"),
    **dict.fromkeys(("open_tries", "touches", "contact_days", "usual_gap"), "77"),
}
"""What a derived column is set to; a day where nothing is said here."""


@settings(max_examples=150)
@given(st.lists(ACTS, max_size=24))
def test_all_at_once_is_one_by_one(acts: list[Act]) -> None:
    """Whatever was done, for everybody, and nobody is left out."""
    with closing(book(acts)) as store:
        found = list(standings(store))
        assert [person.id for person, _ in found] == [2, 3, 4, 5, 6]
        for person, wanted in found:
            assert person == sql.person(store, person.id)
            assert wanted == derived(store, person)
        assert is_derived(store)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A database with something of everything."""
    with closing(filled(tmp_path / "netlog.db")) as made:
        yield made


@pytest.mark.parametrize("column", Derived._fields)
def test_whatever_is_spoilt_is_found_and_made_anew(store: Store, column: str) -> None:
    """Past the journal, row for row as it was."""
    before = snapshot(store)
    value = SPOILT.get(column, "'1999-01-01'").format(column)
    store.connection.execute(f"UPDATE person SET {column} = {value} WHERE id IN (3, 4)")  # noqa: S608 (from above)
    assert [person.id for person, _ in misplaced(store)] == [3, 4]
    derive_anew(store)
    assert snapshot(store) == before


def test_an_introduction_that_is_in_another_state_is_settled(store: Store) -> None:
    """And where people stand follows from it."""
    before = snapshot(store)
    store.connection.execute("UPDATE introduction SET state = 'dropped'")
    assert len(list(unsettled(store))) > 1
    assert len(list(misplaced(store))) > 1
    derive_anew(store)
    assert snapshot(store) == before


def test_of_very_many_the_indexes_are_made_anew(store: Store) -> None:
    """By the same text; what is searched is found by them."""
    with changing(store, NOW, "import") as change:
        newcomers = [Newcomer(f"N {n}", TODAY, handle=f"n-{n}") for n in range(1100)]
        people.add_all(change, newcomers)
    before = snapshot(store)
    laid_out = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    schema = store.connection.execute(laid_out).fetchall()
    store.connection.execute("UPDATE person SET rhythm = 'x' WHERE id > 1")
    with store.transaction():
        derive_anew(store)
    assert snapshot(store) == before
    assert store.connection.execute(laid_out).fetchall() == schema
    assert store.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE touch SET day = '2025-02-30' WHERE id = 4",
        "UPDATE presence SET answered_on = 'soon', answered = 'yes' WHERE touch_id = 4",
        "UPDATE introduction SET day = '2025-02-30' WHERE id = 3",
        "UPDATE person SET added_on = '2025-02-30' WHERE id = 4",
        "UPDATE person SET last_contact = 'x' WHERE id = 4",
    ],
)
def test_a_day_that_is_none_keeps_nobody_else_from_standing_right(
    store: Store, spoil: str
) -> None:
    """The row is left out; doctor says of the file that it is damaged."""
    store.connection.execute("PRAGMA ignore_check_constraints=ON")
    store.connection.execute(spoil)
    wrong = [person.id for person, _ in misplaced(store)]
    assert wrong in ([], [4])
    derive_anew(store)
    assert not list(misplaced(store))


def test_a_new_file_has_nobody_to_stand_anywhere() -> None:
    """The user stands nowhere."""
    with closing(in_memory()) as store:
        before = snapshot(store)
        derive_anew(store)
        assert (list(standings(store)), snapshot(store)) == ([], before)
