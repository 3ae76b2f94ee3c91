"""Taking somebody out of any history: others as they would be without them."""

import sqlite3
from typing import Any

from hypothesis import assume, given, settings, strategies as st
from tests.storage.filled import snapshot
from tests.storage.forgetting.histories import (
    Step,
    histories,
    lived,
    redone,
    take_some_back,
    undone,
)
from tests.storage.test_journal_property import derived, standing
from tests.storage.thanks import derived_anew, waiting

from netlog.domain.mentions import FORGOTTEN
from netlog.storage.book import Book
from netlog.storage.forgetting.taking_out import Held, take_out
from netlog.storage.forgetting.target import Target
from netlog.storage.sql import TABLES
from netlog.storage.store import Store

Snapshot = dict[str, list[tuple[Any, ...]]]
Rows = dict[int, dict[str, Any]]
THEIRS = ("detail", "promise", "skip")
"""Tables whose rows are one person's each."""
_UNCOMPARED = {"note", "text", "org", "cluster", "fresh_on", "dropped"}
"""What may be mended or follows anew; it is looked at by other tests."""


class Case:
    """A history, somebody in it, and the same without them."""

    def __init__(self, steps: list[Step], which: int, ahead: int) -> None:
        self.before = lived(steps)
        take_some_back(self.before, ahead)
        people = Book(self.before).people.everybody()
        assume(people and sound(self.before))
        introducers = [p for p in people if introduces(self.before, p.id)]
        among = introducers or people
        key = among[which % len(among)].id
        self.after, self.target, self.keys = without_somebody(self.before, key)


def without_somebody(before: Store, key: int) -> tuple[Store, Target, set[int]]:
    """The same without them, what was sought of them, and which keys were theirs."""
    after = copied(before)
    held = Held(after)
    target = held.target(key)
    keys = held.keys(target)
    with after.transaction():
        take_out(held, target)
    return after, target, keys


CASES = st.builds(Case, histories(), st.integers(0, 99), st.integers(0, 4))


def copied(store: Store) -> Store:
    """The same database once more."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    store.connection.backup(connection)
    connection.execute("PRAGMA foreign_keys=ON")
    return Store(connection)


def introduces(store: Store, key: int) -> bool:
    """Whether somebody introduced anybody."""
    text = "SELECT 1 FROM introduction WHERE introducer_id = ?"
    return bool(store.connection.execute(text, (key,)).fetchall())


def sound(store: Store) -> bool:
    """Whether all that is derived is true, and nothing points at nothing."""
    book = Book(store)
    people = book.people.everybody()
    lonely = "SELECT 1 FROM touch WHERE id NOT IN (SELECT touch_id FROM presence)"
    return (
        all(standing(one) == derived(book, one) for one in people)
        and waiting(store) == derived_anew(store)
        and not store.connection.execute("PRAGMA foreign_key_check").fetchall()
        and not store.connection.execute(lonely).fetchall()
    )


def rows(snap: Snapshot, table: str) -> Rows:
    """The rows of a table by key."""
    names = [name for name, _ in TABLES[table].columns]
    return {row[0]: dict(zip(names, row, strict=True)) for row in snap[table]}


def without(snap: Snapshot, keys: set[int]) -> dict[str, Rows]:
    """What a database holds, with everything of some people left out."""
    held = {table: rows(snap, table) for table in TABLES}
    company: dict[int, set[int]] = {}
    for one in held["presence"].values():
        company.setdefault(one["touch_id"], set()).add(one["person_id"])
    gone = {touch for touch, there in company.items() if there <= keys}
    made = {
        key
        for key, one in held["introduction"].items()
        if keys & {one["introducer_id"], one["a_id"], one["b_id"]}
    }
    found = {
        "person": _less(held["person"], lambda one: one["id"] in keys),
        "touch": _less(held["touch"], lambda one: one["id"] in gone),
        "guess": _less(held["guess"], lambda one: one["touch_id"] in gone),
        "introduction": _less(held["introduction"], lambda one: one["id"] in made),
    }
    for table in (*THEIRS, "entry", "presence"):
        found[table] = _less(held[table], lambda one: one["person_id"] in keys)
    for one in found["entry"].values():
        one["touch_id"] = _unless(one["touch_id"], gone)
        one["introduction_id"] = _unless(one["introduction_id"], made)
        one["other_id"] = _unless(one["other_id"], keys)
    return found


def _less(held: Rows, goes: Any) -> Rows:
    return {key: dict(row) for key, row in held.items() if not goes(row)}


def _unless(key: int | None, gone: set[int]) -> int | None:
    return None if key in gone else key


def compared(found: dict[str, Rows]) -> dict[str, list[dict[str, Any]]]:
    """Rows without what is not compared; a name that was mended is as another."""
    return {
        table: [
            {k: v for k, v in row.items() if k not in _UNCOMPARED and not mended(v)}
            for _, row in sorted(held.items())
        ]
        for table, held in found.items()
    }


def mended(value: object) -> bool:
    """Whether somebody was taken out of a text."""
    return isinstance(value, str) and FORGOTTEN in value


def the_same(before: Store, after: Store, keys: set[int]) -> None:
    """The one database is the other one without some people."""
    wanted = compared(without(snapshot(before), keys))
    there = {table: rows(snapshot(after), table) for table in wanted}
    found = compared(there)
    for table, held in found.items():
        for row, want in zip(held, wanted[table], strict=True):
            assert row == {k: v for k, v in want.items() if k in row}
    assert thanked(after) == {
        (entry, person, day)
        for entry, person, day in thanked(before)
        if person not in keys and entry in there["entry"]
    }


def thanked(store: Store) -> set[tuple[int, int, str]]:
    """Who was thanked for what, and when."""
    text = "SELECT entry_id, person_id, thanked_on FROM thank WHERE thanked_on <> ''"
    return set(store.connection.execute(text).fetchall())


@settings(max_examples=60)
@given(CASES)
def test_others_are_as_they_would_be_without_them(case: Case) -> None:
    """Every row of theirs stays, what is derived is true, and nothing else is left."""
    the_same(case.before, case.after, case.keys)
    assert sound(case.after)


@settings(max_examples=60)
@given(CASES)
def test_so_they_are_at_every_change_back_and_forth(case: Case) -> None:
    """All undone and all redone: no error, and the same without them at each."""
    the_same_back_and_forth(case.before, case.after, case.keys)


def the_same_back_and_forth(before: Store, after: Store, keys: set[int]) -> None:
    """At every change of the one, the other is the same without some people."""
    redone(before)
    redone(after)
    assert sound(after)
    held = copied(before)
    begun = snapshot(after, "change_row")
    old, at = undone(held), -1
    for newest in undone(after):
        while at != newest and (at == -1 or at > newest):
            following = next(old, None)
            if following is None or following < newest:
                break
            at = following
        the_same(held, after, keys)
        assert sound(after)
    redone(after)
    assert snapshot(after, "change_row") == begun


@settings(max_examples=60)
@given(CASES)
def test_no_word_of_them_is_left_that_is_not_anothers(case: Case) -> None:
    """Names, handles and addresses: in no row, and in nothing that undo could bring."""
    words = {*case.target.names, *case.target.handles}
    words |= {value for _, value in case.target.reached}
    others = "\n".join(case.target.others) + shared(case.after)
    sought = {word.lower() for word in words if word.lower() not in others}
    content = "\n".join(case.after.connection.iterdump()).lower()
    assert {word for word in sought if word in content} == set()


def shared(store: Store) -> str:
    """Names, handles and addresses of those who stay, and of whom undo knows."""
    people = Held(store).people.values()
    return "\n".join(
        said.lower()
        for one in people
        for said in (*one.names, *one.handles, *one.reached, *one.called)
    )
