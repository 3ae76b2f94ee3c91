"""Undo and redo: to the letter, and where rows or the journal are not as they were."""

import sqlite3
from contextlib import closing

import pytest
from tests.repository.changes import add, do, lasting, states
from tests.repository.filled import NOW, TODAY
from tests.running import Netlog

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Newcomer
from netlog.errors import RefusedError
from netlog.repository import introductions, people, promises, touches
from netlog.repository.change import OpenChange, changing
from netlog.repository.undo import redo, undo

COFFEE = TOUCH_KINDS["coffee"]


def test_undo_takes_the_newest_change_back_whole(store: Store) -> None:
    """Everything that one command wrote goes at once, and nothing else."""
    ann = add(store, "Ann")
    before = lasting(store)

    def meet(change: OpenChange) -> None:
        bea = people.add(change, Newcomer("Bea", TODAY))
        touches.log(change, [ann.id, bea.id], COFFEE, TODAY, place="Station")
        introductions.introduce(change, 1, ann.id, bea.id, TODAY)
        promises.make(change, bea.id, "a book", TODAY)

    do(store, meet, "meet")
    assert undo(store, NOW).command == "meet"
    assert lasting(store) == before
    assert states(store) == [("meet", "undone"), ("add Ann", "done")]


def test_redo_brings_it_back_to_the_letter(store: Store) -> None:
    """Keys and uids come back too, so that what points at them still does."""
    person = add(store, "Ann")
    do(store, lambda c: touches.log(c, [person.id], COFFEE, TODAY, place="Station"))
    after = lasting(store)
    undo(store, NOW)
    undo(store, NOW)
    assert [redo(store, NOW).command for _ in range(2)] == ["add Ann", "did"]
    assert lasting(store) == after


def test_undo_and_redo_may_be_said_many_times(store: Store) -> None:
    """Back and forth ends where it began."""
    add(store, "Ann")
    add(store, "Bea")
    after = lasting(store)
    for _ in range(3):
        undo(store, NOW)
        undo(store, NOW)
        redo(store, NOW)
        redo(store, NOW)
    assert lasting(store) == after


def test_there_is_an_end_to_undo_and_redo(store: Store) -> None:
    """Where nothing is left, that is said, and nothing is changed."""
    with pytest.raises(RefusedError, match="nothing to undo"):
        undo(store, NOW)
    add(store, "Ann")
    with pytest.raises(RefusedError, match="nothing to redo"):
        redo(store, NOW)
    assert states(store) == [("add Ann", "done")]


def test_a_forget_ends_what_can_be_undone(store: Store) -> None:
    """What was before it would bring back whoever was forgotten, and it says so."""
    OpenChange(store, NOW).put_new("change", at=NOW, command="forget", state="gone")
    with pytest.raises(RefusedError) as error:
        undo(store, NOW)
    assert error.value.sentence == (
        "There is nothing to undo: a forget ended what could be undone before it."
    )
    assert error.value.advice == "netlog history shows what came since."


def test_what_was_undone_is_gone_after_something_new(store: Store) -> None:
    """Redo would meet a database that has moved on, so it is no longer offered."""
    add(store, "Ann")
    undo(store, NOW)
    add(store, "Bea")
    assert states(store) == [("add Bea", "done"), ("add Ann", "gone")]
    with pytest.raises(RefusedError, match="nothing to redo"):
        redo(store, NOW)


def test_a_look_does_not_end_what_can_be_redone(store: Store) -> None:
    """Only what writes comes in between."""
    add(store, "Ann")
    undo(store, NOW)
    do(store, lambda change: sql.count_people(change.store))
    assert redo(store, NOW).command == "add Ann"


def test_the_number_of_an_undone_promise_is_not_used_again(store: Store) -> None:
    """A number that was read aloud stays with what it was said of."""
    ann = add(store, "Ann")
    do(store, lambda change: promises.make(change, ann.id, "a book", TODAY))
    undo(store, NOW)
    do(store, lambda change: promises.make(change, ann.id, "a call", TODAY))
    owed = sql.promises_to(store, ann.id)
    assert [(promise.id, promise.text) for promise in owed] == [(2, "a call")]


def test_many_rows_at_once_are_undone_and_redone_like_one(store: Store) -> None:
    """What an import writes in a range of keys goes and comes back as a whole."""
    add(store, "Ann")
    before = lasting(store)
    rows = [{"name": name, "folded": name} for name in ("a", "b", "c")]
    with changing(store, NOW, "import") as change:
        keys = change.insert_many("place", rows)
    after = lasting(store)
    assert list(keys) == [1, 2, 3]
    undo(store, NOW)
    assert lasting(store) == before
    redo(store, NOW)
    assert lasting(store) == after


def test_a_row_stands_in_its_table_or_in_the_journal_and_never_in_both(
    store: Store,
) -> None:
    """What was put in is kept aside while it is undone, and not a moment longer."""
    add(store, "Ann")
    kept = [_kept_aside(store)]
    undo(store, NOW)
    kept.append(_kept_aside(store))
    redo(store, NOW)
    kept.append(_kept_aside(store))
    assert [len(rows) for rows in kept] == [0, 1, 0]
    assert '"handle":"ann"' in kept[1][0]


def _kept_aside(store: Store) -> list[str]:
    """The rows in the journal that are in no table."""
    rows = store.connection.execute("SELECT after FROM change_row WHERE before IS NULL")
    return [after for (after,) in rows if after]


def run(netlog: Netlog, *statements: str) -> None:
    """Change the file past netlog."""
    with closing(sqlite3.connect(netlog.db)) as file, file:
        for statement in statements:
            file.execute(statement)


def test_what_doctor_let_go_does_not_stop_undo(netlog: Netlog) -> None:
    """A row that pointed at nothing is taken out for good; the rest goes and comes."""
    assert netlog("add Hal").code == netlog("add Zoe").code == 0
    assert netlog("log Hal Zoe").code == 0
    run(netlog, "DELETE FROM person WHERE handle = 'zoe'")
    assert netlog("doctor --fix").code in {0, 6}
    assert netlog("undo").code == 0
    assert netlog("show Hal --json").data["touches"] == []
    assert netlog("redo").code == 0
    assert len(netlog("show Hal --json").data["touches"]) == 1


@pytest.mark.parametrize("line", ["edit hal --city Boston", "rest hal"])
def test_a_change_to_somebody_who_is_gone_is_taken_back(
    netlog: Netlog, line: str
) -> None:
    """There is nothing of it left to take back, and that is no fault of the user's."""
    assert netlog("add Hal").code == netlog(line).code == 0
    run(netlog, "DELETE FROM person WHERE handle = 'hal'")
    for word in ("undo", "undo", "redo", "redo"):
        assert netlog(word).code == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change_row SET before = 'x'||before WHERE before IS NOT NULL",
        "UPDATE change_row SET before = '5' WHERE before IS NOT NULL",
        "UPDATE change_row SET tab = 'persoo'",
    ],
)
def test_a_journal_that_cannot_be_read_is_damage(
    netlog: Netlog, statement: str
) -> None:
    """Exit 6 and not a row changed, and nothing said of what it was."""
    netlog("add Hal")
    netlog("edit Hal --city Boston")
    run(netlog, statement)
    before = netlog("list --json").data
    said = netlog("undo")
    assert (said.code, said.out) == (6, "")
    assert said.err.startswith("netlog: The database is damaged.\n")
    assert netlog("list --json").data == before
