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
from netlog.erasure.leftover import is_left
from netlog.erasure.target import Register, Target, words_of
from netlog.namedtuple import NamedTuple

# A file in which nothing is kept: no crash can spoil it, and what is free in it is not
# copied from it.
_THROWN_AWAY = """
PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-16384;
PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA secure_delete=OFF
"""


class Cleaned(NamedTuple):
    """How many backups were cleaned, and which copies are damaged.

    Those are the user's to delete, since something may be got out of them still.
    `left` are files in which a word of theirs is found after all.
    """

    backups: int = 0
    unreadable: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether nothing is left."""
        return not self.unreadable and not self.left

    @property
    def trouble(self) -> str:
        """What is left, in a sentence; '' where nothing is."""
        names = ", ".join(path.name for path in self.unreadable or self.left)
        if self.unreadable:
            them = "them" if self.unreadable[1:] else "it"
            return f"{names} cannot be read, and may hold them; delete {them}."
        return f"something of them is in {names}." if names else ""


def clean_copies(store: Store, backups: Backups, targets: Sequence[Target]) -> Cleaned:
    """Clean every copy of the database in the folder, for whoever holds that.

    Those that cannot be read as what they were stay as they are.  One that was cleaned
    already, of which the old copy is there still, stays once.
    DatabaseError where one cannot be read or written now.
    """
    folder = backups.folder
    if not folder.is_dir():
        return Cleaned()
    cleaned: set[object] = set()
    unreadable: list[Path] = []
    left: list[Path] = []
    with explaining(folder):
        sweep(folder)
        listed = copies(backups.database, folder)
        for copy in listed:
            if (key := _key(copy)) in cleaned:
                discard(copy.path)
            elif is_as_made(copy):
                left += _clean(copy, store, targets, backups.now)
                cleaned.add(key)
            else:
                unreadable.append(copy.path)
        unreadable += damaged(backups.database, folder, listed)
    return Cleaned(len(cleaned), tuple(unreadable), tuple(left))


def _key(copy: Copy) -> object:
    """What tells a backup from others, whatever it is called."""
    made = copy.manifest
    return (made.database, made.number, made.at) if made else copy.path


def _clean(
    copy: Copy, store: Store, targets: Sequence[Target], now: datetime
) -> list[Path]:
    """Put a copy without the people in the place of a backup.

    Gives it where a word of theirs is in it after all.
    """
    with (
        rewriting(copy) as fresh,
        translated(),
        closing(connect(fresh, "rw", _THROWN_AWAY)) as file,
    ):
        _take_out(Store(file), store, targets, now)
        file.execute("VACUUM")
        with fresh.open("rb") as held:
            found = is_left(held, file, words_of(targets))
    return [fresh.with_suffix("")] if found else []


def _take_out(
    copy: Store, store: Store, targets: Sequence[Target], now: datetime
) -> None:
    """Take people out of a copy, which is brought to the current schema first."""
    bring_alone(copy.connection, now)
    with erasing(copy):
        for target in targets:
            erase(Register(copy), target, now)
        carry(copy.connection, {"scrub": [], **every(store.connection, MARKS)})
