"""How new people came: by people, by places, or by lists."""

from collections.abc import Mapping
from datetime import date

from netlog.domain.evidence import Arrival
from netlog.records import NamedTuple
from netlog.reports.coffees import first_introductions
from netlog.reports.period import Period
from netlog.reports.source import ReportSource

WAYS = ("people", "places", "lists")


class Came(NamedTuple):
    """Somebody new: by which way they came, when, and when first sat down with."""

    person_id: int
    way: str
    day: date
    first_sitdown: date | None


def arrived(source: ReportSource, period: Period) -> list[Came]:
    """Everybody new who came in a period.

    By people: introduced or named before they were met, or without being met.  By
    places: met in person before that, and not out of a file.  By lists: all others.
    """
    there = (link for link in source.links() if link.day <= period.until)
    introduced = first_introductions(there)
    met = {one.person_id: one.day for one in source.first_meetings(period.until)}
    came = (_came(one, introduced, met) for one in source.arrivals())
    return [one for one in came if period.holds(one.day)]


def _came(
    one: Arrival, introduced: Mapping[int, date], met: Mapping[int, date]
) -> Came:
    by_people = introduced.get(one.person_id)
    by_chance = met.get(one.person_id)
    if by_people and (by_chance is None or by_people <= by_chance):
        return Came(one.person_id, "people", by_people, one.first_sitdown)
    if by_chance and not (one.imported or one.connected_on):
        return Came(one.person_id, "places", by_chance, one.first_sitdown)
    first = min(by_chance or one.came_in, one.came_in)
    return Came(one.person_id, "lists", first, one.first_sitdown)
