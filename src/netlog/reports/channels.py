"""How new people came: by people, by places, or by lists."""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Arrival, FirstMeeting
from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.reports.first_coffees import first_introductions
from netlog.reports.result import Period

CHANNELS = ("people", "places", "lists")


class NewPerson(NamedTuple):
    """Somebody new: by which way they came, when, and when first sat down with."""

    person_id: int
    way: str
    day: date
    first_sitdown: date | None


def new_people(store: Store, links: Iterable[Link], period: Period) -> list[NewPerson]:
    """Everybody new who came in a period.

    By people: introduced or named before they were met, or without being met.  By
    places: met in person before that, and not out of a file.  By lists: all others.
    `links` are all introductions to me that count.
    """
    until = (link for link in links if link.day <= period.until)
    introduced = first_introductions(until)
    meetings = first_meetings(store, period.until).values()
    met = {meeting.person_id: meeting.day for meeting in meetings}
    came = (_came(person, introduced, met) for person in sql.arrivals(store))
    return [person for person in came if period.holds(person.day)]


def first_meetings(store: Store, until: date) -> dict[int, FirstMeeting]:
    """The first meeting in person with each new person up to a day."""
    firsts: dict[int, FirstMeeting] = {}
    for meeting in sql.meetings(store, until):
        firsts.setdefault(meeting.person_id, meeting)
    return firsts


def _came(
    arrival: Arrival, introduced: Mapping[int, date], met: Mapping[int, date]
) -> NewPerson:
    by_people = introduced.get(arrival.person_id)
    by_chance = met.get(arrival.person_id)
    if by_people and (by_chance is None or by_people <= by_chance):
        return NewPerson(arrival.person_id, "people", by_people, arrival.first_sitdown)
    if by_chance and not (arrival.imported or arrival.connected_on):
        return NewPerson(arrival.person_id, "places", by_chance, arrival.first_sitdown)
    first = min(by_chance or arrival.added_on, arrival.added_on)
    return NewPerson(arrival.person_id, "lists", first, arrival.first_sitdown)
