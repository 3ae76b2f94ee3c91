"""How SQLite means to find what is asked for: never by reading everybody."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.house.sources import sources
from tests.storage.asked import STATEMENTS, mentioned_in
from tests.storage.filled import in_memory

from netlog.storage.store import Store

DAILY = mentioned_in(
    "storage.planning",
    "storage.people",
    "storage.touches",
    "storage.introductions",
    "storage.promises",
    "storage.ledger",
    "storage.traces",
    "storage.history",
    "storage.recorder",
    *("storage.recording." + name for name in ("people", "touches", "settling")),
    *("storage.recording." + name for name in ("introductions", "planning")),
    *("storage.recording." + name for name in ("ledger", "thanking")),
)
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
    "change_row",
)
READS_ALL = {
    "EVERYBODY": "list shows everybody",
    "EVERY_DETAIL": "list shows everybody's kinds and tags",
    "EVERY_HANDLE": "import asks for all of them once, instead of each",
    "PEOPLE_BY_WORD": "a word may stand anywhere in a name; asked for last",
    "COUNT_PEOPLE": "a count, read from the smallest index",
    "COUNT_TOUCHES": "a count, read from the smallest index",
    "COUNT_INTRODUCTIONS": "a count, read from the smallest index",
    "COUNT_PROMISES": "a count, read from the smallest index",
    "COUNT_ENTRIES": "a count, read from the smallest index",
    "PROMISES_PAST": "promises are few, and one may be closed long before its day",
    "TO_THANK": "an index of those who wait, and of nobody else",
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
    wanted = rf"SCAN (?:{'|'.join(LARGE)})(?:_\d+)?\b"
    return [step for step in plan(store, name) if re.match(wanted, step)]


@pytest.mark.parametrize("name", sorted(DAILY - set(READS_ALL)))
def test_a_daily_statement_searches(name: str, store: Store) -> None:
    """It goes by a key or an index, at any size."""
    assert read_whole(store, name) == []


@pytest.mark.parametrize("name", sorted(READS_ALL))
def test_an_exception_is_still_one(name: str, store: Store) -> None:
    """What has come to search is taken off the list of what may read all."""
    assert read_whole(store, name) != []


@pytest.mark.parametrize("name", ["FRESH", "DRAWN", "KEEP_DUE", "DORMANT", "LAST_MET"])
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
