"""A network as a database of netlog's: python -m bench.database FILE PEOPLE TOUCHES."""

import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

from bench.network import FIRST_ID, network
from bench.rows import IMPORT, NOW, Row, tables

from netlog.storage.columns import inward
from netlog.storage.opening import create_store
from netlog.storage.recorder import Recorder
from netlog.storage.recording.settling import settle
from netlog.storage.sql import TABLES
from netlog.storage.store import Store
from netlog.storage.uids import uuid7

_CHECKED = 200


class WrongColumnsError(Exception):
    """Somebody does not stand where netlog itself would put them."""


def write(path: Path, people: int, touches: int) -> None:
    """Make the database of such a network; a file that is there is replaced."""
    path.unlink(missing_ok=True)
    store = create_store(path, NOW)
    store.connection.execute("PRAGMA synchronous=OFF")
    with store.transaction():
        for table, rows in tables(network(people, touches)):
            _fill(store, table, rows)
        _check(store)
    store.close()


def _fill(store: Store, table: str, rows: Iterable[Row]) -> None:
    columns = TABLES[table].columns
    text = TABLES[table].insert.partition(" RETURNING ")[0]
    stored = (
        {name: inward(kind, row.get(name)) for name, kind in columns}
        for row in ({"uid": uid} | row for uid, row in zip(_uids(), rows, strict=False))
    )
    store.connection.executemany(text, stored)


def _uids() -> Iterator[str]:
    """Uids a millisecond apart, as rows have that were not written in one day."""
    return (uuid7(NOW + timedelta(milliseconds=number)) for number in count())


def _check(store: Store) -> None:
    """Let netlog settle the first people anew: nothing may change."""
    recorder = Recorder(store, NOW, IMPORT)
    settle(recorder, range(FIRST_ID, FIRST_ID + _CHECKED))
    if recorder.wrote:
        raise WrongColumnsError("netlog settles these people elsewhere")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
