"""Every statement gives the same by netlog's Store and by SQLAlchemy."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine
from tests.storage.asked import STATEMENTS
from tests.storage.filled import TODAY, filled, forgotten

from netlog.storage import build, sql
from netlog.storage.opening import open_store
from netlog.storage.store import Store

ALISA, BO, CLEO, DORIE, HAL = 2, 3, 4, 5, 9
LONG_AGO, LATER = date(2020, 1, 1), date(2026, 1, 1)
BETWEEN = {"since": LONG_AGO, "until": LATER}
_NONE: dict[str, Any] = {}

ASKED_WITH: dict[str, dict[str, Any]] = {
    "PERSON": {"id": ALISA},
    "PERSON_BY_HANDLE": {"handle": "emil-ostergard"},
    "PEOPLE_BY_NAME": {"folded": "emil ostergard"},
    "PEOPLE_BY_DETAIL": {"field": "email", "folded": "dorie@example.org"},
    "PEOPLE_BY_WORD": {"word": "cl"},
    "NAMES_BETWEEN": {"low": "a", "high": "c"},
    "HANDLES_BETWEEN": {"low": "a", "high": "c"},
    "EVERYBODY": _NONE,
    "EVERY_DETAIL": _NONE,
    "DETAILS_OF": {"person": CLEO},
    "RETIRED_HANDLE": {"handle": "jo-reyes"},
    "COUNT_PEOPLE": _NONE,
    "EVERY_HANDLE": _NONE,
    "TOUCH": {"id": 2},
    "TOUCHES_OF": {"person": ALISA},
    "LAST_TOGETHER": {"a": ALISA, "b": BO},
    "CONTACT_DAYS": {"person": ALISA},
    "LAST_NOTE": {"person": BO},
    "COMPANY_OF": {"touch": 2},
    "PRESENCES_AT": {"touch": 2},
    "PRESENCES_WITH": {"person": BO},
    "PLACE_BY_NAME": {"folded": "blue bottle"},
    "COUNT_TOUCHES": _NONE,
    "INTRODUCTION": {"id": 1},
    "INTRODUCTION_BETWEEN": {"introducer": BO, "a": 1, "b": DORIE},
    "INTRODUCTIONS_WITH": {"person": CLEO},
    "WAYS_TO": {"person": DORIE},
    "INTRODUCERS": _NONE,
    "EVERY_WAY": _NONE,
    "COUNT_INTRODUCTIONS": _NONE,
    "INTRODUCTIONS_OF": {"person": DORIE},
    "PROMISE": {"id": 2},
    "PROMISES_TO": {"person": ALISA},
    "PROMISES_DUE": {"until": LATER},
    "PROMISES_PAST": BETWEEN,
    "COUNT_PROMISES": _NONE,
    "ENTRY": {"id": 1},
    "ENTRIES_WITH": {"person": DORIE},
    "ENTRIES_ABOUT": {"person": CLEO},
    "ENTRIES_OF_TOUCH": {"touch": 5},
    "ENTRIES_OF_INTRODUCTION": {"introduction": 1},
    "OUTCOMES_SINCE": {"person": DORIE, "since": LONG_AGO},
    "OUTCOMES_OF": {"person": DORIE},
    "GAVE_SINCE": {"since": LONG_AGO},
    "COUNT_ENTRIES": _NONE,
    "THANKS_OF": {"entry": 3},
    "THANKS_TO": {"person": ALISA},
    "THANKS_WAITING": {"person": ALISA},
    "TO_THANK": _NONE,
    "GUESSES_WITH": {"person": BO},
    "GUESS_OF": {"touch": 2},
    "ANCESTRY": {"person": DORIE, "most": 9},
    "LINKS": _NONE,
    "INTRODUCED": {"person": BO},
    "CAME_OF": {"person": DORIE},
    "MET_BEFORE": _NONE,
    "NAMED": {"id": ALISA},
    "OUTCOMES_BELOW": {"person": ALISA},
    "LAST_TOUCH": {"person": ALISA, "until": LATER},
    "FIRST_TOUCH": {"person": BO},
    "TOUCH_AT": {"touch": 1},
    "BELOW": {"person": BO},
    "OUTCOMES": _NONE,
    "SAT_BELOW": {"person": ALISA},
    "MET_AT": {"place": 1},
    "BROUGHT": {"person": BO, "most": 9},
    "LATEST_OUTCOMES": {"most": 9},
    "LED_BACK": {"most": 9},
    "WAYS_OF": {"person": DORIE},
    "OUTCOMES_BY_PERSON": _NONE,
    "FIRST_MET_SINCE": {"since": LONG_AGO},
    "ACQUAINTANCES": {"person": ALISA},
    "HAND": {"id": ALISA},
    "OFFICES": _NONE,
    "ENTRIES_SINCE": {"since": LONG_AGO},
    "INTRODUCED_BY_ME": _NONE,
    "FIRST_COFFEES": BETWEEN,
    "SECOND_SITDOWNS": _NONE,
    "MEETINGS": {"until": LATER},
    "OUTCOME_STARTS": {"until": LATER},
    "REFERRALS": {"until": LATER},
    "TRIED": {"until": LATER},
    "ARRIVALS": _NONE,
    "EVERY_THANK": BETWEEN,
    "PICKS": {"first": "2025-W01", "last": "2025-W52"},
    "HOSTED": BETWEEN,
    "EXCHANGED": BETWEEN,
    "GUESSED": BETWEEN,
    "MET_BETWEEN": BETWEEN,
    "INTRODUCED_BETWEEN": BETWEEN,
    "SENT_SINCE": {"since": LONG_AGO},
    "KEPT_SINCE": {"since": LONG_AGO},
    "FRESH": {"today": TODAY},
    "DRAWN": {"today": TODAY, "start": 0},
    "KEEP_DUE": {"cadence": "3m", "until": LATER, "today": LATER, "most": 9},
    "NEXT_CADENCE": {"after": ""},
    "DORMANT": {"start": 0, "until": LATER, "today": LATER},
    "STUCK": {"today": TODAY},
    "LONGEST_WITHOUT_SITDOWN": {"until": LATER, "today": TODAY},
    "CLUSTER_SIZE": {"cluster": "acme", "since": LONG_AGO},
    "LARGEST_CLUSTER": {"since": LONG_AGO},
    "FIRST_SITDOWNS": BETWEEN,
    "PINS": {"slot": "new", "period": "2025-W21"},
    "PICKED_WEEKS": {"person": HAL},
    "SKIPS_OF": {"person": HAL},
    "SKIPS_IN": {"week": "2025-W23"},
    "SITDOWN_DAYS": {"since": date(2024, 1, 1), "until": date(2025, 6, 2)},
    "SKIPS_SINCE": {"week": "2025-W01"},
    "PICKED_OFTEN": _NONE,
    "LAST_MET": {"today": TODAY},
    "LAST_PINNED": {"before": "2025-W23"},
    "COUNT_NEW": _NONE,
    "COUNT_WAITING": {
        "cadence": "3m",
        "latest": LATER,
        "keep_until": LATER,
        "dormant_until": LONG_AGO,
    },
    "STANDING": {"id": ALISA},
    "RESTING": _NONE,
    "SNOOZED": {"today": TODAY},
    "NO_SELL": _NONE,
    "DROPPED": _NONE,
    "UNANSWERED": _NONE,
    "MET": BETWEEN,
    "NEWEST_DONE": _NONE,
    "OLDEST_UNDONE": _NONE,
    "UNDONE": _NONE,
    "CHANGES": {"most": 5},
    "ROWS_OF": {"change": 1},
    "SCHEMA_VERSION": _NONE,
    "NUMBERED": {"change": 2},
    "CHANGES_MENTIONED": _NONE,
    "COUNT_MENTIONED": _NONE,
    "LAST_MENTIONED": _NONE,
    "ALIKE_BY_NAME": {"change": 1},
    "ALIKE_BY_PHONE": {"change": 1},
    "PINS_OF": {"person": HAL},
    "FORGETTINGS": _NONE,
    "MARKS": _NONE,
    "COUNT_FORGETTINGS": _NONE,
    "SCRUBS": _NONE,
    "EVERY_STANDING": _NONE,
    "SEEN": _NONE,
    "ATTEMPTS": _NONE,
    "EVERY_INTRODUCTION": _NONE,
    "TOGETHER": _NONE,
    "EVERY_PLACE": _NONE,
    "THANK_ROWS": _NONE,
    "LAST_CHANGE": _NONE,
    "SCHEMAS": _NONE,
    "TOUCHES_AFTER": {"today": LONG_AGO},
    "INTRODUCTIONS_AFTER": {"today": LONG_AGO},
    "CHANGES_AFTER": {"now": datetime(2020, 1, 1, tzinfo=UTC)},
}
"""What each statement is asked with; every one finds something that way."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small filled database."""
    place = tmp_path_factory.mktemp("both") / "netlog.db"
    store = filled(place)
    forgotten(store)
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


def test_every_statement_is_asked_both_ways() -> None:
    """A new statement comes with the values that it is tried with, here."""
    assert set(ASKED_WITH) == set(STATEMENTS) == set(build.statements())


@pytest.mark.parametrize("name", STATEMENTS)
def test_both_ways_give_the_same(name: str, store: Store, engine: Engine) -> None:
    """Row for row and field for field, types included; and there is a row."""
    values = ASKED_WITH[name]
    ours = list(store.rows(STATEMENTS[name], **values))
    with engine.connect() as connection:
        found = connection.execute(build.statements()[name], values)
        theirs = [list(row) for row in found]
    assert ours == theirs
    assert types(ours) == types(theirs)
    assert ours not in ([], [[0]], [[None]])


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_names_its_columns_as_the_database_does(
    name: str, store: Store
) -> None:
    """The names beside the conversions stand in the order of the columns."""
    statement = STATEMENTS[name]
    stored = dict.fromkeys((key for key, _ in statement.parameters), "")
    cursor = store.connection.execute(statement.text, stored | {"most": 1})
    names = [column[0] for column in cursor.description]
    assert names == [column for column, _ in statement.columns]


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
