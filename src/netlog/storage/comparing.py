"""A copy beside the database: whether it may take its place, what that would change."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from netlog.domain.backup import Backup, Copy, Difference, Only, Standing
from netlog.domain.person import ME_ID
from netlog.errors import DatabaseError, RefusedError
from netlog.storage.backups import is_whole
from netlog.storage.failures import DAMAGED, is_damage, is_there, translated
from netlog.storage.opening import address, reached
from netlog.storage.returning import returning
from netlog.storage.soundness import checked, lacks_tables

NOT_WHOLE = (
    "That file is no backup, or not whole any more.",
    "netlog restore lists the backups; netlog import takes contacts and exports in.",
)
OTHER = (
    "That is a copy of another database.",
    "netlog restore --other puts it in the place of this one all the same.",
)
_SHOWN = 10
_HEADER = 100
"""Bytes with which every database begins; SQLite takes fewer for an empty one."""
OWNER = "SELECT uid FROM person WHERE id = 1"
_COUNTED = "SELECT count(*) FROM {side}.{table}"
_LATEST = (
    "SELECT at, command FROM {side}.change WHERE state = 'done'"
    " ORDER BY id DESC LIMIT 1"
)
_ONLY = (
    "SELECT {column} FROM {side}.{table} AS here WHERE here.id > {after} AND NOT EXISTS"
    " (SELECT 1 FROM {other}.{table} AS there WHERE there.uid = here.uid)"
    " ORDER BY here.id DESC"
)
_CHANGES = (
    "SELECT count(*) FROM {side}.change AS here WHERE here.state = 'done'"
    " AND NOT EXISTS (SELECT 1 FROM {other}.change AS there"
    " WHERE there.uid = here.uid AND there.state = 'done')"
)
_OTHERS = {"main": "copy", "copy": "main"}
"""What the database and the copy are called here, and for each the other."""


def examined(database: Path, copy: Copy, *, other: bool) -> Difference:
    """What restoring a copy would change; an error where it cannot be restored.

    DatabaseError where it is none of ours, newer than this netlog, or not whole;
    RefusedError where it is of another database, unless `other` lets that pass.
    """
    owner = owner_if_any(copy.path)
    if not (owner and _is_whole(copy)):
        raise DatabaseError(*NOT_WHOLE)
    there = owner_if_any(database)
    if not other and _is_other(database, copy, there, owner):
        raise RefusedError(*OTHER)
    with translated(), closing(_beside(database if there else copy.path, copy)) as file:
        then = _standing(file, "copy")
        try:
            return _difference(file, then) if there else Difference(None, then)
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return Difference(None, then)
            raise


def owner_of(path: Path) -> str:
    """The uid of the user, which all copies of a database share."""
    store, _ = reached(path, writable=False)
    with translated(), closing(store.connection) as file:
        return str(file.execute(OWNER).fetchone())


def owner_if_any(database: Path) -> str:
    """The same; '' where there is no database, or it is damaged."""
    if not is_there(database) or database.stat().st_size < _HEADER:
        return ""
    try:
        return owner_of(database)
    except DatabaseError as error:
        if says_damage(error):
            return ""
        raise


def says_damage(error: DatabaseError) -> bool:
    """Whether an error of ours says that a file is no sound database."""
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        return is_damage(cause) or lacks_tables(cause)
    return (error.sentence, error.advice) == DAMAGED


def _is_other(database: Path, copy: Copy, there: str, owner: str) -> bool:
    """Whether a copy is of another database, by its path or else by its user.

    Of a damaged file nothing but the path can tell; no file is any.
    """
    if copy.manifest and copy.manifest.database == str(database.resolve()):
        return False
    if there:
        return there != owner
    return database.exists() and copy.manifest is not None


def _is_whole(copy: Copy) -> bool:
    """By its manifest, or where it has none, by what SQLite says of it."""
    if copy.manifest:
        return is_whole(Backup(copy.path, copy.manifest))
    try:
        checked(copy.path)
    except DatabaseError:
        return False
    return True


def _beside(path: Path, copy: Copy) -> sqlite3.Connection:
    """A database to read, and a copy attached to it."""
    file = reached(path, writable=False)[0].connection
    file.execute("ATTACH :file AS copy", {"file": address(copy.path)})
    return file


def _difference(file: sqlite3.Connection, then: Standing) -> Difference:
    brought, lost = (_only(file, side) for side in ("copy", "main"))
    return Difference(_standing(file, "main"), then, brought, lost, returning(file))


def _only(file: sqlite3.Connection, side: str) -> Only:
    """What the other of the two has not."""
    people = _people(file, side)
    names = tuple(people[:_SHOWN])
    return Only(len(people), _touches(file, side), _changes(file, side), names)


def _people(file: sqlite3.Connection, side: str) -> list[str]:
    """The names of those, but the user, whom only one of the two has; newest first."""
    told = {"column": "name", "table": "person", "after": ME_ID}
    found = file.execute(_ONLY.format(side=side, other=_OTHERS[side], **told))
    return [name for (name,) in found]


def _touches(file: sqlite3.Connection, side: str) -> int:
    """How many touches only one of the two has."""
    told = {"column": "count(*)", "table": "touch", "after": 0}
    found = file.execute(_ONLY.format(side=side, other=_OTHERS[side], **told))
    return int(found.fetchone()[0])


def _changes(file: sqlite3.Connection, side: str) -> int:
    """How many commands only one of the two knows of."""
    found = file.execute(_CHANGES.format(side=side, other=_OTHERS[side]))
    return int(found.fetchone()[0])


def _standing(file: sqlite3.Connection, side: str) -> Standing:
    people, touches = (
        file.execute(_COUNTED.format(side=side, table=table)).fetchone()[0]
        for table in ("person", "touch")
    )
    at, command = file.execute(_LATEST.format(side=side)).fetchone() or ("", "")
    moment = datetime.fromisoformat(at) if at else None
    return Standing(people - 1, touches, moment, command)
