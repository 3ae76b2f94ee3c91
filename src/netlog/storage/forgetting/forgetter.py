"""Forgetting people in the database of a command."""

import os

from netlog.domain.forgetting import mark_of, signs_of
from netlog.domain.names import clean, fold
from netlog.domain.person import Named
from netlog.errors import DatabaseError, NotFoundError, RefusedError
from netlog.storage.book import Book
from netlog.storage.forgetting.scrubbing import Cleaned, finish
from netlog.storage.forgetting.taking_out import Held, take_out
from netlog.storage.forgetting.target import Target
from netlog.storage.forgotten import Forgotten
from netlog.storage.people import People
from netlog.storage.recorder import Recorder
from netlog.storage.shelf import Shelf
from netlog.storage.store import Store

_BYTES = 32
_ECHO = 40
_UNMARKED = "DELETE FROM forgetting WHERE id NOT IN (SELECT forgetting_id FROM mark)"


class Forgetter:
    """Finds whoever is or was there, forgets them, and finishes what was cut short."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self.store = store
        self.shelf = shelf
        self.book = Book(store)

    def find(self, query: str) -> Named:
        """Who is meant: somebody who is there, else somebody of whom undo knows."""
        try:
            person = People(self.store).find(query)
        except NotFoundError:
            gone = self._gone(query)
            if gone is None:
                raise
            return gone
        return Named(person.id, person.handle, person.name)

    def _gone(self, query: str) -> Named | None:
        """Somebody who was removed, or whose add was undone."""
        held, called = Held(self.store), {clean(query), fold(query)}
        found = [
            key
            for key in held.people.keys() - held.living
            if called & held.people[key].called
        ]
        if not found:
            return None
        into = held.merged_into(set(found))
        if into:
            handles = tuple(People(self.store).get(key).handle for key in sorted(into))
            raise RefusedError(
                f"{clean(query)[:_ECHO]} is one person with {', '.join(handles)} now.",
                f"Forget them as a whole: netlog forget {handles[0]}.",
                handles,
            )
        known = held.people[max(found)]
        return Named(max(found), max(known.handles), max(known.names))

    def forget(self, person: Named, *, mark: bool) -> None:
        """Take somebody out of the tables and the journal, in one transaction.

        What is left to be cleaned is noted in it; `finish` does that.
        """
        with self.store.transaction():
            held = Held(self.store)
            target = held.target(person.id)
            take_out(held, target)
            recorder = Recorder(self.store, self.shelf.now)
            recorder.put_new("scrub", what=target.text())
            self._mark(recorder, target, mark=mark)

    def _mark(self, recorder: Recorder, target: Target, *, mark: bool) -> None:
        """Keep what makes them known if they come again, and nothing to read.

        Or keep nothing: then marks from before go, too.
        """
        forgotten = Forgotten(self.store)
        salt = forgotten.salt or os.urandom(_BYTES).hex()
        marks = {mark_of(one, salt) for one in signs_of(target.names, target.reached)}
        if mark:
            key = recorder.put_new("forgetting", salt=salt)
            for one in sorted(marks - forgotten.marks):
                recorder.put_new("mark", forgetting_id=key, hash=one)
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
            return finish(self.store, self.shelf)
        except DatabaseError as error:
            raise DatabaseError(
                "They are gone from the database, but not from every backup yet:"
                f" {error.sentence}",
                "Once that is mended, netlog doctor --fix goes on with it.",
            ) from error
