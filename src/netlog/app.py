"""The application: clock, config, database and output, each made on first use."""

import os
import re
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netlog.clock import Clock, read_clock
from netlog.domain.names import clean
from netlog.domain.settings import Settings
from netlog.errors import DatabaseError, ReaderGoneError, RefusedError, UsageError
from netlog.locations import Locations, config_path, locate
from netlog.output.answer import NO_CSV, Answer
from netlog.typed import Typed
from netlog.writing import write

if TYPE_CHECKING:
    from netlog.domain.journal import Change as Recorded
    from netlog.domain.pins import ToPin
    from netlog.plan.frame import Frame
    from netlog.plan.result import Plan
    from netlog.storage.book import Book
    from netlog.storage.change import Change
    from netlog.storage.store import Store

OPTIONS = "netlog.options"
"""Under which name the parser's context keeps the options that all commands take."""


class App:
    """What every command is given; `options` are the ones that all commands take."""

    def __init__(
        self, options: MutableMapping[str, Any], arguments: Sequence[str]
    ) -> None:
        self.options = options
        self.arguments = arguments
        self.quiet = False
        self._open: list[Store] = []

    @property
    def words(self) -> str:
        """The command as it was typed, for the journal."""
        from shlex import join

        return join(map(clean, self.arguments))

    @cached_property
    def clock(self) -> Clock:
        """The time, read once."""
        given = self.options.get("today") or os.environ.get("NETLOG_TODAY", "")
        return read_clock(given)

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.today

    @cached_property
    def settings(self) -> Settings:
        """The config, or what holds without one."""
        path = config_path(os.environ)
        if not path.exists():
            return Settings()
        from netlog.config import load

        return load(path, self.warn)

    @cached_property
    def locations(self) -> Locations:
        """Where the files are."""
        db = self.options.get("db") or ""
        return locate(os.environ, db, self.settings.database)

    @cached_property
    def book(self) -> "Book":
        """The database to read; an empty one where there is no file yet."""
        from netlog.storage.book import Book
        from netlog.storage.opening import in_memory

        path = self.locations.database
        if path.exists():
            return Book(self._stored(writable=False))
        if self.locations.chosen:
            raise DatabaseError(
                f"There is no database at {path}.",
                "Look at the path; a command that writes would make it.",
            )
        return Book(self._kept(in_memory(None, self.clock.now)))

    def close(self) -> None:
        """Give back what is open."""
        for store in self._open:
            store.close()

    @contextmanager
    def changing(self) -> Iterator["Change"]:
        """One change to the database, all or nothing, that `undo` takes back."""
        from netlog.storage.change import changing

        with (
            self._writable() as store,
            changing(store, self.clock.now, self.words) as change,
        ):
            yield change

    def beside(self, name: str) -> "App":
        """The same application over a fresh database in the state folder."""
        path = self.locations.state / name
        path.unlink(missing_ok=True)
        path.with_name(f"{name}-journal").unlink(missing_ok=True)
        other = App(self.options, self.arguments)
        other._open = self._open
        other.locations = Locations(path, self.locations.config, self.locations.state)
        return other

    @contextmanager
    def rehearsing(self) -> Iterator["Change"]:
        """A change to a copy in memory, of which nothing is left."""
        from netlog.storage.change import changing
        from netlog.storage.opening import in_memory

        path = self.locations.database
        store = self._kept(in_memory(path if path.exists() else None, self.clock.now))
        with changing(store, self.clock.now, self.words) as change:
            yield change

    def take_back(self) -> "Recorded":
        """Undo the newest change."""
        from netlog.storage.change import take_back

        return take_back(self._there("undo"), self.clock.now)

    def do_again(self) -> "Recorded":
        """Redo what was undone last."""
        from netlog.storage.change import do_again

        return do_again(self._there("redo"), self.clock.now)

    def plan(self, frame: "Frame") -> "Plan":
        """The plan of a week; the current one is pinned when it is first made."""
        from netlog.domain.weeks import week_of
        from netlog.plan.week import plan_for

        plan = plan_for(frame, self.book.planning)
        if plan.to_pin and frame.week == week_of(self.today) and self._pin(plan.to_pin):
            return plan if self._stands(plan) else plan_for(frame, self.book.planning)
        return plan

    def _stands(self, plan: "Plan") -> bool:
        """Whether nobody else pinned other people first."""
        pins = self.book.planning.pins
        return all(
            any(
                (pin.place, pin.person_id) == (one.place, one.person_id)
                for pin in pins(one.slot, one.period)
            )
            for one in plan.to_pin
        )

    def _pin(self, wanted: tuple["ToPin", ...]) -> bool:
        """Pin people to their slots; False, and a word, where it cannot be written."""
        from netlog.storage.change import pin_people

        if not self.locations.database.exists():
            return False
        try:
            pin_people(self._stored(writable=True), self.clock.now, wanted)
        except DatabaseError as error:
            self.warn(f"The pick is not pinned: {error.sentence}")
            return False
        return True

    def _kept(self, store: "Store") -> "Store":
        """A store that is closed when the command ends."""
        self._open.append(store)
        return store

    def _there(self, doing: str) -> "Store":
        """The database to write, if there is one."""
        if not self.locations.database.exists():
            raise RefusedError(f"There is nothing to {doing}.", "Nobody is there yet.")
        return self._stored(writable=True)

    def _stored(self, *, writable: bool) -> "Store":
        """The database that is there, brought to the current schema if need be."""
        from netlog.storage.opening import OlderError, open_store

        path = self.locations.database
        try:
            return self._kept(open_store(path, writable=writable))
        except OlderError:
            from netlog.storage.migrating import Renewal, renewed

            backups = None if self.quiet else self.locations.state / "backups"
            renewal = Renewal(backups, self.clock.now, self.warn)
            return self._kept(renewed(path, renewal, writable=writable))

    @contextmanager
    def _writable(self) -> Iterator["Store"]:
        """The database to write; one that is new is there once all has gone well."""
        from netlog.storage.opening import first_store

        if self.format == "csv":
            raise UsageError(*NO_CSV)
        if self.locations.database.exists():
            yield self._there("write")
            return
        with first_store(self.locations.database, self.clock.now) as (store, is_new):
            yield self._kept(store)
        if self.locations.announced and is_new:
            self.warn(f"Made a new database at {self.locations.database}.")

    @cached_property
    def typed(self) -> Typed:
        """What the user typed, as values."""
        return Typed(self.today, self.settings, tuple(self.arguments))

    @property
    def format(self) -> str:
        """The format asked for, '' for the usual one."""
        if self.options.get("json"):
            return "json"
        chosen: str = self.options.get("format") or ""
        return chosen

    def show(self, answer: Answer) -> None:
        """Write an answer to stdout, in the format asked for."""
        try:
            write(answer, self.format, sys.stdout)
        except BrokenPipeError as error:
            raise ReaderGoneError from error

    def tell(self, text: str) -> None:
        """Words for a person, beside the data."""
        if self.format != "json":
            for line in text.split("\n"):
                parts = re.split("( {2,})", line)
                kept = (part if part.isspace() else clean(part) for part in parts)
                sys.stderr.write(f"{''.join(kept)}\n")

    def warn(self, text: str) -> None:
        """One line to stderr."""
        if not self.quiet:
            sys.stderr.write(f"netlog: {clean(text)}\n")
