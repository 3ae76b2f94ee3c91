"""The database of one command: opened to read, to change, to rehearse."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.clock import Clock
from netlog.errors import DatabaseError, RefusedError
from netlog.locations import Locations

if TYPE_CHECKING:
    from netlog.backups.files import Backups
    from netlog.db.store import Store
    from netlog.domain.pins import ToPin
    from netlog.erasure.forget import Forgetter
    from netlog.repository.change import OpenChange

Occurrences = Mapping[str, int]
DAILY = "daily"
"""Why a backup is made where a command does not say so itself."""


class Database:
    """The database of one command; what is opened is given back by `close`.

    `say` takes a line for the user, or is None where nothing may be said or done
    beside what was asked for.
    """

    def __init__(
        self, locations: Locations, clock: Clock, say: Callable[[str], None] | None
    ) -> None:
        self.locations = locations
        self.clock = clock
        self.say = say
        self._opened: list[Store] = []

    @cached_property
    def backups(self) -> "Backups":
        """The backups of this database."""
        from netlog.backups.files import Backups

        now, today = self.clock
        folder = self.locations.state / "backups"
        return Backups(self.locations.database, folder, today, now)

    @property
    def exists(self) -> bool:
        """Whether there is a file; DatabaseError where that cannot be seen."""
        from netlog.db.failures import is_there

        return is_there(self.locations.database)

    def read(self) -> "Store":
        """The database to read; an empty one where there is no file yet."""
        if self._is_there():
            return self.open(writable=False)
        self._refuse_lost()
        from netlog.db.in_memory import in_memory

        return self._closed_later(in_memory(None, self.clock.now))

    def _is_there(self) -> bool:
        """Whether there is a file; one that was named must be there to be read."""
        if self.is_missing():
            raise DatabaseError(
                f"There is no database at {self.locations.database}.",
                f"Look at the path, which {self.locations.named_by} names; a command"
                " that writes makes it.",
            )
        return self.exists

    def is_missing(self) -> bool:
        """Whether the user named a file that is not there.

        DatabaseError where backups of it are there, so that it was once.
        """
        missing = bool(self.locations.named_by) and not self.exists
        if missing:
            self._refuse_lost()
        return missing

    def _refuse_lost(self) -> None:
        """Begin no new database where there was one: it may be put back."""
        from netlog.backups.files import has_any, stem_of

        database, folder, *_ = self.backups
        if has_any(database, folder):
            theirs = folder / stem_of(database, folder)
            raise DatabaseError(
                f"There is no database at {database}, but backups of it are there.",
                "netlog restore last puts the newest back; to begin anew, move"
                f" {theirs}-????-* away.",
            )

    def require(self, doing: str) -> None:
        """Refuse to read all of a database where there is none."""
        if not self._is_there():
            self._refuse_lost()
            raise _nothing(doing)

    def write(self, doing: str, why: str = DAILY) -> "Store":
        """The database to write, backed up first; refused where there is none."""
        if not self.exists:
            self._refuse_lost()
            raise _nothing(doing)
        store = self.open(writable=True)
        self._finish_forgetting(store)
        self._back_up(store, why)
        return store

    def finish_forgetting(self) -> None:
        """Finish a forget that was cut short, before all of the file is given away."""
        from netlog.db import sql

        if sql.scrubs(self.read()):
            self._finish_forgetting(self.open(writable=True))

    @cached_property
    def forgetter(self) -> "Forgetter":
        """Forgetting people, and what was forgotten."""
        from netlog.erasure.forget import Forgetter

        self.require("forget")
        return Forgetter(self.open(writable=True), self.backups)

    @contextmanager
    def changing(self, words: str, why: str = DAILY) -> Iterator["OpenChange"]:
        """One change by a command in its words, all or nothing; `undo` takes it back.

        Before it a backup is made: of the reason, or of the day where it is daily.
        """
        from netlog.repository.change import changing

        with (
            self._writable(why) as store,
            changing(store, self.clock.now, words) as change,
        ):
            yield change

    @contextmanager
    def rehearsing(self, words: str) -> Iterator["OpenChange"]:
        """A change to a copy in memory, of which nothing is left."""
        from netlog.db.in_memory import in_memory
        from netlog.repository.change import changing

        path = self.locations.database if self.exists else None
        store = self._closed_later(in_memory(path, self.clock.now))
        with changing(store, self.clock.now, words) as change:
            yield change

    def pin(self, wanted: Sequence["ToPin"]) -> None:
        """Pin people to their slots in the file that is there, outside the journal."""
        from netlog.repository.plan import pin

        if self.exists:
            pin(self.open(writable=True), self.clock.now, wanted)

    def open(self, *, writable: bool) -> "Store":
        """The database that is there, brought to the current schema if need be."""
        from netlog.db.open import OlderError, open_store

        path = self.locations.database
        try:
            return self._closed_later(open_store(path, writable=writable))
        except OlderError:
            from netlog.backups.upgrade import upgraded

            return self._closed_later(
                upgraded(self.backups, self.say, writable=writable)
            )

    def beside(self, locations: Locations) -> "Database":
        """The same to another database; what they open is given back with these."""
        other = Database(locations, self.clock, self.say)
        other._opened = self._opened
        return other

    def discard(self) -> None:
        """Take the file away, what stands beside it, and the backups of it alone.

        The file goes first: a link is gone before anybody asks where it leads.
        """
        from netlog.backups.folder import discard_all
        from netlog.db.open import beside

        path = self.locations.database
        path.unlink(missing_ok=True)
        for left in beside(path):
            left.unlink(missing_ok=True)
        discard_all(self.backups.database, self.backups.folder)

    def close(self) -> None:
        """Give back what is open."""
        for store in self._opened:
            store.close()

    def _closed_later(self, store: "Store") -> "Store":
        """A store that is closed when the command ends."""
        self._opened.append(store)
        return store

    @contextmanager
    def _writable(self, why: str) -> Iterator["Store"]:
        """The database to write; one that is new is there once all has gone well."""
        if self.exists:
            yield self.write("write", why)
            return
        self._refuse_lost()
        from netlog.db.create import first_store

        with first_store(self.locations.database, self.clock.now) as (store, is_new):
            yield self._closed_later(store)
        if self.locations.named_by and is_new and self.say:
            self.say(f"Made a new database at {self.locations.database}.")

    def search_bytes(
        self, words: Sequence[str]
    ) -> tuple[dict[Path, Occurrences], list[Path]]:
        """The files in whose bytes words are found, how often; and all looked at."""
        from netlog.erasure.leftover import files_of, remains_in

        there = files_of(self.locations.database, self.locations.state)
        return remains_in([*there, self.locations.config], words), there

    def _finish_forgetting(self, store: "Store") -> None:
        """Finish a forget that was cut short; where it cannot be, say so and go on."""
        from netlog.db import sql

        if not sql.scrubs(store):
            return
        from netlog.erasure.forget import finish

        try:
            cleaned = finish(store, self.backups)
            trouble = "" if cleaned.is_all else cleaned.trouble
        except DatabaseError as error:
            trouble = error.sentence
        if trouble and self.say:
            self.say(f"A forget is not finished: {trouble}")

    def back_up(self, why: str) -> None:
        """Make a backup once something is done; where it cannot be made, say so."""
        from netlog.backups.make import make

        try:
            make(self.backups, why)
        except DatabaseError as error:
            if self.say:
                self.say(f"It was not backed up: {error.sentence}")

    def _back_up(self, store: "Store", why: str) -> None:
        """Make the backup that is made by itself; where it cannot be, go on."""
        from netlog.backups.files import has_one, is_of_today

        try:
            if why != DAILY:
                from netlog.backups.make import make

                make(self.backups, why)
            elif not (has_one(self.backups) or is_of_today(store, self.clock.today)):
                from netlog.backups.make import make_daily

                make_daily(self.backups)
        except DatabaseError as error:
            if self.say:
                self.say(f"It was not backed up first: {error.sentence}")


def _nothing(doing: str) -> RefusedError:
    return RefusedError(f"There is nothing to {doing}.", "Nobody is there yet.")
