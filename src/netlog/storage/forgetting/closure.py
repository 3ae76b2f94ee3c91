"""Which rows go with a person: what cannot be without them, now and in the journal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from netlog.storage.forgetting.images import Turn, images
from netlog.storage.recorder import Raw
from netlog.storage.sql import TABLES
from netlog.storage.store import Store

Reference = tuple[str, str, bool]
"""A column, the table it points at, and whether a row can be without it."""
Points = dict[str, list[Reference]]
Keys = dict[str, set[int]]


def references(store: Store) -> Points:
    """What the rows of each table point at; a pin points at its person, too."""
    found: Points = {"pin": [("person_id", "person", False)]}
    for table in TABLES:
        ask = store.connection.execute
        needed = {row[1] for row in ask(f"PRAGMA table_info({table})") if row[3]}
        for row in ask(f"PRAGMA foreign_key_list({table})"):
            found.setdefault(table, []).append((row[3], row[2], row[3] not in needed))
    return found


class Closure:
    """The keys of every row that goes, by table.

    A row goes with any row that it cannot be without.  A touch goes when everybody
    goes who was ever at it, and a place when every touch goes that was ever there.
    """

    def __init__(
        self,
        store: Store,
        held: Sequence[Turn],
        people: Iterable[int],
        handles: Iterable[str],
    ) -> None:
        self.store = store
        self.held = held
        self.points = references(store)
        self.gone: Keys = {table: set() for table in TABLES}
        self.gone["person"] = set(people)
        self.shared: set[int] = set()
        """Touches that they were at with others, who stay."""
        self.bereft: set[int] = set()
        """Entries that pointed at something that goes."""
        self._add_retired(set(handles))
        self._grow()
        self._add_deserted("touch", "presence", "touch_id")
        self._grow()
        self._add_deserted("place", "touch", "place_id")
        self._find_bereft()

    def lost(self, table: str, row: Raw) -> list[str]:
        """The columns of a row that point at a row that goes, and may be empty."""
        return [
            column
            for column, target, free in self.points.get(table, ())
            if free and row.get(column) in self.gone[target]
        ]

    def _grow(self) -> None:
        """Add whatever cannot be without what goes, until there is no more."""
        size = -1
        while size != (size := sum(map(len, self.gone.values()))):
            for table, key in self._bound():
                self.gone[table].add(key)

    def _bound(self) -> Iterator[tuple[str, int]]:
        for table, column, target in self._needs():
            text = f"SELECT id FROM {table} WHERE {column} = ?"  # noqa: S608 (names of the schema)
            for there in list(self.gone[target]):
                for (key,) in self.store.connection.execute(text, (there,)).fetchall():
                    yield table, key
        for table, key, row in images(self.held):
            for column, target, free in self.points.get(table, ()):
                if not free and row.get(column) in self.gone[target]:
                    yield table, key

    def _needs(self) -> Iterator[tuple[str, str, str]]:
        for table in TABLES:
            for column, target, free in self.points.get(table, ()):
                if not free:
                    yield table, column, target

    def _add_deserted(self, table: str, guest: str, column: str) -> None:
        """Add the rows of a table whose every guest goes."""
        going = self.gone[guest]
        left = {there for key, there in self._guests(guest, column) if key in going}
        kept = {there for key, there in self._guests(guest, column) if key not in going}
        self.gone[table] |= left - kept - {None}
        if table == "touch":
            self.shared = left & kept

    def _add_retired(self, handles: set[str]) -> None:
        """Add the handles that were theirs, which anybody may have again."""
        rows = self.store.connection.execute("SELECT id, handle FROM retired")
        there = [(key, handle) for key, handle in rows]
        there += [
            (key, row["handle"])
            for table, key, row in images(self.held)
            if table == "retired"
        ]
        self.gone["retired"] = {key for key, handle in there if handle in handles}

    def _find_bereft(self) -> None:
        for column in ("touch_id", "introduction_id", "other_id"):
            guests = self._guests("entry", column)
            (target,) = (to for name, to, _ in self.points["entry"] if name == column)
            self.bereft |= {key for key, there in guests if there in self.gone[target]}

    def _guests(self, table: str, column: str) -> Iterator[tuple[int, int]]:
        """Every row there ever was of a table, and what it points at."""
        text = f"SELECT id, {column} FROM {table}"  # noqa: S608 (names of the schema)
        yield from self.store.connection.execute(text).fetchall()
        for one, key, row in images(self.held):
            if one == table and column in row:
                yield key, row[column]


def links(points: Points, turn: Turn) -> Iterator[tuple[int, int]]:
    """Pairs of people of whom a change gave a row of the one to the other."""
    for deed in turn.deeds:
        whose = [
            column
            for column, target, _ in points.get(deed.table, ())
            if target == "person" and column in deed.was
        ]
        was = {deed.was[column] for column in whose} - {None}
        became = {deed.became[column] for column in whose} - {None}
        yield from product(was - became, became - was)
