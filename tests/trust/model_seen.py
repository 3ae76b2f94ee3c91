"""What a database holds, and what the model says, in one shape that can be compared."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.trust.model import IN_PERSON, SIT_DOWN, TWO_WAY, Model, World, fold
from tests.trust.model_thanks import waiting

Shape = dict[str, dict[Any, Any]]
"""By table, every row by its number, or by what else makes it one."""
Pins = dict[int, tuple[str, str, int, int]]
"""Slot, period, place and person of each; by number."""
_LOST = re.compile(r"(?m)^(Of .*? \([a-z0-9-]+\)): (.*)$")

# In the order of World, and of the tuples that `said` makes.
_ROWS = {
    "person": (
        "SELECT id, handle, name, folded, org, city, note, every, said_known, no_sell,"
        " entity, source, resting, snoozed_until, woken_on, woken, added_on, entered,"
        " rhythm, cluster, CASE WHEN last_contact IS NOT NULL THEN waits_from"
        " WHEN waits_from <> starts_on THEN 'elsewhere' END, known, connected,"
        " last_contact, last_heard, last_reached, last_tried, open_tries,"
        " first_sitdown, last_sitdown, fresh_on, usual_gap, touches, contact_days,"
        " dropped FROM person WHERE id > 1"
    ),
    "detail": "SELECT id, person_id, field, value, folded, entered FROM detail",
    "place": "SELECT id, name, folded FROM place",
    "touch": (
        "SELECT id, kind, day, place_id, note, in_person, sit_down, two_way, inbound,"
        " entered FROM touch"
    ),
    "presence": (
        "SELECT touch_id || ' ' || person_id, answered, answered_on, settled"
        " FROM presence"
    ),
    "guess": "SELECT id, touch_id, word FROM guess",
    "introduction": (
        "SELECT id, introducer_id, a_id, b_id, day, said, state, inbound, words,"
        " entered FROM introduction"
    ),
    "promise": (
        "SELECT id, person_id, text, due, state, closed_on, closed, entered"
        " FROM promise WHERE theirs = 0"
    ),
    "entry": (
        "SELECT id, person_id, way, kind, text, day, cents, touch_id,"
        " introduction_id, other_id, they_called, entered FROM entry"
    ),
    "thank": "SELECT entry_id || ' ' || person_id, thanked_on FROM thank",
    "skip": "SELECT person_id || ' ' || week || ' ' || how FROM skip",
    "retired": "SELECT handle FROM retired",
    "week": "SELECT week FROM active_week",
    "change": "SELECT id, command, state FROM change",
    "forgotten": "SELECT 'scrub ' || id FROM scrub",
    "me": "SELECT handle, name, touches, org, note FROM person WHERE id = 1",
}
ME_ROW = {"me": ("me", 0, "", "")}


def seen(path: Path) -> Shape:
    """Every row of a database; of one that is not there, nothing."""
    if not path.exists():
        return {name: {} for name in _ROWS} | {"me": ME_ROW}
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = {name: connection.execute(text) for name, text in _ROWS.items()}
        return {name: {row[0]: row[1:] for row in rows} for name, rows in found.items()}


def pins(path: Path) -> Pins:
    """What the plan said, outside the journal."""
    if not path.exists():
        return {}
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT id, slot, period, place, person_id FROM pin")
        return {row[0]: row[1:] for row in rows}


def counted(shape: Shape) -> Shape:
    """The same, with what a merge wrote into a note counted: Of A (a): 3."""

    def count(found: re.Match[str]) -> str:
        return f"{found[1]}: {found[2].count('; ') + 1}"

    note = 5
    people = {
        number: (*row[:note], _LOST.sub(count, row[note]), *row[note + 1 :])
        for number, row in shape["person"].items()
    }
    return {**shape, "person": people}


def unlike(found: Shape, wanted: Shape) -> list[tuple[Any, ...]]:
    """Table, key, what is there and what should be, of every row that differs."""
    return [
        (table, key, found[table].get(key), rows.get(key))
        for table, rows in wanted.items()
        for key in found[table].keys() | rows.keys()
        if found[table].get(key) != rows.get(key)
    ]


def said(model: Model) -> Shape:
    """What must be there, every row, as the model says it."""
    found = dict(_tables(model.world))
    found["change"] = dict(model.journal)
    found["week"] = dict.fromkeys(model.weeks, ())
    mine = [model.world.mine.get(field, "") for field in ("org", "note")]
    found["forgotten"], found["me"] = {}, {"me": (*ME_ROW["me"][:2], *mine)}
    return {
        name: {k: _plain(row) for k, row in rows.items()}
        for name, rows in found.items()
    }


def _tables(w: World) -> Iterator[tuple[str, dict[Any, Any]]]:
    yield "person", {n: _person(w, n) for n in w.person}
    yield "detail", dict(w.detail)
    yield "place", {n: (name, fold(name)) for n, name in w.place.items()}
    yield "touch", {n: _touch(w, n) for n in w.touch}
    there = [(n, *one) for n, touch in w.touch.items() for one in touch.there.items()]
    yield "presence", {f"{n} {who}": tuple(seen) for n, who, seen in there}
    yield "guess", dict(w.guess)
    yield (
        "introduction",
        {n: (*one[:5], w.state(n), *one[5:]) for n, one in w.introduction.items()},
    )
    yield "promise", dict(w.promise)
    yield "entry", {n: _entry(w, n) for n in w.entry}
    thanks: dict[tuple[int, int], Any] = dict.fromkeys(waiting(w)) | w.thanked
    yield "thank", {f"{n} {who}": (day,) for (n, who), day in thanks.items()}
    yield "skip", {" ".join(map(str, one)): () for one in w.skip}
    yield "retired", dict.fromkeys(w.retired, ())


def _person(w: World, number: int) -> tuple[Any, ...]:
    one, stands = w.person[number], w.standing(number)
    return (
        *(one.handle, one.name, fold(one.name), one.org, one.city, one.note),
        *(one.every, one.said_known, one.no_sell, "person", one.source, one.resting),
        *(one.snoozed_until, one.woken_on, one.woken, one.added_on, one.entered),
        *stands.values(),
    )


def _touch(w: World, number: int) -> tuple[Any, ...]:
    one = w.touch[number]
    facts = [one.kind in kinds for kinds in (IN_PERSON, SIT_DOWN, TWO_WAY)]
    place = one.place or None
    return (one.kind, one.day, place, one.note, *facts, one.inbound, one.entered)


def _entry(w: World, number: int) -> tuple[Any, ...]:
    one = w.entry[number]
    points = (one.touch or None, one.introduction or None, one.other or None)
    return (*one[:6], *points, one.they_called, one.entered)


def _plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """As SQLite has it: days as text, yes and no as numbers."""
    return tuple(
        value.isoformat()
        if hasattr(value, "isoformat")
        else int(value)
        if isinstance(value, bool)
        else value
        for value in row
    )
