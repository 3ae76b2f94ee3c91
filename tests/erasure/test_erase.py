"""Taking somebody out of any history: others as they would be without them."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings, strategies as st
from tests.erasure.histories import Step, histories, lived, take_some_back
from tests.erasure.test_merged import forget
from tests.repository.filled import NOW, TODAY, in_memory, snapshot
from tests.repository.standings import is_derived
from tests.repository.thanks import derived_anew, waiting

from netlog.db import sql
from netlog.db.sql import TABLES
from netlog.db.store import Store
from netlog.domain.journal import ENDS_HISTORY
from netlog.domain.person import Newcomer
from netlog.domain.standing import Derived
from netlog.erasure.erase import erase, erasing
from netlog.erasure.mentions import FORGOTTEN
from netlog.erasure.target import Register, Target, target_from
from netlog.errors import RefusedError
from netlog.repository import people
from netlog.repository.change import changing
from netlog.repository.merge import merge
from netlog.repository.undo import redo, undo
from netlog.views.wording import introduction_said

Snapshot = dict[str, list[tuple[Any, ...]]]
Rows = dict[int, dict[str, Any]]
THEIRS = ("detail", "promise", "skip", "anniversary")
"""Tables whose rows are one person's each."""
_UNCOMPARED = {"note", "text", "words", "label", "org", *Derived._fields}
"""What may be mended or follows anew; it is looked at by other tests."""


class Case:
    """A history, somebody in it, and the same without them."""

    def __init__(self, steps: list[Step], which: int, ahead: int) -> None:
        self.before = lived(steps)
        take_some_back(self.before, ahead)
        everybody = sql.everybody(self.before)
        assume(everybody and sound(self.before))
        introducers = [p for p in everybody if introduces(self.before, p.id)]
        among = introducers or everybody
        key = among[which % len(among)].id
        self.after, self.target, self.keys = without_somebody(self.before, key)


def without_somebody(before: Store, key: int) -> tuple[Store, Target, set[int]]:
    """The same without them, what was sought of them, and which keys were theirs."""
    after = copied(before)
    with erasing(after):
        register = Register(after)
        target = register.target(key)
        erase(register, target, NOW)
    return after, target, register.keys(target)


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
    asked = (
        "SELECT 1 FROM touch WHERE id NOT IN (SELECT touch_id FROM presence)",
        "SELECT 1 FROM booking WHERE id NOT IN (SELECT booking_id FROM attendee)",
        "PRAGMA foreign_key_check",
    )
    return (
        is_derived(store)
        and waiting(store) == derived_anew(store)
        and not sql.misstated_bookings(store)
        and not any(store.connection.execute(text).fetchall() for text in asked)
    )


def rows(snap: Snapshot, table: str) -> Rows:
    """The rows of a table by key."""
    names = [name for name, _ in TABLES[table].columns]
    return {row[0]: dict(zip(names, row, strict=True)) for row in snap[table]}


def without(snap: Snapshot, keys: set[int]) -> dict[str, Rows]:
    """What a database holds, with everything of some people left out."""
    held = {table: rows(snap, table) for table in TABLES}
    gone = _deserted(held["presence"], "touch_id", keys)
    free = _deserted(held["attendee"], "booking_id", keys)
    made = {
        key
        for key, one in held["introduction"].items()
        if keys & {one["introducer_id"], one["a_id"], one["b_id"]}
    }
    found = {
        "person": _less(held["person"], lambda one: one["id"] in keys),
        "touch": _less(held["touch"], lambda one: one["id"] in gone),
        "guess": _less(held["guess"], lambda one: one["touch_id"] in gone),
        "booking": _less(held["booking"], lambda one: one["id"] in free),
        "introduction": _less(held["introduction"], lambda one: one["id"] in made),
    }
    for table in (*THEIRS, "entry", "presence", "attendee"):
        found[table] = _less(held[table], lambda one: one["person_id"] in keys)
    for one in found["entry"].values():
        one["touch_id"] = _unless(one["touch_id"], gone)
        one["introduction_id"] = _unless(one["introduction_id"], made)
        one["other_id"] = _unless(one["other_id"], keys)
    for one in found["booking"].values():
        if one["touch_id"] in gone:
            one |= {"touch_id": None, "state": "booked"}
    return found


def _deserted(links: Rows, column: str, keys: set[int]) -> set[int]:
    """What was with some people, and with nobody else."""
    company: dict[int, set[int]] = {}
    for one in links.values():
        company.setdefault(one[column], set()).add(one["person_id"])
    return {key for key, there in company.items() if there <= keys}


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
def test_no_word_of_them_is_left_that_is_not_anothers(case: Case) -> None:
    """Names, handles and addresses: in no row of any table."""
    assert left(case.after, case.target) == set()


def left(store: Store, target: Target) -> set[str]:
    """Words of somebody that stand anywhere, and in no name of who is there.

    Whole words: `ann-2` is not in `emile-zedmann-2`.
    """
    sought = {word.lower() for word in target.identity.words}
    content = "\n".join(store.connection.iterdump()).lower()
    others = shared(store)
    return {one for one in sought if stands(one, content) and not stands(one, others)}


def stands(word: str, text: str) -> bool:
    """Whether a text has a word that is not the inside of another one."""
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def shared(store: Store) -> str:
    """Names, handles and addresses of those who stay."""
    register = Register(store)
    identity = register.identity(register.living)
    return "\n".join(word.lower() for word in (*identity.words, *identity.called))


@pytest.mark.parametrize("act", ["merge", "edit"])
def test_no_handle_made_of_theirs_is_left_that_nobody_has(act: str) -> None:
    """A namesake had theirs with a number, and is there under another handle.

    Merged into somebody, or renamed; it may be had again then. Handles that do not
    speak of the forgotten stay retired, with a name that ends like theirs, too.
    """
    with closing(in_memory()) as store:
        with changing(store, NOW, "add") as change:
            for name in ("Ann Marker", "Bea Ottson", "Joann Marker", "Ann Marker"):
                people.add(change, Newcomer(name, TODAY))
            ann, bea, joann, namesake = (people.get(store, key) for key in range(2, 6))
            people.add_detail(change, namesake.id, "tag", "runner")
            people.remove(change, joann)
            people.edit(change, bea, handle="bea")
            if act == "merge":
                merge(change, people.get(store, bea.id), namesake, introduction_said)
            else:
                people.edit(change, namesake, handle="x")
        assert namesake.handle == "ann-marker-2"
        after, target, _ = without_somebody(store, ann.id)
        with closing(after):
            assert left(after, target) == set()
            assert not people.is_taken(after, "ann-marker-2")
            retired = [row[2] for row in snapshot(after)["retired"]]
            assert retired == ["joann-marker", "bea-ottson"]


def test_a_handle_that_somebody_has_is_left() -> None:
    """A namesake who is there keeps theirs, though it is made of the forgotten one."""
    with closing(in_memory()) as store:
        with changing(store, NOW, "add") as change:
            for _ in range(2):
                people.add(change, Newcomer("Ann Marker", TODAY))
        after, target, _ = without_somebody(store, 2)
        with closing(after):
            assert left(after, target) == set()
            assert [one.handle for one in sql.everybody(after)] == ["ann-marker-2"]


@settings(max_examples=30)
@given(CASES)
def test_history_ends_there(case: Case) -> None:
    """Nothing is left to undo or redo; the one change that is there says why."""
    (only,) = sql.changes(case.after, 10)
    assert (only.command, only.state, only.rows) == (ENDS_HISTORY, "gone", 0)
    assert snapshot(case.after)["change_row"] == []
    with pytest.raises(RefusedError, match="a forget ended what could be undone"):
        undo(case.after, NOW)
    with pytest.raises(RefusedError):
        redo(case.after, NOW)


@pytest.fixture
def store() -> Iterator[Store]:
    """Dorie and Bo, who came out of a file; and Cleo."""
    with closing(in_memory()) as made:
        with changing(made, NOW, "--db x.db import 'Dorie Clark.csv'") as change:
            people.add(change, Newcomer("Dorie Clark", TODAY, source="list"))
            people.add(change, Newcomer("Bo Lind", date(2025, 7, 1), source="list"))
        with changing(made, NOW, "add Cleo Quark --note 'an important one'") as change:
            people.add(change, Newcomer("Cleo Quark", TODAY))
        yield made


def test_who_came_by_an_import_is_still_known(store: Store) -> None:
    """Not by which file; reports tell lists from people, and when the list came."""
    before = sql.arrivals(store)
    assert [one.imported for one in before] == [True, True, False]
    for who in ("dorie-clark", "cleo-quark"):
        forget(store, who)
        changes = snapshot(store)["change"]
        assert [row[3:] for row in changes] == [("forget", "gone")]
        after = sql.arrivals(store)
        left = {one.person_id for one in after}
        assert after == [one for one in before if one.person_id in left]
    assert [one.command for one in sql.changes(store, 10)] == [ENDS_HISTORY]


def test_what_came_since_can_be_undone_and_no_more(store: Store) -> None:
    """The next change is numbered as ever; what is before the forget is not there."""
    forget(store, "dorie-clark")
    with changing(store, NOW, "add Dot Pan") as change:
        people.add(change, Newcomer("Dot Pan", TODAY))
    history = [(one.id, one.command) for one in sql.changes(store, 10)]
    assert history == [(4, "add Dot Pan"), (3, ENDS_HISTORY)]
    assert undo(store, NOW).id == 4
    with pytest.raises(RefusedError, match="a forget ended"):
        undo(store, NOW)
    assert redo(store, NOW).id == 4


def test_a_row_of_the_journal_that_cannot_be_read_is_no_obstacle(store: Store) -> None:
    """It goes with the rest."""
    with changing(store, NOW, "edit") as change:
        people.edit(change, people.get(change.store, 2), name="Dora Clark")
    store.connection.execute("""UPDATE change_row SET "before" = '{"name": ' WHERE
        "before" LIKE '%name%'""")
    forget(store, "dorie-clark")
    assert [one.name for one in sql.everybody(store)] == [
        "Bo Lind",
        "Cleo Quark",
    ]


def test_a_target_is_the_same_once_written_and_read(store: Store) -> None:
    """It waits in the file until every backup is clean."""
    with changing(store, NOW, "edit") as change:
        people.add_detail(change, 2, "email", "dorie@x.example")
        people.add(change, Newcomer("Dorie Clark", TODAY))
    target = Register(store).target(2)
    assert target.identity.addresses == {("email", "dorie@x.example")}
    assert (len(target.stay), target_from(target.to_json())) == (1, target)
