"""Making a backup, whole and with its manifest, and thinning the others out."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

from netlog.backups.files import (
    ASKED,
    DAILY,
    REASONS,
    Backup,
    Backups,
    Copy,
    Manifest,
    backups_of,
    has_one,
    local_day,
    moment_of,
    numbers,
    stem_at,
    write_manifest,
)
from netlog.backups.folder import (
    begin,
    discard,
    explaining,
    free_name,
    holding,
    make_way,
    put_in_place,
    sweep,
)
from netlog.backups.verify import refuse_unsound, verified
from netlog.db.copying import fill, take
from netlog.db.failures import translated
from netlog.db.open import open_file

_NUMBERED = re.compile(r"(?<=Z)-\d+$")
KEPT_OF_EACH_REASON = 5
"""So many of each reason but the daily one are kept, however old they are."""
Key = Callable[[Manifest], object]
_GRID: tuple[tuple[int, Key], ...] = (
    (7, lambda manifest: manifest.day),
    (4, lambda manifest: manifest.day.isocalendar()[:2]),
    (12, lambda manifest: (manifest.day.year, manifest.day.month)),
)


def make(backups: Backups, why: str) -> Backup:
    """Make a backup of what is committed, on the disk; then thin the others out.

    DatabaseError where it cannot be made; then nothing is left of it.
    """
    with holding(backups.folder):
        return make_held(backups, why)


def make_daily(backups: Backups) -> None:
    """Make the backup of the day, unless another command was quicker."""
    with holding(backups.folder):
        if not has_one(backups):
            make_held(backups, DAILY)


def make_held(backups: Backups, why: str) -> Backup:
    """Make a backup, for whoever holds the folder already."""
    with closing(
        open_file(backups.database, writable=False).store.connection
    ) as source:
        return make_from(source, backups, why)


def make_from(source: sqlite3.Connection, backups: Backups, why: str) -> Backup:
    """Make a backup of a database that is open, for whoever holds the folder."""
    folder = backups.folder
    with explaining(folder):
        sweep(folder)
        earlier = backups_of(backups.database, folder)
        with _fresh(free_name(folder, stem_at(backups))) as fresh:
            fill(fresh, source)
            number = 1 + max([0, *numbers(backups.database, folder)])
            path = str(backups.database.resolve())
            manifest = Manifest(
                *(path, backups.day, backups.now, why, number, False),
                *verified(fresh),
            )
            backup = Backup(put_in_place(fresh, manifest), manifest)
        for needless in unneeded([backup, *earlier]):
            discard(needless.path)
    return backup


@contextmanager
def _fresh(path: Path) -> Iterator[Path]:
    """A file beside the place of a copy; gone where the block does not finish it."""
    is_new = not path.exists()
    fresh = begin(path)
    try:
        yield fresh
    except BaseException:
        fresh.unlink(missing_ok=True)
        if is_new:
            path.with_suffix(".json").unlink(missing_ok=True)
        raise


@contextmanager
def rewriting(copy: Copy) -> Iterator[Path]:
    """The bytes of a copy to be changed, which takes its place when the block ends.

    It is verified then.  One with a manifest gets another name and a manifest that
    counts anew and says that it was cleaned, before the old one goes: at no instant is
    a copy another than its manifest says.  One without has none afterwards either.
    """
    folder, path = copy.path.parent, copy.path
    if copy.manifest:
        path = free_name(folder, _NUMBERED.sub("", path.stem))
    with explaining(folder), _fresh(path) as fresh:
        copyfile(copy.path, fresh)
        yield fresh
        found = verified(fresh)._asdict()
        manifest = copy.manifest and copy.manifest._replace(cleaned=True, **found)
        put_in_place(fresh, manifest)
    if copy.manifest:
        with explaining(folder):
            discard(copy.path)


def make_manifest(database: Path, copy: Copy) -> Backup:
    """Make the manifest of a copy anew, from what is in it and when it was made.

    It counts as one that somebody asked for, and as older than the others: what is
    known of it is that it is sound, and no more.
    """
    folder = copy.path.parent
    with holding(folder), explaining(folder):
        taken = numbers(database, folder)
        at = moment_of(copy.path) or _changed(copy.path)
        number = min([1, *taken]) - bool(taken)
        manifest = Manifest(
            *(str(database.resolve()), local_day(at), at, ASKED, number, False),
            *verified(copy.path),
        )
        make_way(copy.path.with_suffix(".json"))
        write_manifest(copy.path.with_suffix(".json"), manifest)
    return Backup(copy.path, manifest)


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def image(database: Path) -> bytes:
    """The bytes of a verified copy that never was in a file."""
    found = open_file(database, writable=False)
    with (
        translated(),
        closing(found.store.connection) as source,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
    ):
        take(copy, source)
        refuse_unsound(copy)
        return copy.serialize()


def unneeded(backups: Sequence[Backup]) -> list[Backup]:
    """Of backups, the newest first, those that are not kept.

    Kept are the newest of each of the last 7 days, 4 weeks and 12 months of which
    there is one, and the newest few of each reason but the daily one.  The last is
    what was made last: a clock that was wrong for a day costs a place, and no more.
    """
    kept = {
        one.path for most, key in _GRID for one in list(_newest(backups, key))[:most]
    }
    for why in set(REASONS) - {DAILY}:
        made = [one for one in backups if one.manifest.why == why]
        kept |= {one.path for one in made[:KEPT_OF_EACH_REASON]}
    return [one for one in backups if one.path not in kept]


def _newest(backups: Sequence[Backup], key: Key) -> list[Backup]:
    """The first backup of each period, in order."""
    found: dict[object, Backup] = {}
    for backup in backups:
        found.setdefault(key(backup.manifest), backup)
    return list(found.values())
