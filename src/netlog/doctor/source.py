"""What the checks are given: the machine, the config, and what is in the file."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from netlog.doctor.machine import Machine
from netlog.domain.backup import Backup
from netlog.domain.examined import Journal, Pair, Rotten, Seen, Stands, Stray, Trouble
from netlog.domain.ledger import Thank
from netlog.domain.person import Person
from netlog.domain.standing import Source
from netlog.records import NamedTuple
from netlog.trace.source import TraceSource


class Walks(TraceSource, Protocol):
    """What a trace asks; `read` counts the introductions that were read."""

    read: int


class Book(Protocol):
    """Questions about everybody at once; days are text, as in the file."""

    @property
    def people(self) -> Sequence[Stands]:
        """Everybody, the user too."""

    @property
    def details(self) -> Sequence[tuple[Any, ...]]:
        """Every detail: key, uid, person, field, value, folded; by person and key."""

    @property
    def seen(self) -> Mapping[int, Seen]:
        """What all answered touches come to, by person."""

    @property
    def introductions(self) -> Sequence[Pair]:
        """Every introduction."""

    @property
    def backups(self) -> Sequence[Backup]:
        """The backups, the newest first."""

    @property
    def traces(self) -> Walks:
        """What a trace walks along."""

    def damages(self) -> list[str]:
        """What SQLite finds damaged."""

    def strays(self) -> list[Stray]:
        """Rows that point at one that is not there."""

    def schema(self) -> dict[str, str]:
        """The text by which each table and index was made."""

    def wanted_schema(self) -> dict[str, str]:
        """The text by which it should have been."""

    def attempts(self) -> list[tuple[int, str, int]]:
        """Every attempt: whom, the day, the touch."""

    def together(self) -> dict[int, str | None]:
        """The last day two others were seen together, by their introduction."""

    def places(self) -> list[tuple[Any, ...]]:
        """Every place: key, uid, name, folded."""

    def me(self) -> Person | None:
        """The row of the user."""

    def source_of(self, person_id: int) -> tuple[Person, Source]:
        """Somebody, and what their standing is derived from."""

    def thanks(self) -> list[Thank]:
        """Who waits to be thanked for what, and who was."""

    def is_intact(self, backup: Backup) -> bool:
        """Whether a backup has the bytes that it was made with."""

    def to_scrub(self) -> list[str]:
        """What must still be cleaned of somebody forgotten: '' by netlog, or a file."""

    def came_back(self) -> tuple[str, ...]:
        """The handles of those who were forgotten and are there again."""

    def journal(self) -> Journal:
        """What is wrong with the journal."""

    def rotten(self, backup: Path) -> list[Rotten] | None:
        """Rows that are not as in a backup, though nothing changed them.

        None where the file is no later state of that backup.
        """

    def changes_after(self, now: datetime) -> list[int]:
        """Changes made later than a moment."""

    def after(self, today: date) -> dict[str, list[int]]:
        """Numbers of what is dated after a day, by table."""

    def began(self) -> datetime:
        """When the file was made."""

    def last_change(self) -> tuple[int, datetime] | None:
        """The newest change, and when it was made."""


class Facts(NamedTuple):
    """Everything that a check may look at.

    `config` is what is wrong with the config; `trouble` why the file cannot be read as
    a database of this netlog, if it cannot; `is_current` is false where it is older.
    """

    machine: Machine
    today: date
    now: datetime
    config: tuple[str, ...] = ()
    trouble: Trouble | None = None
    is_current: bool = True
    sqlite: tuple[int, ...] = (3, 40, 0)
