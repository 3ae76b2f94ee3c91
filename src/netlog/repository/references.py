"""What points at a row: it goes with it, is cleared, or is given to another row."""

from collections import Counter
from collections.abc import Iterator, Mapping

from netlog.db import policy
from netlog.db.policy import Reference
from netlog.db.sql import TABLES
from netlog.repository.change import OpenChange, Row

RowPlace = tuple[str, int]
"""Where a row stands: its table and its key."""


def remove_row(change: OpenChange, table: str, key: int) -> None:
    """Take a row out, with all that goes with it; what else points there is cleared.

    Whatever points at a row is taken out or cleared before the row is.
    """
    going = _going(change, table, key)
    for place in going:
        for reference, row in _pointing(change, place, "clear"):
            if (reference.table, row["id"]) not in going:
                _point(change, reference, row, None)
    parents_first = list(policy.tables())
    for name, number in sorted(going, key=lambda place: -parents_first.index(place[0])):
        change.delete(name, number)


def move_references(
    change: OpenChange, table: str, kept: int, gone: int
) -> Mapping[str, int]:
    """Let what points at one row point at another; gives how many rows, by table.

    Where a unique constraint has room for one of two, the one of `kept` stays.
    """
    moved: Counter[str] = Counter()
    for reference in policy.references(table):
        if reference.policy.at_merge == "move":
            moved[reference.table] += _move(change, reference, kept, gone)
    return moved


def _going(change: OpenChange, table: str, key: int) -> dict[RowPlace, Row]:
    """A row and all rows that go with it."""
    going: dict[RowPlace, Row] = {}
    waiting = [((table, key), change.row(table, key))]
    while waiting:
        place, row = waiting.pop()
        if place not in going:
            going[place] = row
            waiting += (
                ((reference.table, pointing["id"]), pointing)
                for reference, pointing in _pointing(change, place, "delete")
            )
            waiting += (
                (deserted, change.row(*deserted))
                for deserted in _deserted(change, place, row, going)
            )
    return going


def _pointing(
    change: OpenChange, place: RowPlace, at_rm: str
) -> Iterator[tuple[Reference, Row]]:
    """The rows that point at one and are treated so when it is taken out."""
    table, key = place
    for reference in policy.references(table):
        if reference.policy.at_rm == at_rm:
            for row in change.pointing(reference.table, reference.column, key):
                yield reference, row


def _deserted(
    change: OpenChange, place: RowPlace, row: Row, going: Mapping[RowPlace, Row]
) -> Iterator[RowPlace]:
    """Where the last row that kept another goes: the other goes as well."""
    table, _ = place
    for column, column_policy in policy.columns()[table].items():
        kept, key = column_policy.table, row[column]
        if kept and key and policy.tables()[kept].kept_by == table:
            keepers = change.pointing(table, column, key)
            if all((table, keeper["id"]) in going for keeper in keepers):
                yield kept, key


def _move(change: OpenChange, reference: Reference, kept: int, gone: int) -> int:
    table, column, _ = reference
    unique = [names for names in TABLES[table].unique if column in names]
    of_kept = {
        _without(names, column, row)
        for names in unique
        for row in change.pointing(table, column, kept)
    }
    rows = change.pointing(table, column, gone)
    for row in rows:
        if any(_without(names, column, row) in of_kept for names in unique):
            remove_row(change, table, row["id"])
        else:
            _point(change, reference, row, kept)
    return len(rows)


def _without(names: tuple[str, ...], column: str, row: Row) -> tuple[object, ...]:
    """A unique constraint, with what the row has in its other columns."""
    return names, *(row[name] for name in names if name != column)


def _point(change: OpenChange, reference: Reference, row: Row, key: int | None) -> None:
    """Let a row point at another one, or at none."""
    change.update(reference.table, row["id"], **{reference.column: key})
