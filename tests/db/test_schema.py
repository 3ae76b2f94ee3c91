"""What the database itself refuses, whoever writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from tests.repository.filled import in_memory

from netlog.db.sql import SCHEMA, TABLES
from netlog.db.store import Store

SOUND: dict[str, dict[str, Any]] = {
    "change": {
        "at": "2025-06-02T12:00:00.000000+00:00",
        "command": "",
        "state": "done",
    },
    "person": {
        **dict.fromkeys(("org", "role", "city", "note", "birthday", "every"), ""),
        "handle": "hal",
        "name": "Hal",
        "folded": "hal",
        **dict.fromkeys(("said_known", "rhythm", "cluster"), ""),
        "entity": "person",
        "source": "typed",
        **dict.fromkeys(("known", "connected", "no_sell", "resting", "dropped"), 0),
        **dict.fromkeys(("added_on", "starts_on", "waits_from"), "2025-06-02"),
        **dict.fromkeys(("entered", "draw", "open_tries", "touches"), 0),
        "contact_days": 0,
    },
    "pin": {
        "slot": "new",
        "period": "2025-W23",
        "place": 0,
        "day": "2025-06-02",
        "person_id": 1,
    },
    "active_week": {"week": "2025-W23"},
    "anniversary": {
        "person_id": 1,
        "label": "wedding",
        "day": "2011-06-04",
        "entered": 0,
    },
    "booking": {
        "day": "2025-06-02",
        "hour": "",
        "kind": "coffee",
        "state": "booked",
        "entered": 0,
    },
    "attendee": {"booking_id": 1, "person_id": 1, "state": "invited"},
    "place": {"name": "Blue Bottle", "folded": "blue bottle"},
    "retired": {"handle": "hal"},
    "version": {"number": 7, "at": "2025-06-02T12:00:00.000000+00:00"},
    "change_row": {
        "change_id": 1,
        "tab": "person",
        "row_id": 1,
        "last_id": 1,
        "after": "{}",
    },
    "detail": {
        "person_id": 1,
        "field": "tag",
        "value": "hr",
        "folded": "hr",
        "entered": 0,
    },
    "introduction": {
        "introducer_id": 3,
        "a_id": 1,
        "b_id": 2,
        "day": "2025-06-02",
        "said": "made",
        "state": "made",
        "inbound": 0,
        "words": "",
        "entered": 0,
    },
    "promise": {
        "person_id": 1,
        "text": "a book",
        "due": "2025-06-02",
        "state": "open",
        "theirs": 0,
        "entered": 0,
    },
    "skip": {"person_id": 1, "week": "2025-W23", "how": "skip", "slot": ""},
    "touch": {
        "kind": "coffee",
        "day": "2025-06-02",
        "note": "",
        "entered": 0,
        **dict.fromkeys(("in_person", "sit_down", "two_way"), 1),
        "inbound": 0,
    },
    "presence": {"touch_id": 1, "person_id": 1, "answered": "yes"},
    "entry": {
        "person_id": 2,
        "way": "got",
        "kind": "interview",
        "text": "",
        "day": "2025-06-02",
        **dict.fromkeys(("they_called", "entered"), 0),
    },
    "thank": {"entry_id": 1, "person_id": 2},
    "guess": {"touch_id": 1, "word": "maybe"},
    "forgetting": {"salt": "a1"},
    "mark": {"forgetting_id": 1, "hash": "b2"},
    "scrub": {"what": ""},
}
"""A row of every table that can be stored."""

NONSENSE: list[tuple[str, str, Any]] = [
    ("change", "state", "perhaps"),
    *(("person", name, "") for name in ("handle", "name")),
    *(("person", name, 2) for name in ("known", "no_sell", "resting", "dropped")),
    ("person", "connected", 2),
    *(("person", name, "perhaps") for name in ("said_known", "entity", "source")),
    *(("person", name, "soon") for name in ("starts_on", "waits_from", "last_contact")),
    *(("person", name, "soon") for name in ("added_on", "last_heard", "last_tried")),
    ("person", "last_reached", "soon"),
    *(("person", name, "x") for name in ("snoozed_until", "woken_on", "connected_on")),
    *(("person", name, "x") for name in ("first_sitdown", "last_sitdown", "fresh_on")),
    ("person", "name", None),
    ("person", "draw", "many"),
    ("person", "open_tries", 1.5),
    ("person", "handle", "me"),
    ("pin", "slot", "promises"),
    ("pin", "day", "2025-W23"),
    ("pin", "day", None),
    ("active_week", "week", None),
    ("anniversary", "label", ""),
    ("anniversary", "day", ""),
    ("anniversary", "person_id", 99),
    ("booking", "kind", ""),
    ("booking", "state", "perhaps"),
    ("booking", "day", "soon"),
    *(("booking", name, 99) for name in ("place_id", "touch_id")),
    ("attendee", "state", "perhaps"),
    *(("attendee", name, 99) for name in ("booking_id", "person_id")),
    ("place", "name", ""),
    ("change_row", "after", None),
    ("change_row", "change_id", 99),
    ("detail", "field", "shoe"),
    ("detail", "value", ""),
    ("detail", "person_id", 99),
    ("introduction", "a_id", 2),
    ("introduction", "introducer_id", 1),
    ("introduction", "introducer_id", 99),
    ("introduction", "said", "maybe"),
    ("introduction", "said", None),
    ("introduction", "state", "maybe"),
    ("introduction", "inbound", 3),
    ("introduction", "words", None),
    ("introduction", "day", "today"),
    ("promise", "text", ""),
    ("promise", "state", "late"),
    ("promise", "state", "kept"),
    ("promise", "closed_on", "2025-06-02"),
    ("promise", "due", "soon"),
    ("promise", "person_id", 99),
    ("promise", "theirs", 2),
    ("mark", "forgetting_id", 99),
    ("scrub", "what", None),
    ("skip", "how", "jump"),
    ("skip", "person_id", 99),
    *(("touch", name, 2) for name in ("in_person", "sit_down", "two_way", "inbound")),
    ("touch", "kind", ""),
    ("touch", "day", "2025"),
    ("touch", "place_id", 99),
    ("entry", "way", "took"),
    ("entry", "kind", "favour"),
    ("entry", "text", None),
    ("entry", "cents", -1),
    ("entry", "cents", 49.9),
    ("entry", "day", "2025"),
    ("entry", "they_called", 2),
    *(("entry", name, 99) for name in ("person_id", "touch_id", "other_id")),
    ("entry", "introduction_id", 99),
    ("thank", "entry_id", 99),
    ("thank", "person_id", 99),
    ("thank", "thanked_on", "soon"),
    ("guess", "word", "surely"),
    ("guess", "touch_id", 99),
    ("presence", "touch_id", 99),
    ("presence", "person_id", 99),
    ("presence", "answered", "perhaps"),
    ("presence", "answered", None),
    ("presence", "answered_on", "soon"),
]
"""A table, a column, and what cannot stand in it."""


@pytest.fixture
def store() -> Iterator[Store]:
    """A database with two people beside the user, a change, a touch, something got."""
    with closing(in_memory()) as made:
        put(made, "person", {"handle": "ann"})
        put(made, "person", {"handle": "bea"})
        put(made, "change", {})
        put(made, "touch", {})
        put(made, "booking", {})
        put(made, "entry", {})
        put(made, "forgetting", {})
        yield made


def put(store: Store, table: str, values: dict[str, Any]) -> int:
    """Insert a sound row with some of its values replaced; gives its key."""
    columns = [name for name, _ in TABLES[table].columns]
    row = dict.fromkeys(columns) | SOUND[table] | values
    row["uid"] = row["uid"] or f"uid-{store.connection.total_changes}"
    return int(store.connection.execute(TABLES[table].insert, row).fetchall()[0][0])


@pytest.mark.parametrize("table", TABLES)
def test_a_sound_row_is_taken(table: str, store: Store) -> None:
    """What the tests below spoil could be stored."""
    key = put(store, table, {})
    found = store.connection.execute(TABLES[table].fetch, {"id": key}).fetchall()
    assert len(found) == 1


@pytest.mark.parametrize(("table", "column", "value"), NONSENSE)
def test_nonsense_is_refused(table: str, column: str, value: Any, store: Store) -> None:
    """STRICT, CHECK, NOT NULL, UNIQUE and REFERENCES hold without netlog."""
    with pytest.raises(sqlite3.IntegrityError):
        put(store, table, {column: value})


DAYS = [
    (table, column)
    for table, made in TABLES.items()
    for column, sort in made.columns
    if sort == "day"
]


@pytest.mark.parametrize(("table", "column"), DAYS)
@pytest.mark.parametrize(
    "text", ["2025-02-30", "2025-02-29", "2025-13-01", "2025-6-2", "today", "2460828.5"]
)
def test_a_day_is_one_that_there_is(
    table: str, column: str, text: str, store: Store
) -> None:
    """30 February is none, whatever column, nor what SQLite would take for one."""
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        put(store, table, _closed(table, column) | {column: text})


@pytest.mark.parametrize(("table", "column"), DAYS)
@pytest.mark.parametrize("text", ["2024-02-29", "0001-01-01", "9999-12-31"])
def test_every_day_that_there_is_can_be_stored(
    table: str, column: str, text: str, store: Store
) -> None:
    """29 February, the first day and the last."""
    assert put(store, table, _closed(table, column) | {column: text})


def _closed(table: str, column: str) -> dict[str, Any]:
    """A promise that has the day of its end is closed."""
    return {"state": "kept"} if (table, column) == ("promise", "closed_on") else {}


@pytest.mark.parametrize("table", [name for name in TABLES if name != "change"])
def test_no_two_rows_have_one_uid(table: str, store: Store) -> None:
    """A row has a name of its own in every file."""
    put(store, table, {"uid": "one"})
    with pytest.raises(sqlite3.IntegrityError):
        put(store, table, {"uid": "one"})


@pytest.mark.parametrize(
    "table",
    [
        *(
            "detail",
            "introduction",
            "skip",
            "presence",
            "pin",
            "thank",
            "guess",
            "mark",
        ),
        *("active_week", "anniversary", "attendee"),
    ],
)
def test_what_is_said_once_stands_once(table: str, store: Store) -> None:
    """The same detail, introduction, skip, presence and so on is no second row."""
    put(store, table, {})
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        put(store, table, {})


def test_what_came_of_a_touch_did_not_come_of_an_introduction(store: Store) -> None:
    """An entry points at one of the two, or at neither."""
    key = put(store, "introduction", {})
    put(store, "entry", {"introduction_id": key})
    put(store, "entry", {"touch_id": 1})
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        put(store, "entry", {"touch_id": 1, "introduction_id": key})


@pytest.mark.parametrize("answered", ["no", "sent"])
def test_only_an_answer_has_a_day(answered: str, store: Store) -> None:
    """What is not answered was answered on no day."""
    day = {"answered_on": "2025-06-02"}
    put(store, "presence", day)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        put(store, "presence", day | {"person_id": 2, "answered": answered})


def test_who_has_been_somewhere_cannot_vanish(store: Store) -> None:
    """A person with a touch is taken out with it or not at all."""
    put(store, "presence", {"person_id": 2})
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.connection.execute(TABLES["person"].delete, {"id": 2})


def test_every_table_is_strict_and_never_uses_a_key_twice() -> None:
    """STRICT keeps types, AUTOINCREMENT keeps what was said of the dead apart."""
    tables = [text for text in SCHEMA if text.startswith("CREATE TABLE")]
    sound = [t for t in tables if t.endswith("STRICT") and "AUTOINCREMENT" in t]
    assert (len(tables), tables) == (len(TABLES), sound)


def test_a_key_is_not_used_twice(store: Store) -> None:
    """After the newest person is gone the next one gets another key."""
    key = put(store, "person", {"handle": "cleo"})
    store.connection.execute(TABLES["person"].delete, {"id": key})
    assert put(store, "person", {"handle": "dora"}) == key + 1
