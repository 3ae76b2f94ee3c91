"""What SQLite says when it fails, in a sentence of ours and without the data."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENAMETOOLONG
from pathlib import Path

from netlog.errors import DatabaseError, NetlogError

DAMAGED = (
    "The database is damaged.",
    "netlog doctor says what is wrong; netlog restore puts a backup back.",
)
ANOTHER = "Name another one with --db; netlog restore last puts a backup in its place."
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
        ANOTHER,
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
    words = "malformed" if _is_no_text(error) else str(error).replace("-", "")
    for sign, sentence, advice in SAID:
        if sign in words:
            return DatabaseError(sentence, advice)
    return DatabaseError(*OTHERWISE)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that a file is no sound database."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    damaged = code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
    return damaged or _is_no_text(error)


def _is_no_text(error: sqlite3.Error) -> bool:
    """Whether a text cannot be read; Python says that by itself, and quotes it."""
    return str(error).startswith("Could not decode to UTF-8")


def lacks_tables(error: sqlite3.Error) -> bool:
    """Whether an error says that what every database of ours has is not there."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR


def says_damage(error: DatabaseError) -> bool:
    """Whether an error of ours says that a file is no sound database."""
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        return is_damage(cause) or lacks_tables(cause)
    return (error.sentence, error.advice) == DAMAGED


def is_busy(error: BaseException | None) -> bool:
    """Whether an error, or what it came from, says that another command writes."""
    while error and not isinstance(error, sqlite3.Error):
        error = error.__cause__
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) == sqlite3.SQLITE_BUSY


def cannot_be_made(error: OSError) -> DatabaseError:
    """The error where a new file or its folder fails."""
    return DatabaseError(
        f"The database could not be made: {error.strerror}.",
        "Look at the permissions of the folder, or name another file with --db.",
    )


def is_there(path: Path) -> bool:
    """Whether a file is there; DatabaseError where a folder or a link hides it."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # NUL is in no name
        return False
    except OSError as error:
        if error.errno == ENAMETOOLONG:
            raise
        raise DatabaseError(
            f"The database cannot be reached: {error.strerror}.",
            "netlog doctor says what may be done about it.",
        ) from error
    return True


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
