"""Which copy is meant, whether it may be restored, and what that would change."""

import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from netlog.backups.files import Backups, Copy, backups_of, copies, read_manifest
from netlog.backups.verify import is_intact, is_verified
from netlog.db.failures import is_damage, is_there, says_damage, translated
from netlog.db.layout import LayoutError
from netlog.db.open import address, open_file, owner_of
from netlog.db.tombstones import returning
from netlog.domain.dates import spell
from netlog.domain.person import ME_ID
from netlog.errors import AmbiguousError, DatabaseError, NotFoundError, RefusedError
from netlog.namedtuple import NamedTuple

LAST = "last"
LISTED = "netlog restore lists what there is."
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
# SQL by hand: no compiled question asks two files at once.
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


class Summary(NamedTuple):
    """How a database stands: its people and touches, and its last change."""

    people: int
    touches: int
    at: datetime | None
    command: str


class OnlyThere(NamedTuple):
    """What only one of two has; `names` are of some of the people, the newest first.

    `changes` counts the commands that wrote, whatever they wrote.
    """

    people: int = 0
    touches: int = 0
    changes: int = 0
    names: tuple[str, ...] = ()


class Difference(NamedTuple):
    """What a restore would change, by the uids of people and touches.

    `now` is None where there is no database, or none that can be read; `forgotten`
    are the handles of those whom the user forgot since, and who would be back.
    """

    now: Summary | None
    then: Summary
    brought: OnlyThere = OnlyThere()
    lost: OnlyThere = OnlyThere()
    forgotten: tuple[str, ...] = ()


def find(backups: Backups, which: str) -> Copy | None:
    """The newest backup that is whole ("last"), or a copy by the name of its file."""
    if which == LAST:
        return _last(backups)
    there = filter(_is_file, _places(backups.folder, which))
    return next(
        (Copy(path, read_manifest(path.with_suffix(".json"))) for path in there), None
    )


def _last(backups: Backups) -> Copy:
    """The newest backup that is whole; where none has a manifest, the newest copy."""
    found = copies(backups.database, backups.folder)
    verified = [copy for copy in found if copy.manifest]
    files = verified or [copy for copy in found if copy.is_file]
    if not files:
        raise NotFoundError("There is no backup yet.", "netlog backup makes one.")
    return next(filter(is_intact if verified else is_verified, files), files[0])


def _places(folder: Path, which: str) -> list[Path]:
    """Where a file of that name could be; a backup's name may lack its ending."""
    try:
        path = Path(which).expanduser()
    except RuntimeError:  # ~ and nobody of that name
        path = Path(which)
    own = [] if path.name != which else [folder / which, folder / f"{which}.db"]
    return [path, *own]


def _is_file(path: Path) -> bool:
    """Whether a file is there; a name that cannot be is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def find_day(backups: Backups, day: date) -> Copy:
    """The backup of a local day; two or more are an error, never a guess."""
    made = backups_of(backups.database, backups.folder)
    found = [one for one in made if one.manifest.day == day]
    if not found:
        raise NotFoundError(f"There is no backup of {spell(day)}.", LISTED)
    if len(found) > 1:
        names = tuple(one.path.stem for one in found)
        raise AmbiguousError(
            f"There are {len(found)} backups of {spell(day)}.",
            f"Name one of them: {', '.join(names)}.",
            names,
        )
    return Copy(*found[0])


def diff(database: Path, copy: Copy, *, other: bool = False) -> Difference:
    """What restoring a copy would change; an error where it cannot be restored.

    DatabaseError where it is none of ours, newer than this netlog, or not whole, and
    LayoutError where something in it is not netlog's;
    RefusedError where it is of another database, unless `other` lets that pass.
    """
    owner = _owner_if_any(copy.path, whole=True)
    if not (owner and is_verified(copy)):
        raise DatabaseError(*NOT_WHOLE)
    there = _owner_if_any(database)
    if not other and _is_other(database, copy, there, owner):
        raise RefusedError(*OTHER)
    with translated(), closing(_beside(database if there else copy.path, copy)) as file:
        then = _summary(file, "copy")
        try:
            return _difference(file, then) if there else Difference(None, then)
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return Difference(None, then)
            raise


def _owner_if_any(database: Path, *, whole: bool = False) -> str:
    """Whose a database is; '' where there is none, or none that can be read.

    With `whole` a LayoutError where something in it is not netlog's, and would run.
    """
    if not is_there(database) or database.stat().st_size < _HEADER:
        return ""
    try:
        return owner_of(database, whole=whole)
    except DatabaseError as error:
        if says_damage(error) or (isinstance(error, LayoutError) and not whole):
            return ""
        raise


def _is_other(database: Path, copy: Copy, there: str, owner: str) -> bool:
    """Whether a copy is of another database, by its path or else by its user.

    Of a damaged file nothing but the path can tell; no file is any.
    """
    if copy.manifest and copy.manifest.database == str(database.resolve()):
        return False
    if there:
        return there != owner
    return database.exists() and copy.manifest is not None


def _beside(path: Path, copy: Copy) -> sqlite3.Connection:
    """A database to read, and a copy attached to it."""
    file = open_file(path, writable=False).store.connection
    file.execute("ATTACH :file AS copy", {"file": address(copy.path)})
    return file


def _difference(file: sqlite3.Connection, then: Summary) -> Difference:
    brought, lost = (_only(file, side) for side in ("copy", "main"))
    return Difference(_summary(file, "main"), then, brought, lost, returning(file))


def _only(file: sqlite3.Connection, side: str) -> OnlyThere:
    """What the other of the two has not."""
    people = _people(file, side)
    names = tuple(people[:_SHOWN])
    return OnlyThere(len(people), _touches(file, side), _changes(file, side), names)


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


def _summary(file: sqlite3.Connection, side: str) -> Summary:
    people, touches = (
        file.execute(_COUNTED.format(side=side, table=table)).fetchone()[0]
        for table in ("person", "touch")
    )
    at, command = file.execute(_LATEST.format(side=side)).fetchone() or ("", "")
    moment = datetime.fromisoformat(at) if at else None
    return Summary(people - 1, touches, moment, command)
