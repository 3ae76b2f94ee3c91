"""An export taken in: exactly, in one change, or not at all."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from tests.storage.filled import NOW, filled, in_memory, snapshot

from netlog.domain.newcomer import Newcomer
from netlog.domain.pins import ToPin
from netlog.domain.whole import Contents
from netlog.errors import DatabaseError, NetlogError, RefusedError, UsageError
from netlog.storage.book import Book
from netlog.storage.change import changing, do_again, pin_people, take_back
from netlog.storage.opening import CURRENT_VERSION
from netlog.storage.store import Store
from netlog.storage.whole import EXPORTED, LEFT_OUT, Whole

Everything = tuple[Contents, list[tuple[str, dict[str, Any]]]]
LEFT = (*LEFT_OUT, "change", "sqlite_sequence")


def exported(store: Store) -> Everything:
    """All that an export holds."""
    whole = Whole(store)
    rows = [(table, dict(row)) for table, rows in whole.tables() for row in rows]
    return whole.contents(), rows


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Everything:
    """The export of a database with something of everything."""
    store = filled(tmp_path_factory.mktemp("whole") / "netlog.db")
    store.connection.execute("INSERT INTO forgetting VALUES (4, 'f', 'salt')")
    store.connection.execute("INSERT INTO mark VALUES (9, 'm', 4, 'hash')")
    found = exported(store)
    store.close()
    return found


@pytest.fixture
def new() -> Iterator[Store]:
    """A new database."""
    made = in_memory()
    yield made
    made.close()


def take(store: Store, everything: Everything) -> Mapping[str, int]:
    """Take all of it in."""
    with changing(store, NOW, "import it") as change:
        return change.whole.take_in(*everything)


def changed(everything: Everything, table: str, **columns: Any) -> Everything:
    """The same with other values in the last row of a table."""
    contents, rows = everything
    place = max(n for n, (name, _) in enumerate(rows) if name == table)
    row = rows[place][1] | columns
    row = {name: value for name, value in row.items() if value is not ...}
    return contents, [*rows[:place], (table, row), *rows[place + 1 :]]


def test_it_is_the_same_when_it_is_exported_again(
    new: Store, everything: Everything
) -> None:
    """Every row, with its number and uid, and which numbers were given."""
    counts = take(new, everything)
    assert exported(new) == everything
    assert counts == everything[0].counts


def test_in_any_order_of_the_tables(new: Store, everything: Everything) -> None:
    """Whoever wrote the file anew may have sorted it; undo works all the same."""
    contents, rows = everything
    before = snapshot(new, *LEFT, "pin", "forgetting", "mark")
    take(new, (contents, sorted(rows, key=lambda row: row[0], reverse=True)))
    assert exported(new) == everything
    take_back(new, NOW)
    assert snapshot(new, *LEFT, "pin", "forgetting", "mark") == before
    do_again(new, NOW)
    assert exported(new) == everything


def test_undo_takes_all_of_it_out_and_redo_puts_it_back(
    new: Store, everything: Everything
) -> None:
    """It is the newest change, whatever numbers the others came with."""
    take(new, everything)
    assert take_back(new, NOW).command == "import it"
    assert Book(new).people.count() == 0
    with pytest.raises(RefusedError):
        take_back(new, NOW)
    do_again(new, NOW)
    assert exported(new) == everything
    take_back(new, NOW)
    take(new, everything)
    assert exported(new) == everything


def test_what_is_entered_later_is_later(new: Store, everything: Everything) -> None:
    """Changes go on above every one that a row mentions, and so do promises."""
    contents, rows = changed(everything, "touch", entered=900)
    take(new, (contents, rows))
    with changing(new, NOW, "promise") as change:
        promise = change.promises.make(2, "tea", NOW.date())
        assert promise.entered == change.recorder.number > 900
        assert promise.id == contents.numbers["promise"] + 1


def test_a_number_is_not_given_again_though_nothing_has_it(
    new: Store, everything: Everything
) -> None:
    """Not even where a table is empty by now."""
    contents, rows = everything
    numbers = {**contents.numbers, "promise": 70}
    left = [row for row in rows if row[0] != "promise"]
    counts = {**contents.counts, "promise": 0}
    take(new, (contents._replace(numbers=numbers, counts=counts), left))
    with changing(new, NOW, "promise") as change:
        assert change.promises.make(2, "tea", NOW.date()).id == 71


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("place", "(99, 'u', 'Here', 'here')"),
        ("retired", "(99, 'u', 'somebody-else')"),
        ("forgetting", "(99, 'u', 'salt')"),
        ("forgetting", "(4, 'u', 'other')"),
        ("mark", "(99, 'u', NULL, 'other')"),
    ],
)
def test_where_something_is_nothing_is_taken_in(
    new: Store, everything: Everything, table: str, values: str
) -> None:
    """A place, a handle that nobody gets, the mark of somebody who was forgotten."""
    if "NULL" in values:
        new.connection.execute("INSERT INTO forgetting VALUES (4, 'f', 'salt')")
        values = values.replace("NULL", "4")
    new.connection.execute(f"INSERT INTO {table} VALUES {values}")  # noqa: S608 (from above)
    refused(new, everything, RefusedError)


def test_where_somebody_is_nobody_is_taken_in(
    new: Store, everything: Everything
) -> None:
    """An export is no contact file: it would be two networks in one."""
    with changing(new, NOW, "add") as change:
        change.people.add(Newcomer("Ann", NOW.date()))
    new.connection.execute("PRAGMA foreign_keys=OFF")
    new.connection.execute("DELETE FROM change_row")
    new.connection.execute("DELETE FROM change")
    refused(new, everything, RefusedError)


def test_a_database_with_changes_of_its_own_is_no_new_one(
    new: Store, everything: Everything
) -> None:
    """Two changes cannot have one number."""
    with changing(new, NOW, "add") as change:
        change.people.add(Newcomer("Ann", NOW.date()))
    take_back(new, NOW)
    refused(new, everything, RefusedError)


def test_pins_of_nobody_are_in_nobodys_way(new: Store, everything: Everything) -> None:
    """Who is gone is not pinned any more."""
    pin_people(new, NOW, [ToPin("new", "2025-W21", 0, 99)])
    take(new, everything)
    assert exported(new)[1] == everything[1]


def refused(
    store: Store, everything: Everything, kind: type[NetlogError] = UsageError
) -> str:
    """It cannot be taken in, and nothing of it is; gives what was said."""
    before = snapshot(store, "sqlite_sequence")
    with pytest.raises(kind) as error:
        take(store, everything)
    assert snapshot(store, "sqlite_sequence") == before
    return error.value.sentence


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("person", {"handle": "hal"}, "another has the same handle"),
    ("person", {"handle": None}, "it has no handle"),
    ("person", {"handle": 7}, "its handle is none"),
    ("person", {"handle": ["hal"]}, "its handle is none"),
    ("person", {"name": ""}, "it breaks a rule of its table"),
    ("person", {"known": True}, "its known is none"),
    ("person", {"known": 2}, "it breaks a rule of its table"),
    ("person", {"draw": 1.5}, "its draw is none"),
    ("person", {"draw": 2**70}, "its draw is none"),
    ("person", {"starts_on": "soon"}, "its starts_on is none"),
    ("person", {"starts_on": "20250602"}, "its starts_on is none"),
    ("person", {"starts_on": "2025-02-30"}, "its starts_on is none"),
    ("person", {"id": 2}, "another has the same id"),
    ("person", {"id": 0}, "it has no number"),
    ("person", {"id": -3}, "it has no number"),
    ("person", {"org": ...}, "its org is missing"),
    ("person", {"id": None}, "it has no number"),
    ("person", {"id": "12"}, "its id is none"),
    ("person", {"uid": ...}, "its uid is missing"),
    ("person", {"age": 7}, "nobody knows a age"),
    ("promise", {"state": "lost"}, "it breaks a rule of its table"),
    ("entry", {"cents": -1}, "it breaks a rule of its table"),
    ("presence", {"touch_id": 1, "person_id": 2}, "another has the same"),
    ("change", {"at": "2025-06-02"}, "its at is none"),
    ("change", {"at": "0001-01-01T00:00:00.000000+14:00"}, "its at is none"),
]


@pytest.mark.parametrize(("table", "columns", "said"), WRONG)
def test_a_row_that_cannot_be_is_told(
    new: Store, everything: Everything, table: str, columns: dict[str, Any], said: str
) -> None:
    """Which row of which table, and why; never what stands in it."""
    sentence = refused(new, changed(everything, table, **columns))
    count = everything[0].counts[table]
    assert sentence.startswith(f"Row {count} of {table} cannot be: {said}")


def test_a_row_that_points_at_nobody_is_told(
    new: Store, everything: Everything
) -> None:
    """By its table and number."""
    sentence = refused(new, changed(everything, "promise", person_id=99))
    number = everything[0].numbers["promise"]
    assert sentence == f"promise {number} points at a person that is not there."


def test_the_counts_are_held_against_the_rows(
    new: Store, everything: Everything
) -> None:
    """A file that was cut, or to which something was added, is none."""
    contents, rows = everything
    refused(new, (contents, rows[:-1]))
    refused(new, (contents._replace(counts={**contents.counts, "x": 1}), rows))
    refused(new, (contents, [*rows, ("x", {})]))


def test_the_user_is_the_same_everywhere(new: Store, everything: Everything) -> None:
    """Nobody else can be made of me; what is known of me is taken over."""
    contents, (*rows,) = everything
    place = next(n for n, row in enumerate(rows) if row[0] == "person")
    wrong: list[dict[str, Any]] = [{"handle": "you"}, {"known": 0}, {"draw": 5}]
    wrong += [{"uid": rows[place + 1][1]["uid"]}, {"note": None}]
    for columns in wrong:
        other = [*rows]
        other[place] = ("person", rows[place][1] | columns)
        refused(new, (contents, other))
    rows[place] = ("person", rows[place][1] | {"city": "Boston"})
    take(new, (contents, rows))
    assert exported(new) == (contents, rows)


def test_the_user_is_in_it_once(new: Store, everything: Everything) -> None:
    """Whatever the counts say: without them it is not whole, and twice is a mistake."""
    contents, rows = everything
    me = next(row for row in rows if row[0] == "person")
    for many, left in ((-1, [row for row in rows if row != me]), (1, [*rows, me])):
        counts = {**contents.counts, "person": contents.counts["person"] + many}
        refused(new, (contents._replace(counts=counts), left))


@pytest.mark.parametrize(
    ("table", "columns"),
    [("retired", {"id": 2**52 + 1}), ("touch", {"entered": 2**53})],
)
def test_numbers_leave_room_for_more(
    new: Store, everything: Everything, table: str, columns: dict[str, Any]
) -> None:
    """What is exported later can be taken in again."""
    refused(new, changed(everything, table, **columns))


def test_numbers_that_were_given_leave_room_too(
    new: Store, everything: Everything
) -> None:
    """Those that nothing has any more."""
    contents, rows = everything
    numbers = {**contents.numbers, "promise": 2**53}
    refused(new, (contents._replace(numbers=numbers), rows))


def test_a_newer_export_is_not_read(new: Store, everything: Everything) -> None:
    """Nobody knows what it says."""
    contents, rows = everything
    newer = contents._replace(version=CURRENT_VERSION + 1)
    refused(new, (newer, rows), DatabaseError)


def test_of_an_older_one_what_is_missing_is_empty(
    new: Store, everything: Everything
) -> None:
    """Tables that there were not, fields that there were not."""
    contents, rows = everything
    missing = ("forgetting", "mark")
    counts = {k: v for k, v in contents.counts.items() if k not in missing}
    older = Contents(1, counts, contents.numbers)
    left = [
        (table, {k: v for k, v in row.items() if k not in {"org", "no_sell"}})
        for table, row in rows
        if table not in missing
    ]
    take(new, (older, left))
    people = Book(new).people
    assert people.count() == contents.counts["person"] - 1
    assert {(one.org, one.no_sell) for one in people.everybody()} == {("", False)}


def test_what_can_be_missing_is_neither_a_number_nor_a_day(
    new: Store, everything: Everything
) -> None:
    """A promise without its day is none, however old the export is."""
    contents, rows = everything
    older = contents._replace(version=1)
    for column in ("due", "id", "uid"):
        refused(new, changed((older, rows), "promise", **{column: ...}))


def test_every_table_of_an_export_is_taken_in(everything: Everything) -> None:
    """The database that these tests export has a row in each."""
    assert {table for table, _ in everything[1]} == {*EXPORTED}


def test_a_large_export_can_be_undone_piece_by_piece(new: Store) -> None:
    """The journal keeps a thousand rows in one, and no gap in between."""
    source = in_memory()
    with changing(source, NOW, "import") as change:
        change.people.take_in_many(
            [Newcomer(f"N {n}", NOW.date(), handle=f"n-{n}") for n in range(2_500)]
        )
    with changing(source, NOW, "rm") as change:
        change.people.remove(change.people.find("n-1200"))
    take(new, exported(source))
    runs = new.connection.execute(
        "SELECT row_id, last_id FROM change_row WHERE tab = 'person'"
        " AND before IS NULL ORDER BY id"
    ).fetchall()
    assert runs == [(2, 1001), (1002, 1201), (1203, 2202), (2203, 2501)]
    take_back(new, NOW)
    assert Book(new).people.count() == 0
    source.close()
