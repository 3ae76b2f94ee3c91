"""The other direction: what came of people, with money, and what is too early."""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog.domain.ledger import EntryOf
from netlog.domain.person import Sat
from netlog.records import NamedTuple


class Came(NamedTuple):
    """One outcome that came of people, and the part of its money that did.

    `cents` is None where there are too many to say it of each.
    """

    outcome: EntryOf
    cents: int | None


class Coffees(NamedTuple):
    """First sit-downs: how many came to something, are too early, or nothing yet."""

    n: int = 0
    came: int = 0
    nothing: int = 0
    too_early: int = 0


class Harvest(NamedTuple):
    """Everything that came of people: who, through how many introductions, and what.

    `begun` are those people themselves; `hops` says how far from them each of the
    others stands; `cents` is the money that came by way of them.
    """

    begun: tuple[Sat, ...]

    people: tuple[Sat, ...]
    hops: Mapping[int, int]
    introductions: int
    outcomes: tuple[Came, ...]
    cents: int
    coffees: Coffees

    @property
    def with_them(self) -> "Harvest":
        """The same where they came of something themselves: no hop away from it."""
        near = {one.id: 0 for one in self.begun}
        return self._replace(
            people=(*self.begun, *self.people), hops={**near, **self.hops}
        )

    @property
    def whole(self) -> int:
        """The money of all that came by way of them, other ways included."""
        return sum(one.outcome.entry.cents or 0 for one in self.outcomes)


def coffees(
    sat: Iterable[Sat], last: Mapping[int, date], today: date, early: int
) -> Coffees:
    """How first sit-downs with new people turned out.

    `last` is the day on which something came by somebody last; a coffee that is younger
    than `early` days and has brought nothing is too early, never a failure.
    """
    held = [
        (one.first_sitdown, last.get(one.id, date.min))
        for one in sat
        if one.first_sitdown and not one.known
    ]
    came = sum(brought >= day for day, brought in held)
    young = sum((today - day).days < early and brought < day for day, brought in held)
    return Coffees(len(held), came, len(held) - came - young, young)
