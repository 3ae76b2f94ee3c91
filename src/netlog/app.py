"""The application: clock, config, database and output, each made on first use."""

import os
import sys
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netlog.clock import Clock, read_clock
from netlog.database import DAILY, Database
from netlog.domain.names import clean
from netlog.domain.settings import Settings
from netlog.errors import ReaderGoneError, UsageError
from netlog.locations import Locations, config_path, locate, naming
from netlog.output.answer import NO_CSV, Answer
from netlog.output.write import tell, warn, write
from netlog.parsing import Typed

if TYPE_CHECKING:
    from netlog.backups.files import Backups
    from netlog.db.store import Store
    from netlog.repository.change import OpenChange

OPTIONS = "netlog.options"
"""Under which name the parser's context keeps the options that all commands take."""
Run = Callable[["App"], None]
"""Runs the command line of an application."""


class App:
    """What every command is given; `options` are the ones that all commands take.

    `run` runs the command line of an application that is given to it.
    """

    def __init__(
        self,
        options: MutableMapping[str, Any],
        arguments: Sequence[str],
        run: "Run | None" = None,
    ) -> None:
        self.options = options
        self.arguments = arguments
        self.quiet = False
        self._run = run

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
        from netlog.config import load_config

        return load_config(path, self.warn)

    @cached_property
    def locations(self) -> Locations:
        """Where the files are."""
        db = self.options.get("db") or ""
        return locate(os.environ, db, self.settings.database)

    def naming(
        self, text: str, commands: Iterable[str], *, of_file: bool = False
    ) -> str:
        """A text to type from, whose commands name the database where --db did.

        The next line has no --db.  What is said of the file itself names it also where
        the environment or the config did: they may have been set for one line.
        """
        database: str = self.options.get("db") or ""
        if not database and of_file and "locations" in vars(self):
            where = self.locations
            database = str(where.database) if where.named_by else ""
        return naming(database, text, commands) if database else text

    @cached_property
    def database(self) -> Database:
        """The database of this command."""
        return Database(self.locations, self.clock, None if self.quiet else self.warn)

    @property
    def backups(self) -> "Backups":
        """The backups of the database."""
        return self.database.backups

    @cached_property
    def store(self) -> "Store":
        """The database to read; an empty one where there is no file yet."""
        return self.database.read()

    def close(self) -> None:
        """Give back what is open."""
        if "database" in vars(self):
            self.database.close()

    def changing(self, why: str = DAILY) -> AbstractContextManager["OpenChange"]:
        """One change to the database, all or nothing, that `undo` takes back.

        A backup is made first: for a reason, or the one of the day.
        """
        self.refuse_csv()
        return self.database.changing(self.words, why)

    def rehearsing(self) -> AbstractContextManager["OpenChange"]:
        """A change to a copy in memory, of which nothing is left."""
        return self.database.rehearsing(self.words)

    def beside(self, name: str) -> "App":
        """The same application over a fresh database in the state folder.

        Of the one that was there nothing is left, and no backup.
        """
        path = self.locations.state / name
        other = App(self.options, self.arguments, self._run)
        other.locations = Locations(path, self.locations.config, self.locations.state)
        other.database = self.database.beside(other.locations)
        other.database.discard()
        return other

    def run(self, line: str, change: "OpenChange", today: date) -> Answer:
        """Type a command line that writes into a change, on a day; gives its answer."""
        if self._run is None:
            raise TypeError("nobody is there to run a command line")
        from shlex import split

        typed = _Line(split(line), Clock(self.clock.now, today), change)
        self._run(typed)
        return typed.answer

    def enter(self, line: str) -> Answer:
        """Type a command line by itself, as its user would; gives its answer.

        It has a change and a clock of its own, and the same database.
        """
        if self._run is None:
            raise TypeError("nobody is there to run a command line")
        from shlex import split

        typed = _OwnLine(self, split(line))
        try:
            self._run(typed)
        finally:
            typed.close()
        return typed.answer

    @cached_property
    def typed(self) -> Typed:
        """What the user typed, as values."""
        return Typed(self.today, self.settings, tuple(self.arguments), self.tell)

    @property
    def format(self) -> str:
        """The format asked for, '' for the usual one."""
        if self.options.get("json"):
            return "json"
        chosen: str = self.options.get("format") or ""
        return chosen

    @property
    def is_at_terminal(self) -> bool:
        """Whether a person reads the answer as it comes, in the usual format."""
        return self.format in {"", "page"} and sys.stdout.isatty()

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
            tell(text)

    def warn(self, text: str) -> None:
        """One line to stderr, where it is not to be quiet."""
        if not self.quiet:
            warn(text)


class _Line(App):
    """One command line of several in a change that is open; its answer is kept.

    It is typed under settings that nobody changed.
    """

    answer: Answer

    def __init__(
        self, arguments: Sequence[str], clock: Clock, change: "OpenChange"
    ) -> None:
        super().__init__({}, arguments)
        self.clock = clock
        self.settings = Settings()
        self.quiet = True
        self._change = change

    def changing(self, why: str = DAILY) -> AbstractContextManager["OpenChange"]:
        """The change that is open."""
        del why
        return nullcontext(self._change)

    def show(self, answer: Answer) -> None:
        """Keep it for whoever typed the line."""
        self.answer = answer

    def tell(self, text: str) -> None:
        """Nobody reads what stands beside it."""


class _OwnLine(App):
    """A command line that one command types after another; its answer is kept."""

    answer: Answer

    def __init__(self, typist: App, arguments: Sequence[str]) -> None:
        super().__init__(dict(typist.options), arguments)
        self.settings = typist.settings
        self.locations = typist.locations

    def show(self, answer: Answer) -> None:
        """Keep it for whoever typed the line."""
        self.answer = answer
