"""What a person is judged by, gathered once and handed to every term."""

from datetime import date, timedelta

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Way
from netlog.domain.ledger import Entry
from netlog.domain.person import Detail, Person
from netlog.domain.pins import Skip
from netlog.domain.weeks import week_of
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext

GAPS_NEEDED = 5
"""How many gaps between contacts make a usual one."""
_LATELY = timedelta(weeks=8)


class PersonFacts(NamedTuple):
    """A person with everything the terms ask for.

    `share` is the size of their cluster against the largest one in the live
    network, None where they have no cluster.  `days` with a contact and `skips` are
    only gathered where a term reads them.
    """

    person: Person
    ways: tuple[Way, ...] = ()
    details: tuple[Detail, ...] = ()
    entries: tuple[Entry, ...] = ()
    days: tuple[date, ...] = ()
    skips: tuple[Skip, ...] = ()
    share: float | None = None
    trust: int | None = None

    @property
    def counted_ways(self) -> tuple[Way, ...]:
        """Introductions to me that were not dropped."""
        return tuple(way for way in self.ways if way.counts)


def skips_count_from(context: PlanContext) -> str:
    """The first week whose skips count, eight before this one."""
    return week_of(context.week.monday - _LATELY).code


class FactsLoader:
    """The facts about each person of one plan; the size of a cluster is asked once."""

    def __init__(self, context: PlanContext, store: Store) -> None:
        self.context = context
        self.store = store
        self._sizes: dict[str, int] = {}
        self._largest: int | None = None
        self._skips: dict[int, list[Skip]] | None = None

    def for_new(self, person: Person) -> PersonFacts:
        """What the terms of new read."""
        ways = tuple(sql.ways_to(self.store, person.id))
        return PersonFacts(person, ways, share=self.share(person.cluster))

    def for_keep(self, person: Person) -> PersonFacts:
        """What the terms of keep read."""
        return PersonFacts(
            person,
            details=tuple(sql.details_of(self.store, person.id)),
            entries=self._entries(person),
            days=self._days(person),
            skips=tuple(self._lately_skipped().get(person.id, ())),
        )

    def _entries(self, person: Person) -> tuple[Entry, ...]:
        """What was given and got up to the day of the plan."""
        entries = sql.entries_with(self.store, person.id)
        return tuple(entry for entry in entries if entry.day <= self.context.today)

    def _days(self, person: Person) -> tuple[date, ...]:
        """The days with a contact, where there are enough for a usual gap."""
        if person.touches <= GAPS_NEEDED:
            return ()
        return tuple(sql.contact_days(self.store, person.id))

    def _lately_skipped(self) -> dict[int, list[Skip]]:
        if self._skips is None:
            self._skips = {}
            for skip in sql.skips_since(self.store, skips_count_from(self.context)):
                self._skips.setdefault(skip.person_id, []).append(skip)
        return self._skips

    def for_reconnect(self, person: Person) -> PersonFacts:
        """What the terms of reconnect read."""
        return PersonFacts(person, share=self.share(person.cluster))

    def share(self, cluster: str) -> float | None:
        """A cluster's share of the live network against the largest one's."""
        if not cluster:
            return None
        if self._largest is None:
            self._largest = sql.largest_cluster(self.store, self.context.live_since)
        return self._size(cluster) / self._largest if self._largest else 0.0

    def _size(self, cluster: str) -> int:
        if cluster not in self._sizes:
            since = self.context.live_since
            self._sizes[cluster] = sql.cluster_size(self.store, cluster, since)
        return self._sizes[cluster]
