"""Making a new database, and giving it its name."""

import os
import re
from datetime import datetime
from pathlib import Path

from netlog.errors import DatabaseError
from netlog.storage.failures import cannot_be_made, translated
from netlog.storage.opening import connect, fill_new
from netlog.storage.store import Store

_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
MADE_MEANWHILE = (
    "A database was made there meanwhile; nothing was written.",
    "Look at it with netlog list, then do it again.",
)


def sweep(path: Path) -> None:
    """Take away what was to become a database, and was killed; for who is alone."""
    ours = re.compile(rf"\.{re.escape(path.name)}\.{_UUID}(-journal)?")
    for left in path.parent.iterdir():
        if ours.fullmatch(left.name):
            left.unlink(missing_ok=True)


def lay_out(path: Path, now: datetime) -> None:
    """Make a new database, 0600, with nobody in it."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise cannot_be_made(error) from error
    with translated():
        connection = connect(path, "rw")
        store = Store(connection)
        with store.transaction():
            fill_new(connection, now)
        store.close()


def name_new(made: Path, path: Path) -> None:
    """Give a new file its name; DatabaseError where another one has it by now."""
    try:
        os.link(made, path)
    except FileExistsError as error:
        raise DatabaseError(*MADE_MEANWHILE) from error
    except OSError:  # some disks know no links
        made.replace(path)
