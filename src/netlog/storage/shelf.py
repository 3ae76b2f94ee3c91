"""The backups of one database: how they are called, and what can be done with them.

Every writing command looks here, so what makes them is imported when it is needed.
"""

import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.domain.draws import draw
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.domain.backup import Backup, Copy, Difference, Kept
    from netlog.storage.store import Store

_DAY = timedelta(days=1)
_USUAL = Path(".local/share/netlog/netlog.db")
MOMENT = r"-\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?"
"""What stands behind the stem in the name of a backup, as a pattern."""


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


def stem_at(database: Path, folder: Path, now: datetime) -> str:
    """How a backup of a moment is called."""
    return f"{stem_of(database, folder)}-{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"


def manifests(folder: Path, stem: str) -> list[str]:
    """The names of the manifests that stand beside a copy with a stem."""
    pattern = re.compile(rf"({re.escape(stem)}{MOMENT})\.db")
    try:
        names = set(os.listdir(folder))  # noqa: PTH208 (names are enough, and quicker)
    except OSError:
        return []
    copies = filter(None, map(pattern.fullmatch, names))
    return [name for copy in copies if (name := f"{copy[1]}.json") in names]


def damaged(folder: Path, database: Path) -> list[Path]:
    """What restore kept of the database when it could not be read any more."""
    pattern = re.compile(rf"{re.escape(stem_of(database, folder))}{MOMENT}\.damaged.*")
    return sorted(path for path in folder.iterdir() if pattern.fullmatch(path.name))


def has_any(database: Path, folder: Path) -> bool:
    """Whether there is a backup of a database."""
    return bool(manifests(folder, stem_of(database, folder)))


def has_one(database: Path, folder: Path, day: date) -> bool:
    """Whether there is a backup of a local day: one look, for every command.

    A name has the time in UTC, so the day before and the one after may be it.
    """
    stem = stem_of(database, folder)
    near = tuple(f"{stem}-{day + n * _DAY}T" for n in (-1, 0, 1))
    said = f'"day": "{day}"'
    return any(
        said in _text(folder / name)
        for name in manifests(folder, stem)
        if name.startswith(near)
    )


def _text(path: Path) -> str:
    """What a manifest says; '' where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


class Shelf(NamedTuple):
    """The backups of a database in a folder, on a local day and at a moment."""

    database: Path
    folder: Path
    day: date
    now: datetime

    @property
    def stem(self) -> str:
        """How a backup that is made now is called."""
        return stem_at(self.database, self.folder, self.now)

    def has_any(self) -> bool:
        """Whether there is a backup."""
        return has_any(self.database, self.folder)

    def has_today(self, store: "Store") -> bool:
        """Whether nothing need be made today: there is one, or the database is new."""
        return has_one(self.database, self.folder, self.day) or self._is_new(store)

    def _is_new(self, store: "Store") -> bool:
        """Whether the database, which is open, was made today."""
        from netlog.domain.backup import local_day
        from netlog.storage.sql import SCHEMAS

        (made,) = next(store.rows(SCHEMAS))
        return local_day(made) == self.day

    def make(self, why: str) -> "Backup":
        """Make a backup for a reason."""
        from netlog.storage.backups import make

        return make(self.database, self.folder, day=self.day, now=self.now, why=why)

    def make_daily(self) -> None:
        """Make the backup of the day, unless another command was quicker."""
        from netlog.domain.backup import DAILY
        from netlog.storage.backups import Occasion, made
        from netlog.storage.copying import holding

        with holding(self.folder):
            if not has_one(self.database, self.folder, self.day):
                made(self.database, self.folder, Occasion(self.day, self.now, DAILY))

    def image(self) -> bytes:
        """The bytes of a backup that is kept nowhere."""
        from netlog.storage.copying import image

        return image(self.database)

    def listed(self) -> list[tuple["Backup", bool]]:
        """The backups, the newest first, and whether each has the bytes it had."""
        from netlog.storage.backups import backups, is_intact

        return [(one, is_intact(one)) for one in backups(self.folder, self.database)]

    def named(self, which: str) -> "Copy | None":
        """The newest backup ("last"), or a copy by the name of its file."""
        from netlog.storage.choosing import named

        return named(self.folder, self.database, which)

    def of_day(self, day: date) -> "Copy":
        """The one backup of a local day."""
        from netlog.storage.choosing import of_day

        return of_day(self.folder, self.database, day)

    def difference(self, copy: "Copy", *, other: bool = False) -> "Difference":
        """What restoring a copy would change; an error where it cannot be restored.

        `other` lets a copy of another database pass.
        """
        from netlog.storage.comparing import examined

        return examined(self.database, copy, other=other)

    def restore(self, copy: "Copy") -> "Kept | None":
        """Put a copy in the place of the database; gives what that was kept as."""
        from netlog.storage.restoring import restore

        return restore(self, copy.path)
