"""Taking people out of the backups of a database: a copy takes the place of each."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from netlog.backups.files import Backups, Copy, copies, damaged
from netlog.backups.folder import discard, explaining, sweep
from netlog.backups.make import rewriting
from netlog.backups.verify import is_as_made
from netlog.db.failures import translated
from netlog.db.migrations.steps import bring_alone
from netlog.db.open import connect
from netlog.db.store import Store
from netlog.db.tombstones import MARKS, carry, every
from netlog.erasure.erase import erase, erasing
from netlog.erasure.target import Register, Target

# A file in which nothing is kept: no crash can spoil it, and what is free in it is not
# copied from it.
_THROWN_AWAY = """
PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-16384;
PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA secure_delete=OFF
"""


def clean_copies(
    store: Store, backups: Backups, targets: Sequence[Target]
) -> tuple[int, list[Path]]:
    """Clean every copy of the database in the folder, for whoever holds that.

    Gives how many were cleaned, and those that cannot be read as what they were.  One
    that was cleaned already, of which the old copy is there still, stays once.
    DatabaseError where one cannot be read or written now.
    """
    folder = backups.folder
    if not folder.is_dir():
        return 0, []
    cleaned: set[object] = set()
    unreadable: list[Path] = []
    with explaining(folder):
        sweep(folder)
        listed = copies(backups.database, folder)
        for copy in listed:
            if (key := _key(copy)) in cleaned:
                discard(copy.path)
            elif is_as_made(copy):
                _clean(copy, store, targets, backups.now)
                cleaned.add(key)
            else:
                unreadable.append(copy.path)
        unreadable += damaged(backups.database, folder, listed)
    return len(cleaned), unreadable


def _key(copy: Copy) -> object:
    """What tells a backup from others, whatever it is called."""
    made = copy.manifest
    return (made.database, made.number, made.at) if made else copy.path


def _clean(copy: Copy, store: Store, targets: Sequence[Target], now: datetime) -> None:
    """Put a copy without the people in the place of a backup."""
    with (
        rewriting(copy) as fresh,
        translated(),
        closing(connect(fresh, "rw", _THROWN_AWAY)) as file,
    ):
        _take_out(Store(file), store, targets, now)
        file.execute("VACUUM")


def _take_out(
    copy: Store, store: Store, targets: Sequence[Target], now: datetime
) -> None:
    """Take people out of a copy, which is brought to the current schema first."""
    bring_alone(copy.connection, now)
    with erasing(copy):
        for target in targets:
            erase(Register(copy), target, now)
        carry(copy.connection, {"scrub": [], **every(store.connection, MARKS)})
