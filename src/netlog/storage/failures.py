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
SAID = (
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
        "There is no room left on the disk.",
        "Nothing was changed; free some room, then try again.",
    ),
    (
        "not a database",
        "That file is not a netlog database.",
        "Name another one with --db.",
    ),
    ("malformed", *DAMAGED),
)
OTHERWISE = (
    "The database could not be used.",
    "netlog doctor says what is wrong with it.",
)
"""What is said where SQLite fails: by a sign in its words, or else."""


def explained(error: sqlite3.Error) -> NetlogError:
    """The error as netlog says it; SQLite's own words may hold private text."""
    words = str(error).replace("-", "")
    for sign, sentence, advice in SAID:
        if sign in words:
            return DatabaseError(sentence, advice)
    return DatabaseError(*OTHERWISE)


def cannot_be_made(error: OSError) -> DatabaseError:
    """The error where a new file or its folder fails."""
    return DatabaseError(
        f"The database could not be made: {error.strerror}.",
        "Look at the permissions of the folder, or name another file with --db.",
    )


@contextmanager
def legible() -> Iterator[None]:
    """Say that a file is damaged where what SQLite quotes of its schema is no text."""
    try:
        yield
    except UnicodeDecodeError as error:
        damage = sqlite3.DatabaseError("malformed")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage from error


@contextmanager
def translated() -> Iterator[None]:
    """Turn what SQLite raises inside into an error of netlog's."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error) from error
