"""The ways into the database: to read it, to change it, to try something out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.clock import Clock
from netlog.errors import DatabaseError, RefusedError
from netlog.locations import Locations

if TYPE_CHECKING:
    from netlog.storage.change import Change
    from netlog.storage.forgetting.forgetter import Forgetter
    from netlog.storage.shelf import Shelf
    from netlog.storage.store import Store

Counts = Mapping[str, int]
DAILY = "daily"
"""Why a backup is made where a command does not say so itself."""


class Doors:
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
        self._open: list[Store] = []

    @cached_property
    def shelf(self) -> "Shelf":
        """The backups of this database."""
        from netlog.storage.shelf import Shelf

        folder = self.locations.state / "backups"
        return Shelf(self.locations.database, folder, self.clock.today, self.clock.now)

    @property
    def exists(self) -> bool:
        """Whether there is a file; DatabaseError where that cannot be seen."""
        from netlog.storage.failures import is_there

        return is_there(self.locations.database)

    def reading(self) -> "Store":
        """The database to read; an empty one where there is no file yet."""
        if self._is_there():
            return self.stored(writable=False)
        self._refuse_lost()
        from netlog.storage.rehearsal import in_memory

        return self._kept(in_memory(None, self.clock.now))

    def _is_there(self) -> bool:
        """Whether there is a file; one that was named must be there to be read."""
        there = self.exists
        if self.locations.chosen and not there:
            raise DatabaseError(
                f"There is no database at {self.locations.database}.",
                "Look at the path; a command that writes would make it.",
            )
        return there

    def _refuse_lost(self) -> None:
        """Begin no new database where there was one: it may be put back."""
        if self.shelf.has_any():
            raise DatabaseError(
                f"There is no database at {self.locations.database}, but backups of it"
                " are there.",
                "netlog restore last puts the newest back; to begin anew, move"
                f" {self.shelf.folder} away.",
            )

    def need(self, doing: str) -> None:
        """Refuse to read all of a database where there is none."""
        if not self._is_there():
            raise _nothing(doing)

    def there(self, doing: str, why: str = DAILY) -> "Store":
        """The database to write, backed up first; refused where there is none."""
        if not self.exists:
            raise _nothing(doing)
        store = self.stored(writable=True)
        self._finish_forgetting(store)
        self._back_up(store, why)
        return store

    @cached_property
    def forgetter(self) -> "Forgetter":
        """Forgetting people, and what was forgotten."""
        from netlog.storage.forgetting.forgetter import Forgetter

        self.need("forget")
        return Forgetter(self.stored(writable=True), self.shelf)

    @contextmanager
    def changing(self, words: str, why: str = DAILY) -> Iterator["Change"]:
        """One change by a command in its words, all or nothing; `undo` takes it back.

        Before it a backup is made: of the reason, or of the day where it is daily.
        """
        from netlog.storage.change import changing

        with (
            self._writable(why) as store,
            changing(store, self.clock.now, words) as change,
        ):
            yield change

    @contextmanager
    def rehearsing(self, words: str) -> Iterator["Change"]:
        """A change to a copy in memory, of which nothing is left."""
        from netlog.storage.change import changing
        from netlog.storage.rehearsal import in_memory

        path = self.locations.database if self.exists else None
        store = self._kept(in_memory(path, self.clock.now))
        with changing(store, self.clock.now, words) as change:
            yield change

    def stored(self, *, writable: bool) -> "Store":
        """The database that is there, brought to the current schema if need be."""
        from netlog.storage.opening import OlderError, open_store

        path = self.locations.database
        try:
            return self._kept(open_store(path, writable=writable))
        except OlderError:
            from netlog.storage.migrating import Renewal, renewed

            folder = self.shelf.folder if self.say else None
            now, today = self.clock
            renewal = Renewal(folder, today, now, self.say or _silent)
            return self._kept(renewed(path, renewal, writable=writable))

    def beside(self, locations: Locations) -> "Doors":
        """The same to another database; what they open is given back with these."""
        other = Doors(locations, self.clock, self.say)
        other._open = self._open
        return other

    def close(self) -> None:
        """Give back what is open."""
        for store in self._open:
            store.close()

    def _kept(self, store: "Store") -> "Store":
        """A store that is closed when the command ends."""
        self._open.append(store)
        return store

    @contextmanager
    def _writable(self, why: str) -> Iterator["Store"]:
        """The database to write; one that is new is there once all has gone well."""
        if self.exists:
            yield self.there("write", why)
            return
        self._refuse_lost()
        from netlog.storage.placing import first_store

        with first_store(self.locations.database, self.clock.now) as (store, is_new):
            yield self._kept(store)
        if self.locations.announced and is_new and self.say:
            self.say(f"Made a new database at {self.locations.database}.")

    def looked_for(self, words: Sequence[str]) -> tuple[dict[Path, Counts], list[Path]]:
        """The files in whose bytes words are found, how often; and all looked at."""
        from netlog.storage.forgetting.remains import files_of, remains_in

        there = files_of(self.locations.database, self.locations.state)
        return remains_in([*there, self.locations.config], words), there

    def _finish_forgetting(self, store: "Store") -> None:
        """Finish a forget that was cut short; where it cannot be, say so and go on."""
        from netlog.storage import sql

        if next(store.rows(sql.SCRUBS), None) is None:
            return
        from netlog.storage.forgetting.scrubbing import finish

        try:
            cleaned = finish(store, self.shelf)
            trouble = "" if cleaned.is_all else cleaned.trouble
        except DatabaseError as error:
            trouble = error.sentence
        if trouble and self.say:
            self.say(f"A forget is not finished: {trouble}")

    def _back_up(self, store: "Store", why: str) -> None:
        """Make the backup that is made by itself; where it cannot be, go on."""
        try:
            if why != DAILY:
                self.shelf.make(why)
            elif not self.shelf.has_today(store):
                self.shelf.make_daily()
        except DatabaseError as error:
            if self.say:
                self.say(f"It was not backed up first: {error.sentence}")


def _nothing(doing: str) -> RefusedError:
    return RefusedError(f"There is nothing to {doing}.", "Nobody is there yet.")


def _silent(_: str) -> None:
    """Nothing is said."""
