"""Reading a file for doctor: all of it, as it is, and without writing to it."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from netlog.domain.backup import Backup
from netlog.domain.examined import Journal, Pair, Rotten, Seen, Stands, Stray
from netlog.domain.introduction import Link, Way
from netlog.domain.ledger import Thank
from netlog.domain.person import ME_ID, Detail, Person
from netlog.domain.standing import Source, values
from netlog.domain.touch import TouchAt
from netlog.storage import sql
from netlog.storage.diagnosis import watch
from netlog.storage.failures import translated
from netlog.storage.statement import Statement
from netlog.storage.store import Store, bound
from netlog.storage.traces import MOST, Traces

T = TypeVar("T", bound=tuple[Any, ...])
SQLITE = sqlite3.sqlite_version_info


@contextmanager
def examining(path: Path, folder: Path) -> Iterator["Examining"]:
    """A file to read, and the folder of its backups."""
    with translated(), closing(watch(path)) as connection:
        yield Examining(connection, path, folder)


def shaped(shape: type[T], rows: Iterable[tuple[Any, ...]]) -> list[T]:
    """Rows in a shape; five times as quick as calling it, for a hundred thousand."""
    return [tuple.__new__(shape, row) for row in rows]


class Traced(Traces):
    """Walks that read nothing twice, and count what they read."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.read = 0
        self._known: dict[int, list[Link]] = {}

    def ancestry(self, person_id: int, most: int = MOST) -> list[Link]:
        """Somebody's introductions, their introducers' and so on."""
        if person_id not in self._known:
            self._known[person_id] = super().ancestry(person_id, most)
            self.read += len(self._known[person_id])
        return self._known[person_id]


class Examining:
    """Everything in a file at once, each part read when it is first asked for."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, folder: Path
    ) -> None:
        self.store = Store(connection)
        self.path = path
        self.folder = folder
        self._intact: dict[Path, bool] = {}

    def rows(self, statement: Statement, **given: Any) -> sqlite3.Cursor:
        """The rows of a statement as they stand in the file."""
        stored = bound(statement.parameters, given)
        return self.store.connection.execute(statement.text, stored)

    def damages(self) -> list[str]:
        """What SQLite finds damaged, in its words: tables, rows and pages."""
        from netlog.storage.consistency import damages

        return damages(self.path, self.schema())

    def schema(self) -> dict[str, str]:
        """The text by which each table and index was made."""
        found = self.store.connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
        )
        return {name: text or "" for name, text in found}

    @staticmethod
    def wanted_schema() -> dict[str, str]:
        """The text by which this netlog makes each table and index."""
        return {text.split()[2]: text for text in sql.SCHEMA}

    def strays(self) -> list[Stray]:
        """Rows that point at one that is not there."""
        from netlog.storage.consistency import strays

        return strays(self.store.connection)

    @cached_property
    def people(self) -> list[Stands]:
        """Everybody, the user too."""
        return shaped(Stands, self.rows(sql.EVERY_STANDING))

    @cached_property
    def details(self) -> list[tuple[Any, ...]]:
        """Every detail: key, uid, person, field, value, folded."""
        return self.rows(sql.EVERY_DETAIL).fetchall()

    @cached_property
    def seen(self) -> dict[int, Seen]:
        """What all answered touches come to, by person."""
        return {one.person_id: one for one in shaped(Seen, self.rows(sql.SEEN))}

    def attempts(self) -> list[tuple[int, str, int]]:
        """Every attempt: whom, the day, the touch."""
        return self.rows(sql.ATTEMPTS).fetchall()

    @cached_property
    def introductions(self) -> list[Pair]:
        """Every introduction."""
        return shaped(Pair, self.rows(sql.EVERY_INTRODUCTION))

    def together(self) -> dict[int, str | None]:
        """The last day two others were seen together, by their introduction."""
        return dict(self.rows(sql.TOGETHER))

    def places(self) -> list[tuple[Any, ...]]:
        """Every place: key, uid, name, folded."""
        return self.rows(sql.EVERY_PLACE).fetchall()

    def me(self) -> Person | None:
        """The row of the user."""
        return self.store.one(sql.PERSON, Person, id=ME_ID)

    def source_of(self, person_id: int) -> tuple[Person, Source]:
        """Somebody, and what their standing is derived from."""
        person = next(Person(*row) for row in self.store.rows(sql.PERSON, id=person_id))
        details = self.store.ask(sql.DETAILS_OF, Detail, person=person_id)
        return person, Source(
            person.starts_on,
            person.every,
            person.org,
            values(details, "kind"),
            values(details, "tag"),
            self.store.ask(sql.TOUCHES_OF, TouchAt, person=person_id),
            self.store.ask(sql.WAYS_TO, Way, person=person_id),
        )

    @cached_property
    def traces(self) -> Traced:
        """What a trace walks along."""
        return Traced(self.store)

    def thanks(self) -> list[Thank]:
        """Who waits to be thanked for what, and who was."""
        return self.store.ask(sql.THANK_ROWS, Thank)

    @cached_property
    def backups(self) -> list[Backup]:
        """The backups, the newest first."""
        from netlog.storage.backups import backups

        return backups(self.folder, self.path)

    def is_intact(self, backup: Backup) -> bool:
        """Whether a backup has the bytes that it was made with."""
        from netlog.storage.backups import is_intact

        if backup.path not in self._intact:
            self._intact[backup.path] = is_intact(backup)
        return self._intact[backup.path]

    def to_scrub(self) -> list[str]:
        """What must still be cleaned of somebody forgotten: '' by netlog, or a file."""
        found = self.store.connection.execute("SELECT what FROM scrub")
        return ["" if what.startswith("{") else what for (what,) in found]

    def came_back(self) -> tuple[str, ...]:
        """The handles of those who were forgotten and are there again."""
        from netlog.storage.returning import came_back

        return came_back(self.store.connection)

    def journal(self) -> Journal:
        """What is wrong with the journal."""
        from netlog.storage.consistency import journal

        return journal(self.store.connection)

    def rotten(self, backup: Path) -> list[Rotten] | None:
        """Rows that are not as in a backup, though nothing changed them.

        None where the file did not come from that backup's.
        """
        from netlog.storage.rot import rotten

        return rotten(self.store.connection, backup)

    def changes_after(self, now: datetime) -> list[int]:
        """Changes made later than a moment."""
        return [number for (number,) in self.rows(sql.CHANGES_AFTER, now=now)]

    def after(self, today: date) -> dict[str, list[int]]:
        """Touches and introductions that are dated after a day."""
        return {
            "touch": [n for (n,) in self.rows(sql.TOUCHES_AFTER, today=today)],
            "introduction": [
                n for (n,) in self.rows(sql.INTRODUCTIONS_AFTER, today=today)
            ],
        }

    def began(self) -> datetime:
        """When the file was made."""
        return next(datetime.fromisoformat(at) for (at,) in self.rows(sql.SCHEMAS))

    def last_change(self) -> tuple[int, datetime] | None:
        """The newest change, and when it was made."""
        found = next(self.store.rows(sql.LAST_CHANGE), None)
        return (found[0], found[1]) if found else None
