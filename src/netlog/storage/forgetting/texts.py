"""Taking names out of what the user typed of others: notes, places, tags."""

from collections.abc import Iterator

from netlog.domain.mentions import FORGOTTEN, parts_of
from netlog.domain.names import fold
from netlog.storage.forgetting.closure import Closure
from netlog.storage.forgetting.images import images
from netlog.storage.forgetting.target import Target
from netlog.storage.recorder import Raw
from netlog.storage.store import Store

FREE = {
    "person": ("org", "role", "city", "note"),
    "detail": ("value",),
    "place": ("name",),
    "touch": ("note",),
    "promise": ("text",),
    "entry": ("text",),
}
"""The columns that hold whatever the user typed, and may speak of anybody."""
FOLLOWING = {"person": ("cluster",), "detail": ("folded",), "place": ("folded",)}
"""What follows from these and changes with them."""
FREE_DETAILS = ("tag", "likes", "needs", "offers")
"""The details that speak; the others are addresses and names of their person."""


class Texts:
    """What becomes of the texts of rows that stay; asked before anything is done."""

    def __init__(self, store: Store, closure: Closure, target: Target) -> None:
        self.store = store
        self.closure = closure
        self.mentions = target.mentions
        self.parts = target.parts
        self._speaking = self._details()
        self._taken = set(self._forgotten_already())
        self._renamed: dict[tuple[str, str], str] = {}
        self._clusters = dict(self._new_clusters())
        self._near = dict(self._names_near())

    def of(self, table: str, row: Raw) -> Raw:
        """The columns of a row, or of a part of one with its key, that change."""
        if table in {"detail", "place"}:
            return self._keyed(table, row)
        found = {
            name: self.mentions.out_of(row[name], self._closely(table, row["id"]))
            for name in FREE.get(table, ())
            if row.get(name)
        }
        if row.get("cluster") in self._clusters:
            found["cluster"] = self._clusters[row["cluster"]]
        return {name: text for name, text in found.items() if text != row[name]}

    def _closely(self, table: str, key: int) -> set[str]:
        """Parts of the name that can mean nobody else in a text."""
        if table == "entry" and key in self.closure.bereft:
            return self.parts
        return self._near.get(key, set()) if table == "touch" else set()

    def _keyed(self, table: str, row: Raw) -> Raw:
        """A text of which there is one: two that become the same are kept apart."""
        (value,) = FREE[table]
        if value not in row or (table == "detail" and row["id"] not in self._speaking):
            return {}
        text = self.mentions.out_of(row[value])
        if text == row[value]:
            return {}
        stem = fold(text)
        key = self._kept_apart(table, fold(row[value]), stem)
        return {value: text + key.removeprefix(stem), "folded": key}

    def _kept_apart(self, table: str, folded: str, stem: str) -> str:
        place = (table, folded)
        if place not in self._renamed:
            key, number = stem, 2
            while (table, key) in self._taken:
                key, number = f"{stem} {number}", number + 1
            self._taken.add((table, key))
            self._renamed[place] = key
        return self._renamed[place]

    def _details(self) -> set[int]:
        return {
            row["id"]
            for row in self._all("detail", "field")
            if row["field"] in FREE_DETAILS
        }

    def _forgotten_already(self) -> Iterator[tuple[str, str]]:
        """Texts that somebody was taken out of before."""
        for table in ("place", "detail"):
            (value,) = FREE[table]
            for row in self._all(table, value):
                if FORGOTTEN in row[value]:
                    yield table, fold(row[value])

    def _new_clusters(self) -> Iterator[tuple[str, str]]:
        """What clusters become where the organisation or the tag changes."""
        for row in self._all("person", "org"):
            text = self.mentions.out_of(row["org"])
            if text != row["org"]:
                yield fold(row["org"]), fold(text)
        for row in self._all("detail", "value"):
            fresh = self._keyed("detail", row)
            if fresh:
                yield fold(row["value"]), fresh["folded"]

    def _names_near(self) -> Iterator[tuple[int, set[str]]]:
        """Parts of the name that mean the person in the note of a shared touch."""
        text = (
            "SELECT person_id, name FROM presence JOIN person"
            " ON person.id = person_id WHERE touch_id = ?"
        )
        gone = self.closure.gone["person"]
        for touch in self.closure.shared:
            there = self.store.connection.execute(text, (touch,)).fetchall()
            others = {
                p for key, name in there if key not in gone for p in parts_of(name)
            }
            yield touch, self.parts - others

    def _all(self, table: str, column: str) -> Iterator[Raw]:
        """Every text there is or was in a column, with the key of its row."""
        text = f"SELECT id, {column} FROM {table}"  # noqa: S608 (names of the schema)
        for key, value in self.store.connection.execute(text).fetchall():
            yield {"id": key, column: value}
        for one, key, row in images(self.closure.held):
            if one == table and row.get(column):
                yield {"id": key, column: row[column]}
