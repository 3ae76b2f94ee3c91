"""Everything a file holds of one person besides their rows: plans, texts, changes."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from netlog.db import sql
from netlog.db.conversions import inward
from netlog.db.failures import translated
from netlog.db.records import ChangeRow
from netlog.db.sql import TABLES
from netlog.db.store import Store
from netlog.domain.ledger import Thank
from netlog.domain.pins import Pin, Skip
from netlog.erasure.erase import FREE_TEXT
from netlog.erasure.mentions import Mentions
from netlog.erasure.target import Register
from netlog.namedtuple import NamedTuple
from netlog.repository.change import Row

_ALL = 2**62
Keys = dict[str, set[int]]
"""The keys of rows, by their table."""


class Mention(NamedTuple):
    """A text of somebody else that speaks of them."""

    table: str
    number: int
    column: str
    text: str


class Doing(NamedTuple):
    """A change that was about them: its words, and what it did to rows of theirs."""

    change: int
    at: str
    command: str
    state: str
    rows: list[dict[str, Any]]


class Dossier(NamedTuple):
    """Names they ever had, thanks, plans, texts of others, and changes."""

    called: list[str]
    thanks: list[Thank]
    skips: list[Skip]
    pins: list[Pin]
    mentioned: list[Mention]
    changes: list[Doing]


class _Deed(NamedTuple):
    """What a change did to rows of one table: "insert", "update" or "delete".

    `rows` are whole rows that came or went, where the journal holds them; `was` and
    `became` the columns of a row that was updated.
    """

    what: str
    table: str
    keys: range
    rows: list[Row]
    was: Row
    became: Row

    @property
    def images(self) -> Iterator[tuple[int, Row]]:
        """The rows, or parts of one, as they were and became, with their keys."""
        yield from ((row["id"], row) for row in self.rows)
        yield from ((self.keys[0], part) for part in (self.was, self.became) if part)


@translated()
def dossier_of(store: Store, person_id: int) -> Dossier:
    """Names somebody had, plans, thanks, texts of others, and what was changed."""
    register = Register(store)
    keys = register.whole(person_id)
    identity = register.identity(keys)
    mentions = identity.mentions(register.others(keys, identity.called))
    deeds = _deeds(store)
    theirs = _Theirs(store, [one for some in deeds.values() for one in some], keys).keys
    return Dossier(
        sorted(identity.names | identity.handles),
        sql.thanks_to(store, person_id),
        sql.skips_of(store, person_id),
        sql.pins_of(store, person_id),
        list(_mentioned(store, mentions, theirs)),
        list(_doings(store, mentions, theirs, deeds)),
    )


def _mentioned(store: Store, mentions: Mentions, theirs: Keys) -> Iterator[Mention]:
    """Texts of others that speak of them."""
    for table, columns in FREE_TEXT.items():
        for column in columns:
            # SQL by hand: which columns are free text is known only when it is run.
            text = f"SELECT id, {column} FROM {table} ORDER BY id"  # noqa: S608 (names of the schema)
            for key, said in store.connection.execute(text).fetchall():
                if key not in theirs[table] and mentions.out_of(said) != said:
                    yield Mention(table, key, column, said)


def _doings(
    store: Store, mentions: Mentions, theirs: Keys, deeds: dict[int, list[_Deed]]
) -> Iterator[Doing]:
    """Changes of what is theirs, and others whose words speak of them."""
    for change in reversed(sql.changes(store, _ALL)):
        about = [
            deed
            for deed in deeds.get(change.id, ())
            if not theirs[deed.table].isdisjoint(deed.keys)
        ]
        if about or mentions.out_of(change.command) != change.command:
            told = [_told(deed, theirs[deed.table]) for deed in about]
            yield Doing(
                change.id, _written(change.at), change.command, change.state, told
            )


def _written(at: datetime) -> str:
    """A moment as the file writes it."""
    return str(inward("moment", at))


def _told(deed: _Deed, theirs: set[int]) -> dict[str, Any]:
    """What was done to rows of theirs; rows that stand in a table are shown there."""
    return {
        "what": deed.what,
        "table": deed.table,
        "numbers": [key for key in deed.keys if key in theirs],
        "rows": [row for row in deed.rows if row["id"] in theirs],
        "was": deed.was,
        "became": deed.became,
    }


def _deeds(store: Store) -> dict[int, list[_Deed]]:
    """What every change did, by its number."""
    found: dict[int, list[_Deed]] = defaultdict(list)
    for row in sql.every_change_row(store):
        found[row.change_id].append(_deed(row))
    return found


def _deed(row: ChangeRow) -> _Deed:
    keys = range(row.row_id, row.last_id + 1)
    if row.before is None:
        rows = json.loads(row.after) if row.after else []
        return _Deed("insert", row.tab, keys, rows, {}, {})
    before = json.loads(row.before)
    if row.after is None:
        return _Deed("delete", row.tab, keys, before, {}, {})
    return _Deed("update", row.tab, keys, [], before, json.loads(row.after))


class _Theirs:
    """The rows that are one person's, now and in the journal: `keys`, by table.

    A row is theirs when it cannot be without one that is; a touch or a booking, when
    nobody else was ever at it, and a place, when nothing else ever was there.
    """

    def __init__(self, store: Store, deeds: list[_Deed], people: Iterable[int]) -> None:
        self._store = store
        self._deeds = deeds
        self._needs = list(_needs(store))
        self.keys: Keys = {table: set() for table in TABLES}
        self.keys["person"] |= set(people)
        self._grow()
        self._add_deserted("touch", [("presence", "touch_id")])
        self._add_deserted("booking", [("attendee", "booking_id")])
        self._grow()
        self._add_deserted("place", [("touch", "place_id"), ("booking", "place_id")])

    def _grow(self) -> None:
        """Add whatever cannot be without what is there, until there is no more."""
        size = -1
        while size != (size := sum(map(len, self.keys.values()))):
            for table, column, target in self._needs:
                whose = self.keys[target]
                self.keys[table] |= {
                    key for key, to in self._pointing(table, column) if to in whose
                }

    def _add_deserted(self, table: str, guests: Iterable[tuple[str, str]]) -> None:
        """Add the rows of a table whose every guest, in other tables, is theirs."""
        theirs: set[int | None] = set()
        others: set[int | None] = {None}
        for guest, column in guests:
            for key, to in self._pointing(guest, column):
                (theirs if key in self.keys[guest] else others).add(to)
        self.keys[table] |= {key for key in theirs - others if key}

    def _pointing(self, table: str, column: str) -> Iterator[tuple[int, int]]:
        """Every row there ever was of a table, and what it points at."""
        # SQL by hand: which columns point at a row is known only when it is run.
        text = f"SELECT id, {column} FROM {table}"  # noqa: S608 (names of the schema)
        yield from self._store.connection.execute(text).fetchall()
        for deed in self._deeds:
            for key, row in deed.images if deed.table == table else ():
                if column in row:
                    yield key, row[column]


def _needs(store: Store) -> Iterator[tuple[str, str, str]]:
    """Columns that cannot be empty, with their table and the one they point at."""
    yield "pin", "person_id", "person"
    for table in TABLES:
        columns = store.connection.execute(f"PRAGMA table_info({table})").fetchall()
        needed = {name for _, name, _, is_needed, *_ in columns if is_needed}
        keys = store.connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        for _, _, target, column, *_ in keys:
            if column in needed:
                yield table, column, target
