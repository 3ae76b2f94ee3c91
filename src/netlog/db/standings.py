"""Where everybody stands, derived at once from all that is in a file."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from netlog.db import sql
from netlog.db.conversions import OUTWARD, inward
from netlog.db.store import Statement, Store
from netlog.domain.introduction import IntroductionState, Way, settled_state
from netlog.domain.person import ME_ID, Person
from netlog.domain.standing import Derived, KindOf, derive, source_of
from netlog.domain.touch import Contact

_DERIVED = Derived._fields
_FIRST_DERIVED = Person._fields.index(_DERIVED[0])
_MANY = 1000
"""So many people written at once are quicker without the indexes in the way."""
_INDEXES = (
    "SELECT name, sql FROM sqlite_schema"
    " WHERE type = 'index' AND tbl_name = 'person' AND sql IS NOT NULL"
)


def derive_anew(store: Store) -> None:
    """Write what follows for introductions and people; within a transaction.

    It is written past the journal.
    """
    store.connection.executemany(
        "UPDATE introduction SET state = ? WHERE id = ?",
        [(state, introduction.id) for introduction, state in unsettled(store)],
    )
    wrong = [(*_stored(wanted), person.id) for person, wanted in misplaced(store)]
    indexes = _INDEXES if len(wrong) > _MANY else f"{_INDEXES} AND 0"
    made = store.connection.execute(indexes).fetchall()
    for name, _ in made:
        store.connection.execute(f"DROP INDEX {name}")
    columns = ", ".join(f"{name} = ?" for name in _DERIVED)
    store.connection.executemany(
        f"UPDATE person SET {columns} WHERE id = ?",  # noqa: S608 (columns of ours)
        wrong,
    )
    for _, text in made:
        store.connection.execute(text)


def _stored(wanted: Derived) -> Iterator[Any]:
    kinds = dict(sql.TABLES["person"].columns)
    return (inward(kinds[n], v) for n, v in zip(_DERIVED, wanted, strict=True))


def unsettled(store: Store) -> Iterator[tuple[IntroductionState, str]]:
    """Introductions whose state does not follow, each with the one that does."""
    seen, together = sql.last_seen(store), sql.together(store)
    for introduction in sql.every_introduction(store):
        to_me = introduction.a_id == ME_ID
        last = seen.get(introduction.b_id) if to_me else together.get(introduction.id)
        wanted = _settled(introduction, last)
        if wanted != introduction.state:
            yield introduction, wanted


def _settled(introduction: IntroductionState, last: str | None) -> str:
    day, seen = _day(introduction.day), _day(last)
    return settled_state(introduction.said, day, seen) if day else introduction.state


def misplaced(store: Store) -> Iterator[tuple[Person, Derived]]:
    """Everybody whose row says something else than follows from the other tables.

    With each, what follows; the user, who stands nowhere, is left out.
    """
    for person, wanted in standings(store):
        if tuple(person[_FIRST_DERIVED:]) != wanted:
            yield person, wanted


def standings(store: Store) -> Iterator[tuple[Person, Derived]]:
    """Everybody but the user, and where they stand.

    Who has a day that is none is left out, and so is a touch on such a day.
    """
    contacts = _PersonByPerson(_readable(store, sql.EVERY_CONTACT))
    details = _PersonByPerson(_readable(store, sql.EVERY_KIND_AND_TAG))
    ways = _PersonByPerson(_readable(store, sql.EVERY_WAY_TO_ME))
    brought = _PersonByPerson(_readable(store, sql.EVERY_ONE_BROUGHT))
    for row in _readable(store, sql.EVERYBODY_BY_NUMBER):
        person = _new(Person, row)
        said = details.of(person.id)
        source = source_of(
            person,
            kinds=[
                KindOf(word, entered) for _, f, word, entered in said if f == "kind"
            ],
            tags=[value for _, field, value, _ in said if field == "tag"],
            contacts=[_new(Contact, contact) for contact in contacts.of(person.id)],
            ways=[_new(Way, [*w[1:], "", "", None, 0]) for w in ways.of(person.id)],
            brought=next(((day, n) for _, day, n in brought.of(person.id)), None),
        )
        yield person, derive(source)


_new: Callable[[Any, list[Any]], Any] = tuple.__new__


class _PersonByPerson:
    """Rows that begin with the number of a person, in that order, given out so."""

    def __init__(self, rows: Iterator[list[Any]]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, person: int) -> list[list[Any]]:
        """The rows of the next person, who comes after all that were asked for."""
        while self._next and self._next[0] < person:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != person:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _readable(store: Store, statement: Statement) -> Iterator[list[Any]]:
    """The rows of a statement, as Python means them, without those that cannot be."""
    change = [(place, _CONVERTED[kind]) for place, kind in statement.conversions]
    for stored in store.connection.execute(statement.text):
        row = list(stored)
        for place, convert in change:
            if row[place] is not None:
                row[place] = convert(row[place])
                if row[place] is None:
                    break
        else:
            yield row


@cache
def _day(text: str | None) -> date | None:
    """A day; None where there is none, or where it is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


_CONVERTED: Mapping[str, Callable[[Any], Any]] = {**OUTWARD, "day": _day}
