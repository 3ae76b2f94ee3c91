"""Bit rot: what changed in a file although nobody changed it: held against a backup."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from netlog.db import policy
from netlog.db.migrations.layouts import filled
from netlog.db.open import address
from netlog.db.sql import TABLES
from netlog.doctor.rows import RottenRow
from netlog.namedtuple import NamedTuple
from netlog.repository.change import IN_TABLE

_UNCOMPARED = ("scrub",)
_MAY_GO = ("forgetting", "mark")
"""Tables outside the journal from which rows may be taken."""
# Written out, for a question to two files at once is none of the compiled ones.
# Changes that the backup does not have, or that were undone or redone since.
_SINCE = """
SELECT r.tab, r.row_id, r.last_id, r."before", r."after" FROM change_row r
JOIN change c ON c.id = r.change_id LEFT JOIN kept.change k ON k.id = r.change_id
WHERE k.id IS NULL OR k.state <> c.state
"""
# The schemas of both, and whether a change from before a later one was undone since.
_TURNED = """
WITH reached AS (SELECT max(number) AS number, max(at) AS at, count(*) > 1 AS later
    FROM version)
SELECT (SELECT max(number) FROM kept.version), number, later AND EXISTS (
    SELECT 1 FROM change c JOIN kept.change k ON k.id = c.id
    WHERE k.state <> c.state AND c.at < reached.at
) FROM reached
"""
_LAST = """
SELECT k.uid, c.uid FROM kept.{table} k LEFT JOIN {table} c ON c.id = k.id
ORDER BY k.id DESC LIMIT 1
"""


class RowChange(NamedTuple):
    """What a change did to rows of a table, from one key to another.

    `values` are all that a column held before and after; None where rows came or went.
    """

    first: int
    last: int
    values: dict[str, list[Any]] | None


class TableChanges(NamedTuple):
    """Everything that was done to a table: by the key of a row, or to many at once."""

    to_one: dict[int, list[RowChange]]
    to_many: list[RowChange]

    def to(self, key: int) -> list[RowChange]:
        """What was done to a row."""
        many = (change for change in self.to_many if change.first <= key <= change.last)
        return [*self.to_one.get(key, ()), *many]


def rotten_rows(connection: sqlite3.Connection, backup: Path) -> list[RottenRow] | None:
    """Rows that are not as in a backup, though no change since explains it.

    None where the file is no later state of the backup: another was restored.
    """
    connection.execute("ATTACH :file AS kept", {"file": address(backup)})
    try:
        connection.execute("BEGIN")
        return _rotten_in_all(connection) if _is_later_state(connection) else None
    finally:
        connection.execute("ROLLBACK")
        connection.execute("DETACH kept")


def _is_later_state(connection: sqlite3.Connection) -> bool:
    """Whether the newest change of the backup is there; one flipped bit is no other."""
    return all(_has_newest_of(connection, table) for table in ("version", "change"))


def _has_newest_of(connection: sqlite3.Connection, table: str) -> bool:
    kept, live = connection.execute(_LAST.format(table=table)).fetchone() or ("", "")
    if live is None or len(kept) != len(live):
        return False
    differing = [was for was, now in zip(kept, live, strict=True) if was != now]
    return len(differing) <= 1


def _rotten_in_all(connection: sqlite3.Connection) -> list[RottenRow]:
    changes, turned = _changes_since(connection), _turned_since(connection)
    return [
        row
        for table in sorted(TABLES)
        if table not in _UNCOMPARED
        for row in _rotten_in(connection, table, turned[table], changes[table])
    ]


def _turned_since(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """Columns by table that were written past the journal, and are no rot.

    By a step to a later schema; or anew, since a change from before it was undone.
    """
    turned: dict[str, set[str]] = defaultdict(set)
    kept, live, older = connection.execute(_TURNED).fetchone()
    for number in range(kept + 1, live + 1):
        turned["change_row"] |= {"before", "after"}
        for table, columns in filled(number).items():
            turned[table] |= set(columns)
    if kept < live or older:
        for table, names in policy.in_role("derived").items():
            turned[table] |= set(names)
    return turned


def _changes_since(connection: sqlite3.Connection) -> dict[str, TableChanges]:
    """What was done since the backup, by table."""
    found: dict[str, TableChanges] = defaultdict(lambda: TableChanges({}, []))
    for table, first, last, before, after in connection.execute(_SINCE):
        change, done = RowChange(first, last, _values_held(before, after)), found[table]
        to = done.to_one.setdefault(first, []) if first == last else done.to_many
        to.append(change)
    return found


def _values_held(before: str | None, after: str | None) -> dict[str, list[Any]] | None:
    if before is None or after is None:
        return None
    values: dict[str, list[Any]] = defaultdict(list)
    with suppress(ValueError):
        for row in (json.loads(before), json.loads(after)):
            for name, value in row.items():
                values[name].append(value)
    return values


def _rotten_in(
    connection: sqlite3.Connection,
    table: str,
    turned: Collection[str],
    changes: TableChanges,
) -> Iterator[RottenRow]:
    names = [name for name in _columns(connection, table) if name not in turned]
    if not names:
        return
    for row in connection.execute(_differing(table, names)):
        kept, live = row[: len(names)], row[len(names) :]
        was = dict(zip(names, kept, strict=True))
        columns = tuple(_unexplained(table, was, live, changes.to(kept[0])))
        if columns:
            yield _rotten_row(table, was, live, columns)


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
        # SQL by hand: both files at once, and the columns that both have.
        f"SELECT {kept}, {live} FROM kept.{table} k NOT INDEXED"  # noqa: S608 (names of ours)
        f" LEFT JOIN main.{table} l ON l.id = k.id"
        f" WHERE ({kept}) IS NOT ({live}) ORDER BY k.id"
    )


def _unexplained(
    table: str, kept: dict[str, Any], live: Any, done: list[RowChange]
) -> Iterator[str]:
    """The columns that differ though nothing was done to them since."""
    may_go = table in _MAY_GO and live[0] is None
    if may_go or any(change.values is None for change in done):
        return
    undo_column = _undo_column(table, kept, live)
    for (name, was), now in zip(kept.items(), live, strict=True):
        values = [v for change in done for v in (change.values or {}).get(name, [])]
        if was != now and now not in values and name != undo_column:
            yield name


def _undo_column(table: str, kept: dict[str, Any], live: Any) -> str:
    """The column of the journal in which undo and redo are seen, where they may be.

    What a change put in stands in its table or, undone, here.
    """
    if table == "change":
        return "state"
    if table != "change_row" or kept.get("before", "") is not None:
        return ""
    now = live[list(kept).index("after")]
    return "after" if IN_TABLE in {kept["after"], now} else ""


def _rotten_row(
    table: str, kept: dict[str, Any], live: Any, columns: tuple[str, ...]
) -> RottenRow:
    gone = live[0] is None
    name = kept["handle"] if table == "person" else ""
    return RottenRow(table, kept["id"], () if gone else columns, name)
