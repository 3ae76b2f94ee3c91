"""The journal: what is recorded, what is taken back, what is done again."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest
from tests.storage.filled import JOURNAL, NOW, TODAY, in_memory, snapshot

from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import Person
from netlog.domain.promise import Promise
from netlog.errors import DatabaseError, RefusedError
from netlog.storage import sql
from netlog.storage.change import Change, changing, do_again, take_back
from netlog.storage.history import History
from netlog.storage.people import People
from netlog.storage.recorder import recording
from netlog.storage.store import Store

COFFEE = TOUCH_KINDS["coffee"]


@pytest.fixture
def store() -> Iterator[Store]:
    """A new database in memory."""
    with closing(in_memory()) as made:
        yield made


def do(store: Store, act: Callable[[Change], object], words: str = "did") -> None:
    """One change."""
    with changing(store, NOW, words) as change:
        act(change)


def add(store: Store, name: str) -> Person:
    """Take somebody in, as one change."""
    with changing(store, NOW, f"add {name}") as change:
        return change.people.add(Newcomer(name, TODAY))


def states(store: Store) -> list[tuple[str, str]]:
    """The changes, the newest first: words and state."""
    return [(one.command, one.state) for one in History(store).newest(99)]


def lasting(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row that undo is about."""
    return snapshot(store, *JOURNAL)


def test_a_change_that_writes_nothing_leaves_no_trace(store: Store) -> None:
    """A command that only looked is not in the history, and undo skips it."""
    add(store, "Dorie")
    before = snapshot(store, "sqlite_sequence")
    do(store, lambda change: change.people.count())
    assert snapshot(store, "sqlite_sequence") == before


def test_an_update_that_changes_nothing_writes_nothing(store: Store) -> None:
    """To say again what is so is no change."""
    person = add(store, "Dorie")
    before = snapshot(store, "sqlite_sequence")
    do(store, lambda change: change.people.edit(person, name="Dorie", org=""))
    assert snapshot(store, "sqlite_sequence") == before


def test_only_the_columns_that_changed_are_recorded(store: Store) -> None:
    """The journal holds no more of a person than it must."""
    person = add(store, "Dorie")
    with recording(store, NOW, "edit") as recorder:
        recorder.update("person", person.id, city="Bern", org="", note="tea")
    (row,) = store.rows(sql.ROWS_OF, change=recorder.number)
    fields = dict(zip([n for n, _ in sql.ROWS_OF.columns], row, strict=True))
    assert (fields["tab"], fields["row_id"]) == ("person", person.id)
    assert fields["before"] == '{"city":"","note":""}'
    assert fields["after"] == '{"city":"Bern","note":"tea"}'


def test_a_row_that_should_be_there_and_is_not_is_damage(store: Store) -> None:
    """Nobody takes a row away behind the journal."""
    with (
        pytest.raises(DatabaseError, match="The database is damaged"),
        changing(store, NOW, "edit") as change,
    ):
        change.recorder.update("person", 99, name="Hal")


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    """All or nothing: the journal too."""

    def fail(change: Change) -> None:
        change.people.add(Newcomer("Dorie", TODAY))
        raise RefusedError("No.")

    before = lasting(store)
    with pytest.raises(RefusedError):
        do(store, fail)
    assert (lasting(store), states(store)) == (before, [])


def test_undo_takes_the_newest_change_back_whole(store: Store) -> None:
    """Everything that one command wrote goes at once, and nothing else."""
    ann = add(store, "Ann")
    before = lasting(store)

    def meet(change: Change) -> None:
        bea = change.people.add(Newcomer("Bea", TODAY))
        change.touches.log([ann.id, bea.id], COFFEE, TODAY, place="Station")
        change.introductions.introduce(1, ann.id, bea.id, TODAY)
        change.promises.make(bea.id, "a book", TODAY)

    do(store, meet, "meet")
    assert take_back(store, NOW).command == "meet"
    assert lasting(store) == before
    assert states(store) == [("meet", "undone"), ("add Ann", "done")]


def test_redo_brings_it_back_to_the_letter(store: Store) -> None:
    """Keys and uids come back too, so that what points at them still does."""
    person = add(store, "Ann")
    do(store, lambda c: c.touches.log([person.id], COFFEE, TODAY, place="Station"))
    after = lasting(store)
    take_back(store, NOW)
    take_back(store, NOW)
    assert [do_again(store, NOW).command for _ in range(2)] == ["add Ann", "did"]
    assert lasting(store) == after


def test_undo_and_redo_may_be_said_many_times(store: Store) -> None:
    """Back and forth ends where it began."""
    add(store, "Ann")
    add(store, "Bea")
    after = lasting(store)
    for _ in range(3):
        take_back(store, NOW)
        take_back(store, NOW)
        do_again(store, NOW)
        do_again(store, NOW)
    assert lasting(store) == after


def test_there_is_an_end_to_undo_and_redo(store: Store) -> None:
    """Where nothing is left, that is said, and nothing is changed."""
    with pytest.raises(RefusedError, match="nothing to undo"):
        take_back(store, NOW)
    add(store, "Ann")
    with pytest.raises(RefusedError, match="nothing to redo"):
        do_again(store, NOW)
    assert states(store) == [("add Ann", "done")]


def test_what_was_undone_is_gone_after_something_new(store: Store) -> None:
    """Redo would meet a database that has moved on, so it is no longer offered."""
    add(store, "Ann")
    take_back(store, NOW)
    add(store, "Bea")
    assert states(store) == [("add Bea", "done"), ("add Ann", "gone")]
    with pytest.raises(RefusedError, match="nothing to redo"):
        do_again(store, NOW)


def test_a_look_does_not_end_what_can_be_redone(store: Store) -> None:
    """Only what writes comes in between."""
    add(store, "Ann")
    take_back(store, NOW)
    do(store, lambda change: change.people.count())
    assert do_again(store, NOW).command == "add Ann"


def test_a_handle_is_not_given_again_after_rm(store: Store) -> None:
    """What was said about the one is never taken for the other."""
    dorie = add(store, "Dorie")
    do(store, lambda change: change.people.remove(dorie))
    assert add(store, "Dorie").handle == "dorie-2"


def test_a_handle_is_given_again_after_an_undone_add(store: Store) -> None:
    """Who never was there has no handle to keep."""
    add(store, "Dorie")
    take_back(store, NOW)
    assert add(store, "Dorie").handle == "dorie"


def test_a_handle_that_was_changed_is_kept_for_nobody(store: Store) -> None:
    """An old handle in somebody's notes points at no stranger."""
    dorie = add(store, "Dorie")
    do(store, lambda change: change.people.edit(dorie, handle="clark"))
    assert add(store, "Dorie").handle == "dorie-2"
    with pytest.raises(RefusedError, match="somebody's, or was"):
        do(store, lambda c: c.people.add(Newcomer("X", TODAY, handle="dorie")))


def test_the_number_of_an_undone_promise_is_not_used_again(store: Store) -> None:
    """A number that was read aloud stays with what it was said of."""
    ann = add(store, "Ann")
    do(store, lambda change: change.promises.make(ann.id, "a book", TODAY))
    take_back(store, NOW)
    do(store, lambda change: change.promises.make(ann.id, "a call", TODAY))
    found = store.ask(sql.PROMISES_TO, Promise, person=ann.id)
    assert [(one.id, one.text) for one in found] == [(2, "a call")]


def test_many_rows_at_once_are_undone_and_redone_like_one(store: Store) -> None:
    """What an import writes in a range of keys goes and comes back as a whole."""
    add(store, "Ann")
    before = lasting(store)
    rows = [{"name": name, "folded": name} for name in ("a", "b", "c")]
    with recording(store, NOW, "import") as recorder:
        keys = recorder.insert_many("place", rows)
    after = lasting(store)
    assert list(keys) == [1, 2, 3]
    take_back(store, NOW)
    assert lasting(store) == before
    do_again(store, NOW)
    assert lasting(store) == after


def test_a_row_stands_in_its_table_or_in_the_journal_and_never_in_both(
    store: Store,
) -> None:
    """What was put in is kept aside while it is undone, and not a moment longer."""
    add(store, "Ann")
    kept = [_kept_aside(store)]
    take_back(store, NOW)
    kept.append(_kept_aside(store))
    do_again(store, NOW)
    kept.append(_kept_aside(store))
    assert [len(rows) for rows in kept] == [0, 1, 0]
    assert '"handle":"ann"' in kept[1][0]


def _kept_aside(store: Store) -> list[str]:
    """The rows in the journal that are in no table."""
    rows = store.connection.execute("SELECT after FROM change_row WHERE before IS NULL")
    return [after for (after,) in rows if after]


def test_the_journal_says_when_and_in_which_words(store: Store) -> None:
    """A change has the moment and the command line; the newest comes first."""
    later = NOW + timedelta(hours=1)
    add(store, "Ann")
    with changing(store, later, "log Ann") as change:
        change.touches.log([People(store).find("ann").id], COFFEE, date(2025, 6, 1))
    newest, first = History(store).newest(5)
    assert (newest.at, newest.command, newest.state) == (later, "log Ann", "done")
    assert (first.at, first.command) == (NOW, "add Ann")
