"""First coffees: sit-downs with somebody new, and what came of them."""

from collections.abc import Iterable
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.reports.attribution import Attribution
from netlog.reports.result import Case, Missing, Period

NO_COFFEE = Missing("no coffee with someone new", "netlog log WHO -k coffee")
NOTHING_CAME = Missing("nothing that came of it", "netlog got WHO KIND")
FIRST_COFFEE = (
    "A first coffee is the first sit-down with somebody you did not know before"
    " netlog; with two new people at the table there are two."
)


class CoffeeCase(NamedTuple):
    """A first coffee: with whom, when, where, how they came, and what it came to.

    `introduced` is whether anybody had introduced or named them by then.
    """

    person_id: int
    day: date
    place: str
    introduced: bool
    came: date | None

    @property
    def case(self) -> Case:
        """The coffee as something to count."""
        return Case(self.day, self.came)


def coffee_cases(
    store: Store, links: Iterable[Link], attribution: Attribution, period: Period
) -> list[CoffeeCase]:
    """The first coffees of a period, the oldest first, one for each person.

    `links` are all introductions to me that count.
    """
    introduced = first_introductions(links)
    coffees = {
        coffee.person_id: coffee
        for coffee in reversed(sql.first_coffees(store, period.first, period.until))
    }
    return [
        CoffeeCase(
            coffee.person_id,
            coffee.day,
            coffee.place,
            introduced.get(coffee.person_id, date.max) <= coffee.day,
            attribution.first(coffee.person_id, coffee.day),
        )
        for coffee in reversed(coffees.values())
    ]


def first_introductions(links: Iterable[Link]) -> dict[int, date]:
    """The day on which each was first introduced or named to me."""
    days: dict[int, date] = {}
    for link in links:
        days[link.person_id] = min(link.day, days.get(link.person_id, link.day))
    return days


def missing_coffees(coffees: Iterable[CoffeeCase]) -> tuple[Missing, ...]:
    """What is not there: coffees, or anything that came of them."""
    every = list(coffees)
    if not every:
        return (NO_COFFEE, NOTHING_CAME)
    return () if any(coffee.came for coffee in every) else (NOTHING_CAME,)
