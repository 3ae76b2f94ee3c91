"""Walking along introductions: the rows that a trace is made of."""

from datetime import date

from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry, EntryOf
from netlog.domain.person import Named, Sat
from netlog.domain.touch import TouchAt
from netlog.storage import sql
from netlog.storage.store import Store

MOST = 2_000
"""People whose introductions a walk reads, unless it must read all."""
ALL = 2**62


class Traces:
    """What lies before somebody, and what came through them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def ancestry(self, person_id: int, most: int = MOST) -> list[Link]:
        """Somebody's introductions, their introducers' and so on, the nearest first.

        The introductions of at most so many people are read.
        """
        return self.store.ask(sql.ANCESTRY, Link, person=person_id, most=most)

    def below(self, person_id: int) -> list[Link]:
        """Every introduction of anybody who came through somebody, or of them."""
        return self.store.ask(sql.BELOW, Link, person=person_id)

    def links(self) -> list[Link]:
        """Every introduction of somebody to me that was not dropped."""
        return self.store.ask(sql.LINKS, Link)

    def named(self, person_id: int) -> Named:
        """Somebody as they are pointed at."""
        return Named(*next(self.store.rows(sql.NAMED, id=person_id)))

    def last_touch(self, person_id: int, until: date) -> TouchAt | None:
        """The latest answered touch with somebody on or before a day."""
        return self.store.one(sql.LAST_TOUCH, TouchAt, person=person_id, until=until)

    def first_touch(self, person_id: int) -> TouchAt | None:
        """When somebody was first met in person, and where; None if known before."""
        return self.store.one(sql.FIRST_TOUCH, TouchAt, person=person_id)

    def touch(self, number: int) -> TouchAt | None:
        """A touch with its place."""
        return self.store.one(sql.TOUCH_AT, TouchAt, touch=number)

    def outcomes_of(self, person_id: int) -> list[Entry]:
        """Everything got from somebody, the oldest first."""
        return self.store.ask(sql.OUTCOMES_OF, Entry, person=person_id)

    def outcomes(self) -> list[Entry]:
        """Everything got from anybody, the oldest first."""
        return self.store.ask(sql.OUTCOMES, Entry)

    def outcomes_below(self, person_id: int) -> list[EntryOf]:
        """Everything got from somebody and those below them, the oldest first."""
        found = [
            EntryOf(Entry(*row[:-2]), *row[-2:])
            for row in self.store.rows(sql.OUTCOMES_BELOW, person=person_id)
        ]
        return sorted(found, key=lambda one: (one.entry.day, one.entry.id))

    def sat_below(self, person_id: int) -> list[Sat]:
        """Somebody and whoever came through them, with the first sit-down of each."""
        return self.store.ask(sql.SAT_BELOW, Sat, person=person_id)

    def first_met_at(self, place_id: int) -> dict[int, date]:
        """Who was first met in person at a place, and when."""
        rows = self.store.rows(sql.MET_AT, place=place_id)
        return {key: day for key, day in rows if self._first_place(key) == place_id}

    def _first_place(self, person_id: int) -> int | None:
        touch = self.first_touch(person_id)
        return touch.place_id if touch else None
