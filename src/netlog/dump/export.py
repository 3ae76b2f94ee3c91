"""Everything in the database as JSON, a line a row: two exports can be compared."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from json import JSONEncoder
from typing import Any

from netlog.db import policy, sql
from netlog.db.conversions import inward
from netlog.db.failures import translated
from netlog.db.sql import TABLES
from netlog.db.store import Store
from netlog.namedtuple import NamedTuple

SCHEMA = "netlog.export/1"
"""What an export says it is."""
LARGEST = 2**53
"""Up to here every program that reads JSON has whole numbers exactly."""

EXPORTED = tuple(name for name, table in policy.tables().items() if table.exported)
"""All tables but those about this file alone, whatever a row points at before it."""
JOURNALED = tuple(name for name in EXPORTED if policy.tables()[name].journaled)
"""The exported tables whose rows undo takes out again after an import."""
NUMBERED = tuple(name for name in EXPORTED if name != "change")
"""The tables whose numbers go on; those of changes go on from what is loaded."""

ExportRow = Mapping[str, Any]
"""A row by its columns: text, whole numbers and null, as the file holds them."""

_encode = JSONEncoder(ensure_ascii=False).encode
_encode_in_ascii = JSONEncoder(ensure_ascii=True).encode


class Header(NamedTuple):
    """What stands before the rows of an export.

    The schema of the database, how many rows there are of each table, and the last
    number that each has given: none is ever given twice.
    """

    version: int
    counts: Mapping[str, int]
    numbers: Mapping[str, int]


def iterdump(store: Store) -> Generator[str]:
    """Every line of the export, all as of one moment, whoever writes meanwhile."""
    with _one_moment(store):
        yield from json_lines(header_of(store), tables_of(store))


@contextmanager
def _one_moment(store: Store) -> Iterator[None]:
    with translated():
        store.connection.execute("BEGIN")
        try:
            yield
        finally:
            store.connection.execute("ROLLBACK")


def header_of(store: Store) -> Header:
    """What the export of a database says before its rows."""
    return Header(
        sql.schema_version(store),
        {table: _count(store, table) for table in EXPORTED},
        {table: store.last_number(table) for table in NUMBERED},
    )


def _count(store: Store, table: str) -> int:
    if table == "change":
        return sql.count_mentioned(store)
    # The name of each table is put in: no statement can be bound to one.
    text = f"SELECT count(*) FROM {table}"  # noqa: S608 (a name of ours)
    count: int = store.connection.execute(text).fetchone()[0]
    return count


def tables_of(store: Store) -> Iterator[tuple[str, Iterator[ExportRow]]]:
    """Each exported table with its rows in the order of their numbers.

    Of the changes it is those by which something that is there was entered or closed.
    """
    for table in EXPORTED:
        names = [name for name, _ in TABLES[table].columns]
        rows = _changes(store) if table == "change" else _all_rows(store, table)
        yield table, (dict(zip(names, row, strict=True)) for row in rows)


def _changes(store: Store) -> Iterator[list[Any]]:
    kinds = [kind for _, kind in TABLES["change"].columns]
    for row in store.rows(sql.CHANGES_MENTIONED):
        yield list(map(inward, kinds, row))


def _all_rows(store: Store, table: str) -> Iterator[tuple[Any, ...]]:
    with translated():
        yield from store.connection.execute(every_row(table))


def every_row(table: str) -> str:
    """The SQL that asks for all rows of a table, in the order of their numbers."""
    return f"{TABLES[table].fetch.partition(' WHERE ')[0]} ORDER BY {table}.id"


def json_lines(
    header: Header, tables: Iterable[tuple[str, Iterable[ExportRow]]]
) -> Iterator[str]:
    """The lines of the file, each with its end; the same rows give the same bytes."""
    yield f'{{"schema": {json_line(SCHEMA)}, "data": {{\n'
    yield f'"version": {header.version},\n'
    yield f'"counts": {json_line(dict(header.counts))},\n'
    yield f'"numbers": {json_line(dict(header.numbers))},\n'
    yield '"tables": {'
    before = "\n"
    for name, rows in tables:
        yield f"{before}{json_line(name)}: ["
        yield from _json_rows(rows)
        before = ",\n"
    yield "\n}}}\n"


def _json_rows(rows: Iterable[ExportRow]) -> Iterator[str]:
    """The rows of one table, parted by commas, and the end of the list."""
    encoded = map(json_line, rows)
    for first in encoded:
        yield f"\n{first}"
        yield from chain.from_iterable((",\n", row) for row in encoded)
        yield "\n"
    yield "]"


def json_line(value: object) -> str:
    """A value as JSON on one line; what cannot be seen in it is escaped."""
    text = _encode(value)
    return text if text.isprintable() else _encode_in_ascii(value)
