"""Every question gives the same by netlog's Store and by SQLAlchemy."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_origin, get_type_hints

import pytest
from sqlalchemy import Engine, create_engine
from tests.db.asked import STATEMENTS, asked_in
from tests.repository.filled import NOW, TODAY, filled, forgotten

from netlog.db import build, sql
from netlog.db.conversions import inward
from netlog.db.open import open_store
from netlog.db.queries.parts import Column, Count, Lookup, Rows, Scalar
from netlog.db.store import Conversions, Store
from netlog.domain.kinds import TouchKind
from netlog.domain.person import Newcomer
from netlog.repository import people, touches
from netlog.repository.change import changing
from netlog.repository.undo import undo

ALISA, BO, CLEO, DORIE, FAY, GUS, HAL = 2, 3, 4, 5, 7, 8, 9
LONG_AGO, LATER = date(2020, 1, 1), date(2026, 1, 1)
BETWEEN = {"since": LONG_AGO, "until": LATER}
_NONE: dict[str, Any] = {}

ASKED_WITH: dict[str, dict[str, Any]] = {
    "person": {"id": ALISA},
    "person_by_handle": {"handle": "emil-ostergard"},
    "people_by_name": {"folded": "emil ostergard"},
    "people_by_detail": {"field": "email", "folded": "dorie@example.org"},
    "people_by_word": {"word": "cl"},
    "offered": {"but": ALISA},
    "names_between": {"low": "a", "high": "c"},
    "handles_between": {"low": "a", "high": "c"},
    "everybody": _NONE,
    "everybody_by_number": _NONE,
    "every_kind_and_tag": _NONE,
    "every_detail": _NONE,
    "details_of": {"person": CLEO},
    "retired_handle": {"handle": "jo-reyes"},
    "count_people": _NONE,
    "every_handle": _NONE,
    "touch": {"id": 2},
    "touches_of": {"person": ALISA},
    "last_together": {"a": ALISA, "b": BO},
    "contacts_of": {"person": ALISA},
    "every_contact": _NONE,
    "presences_of": {"person": ALISA},
    "answers_to": {"touch": 2},
    "unanswered_by": {"person": GUS, "until": LATER},
    "last_note": {"person": BO},
    "company_of": {"touch": 2},
    "place_by_name": {"folded": "blue bottle"},
    "count_touches": _NONE,
    "booked_with": {"booking": 1},
    "bookings_of": {"person": BO},
    "bookings_between": {"first": LONG_AGO, "last": LATER},
    "booked_from": {"day": LONG_AGO},
    "held_by": {"touch": 4},
    "misstated_bookings": _NONE,
    "bookings_by_state": BETWEEN,
    "introduction": {"id": 1},
    "introduction_between": {"introducer": BO, "a": 1, "b": DORIE},
    "introductions_with": {"person": CLEO},
    "ways_to": {"person": DORIE},
    "words_for": {"person": DORIE},
    "first_brought": {"person": BO},
    "every_one_brought": _NONE,
    "every_way_to_me": _NONE,
    "introducers": _NONE,
    "every_way": _NONE,
    "count_introductions": _NONE,
    "introductions_of": {"person": DORIE},
    "promise": {"id": 2},
    "promises_to": {"person": ALISA},
    "promises_due": {"until": LATER},
    "promises_past": BETWEEN,
    "count_promises": _NONE,
    "entry": {"id": 1},
    "entries_with": {"person": DORIE},
    "entries_about": {"person": CLEO},
    "entries_of_touch": {"touch": 5},
    "entries_of_introduction": {"introduction": 1},
    "outcomes_since": {"person": DORIE, "since": LONG_AGO},
    "outcomes_of": {"person": DORIE},
    "gave_since": {"since": LONG_AGO},
    "count_entries": _NONE,
    "introductions_joining": {"one": BO, "other": DORIE},
    "people_to_thank": {"entry": 3},
    "thanks_of": {"entry": 3},
    "thanks_to": {"person": ALISA},
    "thanks_waiting": {"person": ALISA},
    "to_thank": _NONE,
    "guesses_with": {"person": BO},
    "guess_of": {"touch": 2},
    "ancestry": {"person": DORIE, "most": 9},
    "links": _NONE,
    "introduced": {"person": BO},
    "came_of": {"person": DORIE},
    "met_before": _NONE,
    "named": {"id": ALISA},
    "outcomes_below": {"person": ALISA},
    "touch_behind": {"person": ALISA, "until": LATER},
    "later_touches": {"person": ALISA, "touch": 0, "day": LONG_AGO, "until": LATER},
    "first_touch": {"person": DORIE},
    "touch_with": {"touch": 1, "person": ALISA},
    "below": {"person": BO},
    "outcomes": _NONE,
    "sat_below": {"person": ALISA},
    "met_at": {"place": 1},
    "brought": {"person": BO, "most": 9},
    "latest_outcomes": {"most": 9},
    "led_back": {"most": 9},
    "ways_of": {"person": DORIE},
    "outcomes_by_person": _NONE,
    "first_met_since": {"since": LONG_AGO},
    "acquaintances": {"person": ALISA},
    "hand": {"id": ALISA},
    "offices": _NONE,
    "entries_since": {"since": LONG_AGO},
    "introduced_by_me": _NONE,
    "first_coffees": BETWEEN,
    "second_sitdowns": _NONE,
    "meetings": {"until": LATER},
    "outcome_starts": {"until": LATER},
    "candidates": _NONE,
    "approached": {"until": LATER},
    "first_contacts": {"until": LATER},
    "pins_until": {"slot": "new", "last": "2025-W30"},
    "referrals": {"until": LATER},
    "tried": {"until": LATER},
    "arrivals": _NONE,
    "every_thank": BETWEEN,
    "picks": {"first": "2025-W01", "last": "2025-W52"},
    "hosted": BETWEEN,
    "exchanged": BETWEEN,
    "guessed": BETWEEN,
    "met_between": BETWEEN,
    "met_latest": {**BETWEEN, "most": 9},
    "count_met_between": BETWEEN,
    "introduced_between": BETWEEN,
    "sent_since": {"since": LONG_AGO},
    "sent_to": {"person": 2, "since": LONG_AGO},
    "kept_since": {"since": LONG_AGO},
    "fresh": {"today": TODAY},
    "strangers": {"today": TODAY, "start": 0},
    "known_unmet": {"today": LATER, "start": 0, "connected": False},
    "keep_due": {"rhythm": "sat 2m", "until": LATER, "today": LATER, "most": 9},
    "keep_due_by_tag": {"tag": "choir", "until": LATER, "today": LATER, "most": 9},
    "drifting": {"rhythm": "sat", "today": LATER, "times": 4, "most": 9},
    "rhythms": _NONE,
    "count_by_rhythm": _NONE,
    "count_entered_by_rhythm": {"change": 1},
    "count_of_rhythm": {"rhythm": "sat 2m", "before": LATER},
    "tagged_sitdowns": {"tag": "choir"},
    "no_person_sitdowns": _NONE,
    "resting_sitdowns": _NONE,
    "count_introduced_by": {"day": LATER},
    "dealt": _NONE,
    "dormant": {"start": 0, "until": LATER, "today": LATER, "enough": True},
    "unheard": {"today": TODAY, "since": LONG_AGO},
    "named_since_reached": _NONE,
    "tried_since_reached": {"since": LONG_AGO},
    "count_due": {"rhythm": "sat 2m", "until": LATER},
    "with_a_day_between": {"first": "06-01", "last": "06-30"},
    "wrote_or_called": {"person": BO},
    "tried_since": {"day": LONG_AGO},
    "last_pins": {"slot": "keep"},
    "never_asked_about": {"today": LATER, "most": 9},
    "born_between": {"first": "06-01", "last": "06-30"},
    "anniversaries_between": {"first": "06-01", "last": "06-30"},
    "anniversaries_of": {"person": BO},
    "made_by_me": {"first": LONG_AGO, "last": LATER},
    "no_persons": _NONE,
    "wrote_last": {"person": CLEO},
    "active_weeks": {"first": "2025-W01", "last": "2025-W52"},
    "inbound_between": BETWEEN,
    "thanked_since": {"since": LONG_AGO},
    "longest_without_sitdown": {"until": LATER, "today": TODAY},
    "cluster_size": {"cluster": "acme", "since": LONG_AGO},
    "largest_cluster": {"since": LONG_AGO, "besides": ""},
    "first_sitdowns": BETWEEN,
    "pins": {"slot": "new", "period": "2025-W21"},
    "pinned_in": {"week": "2025-W21", "month": "2025-05"},
    "picked_weeks": {"person": HAL},
    "skips_of": {"person": HAL},
    "skips_in": {"week": "2025-W23"},
    "sitdown_days": {"since": date(2024, 1, 1), "until": date(2025, 6, 2)},
    "skips_since": {"week": "2025-W01"},
    "picked_often": _NONE,
    "last_met": {"today": TODAY},
    "count_new": _NONE,
    "count_waiting": {
        "rhythm": "sat 2m",
        "keep_until": LATER,
        "dormant_until": LONG_AGO,
    },
    "standing": {"id": ALISA},
    "resting": _NONE,
    "resting_people": _NONE,
    "snoozed": {"today": TODAY},
    "no_sell": _NONE,
    "dropped": _NONE,
    "unanswered": _NONE,
    "met": BETWEEN,
    "newest_done": _NONE,
    "oldest_undone": _NONE,
    "undone": _NONE,
    "changes": {"most": 5},
    "rows_of": {"change": 1},
    "schema_version": _NONE,
    "numbered": {"change": 2},
    "changes_mentioned": _NONE,
    "count_mentioned": _NONE,
    "last_mentioned": _NONE,
    "alike_by_name": {"change": 1},
    "alike_by_phone": {"change": 1},
    "pins_of": {"person": HAL},
    "forgettings": _NONE,
    "marks": _NONE,
    "count_forgettings": _NONE,
    "scrubs": _NONE,
    "called": _NONE,
    "aliases": _NONE,
    "remembered": _NONE,
    "took_somebody_out": _NONE,
    "deserted_places": _NONE,
    "entries_led_to": {"person": CLEO},
    "every_change_row": _NONE,
    "last_forget": _NONE,
    "every_name": _NONE,
    "last_seen": _NONE,
    "every_introduction": _NONE,
    "together": _NONE,
    "every_place": _NONE,
    "thank_rows": _NONE,
    "last_change": _NONE,
    "schemas": _NONE,
    "touches_after": {"today": LONG_AGO},
    "introductions_after": {"today": LONG_AGO},
    "changes_after": {"now": datetime(2020, 1, 1, tzinfo=UTC)},
}
"""What each statement is asked with; every one finds something that way."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small filled database."""
    place = tmp_path_factory.mktemp("both") / "netlog.db"
    store = filled(place)
    with changing(store, NOW, "import cards.csv") as change:
        people.add(change, Newcomer("Kit Abe", TODAY))
        people.add_detail(change, ALISA, "alias", "Alisa Kwan")
        touches.place_key(change, "Nowhere yet")
        touches.log(change, [FAY], TouchKind("email"), TODAY, answered="no")
    with changing(store, NOW, "add and take back once more") as change:
        people.add(change, Newcomer("Gone Again", TODAY))
    undo(store, NOW)
    forgotten(store)
    # No command leaves such a booking; doctor looks for it.
    store.connection.execute("UPDATE booking SET state = 'held' WHERE id = 3")
    store.close()
    return place


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The database as netlog opens it."""
    opened = open_store(path, writable=False)
    yield opened
    opened.close()


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """The same file as SQLAlchemy opens it."""
    made = create_engine(f"sqlite:///{path}", hide_parameters=True)
    yield made
    made.dispose()


def test_every_question_is_asked_both_ways() -> None:
    """A new question comes with the values that it is tried with, here."""
    assert set(ASKED_WITH) == set(STATEMENTS) == set(build.questions())


def test_every_question_is_asked() -> None:
    """A question that nobody asks is not kept."""
    assert set(STATEMENTS) - asked_in() == set()


@pytest.mark.parametrize("name", STATEMENTS)
def test_both_ways_give_the_same(name: str, store: Store, engine: Engine) -> None:
    """Row for row and field for field, types included; and there is a row."""
    values = ASKED_WITH[name]
    ours = list(store.rows(STATEMENTS[name], **values))
    statement = build.asked(build.questions()[name])
    with engine.connect() as connection:
        found = connection.execute(statement, values)
        columns = build.compiled(build.questions()[name]).columns
        theirs = [as_wanted(columns, statement, row) for row in found]
    assert ours == theirs
    assert types(ours) == types(theirs)
    assert ours not in ([], [[0]], [[None]])


def as_wanted(ours: Conversions, theirs: Any, row: Any) -> list[Any]:
    """A row of SQLAlchemy's; what a record wants as it stands is put back so."""
    kinds = [getattr(c.type, "conversion", "") for c in theirs.selected_columns]
    return [
        inward(kind, value) if kind and kind != wanted else value
        for value, kind, (_, wanted) in zip(row, kinds, ours, strict=True)
    ]


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_function_gives_what_its_statement_gives(name: str, store: Store) -> None:
    """In records, a number or a dictionary: the values are those of the rows."""
    values = ASKED_WITH[name]
    rows = list(store.rows(STATEMENTS[name], **values))
    answer = build.answer_of(build.questions()[name])
    given = getattr(sql, name)(store, **values)
    assert given == expected(answer, rows)


def expected(answer: build.ResultType, rows: list[list[Any]]) -> Any:
    """What a question of a kind makes of rows."""
    if answer.kind is Count:
        return rows[0][0] or 0
    if answer.kind is Lookup:
        return dict(rows)
    if answer.kind in {Column, Scalar}:
        column = [value for (value,) in rows]
        return column if answer.kind is Column else column[0]
    records = [nested(answer.types[0], iter(row)) for row in rows]
    return records if answer.kind is Rows else records[0]


def nested(shape: Any, row: Iterator[Any]) -> Any:
    """The record of a row, with the records in it."""
    if get_origin(shape) is tuple:
        return tuple(row)
    record = build.record_of(shape)
    kinds = get_type_hints(record).values()
    return record(
        *(nested(k, row) if hasattr(k, "_fields") else next(row) for k in kinds)
    )


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_names_its_columns_as_the_database_does(
    name: str, store: Store
) -> None:
    """The names beside the conversions stand in the order of the columns."""
    statement = STATEMENTS[name]
    stored = dict.fromkeys((key for key, _ in statement.parameters), "")
    cursor = store.connection.execute(statement.text, stored | {"most": 1})
    names = [column[0] for column in cursor.description]
    made = build.compiled(build.questions()[name])
    assert names == [column for column, _ in made.columns]


@pytest.mark.parametrize("table", sql.TABLES)
def test_a_row_can_be_written_back_as_it_was_read(table: str, path: Path) -> None:
    """Fetch, delete, insert and update of each table agree on a row."""
    copy = path.with_name(f"{table}.db")
    copy.write_bytes(path.read_bytes())
    store, rows = open_store(copy, writable=True), sql.TABLES[table]
    execute = store.connection.execute
    execute("PRAGMA foreign_keys=OFF")
    names = [name for name, _ in rows.columns]
    key = max(
        range(1, 20), key=lambda n: bool(execute(rows.fetch, {"id": n}).fetchall())
    )
    row = dict(zip(names, execute(rows.fetch, {"id": key}).fetchone(), strict=True))
    execute(rows.delete, {"id": key})
    assert execute(rows.fetch, {"id": key}).fetchall() == []
    assert execute(rows.insert, row).fetchall() == [(key,)]
    execute(rows.update, row | {"uid": "another"})
    now = execute(rows.fetch, {"id": key}).fetchone()
    assert dict(zip(names, now, strict=True)) == row | {"uid": "another"}
    store.close()


def types(rows: list[list[Any]]) -> list[list[type]]:
    """The types of all fields: True is no 1 here."""
    return [[type(field) for field in row] for row in rows]
