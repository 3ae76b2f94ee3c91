"""Two made one: whatever was done before, nothing is lost and undo makes them two."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.repository.filled import NOW, snapshot
from tests.repository.mixed import ACTS, GONE, KEPT, Act, book
from tests.repository.standings import is_derived
from tests.repository.thanks import derived_anew, waiting

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import ME_ID, Person
from netlog.repository import finding, people
from netlog.repository.change import changing
from netlog.repository.merge import Merged, merge
from netlog.repository.undo import redo, undo
from netlog.views.wording import introduction_said

MAY, JUNE = date(2025, 5, 20), date(2025, 6, 1)
Facts = set[tuple[Any, ...]]
FACTS = {
    "touch": ("id", "uid", "kind", "day", "place_id", "note", "inbound", "entered"),
    "presence": ("touch_id", "person_id"),
    "booking": ("id", "uid", "day", "hour", "kind", "state", "entered"),
    "attendee": ("booking_id", "person_id"),
    "anniversary": ("person_id", "label"),
    "promise": ("id", "uid", "person_id", "text", "due", "state", "theirs"),
    "entry": ("id", "uid", "person_id", "way", "kind", "day", "cents", "touch_id"),
    "guess": ("id", "uid", "touch_id", "word"),
    "detail": ("person_id", "field", "folded"),
    "skip": ("person_id", "week", "how"),
    "pin": ("slot", "period", "place"),
}
"""What is in the tables, and is still there of one person as it was of two."""
SINGLE = {
    "org": "org",
    "city": "city",
    "birthday": "birthday",
    "every": "every",
    "connected_on": "connected on",
    "snoozed_until": "snoozed until",
}
"""Of which there can be one, and how the note calls it."""
UNDONE = ("change", "change_row", "sqlite_sequence")


def rows(store: Store, table: str) -> list[dict[str, Any]]:
    """The rows of a table by their columns."""
    names = [name for name, _ in sql.TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for row in snapshot(store)[table]]


def merged_key(key: int) -> int:
    """The key of whoever it is once the two are one."""
    return KEPT if key == GONE else key


def everything(store: Store) -> dict[str, Facts]:
    """All that must be the same before and after, as if they had always been one."""
    facts = {
        table: {
            tuple(
                merged_key(row[name])
                if name == "person_id" and table != "pin"
                else row[name]
                for name in names
            )
            for row in rows(store, table)
        }
        for table, names in FACTS.items()
    }
    facts["introduction"] = {
        (
            merged_key(row["introducer_id"]),
            *sorted((merged_key(row["a_id"]), merged_key(row["b_id"]))),
        )
        for row in rows(store, "introduction")
    }
    facts["introduction"] = {x for x in facts["introduction"] if len({*x}) == 3}
    facts["answered"] = {
        (row["touch_id"], merged_key(row["person_id"]), row["answered"])
        for row in rows(store, "presence")
    }
    facts["answered"] = {
        fact
        for fact in facts["answered"]
        if fact == max(o for o in facts["answered"] if o[:2] == fact[:2])
    }
    facts["since"] = {
        (merged_key(row["person_id"]), row["field"], row["folded"], row["entered"])
        for row in rows(store, "detail")
        if (row["field"], row["folded"]) != ("alias", "ann b.")
    }
    facts["since"] = {
        fact
        for fact in facts["since"]
        if fact == min(o for o in facts["since"] if o[:3] == fact[:3])
    }
    facts["thanked"] = {
        (row["entry_id"], merged_key(row["person_id"]))
        for row in rows(store, "thank")
        if row["thanked_on"]
    }
    return facts


def merged(store: Store, kept: int = KEPT, gone: int = GONE) -> Merged:
    """The two made one."""
    with changing(store, NOW, "merge") as change:
        both = people.get(store, kept), people.get(store, gone)
        return merge(change, *both, introduction_said)


def is_true(store: Store) -> bool:
    """Whether everything that is derived is as if derived anew."""
    return is_derived(store) and waiting(store) == derived_anew(store)


@settings(max_examples=150)
@given(st.lists(ACTS, min_size=4, max_size=24))
def test_of_two_people_nothing_is_lost(acts: list[Act]) -> None:
    """Every touch, promise, entry, address is there, and what is derived is true."""
    store = book(acts)
    before = everything(store)
    gone = people.get(store, GONE)
    merged(store)
    after = everything(store)
    before["detail"].add((KEPT, "alias", "ann b."))
    assert after == before
    assert is_true(store)
    nobody_is_left(store, gone)
    store.close()


def nobody_is_left(store: Store, gone: Person) -> None:
    """No row points at them; their handle is nobody's, and their name finds the one."""
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert GONE not in {person.id for person in sql.everybody(store)}
    assert people.is_taken(store, gone.handle)
    assert KEPT in {person.id for person in finding.matching(store, gone.name)}


@settings(max_examples=100)
@given(st.lists(ACTS, min_size=4, max_size=24))
def test_undo_makes_them_two_and_redo_one(acts: list[Act]) -> None:
    """Row for row as it was, pins included; and as it was after."""
    store = book(acts)
    before = snapshot(store, *UNDONE)
    merged(store)
    after = snapshot(store, *UNDONE)
    undo(store, NOW)
    assert snapshot(store, *UNDONE) == before
    redo(store, NOW)
    assert snapshot(store, *UNDONE) == after
    store.close()


Told = Mapping[tuple[str, Any], str]


def told(store: Store, kept: int, *gone: int) -> Told:
    """What is told of somebody of which there is one, in words where it is lost.

    Of who goes it is told as if they had always been who stays.
    """
    keys = (kept, *gone)
    facts = {
        (field, value): f"{label} {value}"
        for key in keys
        for field, label in SINGLE.items()
        if (value := getattr(people.get(store, key), field))
    }
    for key in keys:
        for way in sql.introductions_with(store, key):
            three = [way.introducer_id, way.a_id, way.b_id]
            by, *pair = (kept if who in gone else who for who in three)
            what = (by, *sorted(pair), way.day, way.said, way.inbound)
            facts["introduction", what] = introduction_said(way)
            for line in way.words.splitlines():
                facts["words", (by, *sorted(pair), line)] = line
        for one in sql.anniversaries_of(store, key):
            facts["day", (one.label, one.day)] = f"{one.label} {one.day}"
    return facts


@settings(max_examples=60)
@given(st.lists(ACTS, min_size=4, max_size=24), st.permutations(range(2, 7)))
def test_one_after_another_each_is_in_its_place_or_in_the_note(
    acts: list[Act], order: list[int]
) -> None:
    """One of three, then of four; undo goes the whole way back, and redo there.

    Two of them made the same introduction, and were introduced by the same person.
    """
    first, second, third, fourth, fifth = order
    twice: list[Act] = [
        ("introduce", three, day, state, False, f"of {who}")
        for who, day, state in ((second, JUNE, "made"), (first, MAY, "offered"))
        for three in ((who, ME_ID, fifth), (fourth, ME_ID, who))
    ]
    store = book([*twice, *acts])
    steps = [snapshot(store, *UNDONE)]
    for kept, gone in ((first, second), (first, third), (fourth, first)):
        before = told(store, kept, gone)
        merged(store, kept, gone)
        note, after = people.get(store, kept).note, told(store, kept)
        assert [
            what for what in before.keys() - after if before[what] not in note
        ] == []
        assert is_true(store)
        steps.append(snapshot(store, *UNDONE))
    for turned, way in ((undo, steps[-2::-1]), (redo, steps[1:])):
        for step in way:
            turned(store, NOW)
            assert snapshot(store, *UNDONE) == step
    store.close()


BOTH: list[Act] = [
    ("introduce", (KEPT, ME_ID, 4), MAY, "made", False, ""),
    ("introduce", (GONE, ME_ID, 4), MAY, "made", False, ""),
]
"""Both introduced Cleo to me."""


@pytest.mark.parametrize(
    ("thanked", "day"),
    [
        ([(GONE, MAY)], MAY),
        ([(KEPT, MAY)], MAY),
        ([(KEPT, JUNE), (GONE, MAY)], MAY),
        ([(KEPT, MAY), (GONE, JUNE)], MAY),
        ([], None),
    ],
)
def test_who_was_thanked_as_either_was_thanked(
    thanked: list[tuple[int, date]], day: date | None
) -> None:
    """For one outcome once, on the first day; who was not waits once."""
    acts = [("thank", who, on) for who, on in thanked]
    store = book([*BOTH, ("got", 4, None, JUNE, 0), *acts])
    merged(store)
    ours = sql.thanks_to(store, KEPT)
    assert [(thank.entry_id, thank.thanked_on) for thank in ours] == [(1, day)]
    assert is_true(store)
    store.close()


def test_what_came_of_an_introduction_that_is_joined_came_of_the_other() -> None:
    """So a trace goes the same way."""
    store = book([BOTH[1], ("got", 4, None, JUNE, 5), BOTH[0]])
    merged(store)
    assert [row["id"] for row in rows(store, "introduction")] == [2]
    assert [row["introduction_id"] for row in rows(store, "entry")] == [2]
    assert is_true(store)
    store.close()


def test_what_came_of_one_that_is_none_any_more_stays() -> None:
    """It came of nothing that anybody said; who led to the one is thanked."""
    acts = [
        ("introduce", (KEPT, ME_ID, GONE), MAY, "made", False, ""),
        ("introduce", (4, ME_ID, KEPT), MAY, "made", False, ""),
        ("got", GONE, None, JUNE, 5),
    ]
    store = book(acts)
    assert merged(store).noted == (
        "Ann introduced Ann B. to me, Tue 20 May 2025 (made), of which came entry 1",
    )
    assert [row["introduction_id"] for row in rows(store, "entry")] == [None]
    assert waiting(store) == {(1, KEPT), (1, 4)} == derived_anew(store)
    store.close()


def test_of_two_answers_to_the_same_the_earlier_yes_stays() -> None:
    """Whoever of the two gave it, on its day."""
    store = book(
        [("log", {KEPT, GONE}, "email", MAY, "sent"), ("hear", GONE, JUNE)],
    )
    merged(store)
    (presence,) = rows(store, "presence")
    assert (presence["person_id"], presence["answered"]) == (KEPT, "yes")
    assert presence["answered_on"] == JUNE.isoformat()
    assert presence["settled"] is not None
    assert is_true(store)
    store.close()


def test_a_place_in_a_list_goes_over_unless_they_have_one() -> None:
    """What stays with nobody is passed by, and comes back with undo."""
    store = book([("pin", GONE, 0), ("pin", 4, 1)])
    merged(store)
    assert [row["person_id"] for row in rows(store, "pin")] == [KEPT, 4]
    store.close()
    store = book([("pin", GONE, 0), ("pin", KEPT, 1)])
    merged(store)
    assert [row["person_id"] for row in rows(store, "pin")] == [GONE, KEPT]
    store.close()


def test_the_same_week_is_put_off_once() -> None:
    """And another one as well."""
    acts = [
        ("put_off", who, week, "skip")
        for who, week in ((KEPT, "2025-W23"), (GONE, "2025-W23"), (GONE, "2025-W22"))
    ]
    store = book(acts)
    merged(store)
    weeks = [(row["person_id"], row["week"]) for row in rows(store, "skip")]
    assert weeks == [(KEPT, "2025-W23"), (KEPT, "2025-W22")]
    store.close()


def test_two_of_the_same_name_have_no_other_name() -> None:
    """It is theirs already, however it is written."""
    store = book([("edit", GONE, {"name": "ANN"})])
    merged(store)
    assert rows(store, "detail") == []
    store.close()
