"""What changed in a file although nobody changed it: held against a backup."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from netlog.domain.examined import Rotten
from netlog.records import NamedTuple
from netlog.storage.opening import address
from netlog.storage.recorder import STANDS
from netlog.storage.sql import TABLES

_UNCOMPARED = ("scrub",)
_MAY_GO = ("forgetting", "mark")
"""Tables outside the journal from which rows may be taken."""
# Changes that the backup does not have, or that were undone or redone since.
_SINCE = """
SELECT r.tab, r.row_id, r.last_id, r."before", r."after" FROM change_row r
JOIN change c ON c.id = r.change_id LEFT JOIN kept.change k ON k.id = r.change_id
WHERE k.id IS NULL OR k.state <> c.state
"""
_LAST = """
SELECT k.uid, c.uid FROM kept.{table} k LEFT JOIN {table} c ON c.id = k.id
ORDER BY k.id DESC LIMIT 1
"""


class Deed(NamedTuple):
    """What a change did to rows of a table, from one key to another.

    `values` are all that a column held before and after; None where rows came or went.
    """

    first: int
    last: int
    values: dict[str, list[Any]] | None


class Deeds(NamedTuple):
    """Everything that was done to a table: by the key of a row, or to many at once."""

    to_one: dict[int, list[Deed]]
    to_many: list[Deed]

    def to(self, key: int) -> list[Deed]:
        """What was done to a row."""
        many = (deed for deed in self.to_many if deed.first <= key <= deed.last)
        return [*self.to_one.get(key, ()), *many]


def rotten(connection: sqlite3.Connection, backup: Path) -> list[Rotten] | None:
    """Rows that are not as in a backup, though no change since explains it.

    None where the file is no later state of the backup: another was restored.
    """
    connection.execute("ATTACH :file AS kept", {"file": address(backup)})
    try:
        connection.execute("BEGIN")
        return _rotten(connection) if _is_of_the_line(connection) else None
    finally:
        connection.execute("ROLLBACK")
        connection.execute("DETACH kept")


def _is_of_the_line(connection: sqlite3.Connection) -> bool:
    """Whether the newest change of the backup is there; one flipped bit is no other."""
    return all(_is_there(connection, table) for table in ("version", "change"))


def _is_there(connection: sqlite3.Connection, table: str) -> bool:
    kept, live = connection.execute(_LAST.format(table=table)).fetchone() or ("", "")
    if live is None or len(kept) != len(live):
        return False
    other = [one for one, now in zip(kept, live, strict=True) if one != now]
    return len(other) <= 1


def _rotten(connection: sqlite3.Connection) -> list[Rotten]:
    deeds = _deeds(connection)
    return [
        one
        for table in sorted(TABLES)
        if table not in _UNCOMPARED
        for one in _of_table(connection, table, deeds[table])
    ]


def _deeds(connection: sqlite3.Connection) -> dict[str, Deeds]:
    """What was done since the backup, by table."""
    found: dict[str, Deeds] = defaultdict(lambda: Deeds({}, []))
    for table, first, last, before, after in connection.execute(_SINCE):
        deed, done = Deed(first, last, _held(before, after)), found[table]
        to = done.to_one.setdefault(first, []) if first == last else done.to_many
        to.append(deed)
    return found


def _held(before: str | None, after: str | None) -> dict[str, list[Any]] | None:
    if before is None or after is None:
        return None
    held: dict[str, list[Any]] = defaultdict(list)
    with suppress(ValueError):
        for row in (json.loads(before), json.loads(after)):
            for name, value in row.items():
                held[name].append(value)
    return held


def _of_table(
    connection: sqlite3.Connection, table: str, deeds: Deeds
) -> Iterator[Rotten]:
    names = _columns(connection, table)
    if not names:
        return
    for row in connection.execute(_differing(table, names)):
        kept, live = row[: len(names)], row[len(names) :]
        was = dict(zip(names, kept, strict=True))
        columns = tuple(_unexplained(table, was, live, deeds.to(kept[0])))
        if columns:
            yield _named(table, was, live, columns)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns that a table has in the file and had in the backup; id is first."""
    kept, live = (
        [row[1] for row in connection.execute(f"PRAGMA {side}.table_info({table})")]
        for side in ("kept", "main")
    )
    return [name for name in kept if name in live]


def _differing(table: str, names: Iterable[str]) -> str:
    """Rows of the backup that are another now, or are not there: both, side by side.

    Both tables are read in the order of their keys, which takes no time to speak of.
    """
    kept, live = (
        ", ".join(f'{side}."{name}"' for name in names) for side in ("k", "l")
    )
    return (
        f"SELECT {kept}, {live} FROM kept.{table} k NOT INDEXED"  # noqa: S608 (names of ours)
        f" LEFT JOIN main.{table} l ON l.id = k.id"
        f" WHERE ({kept}) IS NOT ({live}) ORDER BY k.id"
    )


def _unexplained(
    table: str, kept: dict[str, Any], live: Any, done: list[Deed]
) -> Iterator[str]:
    """The columns that differ though nothing was done to them since."""
    may_go = table in _MAY_GO and live[0] is None
    if may_go or any(deed.values is None for deed in done):
        return
    turned = _turned(table, kept, live)
    for (name, was), now in zip(kept.items(), live, strict=True):
        held = [v for deed in done for v in (deed.values or {}).get(name, [])]
        if was != now and now not in held and name != turned:
            yield name


def _turned(table: str, kept: dict[str, Any], live: Any) -> str:
    """The column of the journal in which undo and redo are seen, where they may be.

    What a change put in stands in its table or, undone, here.
    """
    if table == "change":
        return "state"
    if table != "change_row" or kept["before"] is not None:
        return ""
    now = live[list(kept).index("after")]
    return "after" if STANDS in {kept["after"], now} else ""


def _named(
    table: str, kept: dict[str, Any], live: Any, columns: tuple[str, ...]
) -> Rotten:
    gone = live[0] is None
    name = kept["handle"] if table == "person" else ""
    return Rotten(table, kept["id"], () if gone else columns, name)
