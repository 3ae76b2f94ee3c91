"""What points at a row goes with it, is cleared, or is given to another row."""

import pytest
from tests.repository.changes import add, do, lasting
from tests.repository.filled import NOW, TODAY

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID
from netlog.errors import DatabaseError
from netlog.repository import introductions, ledger, people, plan, promises, touches
from netlog.repository.change import OpenChange, changing
from netlog.repository.references import move_references, remove_row
from netlog.repository.undo import undo

ANN, BEA = 2, 3
COFFEE = TOUCH_KINDS["coffee"]


@pytest.fixture
def store(store: Store) -> Store:
    """Ann and Bea, and something of everything that can point at them.

    Touch 1 is with Ann alone, at a place of its own, touch 2 with both.  Entry 1 is
    Ann's and came of touch 1; 2 is Bea's, came of touch 1, and is about Ann; 3 is
    Bea's and came of the introduction that Ann made.
    """
    for name in ("Ann", "Bea"):
        add(store, name)
    do(store, _everything)
    return store


def _everything(change: OpenChange) -> None:
    touches.log(change, [ANN], COFFEE, TODAY, place="Fair")
    touches.log(change, [ANN, BEA], COFFEE, TODAY)
    introduced = introductions.introduce(change, ANN, ME_ID, BEA, TODAY)
    ledger.add(change, ANN, "got", "tip", TODAY, touch_id=1)
    ledger.add(change, BEA, "gave", "referral", TODAY, touch_id=1, other_id=ANN)
    ledger.add(change, BEA, "got", "client", TODAY, introduction_id=introduced.id)
    ledger.guess(change, 1, "likely")
    promises.make(change, ANN, "a book", TODAY)
    people.add_detail(change, ANN, "tag", "choir")
    plan.put_off(change, people.get(change.store, ANN), "2025-W23", "skip")


def written(store: Store, table: str, key: int) -> list[tuple[str, int, str]]:
    """The rows that taking one out wrote: table, key, and what became of it."""
    with changing(store, NOW, "rm") as change:
        remove_row(change, table, key)
    return [
        (row.tab, row.row_id, "goes" if row.after is None else row.after)
        for row in sql.rows_of(store, change.number)
    ]


def test_a_person_goes_with_all_that_is_theirs_alone(store: Store) -> None:
    """Each row is written once: what goes as well is not cleared before."""
    before = lasting(store)
    rows = written(store, "person", ANN)
    assert sorted(rows) == [
        ("detail", 2, "goes"),
        ("entry", 1, "goes"),
        ("entry", 2, '{"other_id":null}'),
        ("entry", 2, '{"touch_id":null}'),
        ("entry", 3, '{"introduction_id":null}'),
        ("guess", 1, "goes"),
        ("introduction", 1, "goes"),
        ("person", ANN, "goes"),
        ("presence", 1, "goes"),
        ("presence", 2, "goes"),
        ("promise", 1, "goes"),
        ("skip", 1, "goes"),
        ("thank", 1, "goes"),
        ("thank", 2, "goes"),
        ("touch", 1, "goes"),
    ]
    undo(store, NOW)
    assert lasting(store) == before


def test_what_points_at_a_row_goes_before_it(store: Store) -> None:
    """So that nothing ever points at what is gone."""
    rows = written(store, "person", ANN)
    nested = {"person", "touch", "presence"}
    gone = [table for table, _, what in rows if what == "goes" and table in nested]
    assert gone == ["presence", "presence", "touch", "person"]
    check = store.connection.execute("PRAGMA foreign_key_check")
    assert check.fetchall() == []


def test_a_touch_goes_with_the_last_who_was_there(store: Store) -> None:
    """And stays as long as anybody is left; its place stays anyway."""
    with changing(store, NOW, "rm") as change:
        for person in (ANN, BEA):
            left = [touch for touch in (1, 2) if sql.touch(store, touch)]
            assert left == ([1, 2] if person == ANN else [2])
            remove_row(change, "person", person)
    assert sql.count_touches(store) == 0
    assert sql.place_by_name(store, "fair")


def test_a_touch_that_is_taken_out_takes_its_people_along_once(store: Store) -> None:
    """It is not deserted by rows that go because of it."""
    assert sorted(written(store, "touch", 2)) == [
        ("presence", 2, "goes"),
        ("presence", 3, "goes"),
        ("touch", 2, "goes"),
    ]


def test_a_row_that_is_not_there_is_damage(store: Store) -> None:
    """Whoever takes it out has just read it."""
    with (
        pytest.raises(DatabaseError, match="The database is damaged"),
        changing(store, NOW, "rm") as change,
    ):
        remove_row(change, "touch", 99)


def test_what_points_at_one_points_at_the_other(store: Store) -> None:
    """As many rows a table; where a rule of its own says more, they stay."""
    with changing(store, NOW, "merge") as change:
        moved = move_references(change, "person", BEA, ANN)
    assert {table: n for table, n in moved.items() if n} == {
        "detail": 1,
        "promise": 1,
        "skip": 1,
        "entry": 1,
        "presence": 2,
    }
    assert [entry.id for entry in sql.entries_with(store, BEA)] == [1, 2, 3]
    assert [entry.id for entry in sql.entries_about(store, ANN)] == [2]
    assert len(sql.thanks_to(store, ANN)) == 2


def test_of_two_that_may_not_both_be_there_that_of_who_stays_is(store: Store) -> None:
    """A touch with both is with the one; another tag comes along."""
    with changing(store, NOW, "tag") as change:
        for tag in ("Choir", "chess"):
            people.add_detail(change, BEA, "tag", tag)
        people.add_detail(change, ANN, "tag", "tea")
    with changing(store, NOW, "merge") as change:
        moved = move_references(change, "person", BEA, ANN)
    tags = [detail.value for detail in sql.details_of(store, BEA)]
    assert (moved["detail"], tags) == (2, ["client", "Choir", "chess", "tea"])
    assert [who.id for who in sql.company_of(store, 2)] == [BEA]
