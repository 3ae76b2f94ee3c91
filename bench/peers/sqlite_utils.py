"""sqlite-utils: a table of people and one of touches."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bench.network import Contact, Network, Someone
from bench.peers.peer import Peer


def prepare(home: Path, network: Network) -> None:
    """The two tables, with a column for every field."""
    with closing(sqlite3.connect(home / "network.db")) as connection, connection:
        for table, shape, rows in (
            ("people", Someone, network.people),
            ("touches", Contact, network.contacts),
        ):
            marks = ", ".join("?" * len(shape._fields))
            connection.execute(f"CREATE TABLE {table} ({', '.join(shape._fields)})")
            connection.executemany(
                f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 (our own words)
                [[_plain(value) for value in row] for row in rows],
            )


def _plain(value: object) -> object:
    return value if isinstance(value, int) else str(value)


PEER = Peer(
    name="sqlite-utils",
    package="sqlite-utils==4.2.1",
    command=("sqlite-utils", "rows", "network.db", "people"),
    nearest="list",
    prepare=prepare,
)
