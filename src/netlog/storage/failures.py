"""What SQLite says when it fails, in a sentence of ours and without the data."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from netlog.errors import DatabaseError, NetlogError

DAMAGED = (
    "The database is damaged.",
    "netlog doctor says what is wrong; netlog restore puts a backup back.",
)
UNCONFIRMED = "netlog history says whether it is stored; do it again if it is not."
_SAID = (
    (
        "locked",
        "The database is in use by another netlog.",
        "Wait until it has finished, then try again.",
    ),
    (
        "readonly",
        "The database cannot be written.",
        "Look at the permissions of the file and of its folder.",
    ),
    (
        "unable to open",
        "The database could not be opened.",
        "Look at the path and at the permissions of its folder.",
    ),
    (
        "full",
        "There is no room left on the disk; nothing was changed.",
        "Free some room, then try again.",
    ),
    (
        "not a database",
        "That file is not a netlog database.",
        "Name another one with --db.",
    ),
    ("malformed", *DAMAGED),
)
_OTHERWISE = (
    "The database could not be used.",
    "`netlog info` says which file it is; look whether it can be read and written.",
)


def explained(error: sqlite3.Error) -> NetlogError:
    """The error as netlog says it; SQLite's own words may hold private text."""
    words = str(error).replace("-", "")
    for sign, sentence, advice in _SAID:
        if sign in words:
            return DatabaseError(sentence, advice)
    return DatabaseError(*_OTHERWISE)


@contextmanager
def translated() -> Iterator[None]:
    """Turn what SQLite raises inside into an error of netlog's."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error) from error
