"""A file and a journal as a crash leaves them."""

import sqlite3
from contextlib import closing
from pathlib import Path


def crash(path: Path) -> None:
    """Leave the file half-written, with the journal that takes that back.

    What a process had written when it died is copied while it is still at it.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA cache_size=1")
        file.execute("BEGIN IMMEDIATE")
        file.execute("UPDATE touch SET note = hex(zeroblob(9000))")
        file.execute("UPDATE person SET note = hex(zeroblob(9000))")
        journal = path.with_name(f"{path.name}-journal")
        half, undone = path.read_bytes(), journal.read_bytes()
        file.execute("ROLLBACK")
    path.write_bytes(half)
    journal.write_bytes(undone)
    journal.chmod(0o600)
