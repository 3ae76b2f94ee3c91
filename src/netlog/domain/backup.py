"""Backups: what one says of itself, and which are kept."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from netlog.records import NamedTuple

ASKED, DAILY, IMPORT, RESTORE = "asked", "daily", "import", "restore"
MIGRATION, FORGET = "migration", "forget"
REASONS = (ASKED, DAILY, MIGRATION, IMPORT, FORGET, RESTORE)
"""Why a backup was made: somebody asked, a day began, something large came."""
NOON = time(12, tzinfo=UTC)
FEW = 5
"""So many of each reason but the daily one are kept, however old they are."""


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
    """A copy that may be restored; one from elsewhere may have no manifest."""

    path: Path
    manifest: Manifest | None


class Standing(NamedTuple):
    """How a database stands: its people and touches, and its last change."""

    people: int
    touches: int
    at: datetime | None
    command: str


class Only(NamedTuple):
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

    now: Standing | None
    then: Standing
    brought: Only = Only()
    lost: Only = Only()
    forgotten: tuple[str, ...] = ()


class Kept(NamedTuple):
    """Where what was there before a restore is; no whole backup if it was damaged."""

    path: Path
    whole: bool


def local_day(moment: datetime) -> date:
    """The day on which something was done.

    A moment of noon, to the microsecond, stands for a day that was given.
    """
    given = moment.timetz() == NOON
    return moment.date() if given else moment.astimezone().date()


Key = Callable[[Manifest], object]
_GRID: tuple[tuple[int, Key], ...] = (
    (7, lambda one: one.day),
    (4, lambda one: one.day.isocalendar()[:2]),
    (12, lambda one: (one.day.year, one.day.month)),
)


def needless(backups: Sequence[Backup]) -> list[Backup]:
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
        kept |= {one.path for one in made[:FEW]}
    return [one for one in backups if one.path not in kept]


def _newest(backups: Sequence[Backup], key: Key) -> list[Backup]:
    """The first backup of each period, in order."""
    found: dict[object, Backup] = {}
    for one in backups:
        found.setdefault(key(one.manifest), one)
    return list(found.values())
