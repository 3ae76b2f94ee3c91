"""Forgetting people in a database and its backups, and finishing what was cut short.

What is to be cleaned stands in the table scrub from the moment when the person is gone
from the tables, so that whoever comes next can finish it.
"""

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from netlog.backups.files import Backups
from netlog.backups.folder import explaining, holding
from netlog.db import sql
from netlog.db.failures import translated
from netlog.db.folders import make_private
from netlog.db.records import Scrub
from netlog.db.store import Store
from netlog.db.tombstones import Forgotten, mark_of, signs_of
from netlog.domain.names import clean, fold
from netlog.domain.person import Named
from netlog.erasure.copies import Cleaned, clean_copies
from netlog.erasure.erase import erase, erasing
from netlog.erasure.leftover import is_left
from netlog.erasure.target import Register, Target, target_from, words_of
from netlog.errors import DatabaseError, NotFoundError, RefusedError
from netlog.repository import finding, people
from netlog.repository.change import OpenChange

_BYTES = 32
_ECHO = 40
# SQL by hand, here and below: nothing else takes rows out past the journal.
_UNMARKED = "DELETE FROM forgetting WHERE id NOT IN (SELECT forgetting_id FROM mark)"


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
        _refuse_merged(register, found, query)
        key = max(found)
        identity = register.identity([key])
        return Named(key, max(identity.handles), max(identity.names))

    def forget(self, person: Named, *, mark: bool) -> None:
        """Take somebody out of the database, in one transaction; history ends there.

        What is left to be cleaned is noted in it; `finish` does that.  NotFoundError or
        RefusedError where they are gone, or one with somebody, since they were found.
        """
        with erasing(self.store):
            register = Register(self.store)
            _refuse_gone(register, person)
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


def _refuse_gone(register: Register, person: Named) -> None:
    """An error where somebody is not who they were when they were found.

    Another database may have been restored since, in which their number is another's.
    """
    if person.handle not in register.called.get(person.id, ()):
        raise NotFoundError(people.NOT_THERE, people.ADD_FIRST)
    if person.id not in register.living:
        _refuse_merged(register, {person.id}, person.name)


def _refuse_merged(register: Register, keys: set[int], called: str) -> None:
    """RefusedError where somebody who is gone is one with somebody who is there."""
    into = register.merged_into(keys)
    if into:
        found = (people.get(register.store, key) for key in sorted(into))
        handles = tuple(one.handle for one in found)
        raise RefusedError(
            f"{clean(called)[:_ECHO]} is one person with {', '.join(handles)} now.",
            f"Forget them as a whole: netlog forget {handles[0]}.",
            handles,
        )


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
    could be copied.  Whoever held the folder before may have done all of it.  While a
    word is left anywhere the notes stay, so that whoever comes next looks for it again.
    """
    notes = [one for one in sql.scrubs(store) if _is_to_clean(one)]
    if not notes:
        return Cleaned()
    targets = [target_from(one.what) for one in notes if one.what]
    cleaned = clean_copies(store, backups, targets) if targets else Cleaned()
    _wait_for(store, notes, cleaned.unreadable, backups)
    store.connection.execute("VACUUM")
    if targets and _is_left(store, backups.database, words_of(targets)):
        cleaned = cleaned._replace(left=(*cleaned.left, backups.database))
    if cleaned.left:
        _note_again(store, notes)
    else:
        _take(store, backups, notes)
    return cleaned


def _wait_for(
    store: Store, notes: Sequence[Scrub], unreadable: Sequence[Path], backups: Backups
) -> None:
    """Let nothing of them stand in the notes that were read, and name what is damaged.

    What was noted after they were read is of somebody else.
    """
    with store.transaction():
        store.connection.executemany(
            "UPDATE scrub SET what = '' WHERE id = ?", [(one.id,) for one in notes]
        )
        names = {path.name for path in unreadable}
        for name in sorted(names - {one.what for one in sql.scrubs(store)}):
            OpenChange(store, backups.now).put_new("scrub", what=name)


def _is_left(store: Store, database: Path, words: set[str]) -> bool:
    with database.open("rb") as file:
        return is_left(file, store.connection, words)


def _note_again(store: Store, notes: Sequence[Scrub]) -> None:
    """Put the notes back as they were read, since they are needed once more."""
    with store.transaction():
        store.connection.executemany(
            "UPDATE scrub SET what = ? WHERE id = ?",
            [(one.what, one.id) for one in notes],
        )


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
