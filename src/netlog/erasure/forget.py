"""Forgetting people in a database and its backups, and finishing what was cut short.

What is to be cleaned stands in the table scrub from the moment when the person is gone
from the tables, so that whoever comes next can finish it.
"""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from netlog.backups.files import Backups
from netlog.backups.folder import explaining, holding
from netlog.db import sql
from netlog.db.failures import translated
from netlog.db.folders import make_private
from netlog.db.records import Scrub
from netlog.db.sql import TABLES
from netlog.db.store import Store
from netlog.db.tombstones import Forgotten, mark_of, signs_of
from netlog.domain.names import clean, fold
from netlog.domain.person import Named
from netlog.dump.export import every_row
from netlog.erasure.copies import clean_copies
from netlog.erasure.erase import erase, erasing
from netlog.erasure.leftover import remains
from netlog.erasure.target import Register, Target, target_from
from netlog.errors import DatabaseError, NotFoundError, RefusedError
from netlog.namedtuple import NamedTuple
from netlog.repository import finding, people
from netlog.repository.change import OpenChange

_BYTES = 32
_ECHO = 40
_SHORTEST = 4
"""Letters of a word that is looked for in bytes: shorter ones are there by chance."""
# SQL by hand, here and below: nothing else takes rows out past the journal.
_UNMARKED = "DELETE FROM forgetting WHERE id NOT IN (SELECT forgetting_id FROM mark)"


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


class Forgetter:
    """Finds whoever is or was there, forgets them, and finishes what was cut short."""

    def __init__(self, store: Store, backups: Backups) -> None:
        self.store = store
        self.backups = backups

    def find(self, query: str) -> Named:
        """Who is meant: somebody who is there, else somebody of whom undo knows."""
        try:
            person = finding.find(self.store, query)
        except NotFoundError:
            gone = self._gone(query)
            if gone is None:
                raise
            return gone
        return Named(person.id, person.handle, person.name)

    def _gone(self, query: str) -> Named | None:
        """Somebody who was removed, or whose add was undone."""
        register = Register(self.store)
        found = register.gone({clean(query), fold(query)})
        if not found:
            return None
        into = register.merged_into(found)
        if into:
            handles = tuple(people.get(self.store, key).handle for key in sorted(into))
            raise RefusedError(
                f"{clean(query)[:_ECHO]} is one person with {', '.join(handles)} now.",
                f"Forget them as a whole: netlog forget {handles[0]}.",
                handles,
            )
        key = max(found)
        identity = register.identity([key])
        return Named(key, max(identity.handles), max(identity.names))

    def forget(self, person: Named, *, mark: bool) -> None:
        """Take somebody out of the database, in one transaction; history ends there.

        What is left to be cleaned is noted in it; `finish` does that.
        """
        with erasing(self.store):
            register = Register(self.store)
            target = register.target(person.id)
            erase(register, target, self.backups.now)
            change = OpenChange(self.store, self.backups.now)
            change.put_new("scrub", what=target.to_json())
            self._mark(change, target, mark=mark)

    def _mark(self, change: OpenChange, target: Target, *, mark: bool) -> None:
        """Keep what makes them known if they come again, and nothing to read.

        Or keep nothing: then marks from before go, too.
        """
        forgotten = Forgotten(self.store)
        salt = forgotten.salt or os.urandom(_BYTES).hex()
        signs = signs_of(target.identity.names, target.identity.addresses)
        marks = {mark_of(sign, salt) for sign in signs}
        if mark:
            key = change.put_new("forgetting", salt=salt)
            for one in sorted(marks - forgotten.marks):
                change.put_new("mark", forgetting_id=key, hash=one)
        else:
            run = self.store.connection.execute
            for one in marks:
                run("DELETE FROM mark WHERE hash = ?", (one,))
            run(_UNMARKED)

    def finish(self) -> Cleaned:
        """Clean the backups and the free room of the file.

        Where that cannot be, the error says what has been done all the same.
        """
        try:
            return finish(self.store, self.backups)
        except DatabaseError as error:
            raise DatabaseError(
                "They are gone from the database, but not from every backup yet:"
                f" {error.sentence}",
                "Once that is mended, netlog doctor --fix goes on with it.",
            ) from error


@translated()
def finish(store: Store, backups: Backups) -> Cleaned:
    """Clean what must still be cleaned; nothing to do is no trouble.

    DatabaseError where it cannot be; then it stays to be done.
    """
    cleaned = Cleaned()
    if any(map(_is_to_clean, sql.scrubs(store))):
        # The folder first, as restore does: else each could wait for the other.
        with _held(backups.folder):
            cleaned = _clean_all(store, backups)
    return cleaned._replace(unreadable=_waited_for(store, backups))


def _held(folder: Path) -> AbstractContextManager[None]:
    """The folder of backups, held; where none can be made nobody makes a backup."""
    with suppress(OSError):
        make_private(folder)
    with explaining(folder):
        return holding(folder) if folder.is_dir() else nullcontext()


def _clean_all(store: Store, backups: Backups) -> Cleaned:
    """Clean the backups and the file, for whoever holds the folder until it is done.

    So a backup is made before it, and cleaned, or after it, when no note is left that
    could be copied.  Whoever held the folder before may have done all of it.
    """
    notes = [one for one in sql.scrubs(store) if _is_to_clean(one)]
    targets = [target_from(one.what) for one in notes if one.what]
    cleaned = Cleaned()
    if targets:
        count, unreadable = clean_copies(store, backups, targets)
        cleaned = Cleaned(count)
        _wait_for(store, notes, unreadable, backups)
    return cleaned._replace(left=_clean_room(store, backups, notes, targets))


def _wait_for(
    store: Store, notes: Sequence[Scrub], unreadable: Sequence[Path], backups: Backups
) -> None:
    """Note what is still to be done, in which nothing of them stands any more.

    Only in the notes that were read: what came after is somebody else.
    """
    with store.transaction():
        store.connection.executemany(
            "UPDATE scrub SET what = '' WHERE id = ?", [(one.id,) for one in notes]
        )
        for path in unreadable:
            OpenChange(store, backups.now).put_new("scrub", what=path.name)


def _clean_room(
    store: Store, backups: Backups, notes: Sequence[Scrub], targets: Sequence[Target]
) -> tuple[Path, ...]:
    """Write the file anew, without free room; gives it where a word is in it still."""
    with translated():
        store.connection.execute("VACUUM")
    left = _left(store.connection, backups.database, targets)
    if not left:
        _take(store, backups, notes)
    return left


def _take(store: Store, backups: Backups, notes: Sequence[Scrub]) -> None:
    """Take notes out that are done with; nothing is written where there are none."""
    if notes:
        with store.transaction():
            for one in notes:
                OpenChange(store, backups.now).take("scrub", one.id)


def _waited_for(store: Store, backups: Backups) -> tuple[Path, ...]:
    """The damaged files that nobody has deleted yet; the others are done with."""
    named = [one for one in sql.scrubs(store) if not _is_to_clean(one)]
    gone = [one for one in named if not (backups.folder / one.what).exists()]
    _take(store, backups, gone)
    there = sorted({one.what for one in named} - {one.what for one in gone})
    return tuple(backups.folder / name for name in there)


def _is_to_clean(note: Scrub) -> bool:
    """Whether a note is of somebody, or of free room; others name a damaged file."""
    return note.what == "" or note.what.startswith("{")


def _left(
    connection: sqlite3.Connection, database: Path, targets: Sequence[Target]
) -> tuple[Path, ...]:
    """The database, where a word of theirs is in it that is in no row of another."""
    words = {
        word
        for target in targets
        for word in target.identity.words
        if len(word) >= _SHORTEST
    }
    found = remains(database, words) if words else {}
    return (database,) if any(not _stands(connection, word) for word in found) else ()


def _stands(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a word stands in a row: then it is somebody else's."""
    sought = word.lower()
    return any(
        sought in str(cell).lower()
        for table in TABLES
        for row in connection.execute(every_row(table))
        for cell in row
        if isinstance(cell, str)
    )
