"""Taking one person out of one database that is open: rows, texts, and the journal."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice

from netlog.db import policy, sql
from netlog.db.layout import STATISTICS, layout_of
from netlog.db.store import Store
from netlog.domain.journal import ENDS_HISTORY
from netlog.domain.names import fold
from netlog.domain.pins import Pin
from netlog.erasure.mentions import FORGOTTEN, Mentions, Needle, parts_of
from netlog.erasure.target import Register, Target
from netlog.repository import people
from netlog.repository.change import OpenChange, Row
from netlog.repository.derived import update_standing

FREE_TEXT = {
    table: columns
    for table, columns in policy.in_role("text").items()
    if table != "change"  # the journal is emptied
}
"""The columns that hold whatever the user typed, and may speak of anybody."""
_UNIQUE = {"detail": "value", "place": "name"}
"""Texts of which there is one, with what they are compared by beside them."""
_AT_ONCE = 20
"""How many names are looked for by one question: SQLite refuses a thousand words."""
_NO_NUMBERS = """
DELETE FROM sqlite_sequence WHERE typeof(seq) <> 'integer'
OR name NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')
"""
NearWords = dict[tuple[str, int], set[str]]
"""By table and key of a row: more words that mean the person in its text."""


class _Unrecorded(OpenChange):
    """Writes rows as any change does, and remembers nothing of it."""

    def remember(
        self, table: str, first: int, last: int, before: str | None, after: str | None
    ) -> None:
        """Nothing: the journal ends here."""


@contextmanager
def erasing(store: Store) -> Iterator[None]:
    """A transaction in which people are erased, all or nothing.

    Whatever points at a row is taken out before the row, so SQLite need not look for
    it: with half a million changes in the journal that would take three seconds.
    """
    store.connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with store.transaction():
            yield
    finally:
        store.connection.execute("PRAGMA foreign_keys=ON")


def erase(register: Register, target: Target, now: datetime) -> None:
    """Take somebody out of a database, within `erasing`; the journal is emptied.

    Where they are not in it, texts of others are cleaned of their names all the same.
    What follows from them for others is settled as `rm` settles it.
    """
    store, keys = register.store, register.keys(target)
    identity = target.identity.joined(register.identity(keys))
    mentions = identity.mentions(register.others(keys, identity.called))
    closely = _closely(store, keys, identity.parts)
    change = _Unrecorded(store, now)
    _take_out(change, keys, keys & register.living)
    _free(change, identity.handles, mentions)
    _mend(change, mentions, closely)
    _end_history(change)
    _empty_sqlites_own(store.connection)


def _take_out(change: OpenChange, keys: Iterable[int], living: Iterable[int]) -> None:
    """Take their rows out as `rm` does, and what `rm` leaves for undo."""
    for key in sorted(living):
        people.remove(change, people.get(change.store, key))
    for key in keys:
        for pin in sql.pins_of(change.store, key):
            _unpin(change, pin)
    for place in sql.deserted_places(change.store):
        change.take("place", place)


def _unpin(change: OpenChange, pin: Pin) -> None:
    """Take a pin out; in the newest week or month those behind move up.

    There the next is put behind as many; what was picked in earlier ones is history.
    """
    change.take("pin", pin.id)
    # SQL by hand: nothing else asks for it.
    newest = "SELECT max(period) FROM pin WHERE slot = ?"
    (last,) = change.store.connection.execute(newest, (pin.slot,)).fetchone()
    for other in sql.pins(change.store, pin.slot, pin.period):
        if other.place > pin.place and pin.period == last:
            change.patch("pin", other.id, {"place": other.place - 1})


def _free(change: OpenChange, handles: frozenset[str], mentions: Mentions) -> None:
    """Let anybody have the handles again that were theirs, or that speak of them.

    A namesake's was theirs with a number; it is nobody's name any more, even where the
    namesake is there, merged into somebody or under another handle.
    """
    # SQL by hand: only a forget reads them all.
    text = "SELECT id, handle FROM retired ORDER BY id"
    for key, handle in change.store.connection.execute(text).fetchall():
        if handle in handles or mentions.out_of(handle) != handle:
            change.take("retired", key)


# The texts of others.


def _closely(store: Store, keys: set[int], parts: set[str]) -> NearWords:
    """In which texts a part of the name alone means them: where they were, too.

    The notes of touches that they were at with others, without what another one there
    is called; and what is said of an entry that pointed at something of theirs alone.
    """
    found: NearWords = {}
    for key in keys:
        for entry in sql.entries_led_to(store, key):
            found["entry", entry] = parts
        for touch in sql.touches_of(store, key):
            company = sql.company_of(store, touch.id)
            others = [who.name for who in company if who.id not in keys]
            if others:
                named = {part for name in others for part in parts_of(name)}
                found["touch", touch.id] = parts - named
            else:
                for came in sql.entries_of_touch(store, touch.id):
                    found["entry", came.id] = parts
    return found


def _mend(change: OpenChange, mentions: Mentions, closely: NearWords) -> None:
    """Put FORGOTTEN in their place, in every text of the database."""
    mended: list[int] = []
    renamed = Renamed(change.store)
    for table, key in _candidates(change.store, mentions, closely):
        row = change.row_or_none(table, key)
        if row is None:
            continue
        fresh = {
            name: mentions.out_of(row[name], closely.get((table, key), ()))
            for name in FREE_TEXT[table]
            if _speaks_freely(table, name, row)
        }
        changed = {name: text for name, text in fresh.items() if text != row[name]}
        if changed and table in _UNIQUE:
            changed = renamed.columns(table, row, changed[_UNIQUE[table]])
        if changed:
            change.patch(table, key, changed)
            mended += [key] if table == "person" else [row.get("person_id", 0)]
    update_standing(change, filter(None, mended))


def _speaks_freely(table: str, column: str, row: Row) -> bool:
    """Whether a text may speak of anybody: an address is that of its person."""
    only = policy.columns()[table][column].only
    return all(row[other] in values for other, values in only)


def _candidates(
    store: Store, mentions: Mentions, closely: NearWords
) -> list[tuple[str, int]]:
    """The rows whose texts may speak of them: all that do, and few others."""
    found = set(closely)
    for table, columns in FREE_TEXT.items():
        for some in _batches(mentions.needles):
            wanted = " OR ".join(_speaks(column, some) for column in columns)
            # SQL by hand: columns and words are known only when it is run.
            text = f"SELECT id FROM {table} WHERE {wanted}"  # noqa: S608 (names of the schema)
            words = [f"%{word}%" for needle in some for word in needle] * len(columns)
            rows = store.connection.execute(text, words).fetchall()
            found |= {(table, key) for (key,) in rows}
    return sorted(found)


def _batches(needles: Iterable[Needle]) -> Iterator[list[Needle]]:
    """The needles, as many at a time as one question may have."""
    rest = iter(needles)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _speaks(column: str, needles: Iterable[Needle]) -> str:
    """A condition: all words of a needle, or what SQLite cannot lower or count.

    LIKE takes ASCII in either case, and that alone.
    """
    every = (" AND ".join(f"{column} LIKE ?" for _ in needle) for needle in needles)
    others = f"length(CAST({column} AS BLOB)) <> length({column})"
    return " OR ".join([*every, others])


class Renamed:
    """What becomes of texts of which there is one: two that become the same stay two.

    A tag that several people have stays one tag.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folded: dict[tuple[str, str], str] = {}
        self._taken: dict[str, set[str]] = defaultdict(set)

    def columns(self, table: str, row: Row, text: str) -> Row:
        """The text and what it is compared by, once somebody was taken out of it."""
        stem = fold(text)
        place = table, row["folded"]
        if place not in self._folded:
            self._folded[place] = self._free(table, stem)
        folded = self._folded[place]
        return {_UNIQUE[table]: text + folded.removeprefix(stem), "folded": folded}

    def _free(self, table: str, stem: str) -> str:
        taken = self._taken[table] or self._mended_before(table)
        folded, number = stem, 2
        while folded in taken:
            folded, number = f"{stem} {number}", number + 1
        taken.add(folded)
        return folded

    def _mended_before(self, table: str) -> set[str]:
        # SQL by hand: the table is known only when it is run.
        text = f"SELECT folded FROM {table} WHERE instr(folded, ?)"  # noqa: S608 (names of the schema)
        rows = self._store.connection.execute(text, (FORGOTTEN,)).fetchall()
        self._taken[table] = {folded for (folded,) in rows}
        return self._taken[table]


# The journal.


def _end_history(change: OpenChange) -> None:
    """Empty the journal; what it says from here on is that somebody was forgotten."""
    # SQL by hand: no statement of the build empties a table.
    change.store.connection.execute("DELETE FROM change_row")
    change.store.connection.execute("DELETE FROM change")
    change.put_new("change", at=change.now, command=ENDS_HISTORY, state="gone")


# What SQLite keeps beside.


def _empty_sqlites_own(file: sqlite3.Connection) -> None:
    """Leave nothing in SQLite's own tables but the last numbers of netlog's.

    Its statistics hold samples of texts; and whatever is planted there no row shows.
    """
    # SQL by hand: SQLite's own tables are in no model.
    for name in sorted(STATISTICS & {name for _, name, *_ in layout_of(file)}):
        file.execute(f"DELETE FROM {name}")  # noqa: S608 (one of SQLite's)
    file.execute(_NO_NUMBERS)
