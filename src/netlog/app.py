"""The application: clock, config, database and output, each made on first use."""

import os
import re
import sys
from collections.abc import MutableMapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netlog.clock import Clock, read_clock
from netlog.domain.names import clean
from netlog.domain.settings import Settings
from netlog.doors import DAILY, Doors
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
    from netlog.storage.shelf import Shelf

OPTIONS = "netlog.options"
"""Under which name the parser's context keeps the options that all commands take."""
YES = ("y", "yes")


class App:
    """What every command is given; `options` are the ones that all commands take."""

    def __init__(
        self, options: MutableMapping[str, Any], arguments: Sequence[str]
    ) -> None:
        self.options = options
        self.arguments = arguments
        self.quiet = False

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
    def doors(self) -> Doors:
        """The ways into the database."""
        return Doors(self.locations, self.clock, None if self.quiet else self.warn)

    @property
    def shelf(self) -> "Shelf":
        """The backups of the database."""
        return self.doors.shelf

    @cached_property
    def book(self) -> "Book":
        """The database to read; an empty one where there is no file yet."""
        from netlog.storage.book import Book

        return Book(self.doors.reading())

    def close(self) -> None:
        """Give back what is open."""
        if "doors" in vars(self):
            self.doors.close()

    def changing(self, why: str = DAILY) -> AbstractContextManager["Change"]:
        """One change to the database, all or nothing, that `undo` takes back.

        A backup is made first: for a reason, or the one of the day.
        """
        self.refuse_csv()
        return self.doors.changing(self.words, why)

    def rehearsing(self) -> AbstractContextManager["Change"]:
        """A change to a copy in memory, of which nothing is left."""
        return self.doors.rehearsing(self.words)

    def beside(self, name: str) -> "App":
        """The same application over a fresh database in the state folder."""
        path = self.locations.state / name
        path.unlink(missing_ok=True)
        path.with_name(f"{name}-journal").unlink(missing_ok=True)
        other = App(self.options, self.arguments)
        other.locations = Locations(path, self.locations.config, self.locations.state)
        other.doors = self.doors.beside(other.locations)
        return other

    def take_back(self) -> "Recorded":
        """Undo the newest change."""
        from netlog.storage.change import take_back

        return take_back(self.doors.there("undo"), self.clock.now)

    def do_again(self) -> "Recorded":
        """Redo what was undone last."""
        from netlog.storage.change import do_again

        return do_again(self.doors.there("redo"), self.clock.now)

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

        if not self.doors.exists:
            return False
        try:
            pin_people(self.doors.stored(writable=True), self.clock.now, wanted)
        except DatabaseError as error:
            self.warn(f"The pick is not pinned: {error.sentence}")
            return False
        return True

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

    def refuse_csv(self) -> None:
        """Before anything is done of which the answer is a page."""
        if self.format == "csv":
            raise UsageError(*NO_CSV)

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

    def answer_to(self, *asked: str) -> str:
        """What somebody types after some lines, of which the last one asks.

        RefusedError where nobody sits at a terminal.
        """
        if self.format or sys.stdin is None or not sys.stdin.isatty():
            raise RefusedError("Nobody is there to be asked.", "--yes does it unasked.")
        for text in asked[:-1]:
            self.tell(text)
        sys.stderr.write(f"{clean(asked[-1])} ")
        sys.stderr.flush()
        return clean(sys.stdin.readline())

    def agree(self, *asked: str, otherwise: str) -> None:
        """Go on where the answer is yes; RefusedError in these words if it is not."""
        if self.answer_to(*asked[:-1], f"{asked[-1]} [y/N]").lower() not in YES:
            raise RefusedError(otherwise, "All is as it was.")

    def warn(self, text: str) -> None:
        """One line to stderr."""
        if not self.quiet:
            sys.stderr.write(f"netlog: {clean(text)}\n")
