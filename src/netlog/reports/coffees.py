"""First coffees: sit-downs with somebody new, and what came of them."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.introduction import Link
from netlog.records import NamedTuple
from netlog.reports.origins import Origins
from netlog.reports.period import Period
from netlog.reports.result import Missing
from netlog.reports.source import ReportSource
from netlog.reports.tally import Case

NONE = Missing("no coffee with someone new", "netlog log WHO -k coffee")
NOTHING_CAME = Missing("nothing that came of it", "netlog got WHO KIND")
EACH = (
    "A first coffee is the first sit-down with somebody you did not know before"
    " netlog; with two new people at the table there are two."
)


class Held(NamedTuple):
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


def held(source: ReportSource, origins: Origins, period: Period) -> list[Held]:
    """The first coffees of a period, the oldest first, one for each person."""
    introduced = first_introductions(source.links())
    coffees = {
        one.person_id: one
        for one in reversed(source.first_coffees(period.first, period.until))
    }
    return [
        Held(
            one.person_id,
            one.day,
            one.place,
            introduced.get(one.person_id, date.max) <= one.day,
            origins.first(one.person_id, one.day),
        )
        for one in reversed(coffees.values())
    ]


def first_introductions(links: Iterable[Link]) -> dict[int, date]:
    """The day on which each was first introduced or named to me."""
    days: dict[int, date] = {}
    for link in links:
        days[link.person_id] = min(link.day, days.get(link.person_id, link.day))
    return days


def missing(coffees: Iterable[Held]) -> tuple[Missing, ...]:
    """What is not there: coffees, or anything that came of them."""
    there = list(coffees)
    if not there:
        return (NONE, NOTHING_CAME)
    return () if any(one.came for one in there) else (NOTHING_CAME,)
