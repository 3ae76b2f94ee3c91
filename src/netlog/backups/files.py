"""The files of backups: how they are called, what each says of itself, which there are.

A backup is a copy of the database, NAME.db, and its manifest beside it, NAME.json.
Every writing command looks here, so what only few runs need is imported by them.
"""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

from netlog.domain.stable_random import draw
from netlog.errors import DatabaseError
from netlog.namedtuple import NamedTuple

if TYPE_CHECKING:
    from netlog.db.store import Store

ASKED, DAILY, IMPORT, RESTORE = "asked", "daily", "import", "restore"
MIGRATION, FORGET = "migration", "forget"
REASONS = (ASKED, DAILY, MIGRATION, IMPORT, FORGET, RESTORE)
"""Why a backup was made: somebody asked, a day began, something large came."""
NOON = time(12, tzinfo=UTC)
FORMAT = "netlog.manifest/1"
MOMENT = r"-\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?"
"""What stands behind the stem in the name of a backup, as a pattern."""
NO_FILE = "is no file"
NO_MANIFEST = "has no manifest"
NO_SENSE = "has a manifest that cannot be read"
OTHER_MOMENT = "has the manifest of another"
SAME_NUMBER = "has the number of another"
NOBODYS = "does not tell whose it is"
"""What may be wrong with a copy in the folder, as it is said behind its name."""
_MOST = 2**20
"""Bytes of a manifest; a file that is longer is none."""
_MAGIC = b"SQLite format 3\0"
_MARKED, _HEADER = 68, 72
"""Where the mark of a program stands in a database of SQLite's, and where it ends."""
_DAY = timedelta(days=1)
_USUAL = Path(".local/share/netlog/netlog.db")
_NUMBERS = ("number", "schema", "change", "size")


class Backups(NamedTuple):
    """The backups of a database: their folder, the local day, the moment."""

    database: Path
    folder: Path
    day: date
    now: datetime


class Manifest(NamedTuple):
    """What a backup says of itself, so that nobody need open it.

    `database` is the path of what was copied, `day` the local day and `at` the
    moment; `number` grows from one backup to the next, whatever the clock does;
    `cleaned` is whether somebody was forgotten in it since it was made;
    `rows` counts each table; `change` is the number of the newest change; `size`
    (in bytes) and `sha256` (in hexadecimal) are of the copy's bytes.
    """

    database: str
    day: date
    at: datetime
    why: str
    number: int
    cleaned: bool
    schema: int
    rows: dict[str, int]
    change: int
    size: int
    sha256: str

    @property
    def people(self) -> int:
        """How many people are in it; the user is not counted."""
        return self.rows["person"] - 1

    @property
    def touches(self) -> int:
        """How many touches are in it."""
        return self.rows["touch"]


class Backup(NamedTuple):
    """A copy of the whole database, and its manifest beside it."""

    path: Path
    manifest: Manifest


class Copy(NamedTuple):
    """A copy of a database, and its manifest where it has one that can be believed.

    `trouble` says why it has none, in words that follow its name; '' where all is well
    as far as can be seen without reading the copy, and for a file from elsewhere.
    """

    path: Path
    manifest: Manifest | None
    trouble: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file, of which alone bytes may be read."""
        return self.trouble != NO_FILE


def local_day(moment: datetime) -> date:
    """The day on which something was done.

    A moment of noon, to the microsecond, stands for a day that was given.
    """
    given = moment.timetz() == NOON
    return moment.date() if given else moment.astimezone().date()


def stem_of(database: Path, folder: Path) -> str:
    """How the backups of a database in a folder are called, up to the time.

    A database in the usual place has its own name; another one eight digits more,
    which come from its path.
    """
    path = Path(os.path.realpath(database))  # links in a circle are left as they are
    # The folder is <home>/.local/state/netlog/backups where that is the usual one.
    homes = folder.resolve().parents
    if homes[3:] and path == homes[3] / _USUAL:
        return path.stem
    return (
        f"{path.stem}-{draw(os.fsencode(path).decode(errors='backslashreplace')):08x}"
    )


def stem_at(backups: Backups) -> str:
    """How a backup is called that is made now."""
    stem = stem_of(backups.database, backups.folder)
    return f"{stem}-{_moment(backups.now)}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"


def moment_of(copy: Path) -> datetime | None:
    """When a copy was made by its name; None where that does not say."""
    found = re.search(r"-(\d{4}-\d\d-\d\dT\d{6})Z(-\d+)?$", copy.stem)
    try:
        return found and datetime.fromisoformat(f"{found[1]}+00:00")
    except ValueError:
        return None


def manifests(folder: Path, stem: str) -> list[str]:
    """The names of the manifests that stand beside a copy with a stem."""
    names = _names(folder)
    copies = (f"{name[:-3]}.json" for name in _called(names, stem))
    return [name for name in copies if name in names]


def _names(folder: Path) -> set[str]:
    try:
        return set(os.listdir(folder))  # noqa: PTH208 (names are enough, and quicker)
    except OSError:
        return set()


def _called(names: Iterable[str], stem: str) -> list[str]:
    """The names that a copy of a database with a stem may have."""
    pattern = re.compile(rf"{re.escape(stem)}{MOMENT}\.db")
    return [name for name in names if pattern.fullmatch(name)]


def has_any(database: Path, folder: Path) -> bool:
    """Whether there is a copy of a database, whatever its manifest says."""
    return bool(called_as(database, folder))


def called_as(database: Path, folder: Path) -> list[Path]:
    """The copies that are called as a database's, whatever their manifests say."""
    names = _called(_names(folder), stem_of(database, folder))
    return [folder / name for name in names]


def has_one(backups: Backups) -> bool:
    """Whether there is a backup of the local day: one look, for every command.

    A name has the time in UTC, so the day before and the one after may be it.
    """
    stem = stem_of(backups.database, backups.folder)
    near = tuple(f"{stem}-{backups.day + n * _DAY}T" for n in (-1, 0, 1))
    wanted = f'"day": "{backups.day}"'
    return any(
        wanted in _text(backups.folder / name)
        for name in manifests(backups.folder, stem)
        if name.startswith(near)
    )


def is_of_today(store: "Store", day: date) -> bool:
    """Whether a database, which is open, was made on a local day."""
    from netlog.db.sql import SCHEMAS

    (made,) = next(store.rows(SCHEMAS))
    return local_day(made) == day


def backups_of(database: Path, folder: Path) -> list[Backup]:
    """The copies that have the name and the manifest of a backup, the newest first."""
    return [
        Backup(copy.path, copy.manifest)
        for copy in _named(database, folder)
        if copy.manifest
    ]


def copies(database: Path, folder: Path) -> list[Copy]:
    """Every copy of a database in the folder, with its manifest or what is wrong.

    What is there counts, not what a manifest says: all that is called like a backup
    of the database, and each file that is a copy of it under another name, be it from
    before the database was moved or because somebody renamed it.  Those that have a
    manifest come first, the newest first.
    """
    found = _named(database, folder)
    known = {copy.path for copy in found}
    rest = [path for path in _databases(folder) if path not in known]
    return sorted([*found, *_renamed(database, rest)], key=_order, reverse=True)


def _order(copy: Copy) -> tuple[bool, int, str, int]:
    """By number where there is one, else by name: its moment, and which one of that."""
    number = copy.manifest.number if copy.manifest else 0
    name, _, nth = copy.path.stem.rpartition("Z-")
    many = nth.isdecimal() and bool(name)
    return (
        copy.manifest is not None,
        number,
        f"{name}Z" if many else copy.path.stem,
        int(nth) if many else 1,
    )


def _named(database: Path, folder: Path) -> list[Copy]:
    """The copies that are called as backups of a database, the newest first."""
    found = map(_copy, called_as(database, folder))
    return sorted(_numbered(found), key=_order, reverse=True)


def _copy(path: Path) -> Copy:
    """A copy by its name, with its manifest or what is wrong with that."""
    if not is_regular(path):
        return Copy(path, None, NO_FILE)
    beside = path.with_suffix(".json")
    if not os.path.lexists(beside):
        return Copy(path, None, NO_MANIFEST)
    manifest = read_manifest(beside)
    if manifest is None:
        return Copy(path, None, NO_SENSE)
    moment = re.search(rf"{MOMENT}$", path.stem)
    if moment and not moment[0].startswith(f"-{_moment(manifest.at)}"):
        return Copy(path, None, OTHER_MOMENT)
    return Copy(path, manifest)


def _numbered(named: Iterable[Copy]) -> Iterator[Copy]:
    """The same copies; a number that two of them have is believed of neither.

    Unless they are the same one, before and after somebody was taken out of it.
    """
    found = list(named)
    sharing: dict[int, list[Manifest]] = {}
    for copy in found:
        if copy.manifest:
            sharing.setdefault(copy.manifest.number, []).append(copy.manifest)
    for copy in found:
        if copy.manifest and not _are_one(sharing[copy.manifest.number]):
            yield Copy(copy.path, None, SAME_NUMBER)
        else:
            yield copy


def _are_one(manifests: list[Manifest]) -> bool:
    """Whether manifests with one number are of one backup: a cleaned one has two."""
    moments = {manifest.at for manifest in manifests}
    cleaned = any(manifest.cleaned for manifest in manifests)
    return len(manifests) == 1 or (len(moments) == 1 and cleaned)


def _databases(folder: Path) -> list[Path]:
    """The files in a folder that say of themselves that they are databases of ours."""
    from netlog.db.open import APPLICATION_ID

    mark = APPLICATION_ID.to_bytes(4, "big")
    found = (folder / name for name in sorted(_names(folder)))
    headers = ((path, first_bytes(path, _HEADER)) for path in found if is_regular(path))
    return [
        path
        for path, header in headers
        if header.startswith(_MAGIC) and header[_MARKED:] == mark
    ]


def _renamed(database: Path, paths: Iterable[Path]) -> Iterator[Copy]:
    """Those of some files that are copies of a database: its user is theirs.

    What a manifest says is of another database that is there is none, nor what is
    called like one that is; what does not tell whose it is may be one.
    """
    owner = _owner(database)
    path = os.path.realpath(database)
    found = [_copy(one) for one in paths if ".damaged" not in one.name] if owner else []
    others = {
        _stem(copy.path)
        for copy in found
        if copy.manifest
        and copy.manifest.database != path
        and Path(copy.manifest.database).exists()
    }
    for copy in found:
        if _stem(copy.path) in others:
            continue
        if (theirs := _owner(copy.path)) == owner:
            yield copy
        elif not theirs:
            yield Copy(copy.path, None, NOBODYS)


def _stem(path: Path) -> str:
    """What stands before the moment in the name of a backup; else the whole name."""
    return re.sub(rf"{MOMENT}$", "", path.stem)


def _owner(path: Path) -> str:
    """Whose a database is; '' where that cannot be told."""
    from netlog.db.open import owner_of

    try:
        return owner_of(path)
    except DatabaseError:
        return ""


def is_regular(path: Path) -> bool:
    """Whether a path is a file itself: no folder, no device, and no link to one."""
    try:
        return S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def first_bytes(path: Path, number: int) -> bytes:
    """The first bytes of a file; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(number)
    except OSError:
        return b""


def damaged(database: Path, folder: Path, copies: Iterable[Copy] = ()) -> list[Path]:
    """What restore kept of a database when it could not be read any more.

    Be it from before the database was moved, which its copies tell.
    """
    stems = {stem_of(database, folder), *(_stem(copy.path) for copy in copies)}
    names = "|".join(map(re.escape, sorted(stems)))
    pattern = re.compile(rf"({names}){MOMENT}\.damaged.*")
    return [folder / name for name in sorted(_names(folder)) if pattern.fullmatch(name)]


def numbers(database: Path, folder: Path) -> list[int]:
    """The numbers that backups of a database have, believed or not."""
    found = (
        read_manifest(folder / name)
        for name in manifests(folder, stem_of(database, folder))
    )
    return [manifest.number for manifest in found if manifest]


def text_of(manifest: Manifest) -> str:
    """A manifest as JSON."""
    import json

    values = manifest._asdict() | {
        "day": manifest.day.isoformat(),
        "at": manifest.at.isoformat(timespec="microseconds"),
    }
    return json.dumps({"manifest": FORMAT} | values, indent=2) + "\n"


def manifest_from(text: str) -> Manifest | None:
    """The manifest that a text is; None where it is none."""
    import json

    try:
        values = json.loads(text)
        if values.pop("manifest") != FORMAT:
            return None
        values["day"] = date.fromisoformat(values["day"])
        values["at"] = datetime.fromisoformat(values["at"])
        return Manifest(**values) if _is_well_typed(values) else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _is_well_typed(values: dict[str, Any]) -> bool:
    """Whether each value is of its kind, people are counted, the moment has a zone."""
    rows = values["rows"]
    return (
        all(isinstance(values[field], str) for field in ("database", "why", "sha256"))
        and all(isinstance(values[field], int) for field in _NUMBERS)
        and isinstance(values["cleaned"], bool)
        and all(isinstance(number, int) for number in rows.values())
        and {"person", "touch"} <= rows.keys()
        and values["at"].tzinfo is not None
    )


def read_manifest(path: Path) -> Manifest | None:
    """The manifest in a file; None where there is none."""
    return manifest_from(_text(path))


def _text(path: Path) -> str:
    """What a manifest says; '' where it cannot be read.

    Nothing but a file is read, and nobody waited for who would write into a pipe.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except (OSError, ValueError):
        return ""
    try:
        found = os.fstat(descriptor)
        if not S_ISREG(found.st_mode) or found.st_size > _MOST:
            return ""
        return os.read(descriptor, _MOST).decode()
    except (OSError, ValueError):
        return ""
    finally:
        os.close(descriptor)


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Put a manifest in its place, 0600, whole and on the disk, or not at all."""
    from netlog.db.folders import sync

    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    held = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(held, "w", encoding="utf-8") as file:
        file.write(text_of(manifest))
        file.flush()
        os.fsync(held)
    fresh.rename(path)
    sync(path.parent)
