"""What a trace asks of whoever keeps the facts."""

from datetime import date
from typing import Protocol

from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry, EntryOf
from netlog.domain.person import Named, Sat
from netlog.domain.touch import TouchAt


class TraceSource(Protocol):
    """Questions about introductions and touches."""

    def ancestry(self, person_id: int, most: int = ...) -> list[Link]:
        """Somebody's introductions, their introducers' and so on."""

    def below(self, person_id: int) -> list[Link]:
        """Every introduction of anybody who came through somebody, or of them."""

    def last_touch(self, person_id: int, until: date) -> TouchAt | None:
        """The latest answered touch with somebody on or before a day."""

    def first_touch(self, person_id: int) -> TouchAt | None:
        """When somebody was first met in person, and where; None if known before."""

    def touch(self, number: int) -> TouchAt | None:
        """A touch with its place."""

    def outcomes_of(self, person_id: int) -> list[Entry]:
        """Everything got from somebody, the oldest first."""

    def named(self, person_id: int) -> Named:
        """Somebody as they are pointed at."""

    def links(self) -> list[Link]:
        """Every introduction of somebody to me that was not dropped."""

    def outcomes(self) -> list[Entry]:
        """Everything got from anybody, the oldest first."""

    def outcomes_below(self, person_id: int) -> list[EntryOf]:
        """Everything got from somebody or from whoever came through them."""

    def sat_below(self, person_id: int) -> list[Sat]:
        """Somebody and whoever came through them, with the first sit-down of each."""
