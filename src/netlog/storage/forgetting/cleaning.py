"""Taking rows out of the tables and the journal, and names out of what stays."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from netlog.domain.mentions import FORGOTTEN
from netlog.storage.forgetting.closure import Closure
from netlog.storage.forgetting.images import Deed, Turn, rewrite
from netlog.storage.forgetting.target import Target
from netlog.storage.forgetting.texts import FOLLOWING, FREE, Texts
from netlog.storage.recorder import Raw
from netlog.storage.sql import TABLES
from netlog.storage.store import Store

_VALUED = ("--db", "--today", "--format")


class Cleaning:
    """Takes a person out of one file."""

    def __init__(self, store: Store, closure: Closure, target: Target) -> None:
        self.store = store
        self.closure = closure
        self.mentions = target.mentions
        self.texts = Texts(store, closure, target)

    def clean(self) -> list[Turn]:
        """Everything: the journal, the texts of the others, the rows.

        Gives the journal as it is then.
        """
        journal = [self._cleaned(turn) for turn in self.closure.held]
        self._mend_texts()
        self._close_ranks()
        self._let_go()
        self._take_out()
        return [turn for turn in journal if turn]

    # The journal.

    def _cleaned(self, turn: Turn) -> Turn | None:
        """A change as it is then; None where nothing is left of it."""
        cleaned = self._turn(turn)
        if cleaned == turn:
            return turn
        rewrite(self.store, cleaned)
        return cleaned if cleaned.deeds else None

    def _turn(self, turn: Turn) -> Turn:
        deeds = [one for deed in turn.deeds for one in self._deeds(deed)]
        if deeds == turn.deeds:
            return turn._replace(command=self.mentions.out_of(turn.command))
        return turn._replace(command=shortened(turn.command), deeds=deeds)

    def _deeds(self, deed: Deed) -> Iterator[Deed]:
        """What is left of a deed: nothing, the same, or several beside a gap."""
        gone = self.closure.gone[deed.table]
        if deed.sort == "update":
            if deed.first not in gone:
                yield from self._update(deed)
            return
        for first, last in runs(key for key in deed.keys if key not in gone):
            rows = deed.rows and [
                self._row(deed.table, row)
                for row in deed.rows
                if first <= row["id"] <= last
            ]
            yield deed._replace(first=first, last=last, rows=rows)

    def _update(self, deed: Deed) -> Iterator[Deed]:
        was, became = (
            self._row(deed.table, row | {"id": deed.first})
            for row in (deed.was, deed.became)
        )
        changed = [name for name in deed.was if was[name] != became[name]]
        if changed:
            yield deed._replace(
                was={name: was[name] for name in changed},
                became={name: became[name] for name in changed},
            )

    def _row(self, table: str, row: Raw) -> Raw:
        """A row of somebody else, or some of its columns, without the person."""
        lost = dict.fromkeys(self.closure.lost(table, row))
        return row | lost | self.texts.of(table, row)

    # The tables.

    def _mend_texts(self) -> None:
        """Take the names out of the texts that stand in the tables."""
        for table, columns in FREE.items():
            names = ("id", *columns, *FOLLOWING.get(table, ()))
            text = f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608 (names of the schema)
            for values in self.store.connection.execute(text).fetchall():
                row = dict(zip(names, values, strict=True))
                fresh = self.texts.of(table, row)
                if fresh and row["id"] not in self.closure.gone[table]:
                    self._patch(table, row["id"], fresh)

    def _patch(self, table: str, key: int, columns: Raw) -> None:
        named = ", ".join(f"{name} = :{name}" for name in columns)
        text = f"UPDATE {table} SET {named} WHERE id = :id"  # noqa: S608 (names of the schema)
        self.store.connection.execute(text, columns | {"id": key})

    def _close_ranks(self) -> None:
        """Take pins out; those behind move up, since the next is put behind as many."""
        run = self.store.connection.execute
        pins = run("SELECT id, slot, period, place FROM pin ORDER BY place").fetchall()
        gaps: dict[tuple[str, str], int] = {}
        for key, slot, period, place in pins:
            gap = gaps.get((slot, period), 0)
            if key in self.closure.gone["pin"]:
                run(TABLES["pin"].delete, {"id": key})
                gaps[slot, period] = gap + 1
            elif gap:
                self._patch("pin", key, {"place": place - gap})

    def _let_go(self) -> None:
        """Point at nothing what may, where it pointed at a row that goes."""
        for table, columns in self.closure.points.items():
            for column, target, free in columns:
                text = f"UPDATE {table} SET {column} = NULL WHERE {column} = ?"  # noqa: S608 (names of the schema)
                for key in self.closure.gone[target] if free else ():
                    self.store.connection.execute(text, (key,))

    def _take_out(self) -> None:
        """Delete the rows that go, whatever points at a row before the row."""
        for table in reversed(TABLES):
            for key in self.closure.gone[table]:
                self.store.connection.execute(TABLES[table].delete, {"id": key})


def runs(keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Keys in order as (first, last) of those without a gap."""
    there = list(keys)
    begins = there[:1] + [b for a, b in pairwise(there) if b != a + 1]
    ends = [a for a, b in pairwise(there) if b != a + 1] + there[-1:]
    return zip(begins, ends, strict=True)


def shortened(command: str) -> str:
    """The name of a command, without whatever was typed behind it."""
    from shlex import split

    try:
        words = iter(split(command))
    except ValueError:
        return FORGOTTEN
    for word in words:
        if word in _VALUED:
            next(words, None)
        elif not word.startswith("-"):
            return f"{word} {FORGOTTEN}"
    return FORGOTTEN
