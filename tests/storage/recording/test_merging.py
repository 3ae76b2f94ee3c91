"""Two made one: whatever was done before, nothing is lost and undo makes them two."""

from typing import Any

from hypothesis import given, settings, strategies as st
from tests.storage.filled import NOW, snapshot
from tests.storage.recording.mixed import ACTS, GONE, KEPT, Act, book
from tests.storage.test_journal_property import derived, standing
from tests.storage.thanks import derived_anew, waiting

from netlog.acts.merge import Merged, merge
from netlog.domain.person import Person
from netlog.storage import sql
from netlog.storage.book import Book
from netlog.storage.change import changing, do_again, take_back
from netlog.storage.store import Store
from netlog.views.records import said_of

Facts = set[tuple[Any, ...]]
FACTS = {
    "touch": ("id", "uid", "kind", "day", "place_id", "note", "answered", "entered"),
    "presence": ("touch_id", "person_id"),
    "promise": ("id", "uid", "person_id", "text", "due", "state", "closed_on"),
    "entry": ("id", "uid", "person_id", "way", "kind", "day", "cents", "touch_id"),
    "guess": ("id", "uid", "touch_id", "word"),
    "detail": ("person_id", "field", "folded"),
    "skip": ("person_id", "week", "how"),
    "pin": ("slot", "period", "place"),
}
"""What is in the tables, and is still there of one person as it was of two."""
UNDONE = ("change", "change_row", "sqlite_sequence")


def rows(store: Store, table: str) -> list[dict[str, Any]]:
    """The rows of a table by their columns."""
    names = [name for name, _ in sql.TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for row in snapshot(store)[table]]


def one(key: int) -> int:
    """Whoever it is once the two are one."""
    return KEPT if key == GONE else key


def everything(store: Store) -> dict[str, Facts]:
    """All that must be the same before and after, as if they had always been one."""
    found = {
        table: {
            tuple(
                one(row[name]) if name == "person_id" and table != "pin" else row[name]
                for name in names
            )
            for row in rows(store, table)
        }
        for table, names in FACTS.items()
    }
    found["introduction"] = {
        (one(row["introducer_id"]), *sorted((one(row["a_id"]), one(row["b_id"]))))
        for row in rows(store, "introduction")
    }
    found["introduction"] = {x for x in found["introduction"] if len({*x}) == 3}
    found["thanked"] = {
        (row["entry_id"], one(row["person_id"]))
        for row in rows(store, "thank")
        if row["thanked_on"]
    }
    return found


def merged(store: Store) -> Merged:
    """The two made one."""
    with changing(store, NOW, "merge") as change:
        handles = (change.people.get(KEPT).handle, change.people.get(GONE).handle)
        return merge(change, handles, said_of)


def is_true(book: Book) -> bool:
    """Whether everything that is derived is as if derived anew."""
    people = book.people.everybody()
    stands = all(standing(person) == derived(book, person) for person in people)
    return stands and waiting(book.store) == derived_anew(book.store)


@settings(max_examples=150)
@given(st.lists(ACTS, min_size=4, max_size=24))
def test_of_two_people_nothing_is_lost(acts: list[Act]) -> None:
    """Every touch, promise, entry, address is there, and what is derived is true."""
    store = book(acts)
    before = everything(store)
    gone = Book(store).people.get(GONE)
    merged(store)
    after = everything(store)
    before["detail"].add((KEPT, "alias", "ann b."))
    assert after == before
    assert is_true(Book(store))
    nobody_is_left(store, gone)
    store.close()


def nobody_is_left(store: Store, gone: Person) -> None:
    """No row points at them; their handle is nobody's, and their name finds the one."""
    people = Book(store).people
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert GONE not in {person.id for person in people.everybody()}
    assert people.is_taken(gone.handle)
    assert KEPT in {person.id for person in people.matching(gone.name)}


@settings(max_examples=100)
@given(st.lists(ACTS, min_size=4, max_size=24))
def test_undo_makes_them_two_and_redo_one(acts: list[Act]) -> None:
    """Row for row as it was, pins included; and as it was after."""
    store = book(acts)
    before = snapshot(store, *UNDONE)
    merged(store)
    after = snapshot(store, *UNDONE)
    take_back(store, NOW)
    assert snapshot(store, *UNDONE) == before
    do_again(store, NOW)
    assert snapshot(store, *UNDONE) == after
    store.close()
