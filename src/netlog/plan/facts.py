"""What a person is judged by, gathered once and handed to every term."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from netlog.db import sql
from netlog.db.records import Anniversary
from netlog.db.store import Store
from netlog.domain.introduction import Way
from netlog.domain.ledger import Entry
from netlog.domain.names import fold
from netlog.domain.person import ME_ID, Detail, Person
from netlog.domain.pins import Skip
from netlog.domain.standing import values
from netlog.domain.weeks import week_of
from netlog.namedtuple import NamedTuple
from netlog.plan.cadence import Cadences, cadence_of, cadences_for
from netlog.plan.context import PlanContext

_LATELY = timedelta(weeks=8)
_LEAST_CIRCLE = 5
"""The largest circle is never taken for smaller: with three people none is full."""


class PersonFacts(NamedTuple):
    """A person with everything the terms ask for.

    `cadence` is in days, None for none, and `runs_from` the day it began.  `share` is
    the size of their circle, without themselves, against the largest one in the live
    network, None where they have no circle.  `is_near` says whether they live in a city
    of mine, None where that is not known.  `wrote_or_called` is whether they were heard
    from otherwise than in person, `wrote_last` whether the last touch came from them.
    `asked_on` is when the user was last in touch with who only offered to introduce
    them, since the offer.  Each is only gathered where something reads it.
    """

    person: Person
    cadence: int | None = None
    runs_from: date = date.max
    ways: tuple[Way, ...] = ()
    resting_introducers: frozenset[int] = frozenset()
    details: tuple[Detail, ...] = ()
    entries: tuple[Entry, ...] = ()
    days: tuple[Anniversary, ...] = ()
    skips: tuple[Skip, ...] = ()
    share: float | None = None
    is_near: bool | None = None
    wrote_or_called: bool = False
    wrote_last: bool = False
    asked_on: date | None = None

    @property
    def counted_ways(self) -> tuple[Way, ...]:
        """Introductions to me that were not dropped."""
        return tuple(way for way in self.ways if way.counts)

    @property
    def is_only_offered(self) -> bool:
        """Whether introductions to me were offered, and none of them is made."""
        ways = self.counted_ways
        return bool(ways) and all(way.state == "offered" for way in ways)


def skips_count_from(context: PlanContext) -> str:
    """The first week whose skips count, eight before this one."""
    return week_of(context.week.monday - _LATELY).code


def city_key(city: str) -> str:
    """What two cities share that are one: the text before the first comma."""
    return fold(city.partition(",")[0])


class FactsLoader:
    """The facts about each person of one plan; what all share is asked once.

    `where` is the city that the user is in instead of their own.
    """

    def __init__(self, context: PlanContext, store: Store, where: str = "") -> None:
        self.context = context
        self.store = store
        self._where = where
        self._sizes: dict[str, int] = {}
        self._besides: dict[str, int] = {}

    @cached_property
    def cadences(self) -> Cadences:
        """The days of every cadence there is."""
        return cadences_for(self.context.settings, self.store)

    @cached_property
    def rhythms(self) -> tuple[str, ...]:
        """Every rhythm that somebody has."""
        return tuple(sql.rhythms(self.store))

    @cached_property
    def my_cities(self) -> frozenset[str]:
        """The cities that are mine, as they are compared."""
        if self._where:
            return frozenset({city_key(self._where)})
        me = sql.person(self.store, ME_ID)
        cities = [me.city] if me else []
        details = sql.details_of(self.store, ME_ID)
        cities += values(details, "city")
        return frozenset(filter(None, map(city_key, cities)))

    def cadence_of(self, person: Person) -> int | None:
        """The days of somebody's cadence; their tags are read where one has one."""
        return cadence_of(self.cadences, self.store, person)

    def for_new(self, person: Person) -> PersonFacts:
        """What the terms of new read."""
        ways = tuple(sql.ways_to(self.store, person.id))
        introducers = {way.introducer_id for way in ways}
        resting = frozenset(key for key in introducers if key in self._resting)
        facts = PersonFacts(
            person,
            ways=ways,
            resting_introducers=resting,
            share=self.share(person),
            is_near=self.is_near(person),
            wrote_or_called=self._wrote_or_called(person, ways),
        )
        if facts.is_only_offered:
            facts = facts._replace(asked_on=self._asked_on(facts.counted_ways[-1]))
        return facts

    def _asked_on(self, offer: Way) -> date | None:
        introducer = sql.person(self.store, offer.introducer_id)
        last = introducer.last_contact if introducer else None
        return last if last and last > offer.day else None

    def _wrote_or_called(self, person: Person, ways: Iterable[Way]) -> bool:
        """Asked where it could make somebody warmer than an introduction does."""
        made = any(way.state in {"made", "met"} for way in ways)
        if person.last_heard is None or made:
            return False
        return bool(sql.wrote_or_called(self.store, person.id))

    @cached_property
    def _resting(self) -> frozenset[int]:
        return frozenset(sql.resting_people(self.store))

    def is_near(self, person: Person) -> bool | None:
        """Whether somebody lives in a city of mine; None where that is not known."""
        city = city_key(person.city)
        if not city or not self.my_cities:
            return None
        return city in self.my_cities

    def for_keep(self, person: Person) -> PersonFacts:
        """What the terms of keep read."""
        cadence = self.cadence_of(person)
        return PersonFacts(
            person,
            cadence,
            self.cadences.runs_from(person, cadence),
            details=tuple(sql.details_of(self.store, person.id)),
            entries=self._entries(person),
            days=tuple(sql.anniversaries_of(self.store, person.id)),
            skips=tuple(self._lately_skipped.get(person.id, ())),
            wrote_last=bool(sql.wrote_last(self.store, person.id)),
        )

    def _entries(self, person: Person) -> tuple[Entry, ...]:
        """What was given and got up to the day of the plan."""
        entries = sql.entries_with(self.store, person.id)
        return tuple(entry for entry in entries if entry.day <= self.context.today)

    @cached_property
    def _lately_skipped(self) -> dict[int, list[Skip]]:
        skips: dict[int, list[Skip]] = {}
        for skip in sql.skips_since(self.store, skips_count_from(self.context)):
            skips.setdefault(skip.person_id, []).append(skip)
        return skips

    def for_reconnect(self, person: Person) -> PersonFacts:
        """What the terms of reconnect read."""
        return PersonFacts(person, share=self.share(person))

    def share(self, person: Person) -> float | None:
        """Their circle's share of the live network against the largest one's.

        They themselves are left out of both.
        """
        if not person.cluster:
            return None
        size = self._size(person.cluster)
        others = size - self._is_live(person)
        largest = self._largest
        if others < size == largest:
            largest = max(others, self._largest_besides(person.cluster))
        return others / max(largest, _LEAST_CIRCLE)

    def _is_live(self, person: Person) -> bool:
        last = person.last_contact
        return last is not None and last >= self.context.live_since

    @property
    def _largest(self) -> int:
        return self._largest_besides("")

    def _largest_besides(self, cluster: str) -> int:
        if cluster not in self._besides:
            since = self.context.live_since
            self._besides[cluster] = sql.largest_cluster(self.store, since, cluster)
        return self._besides[cluster]

    def _size(self, cluster: str) -> int:
        if cluster not in self._sizes:
            since = self.context.live_since
            self._sizes[cluster] = sql.cluster_size(self.store, cluster, since)
        return self._sizes[cluster]
