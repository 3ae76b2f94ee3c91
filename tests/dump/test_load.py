"""An export taken in: exactly, in one change, or not at all."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from tests.repository.filled import NOW, filled, in_memory, snapshot
from tests.repository.thanks import derived_anew, thanks, waiting

from netlog.db import sql
from netlog.db.layout import CURRENT_VERSION
from netlog.db.store import Store
from netlog.db.uids import uuid7
from netlog.domain.person import Newcomer
from netlog.domain.pins import ToPin
from netlog.dump.export import EXPORTED, Header, header_of, tables_of
from netlog.dump.load import load
from netlog.errors import DatabaseError, NetlogError, RefusedError, UsageError
from netlog.repository import finding, people, promises
from netlog.repository.change import OpenChange, changing
from netlog.repository.plan import pin
from netlog.repository.undo import redo, undo

Everything = tuple[Header, list[tuple[str, dict[str, Any]]]]
LEFT = (
    *("change_row", "version", "scrub", "change", "sqlite_sequence"),
    *("pin", "active_week", "forgetting", "mark"),
)
"""Tables that undo does not bring back, and is not meant to."""


def exported(store: Store) -> Everything:
    """All that an export holds."""
    rows = [(table, dict(row)) for table, rows in tables_of(store) for row in rows]
    return header_of(store), rows


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Everything:
    """The export of a database with something of everything."""
    store = filled(tmp_path_factory.mktemp("whole") / "netlog.db")
    execute = store.connection.execute
    execute("INSERT INTO forgetting VALUES (4, ?, 'salt')", (uuid7(NOW),))
    execute("INSERT INTO mark VALUES (9, ?, 4, 'hash')", (uuid7(NOW),))
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
        return load(change, *everything)


def changed(everything: Everything, table: str, **columns: Any) -> Everything:
    """The same with other values in the last row of a table."""
    header, rows = everything
    place = max(n for n, (name, _) in enumerate(rows) if name == table)
    row = rows[place][1] | columns
    row = {name: value for name, value in row.items() if value is not ...}
    return header, [*rows[:place], (table, row), *rows[place + 1 :]]


def test_it_is_the_same_when_it_is_exported_again(
    new: Store, everything: Everything
) -> None:
    """Every row, with its number and uid, and which numbers were given."""
    counts = take(new, everything)
    assert exported(new) == everything
    assert counts == everything[0].counts


def test_in_any_order_of_the_tables(new: Store, everything: Everything) -> None:
    """Whoever wrote the file anew may have sorted it; undo works all the same."""
    header, rows = everything
    before = snapshot(new, *LEFT)
    take(new, (header, sorted(rows, key=lambda row: row[0], reverse=True)))
    assert exported(new) == everything
    undo(new, NOW)
    assert snapshot(new, *LEFT) == before
    redo(new, NOW)
    assert exported(new) == everything


def test_undo_takes_all_of_it_out_and_redo_puts_it_back(
    new: Store, everything: Everything
) -> None:
    """It is the newest change, whatever numbers the others came with."""
    take(new, everything)
    assert undo(new, NOW).command == "import it"
    assert sql.count_people(new) == 0
    with pytest.raises(RefusedError):
        undo(new, NOW)
    redo(new, NOW)
    assert exported(new) == everything
    undo(new, NOW)
    take(new, everything)
    assert exported(new) == everything


def test_what_is_entered_later_is_later(new: Store, everything: Everything) -> None:
    """Changes go on above every one that a row mentions, and so do promises."""
    header, rows = changed(everything, "touch", entered=900)
    take(new, (header, rows))
    with changing(new, NOW, "promise") as change:
        promise = promises.make(change, 2, "tea", NOW.date())
        assert promise.entered == change.number > 900
        assert promise.id == header.numbers["promise"] + 1


def test_a_number_is_not_given_again_though_nothing_has_it(
    new: Store, everything: Everything
) -> None:
    """Not even where a table is empty by now."""
    header, rows = everything
    numbers = {**header.numbers, "promise": 70}
    left = [row for row in rows if row[0] != "promise"]
    counts = {**header.counts, "promise": 0}
    take(new, (header._replace(numbers=numbers, counts=counts), left))
    with changing(new, NOW, "promise") as change:
        assert promises.make(change, 2, "tea", NOW.date()).id == 71


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
        people.add(change, Newcomer("Ann", NOW.date()))
    new.connection.execute("PRAGMA foreign_keys=OFF")
    new.connection.execute("DELETE FROM change_row")
    new.connection.execute("DELETE FROM change")
    refused(new, everything, RefusedError)


def test_a_database_with_changes_of_its_own_is_no_new_one(
    new: Store, everything: Everything
) -> None:
    """Two changes cannot have one number."""
    with changing(new, NOW, "add") as change:
        people.add(change, Newcomer("Ann", NOW.date()))
    undo(new, NOW)
    refused(new, everything, RefusedError)


WRONGLY: list[tuple[str, dict[str, Any]]] = [
    ("person", {"folded": "somebody else", "draw": 7, "cluster": "x"}),
    ("person", {"rhythm": "sat 2w", "waits_from": "1999-01-01", "known": 1}),
    ("person", {"last_contact": "1999-01-01", "open_tries": 9, "usual_gap": 3}),
    ("detail", {"folded": "something else"}),
    ("place", {"folded": "somewhere else"}),
    ("introduction", {"state": "dropped"}),
]


@pytest.mark.parametrize(("table", "columns"), WRONGLY)
def test_what_follows_is_made_anew(
    new: Store, everything: Everything, table: str, columns: dict[str, Any]
) -> None:
    """An edited file brings no wrong search and no wrong plan."""
    take(new, changed(everything, table, **columns))
    assert exported(new) == everything


def test_who_waits_to_be_thanked_follows_too(
    new: Store, everything: Everything
) -> None:
    """Whoever is missing in the file waits, and who has no part in it does not."""
    header, rows = everything
    (one, *_) = [
        row for table, row in rows if table == "thank" and not row["thanked_on"]
    ]
    others = [(table, row) for table, row in rows if row is not one]
    counts = {**header.counts, "thank": header.counts["thank"] - 1}
    with_another = [*others, ("thank", one | {"person_id": 8})]
    for less, wrong in ((counts, others), (header.counts, with_another)):
        take(new, (header._replace(counts=less), wrong))
        waits = {(thank.entry_id, thank.person_id) for thank in thanks(new)}
        assert (one["entry_id"], one["person_id"]) in waits
        assert waiting(new) == derived_anew(new)
        undo(new, NOW)


def test_weeks_are_those_of_the_file(new: Store, everything: Everything) -> None:
    """Nothing is entered by it, and weeks from before say nothing without anybody."""
    outside = OpenChange(new, NOW)
    outside.put_new("active_week", week="1999-W01")
    take(new, everything)
    assert sql.active_weeks(new, "0", "9") == ["2025-W23"]
    undo(new, NOW)
    header, rows = everything
    less = [row for row in rows if row[0] != "active_week"]
    take(new, (header._replace(counts={**header.counts, "active_week": 0}), less))
    assert sql.active_weeks(new, "0", "9") == []


def test_pins_of_nobody_are_in_nobodys_way(new: Store, everything: Everything) -> None:
    """Who is gone is not pinned any more."""
    pin(new, NOW, [ToPin("new", "2025-W21", 0, date(2025, 5, 19), 99)])
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
    ("person", {"handle": "hal"}, "another row has the same handle"),
    ("person", {"id": 2}, "another row has the same id"),
    (
        "presence",
        {"touch_id": 1, "person_id": 2},
        "another row has the same touch_id and person_id",
    ),
    ("person", {"handle": None}, "its handle is null"),
    ("person", {"starts_on": "2025-02-30"}, "its starts_on is not a day from 1800"),
    ("person", {"org": ...}, "its org is missing"),
    ("person", {"age": 7}, "netlog knows no column age"),
    ("promise", {"state": "kept"}, "its state and closed_on do not go together"),
    ("entry", {"cents": -1}, "its cents is not what netlog writes"),
    ("introduction", {"a_id": 9, "b_id": 8}, "its a_id and b_id do not go together"),
]


@pytest.mark.parametrize(("table", "columns", "said"), WRONG)
def test_a_row_that_cannot_be_is_told(
    new: Store, everything: Everything, table: str, columns: dict[str, Any], said: str
) -> None:
    """Which row of which table, and why; never what stands in it."""
    sentence = refused(new, changed(everything, table, **columns))
    count = everything[0].counts[table]
    assert sentence.startswith(f"Row {count} of {table} cannot be read: {said}")


def test_a_row_that_points_at_nobody_is_told(
    new: Store, everything: Everything
) -> None:
    """By its table and number."""
    sentence = refused(new, changed(everything, "promise", person_id=99))
    number = everything[0].numbers["promise"]
    assert sentence == f"promise {number} points at a row of person that is not there."


def test_the_counts_are_held_against_the_rows(
    new: Store, everything: Everything
) -> None:
    """A file that was cut, or to which something was added, is none."""
    header, rows = everything
    refused(new, (header, rows[:-1]))
    refused(new, (header._replace(counts={**header.counts, "x": 1}), rows))
    refused(new, (header, [*rows, ("x", {})]))


def test_the_user_is_the_same_everywhere(new: Store, everything: Everything) -> None:
    """Nobody else can be made of me; what is known of me is taken over."""
    header, (*rows,) = everything
    place = next(n for n, row in enumerate(rows) if row[0] == "person")
    wrong: list[dict[str, Any]] = [{"handle": "you"}, {"known": 0}, {"draw": 5}]
    wrong += [{"uid": rows[place + 1][1]["uid"]}, {"note": None}]
    for columns in wrong:
        other = [*rows]
        other[place] = ("person", rows[place][1] | columns)
        refused(new, (header, other))
    rows[place] = ("person", rows[place][1] | {"city": "Boston"})
    take(new, (header, rows))
    assert exported(new) == (header, rows)


def test_the_user_is_in_it_once(new: Store, everything: Everything) -> None:
    """Whatever the counts say: without them it is not whole, and twice is a mistake."""
    header, rows = everything
    me = next(row for row in rows if row[0] == "person")
    for many, left in ((-1, [row for row in rows if row != me]), (1, [*rows, me])):
        counts = {**header.counts, "person": header.counts["person"] + many}
        refused(new, (header._replace(counts=counts), left))


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
    header, rows = everything
    numbers = {**header.numbers, "promise": 2**53}
    refused(new, (header._replace(numbers=numbers), rows))


def test_a_newer_export_is_not_read(new: Store, everything: Everything) -> None:
    """Nobody knows what it says."""
    header, rows = everything
    newer = header._replace(version=CURRENT_VERSION + 1)
    refused(new, (newer, rows), DatabaseError)


def test_of_an_older_one_what_is_missing_is_empty(
    new: Store, everything: Everything
) -> None:
    """Tables that there were not, fields that there were not."""
    header, rows = everything
    missing = ("forgetting", "mark")
    counts = {k: v for k, v in header.counts.items() if k not in missing}
    older = Header(1, counts, header.numbers)
    left = [
        (table, {k: v for k, v in row.items() if k not in {"org", "no_sell"}})
        for table, row in rows
        if table not in missing
    ]
    take(new, (older, left))
    assert sql.count_people(new) == header.counts["person"] - 1
    assert {(one.org, one.no_sell) for one in sql.everybody(new)} == {("", False)}


def test_what_can_be_missing_is_neither_a_number_nor_a_day(
    new: Store, everything: Everything
) -> None:
    """A promise without its day is none, however old the export is."""
    header, rows = everything
    older = header._replace(version=1)
    for column in ("due", "id", "uid"):
        refused(new, changed((older, rows), "promise", **{column: ...}))


def test_every_table_of_an_export_is_taken_in(everything: Everything) -> None:
    """The database that these tests export has a row in each."""
    assert {table for table, _ in everything[1]} == {*EXPORTED}


def test_a_large_export_can_be_undone_piece_by_piece(new: Store) -> None:
    """The journal keeps a thousand rows in one, and no gap in between."""
    source = in_memory()
    with changing(source, NOW, "import") as change:
        people.add_all(
            change,
            [Newcomer(f"N {n}", NOW.date(), handle=f"n-{n}") for n in range(2_500)],
        )
    with changing(source, NOW, "rm") as change:
        people.remove(change, finding.find(change.store, "n-1200"))
    take(new, exported(source))
    runs = new.connection.execute(
        "SELECT row_id, last_id FROM change_row WHERE tab = 'person'"
        " AND before IS NULL ORDER BY id"
    ).fetchall()
    assert runs == [(2, 1001), (1002, 1201), (1203, 2202), (2203, 2501)]
    undo(new, NOW)
    assert sql.count_people(new) == 0
    source.close()
