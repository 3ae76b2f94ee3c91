"""How SQLite means to find what is asked for: never by reading everybody."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.db.asked import STATEMENTS, asked_in
from tests.house.sources import sources
from tests.repository.filled import in_memory

from netlog.db import sql
from netlog.db.store import Store

DAILY_PARTS = ("repository", "plan", "network", "commands")
RARE = {"commands.balance", "commands.import_"}
"""Commands that few days need: they may read a whole table."""
DAILY = asked_in(
    *(source.name for source in sources() if source.part in DAILY_PARTS),
) - {question for name in RARE for question in asked_in(name)}
"""What due, show, add, log, intro, got, thank, TAB and finding a person ask for."""
LARGE = (
    "person",
    "touch",
    "presence",
    "introduction",
    "detail",
    "promise",
    "entry",
    "thank",
    "guess",
    "booking",
    "attendee",
    "anniversary",
    "change_row",
)
PARTIAL = "|".join(
    text.split()[2] for text in sql.SCHEMA if "INDEX" in text and " WHERE " in text
)
"""Indexes of a few rows: to read one whole is to find what is in it."""
READS_ALL = {
    "count_by_rhythm": "a count, read from an index of nothing but rhythms",
    "everybody": "list shows everybody",
    "every_detail": "list shows everybody's kinds and tags",
    "every_handle": "import asks for all of them once, instead of each",
    "people_by_word": "a word may stand anywhere in a name; asked for last",
    "count_people": "a count, read from the smallest index",
    "count_touches": "a count, read from the smallest index",
    "count_introductions": "a count, read from the smallest index",
    "count_promises": "a count, read from the smallest index",
    "count_entries": "a count, read from the smallest index",
    "offices": "a word may stand anywhere in where people work, and as what",
    "misstated_bookings": "bookings are few, and doctor looks at all of them",
    "led_back": "an index by day, left after the first so many",
    "promises_past": "promises are few, and one may be closed long before its day",
}
"""Statements that read a whole table or index, and why they may."""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """An empty database: without ANALYZE the plans do not depend on what is in it."""
    with closing(in_memory()) as made:
        yield made


def plan(store: Store, name: str) -> list[str]:
    """The steps of a statement as SQLite plans it."""
    statement = STATEMENTS[name]
    values = dict.fromkeys((key for key, _ in statement.parameters), "")
    rows = store.connection.execute(f"EXPLAIN QUERY PLAN {statement.text}", values)
    return [step for *_, step in rows]


def read_whole(store: Store, name: str) -> list[str]:
    """The steps that read all of a large table, by itself or by an index."""
    few = rf"(?! USING (?:COVERING )?INDEX (?:{PARTIAL})\b)"
    wanted = rf"SCAN (?:{'|'.join(LARGE)})(?:_\d+)?\b{few}"
    return [step for step in plan(store, name) if re.match(wanted, step)]


@pytest.mark.parametrize("name", sorted(DAILY - set(READS_ALL)))
def test_a_daily_statement_searches(name: str, store: Store) -> None:
    """It goes by a key or an index, at any size."""
    assert read_whole(store, name) == []


@pytest.mark.parametrize("name", sorted(READS_ALL))
def test_an_exception_is_still_one(name: str, store: Store) -> None:
    """What has come to search is taken off the list of what may read all."""
    assert read_whole(store, name) != []


POINTING = [
    (table, column) for table, rows in sql.TABLES.items() for column in rows.pointing
]


@pytest.mark.parametrize(("table", "column"), POINTING)
def test_what_points_at_a_row_is_found_by_an_index(
    table: str, column: str, store: Store
) -> None:
    """Taking a row out takes as long as there is to take out with it."""
    text = sql.TABLES[table].pointing[column]
    rows = store.connection.execute(f"EXPLAIN QUERY PLAN {text}", {"id": 1})
    first, *_ = [step for *_, step in rows]
    assert first.startswith(f"SEARCH {table} USING INDEX ")


@pytest.mark.parametrize(
    "name", ["fresh", "keep_due", "dormant", "last_met", "longest_without_sitdown"]
)
def test_the_top_few_are_taken_from_an_index_in_order(name: str, store: Store) -> None:
    """Nothing is sorted first: the time does not grow with the people."""
    assert [step for step in plan(store, name) if "TEMP B-TREE FOR ORDER" in step] == []


def test_plans_do_not_depend_on_statistics() -> None:
    """Nothing runs ANALYZE, so a file is asked the same way on every machine."""
    wrong = [
        source.name
        for source in sources()
        if re.search(r"\bANALYZE\b|PRAGMA optimize", source.path.read_text("utf-8"))
    ]
    assert wrong == []
