"""What the slots of one week work with, and the facts that their terms ask for."""

from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.ledger import Entry
from netlog.domain.person import Person
from netlog.domain.pins import Skip
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.facts import PersonFacts
from netlog.plan.gates import Gates, gates_for
from netlog.plan.terms.keep import GAPS_NEEDED, skips_count_from


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


class PlanInputs(NamedTuple):
    """What every slot with a score works with."""

    context: PlanContext
    store: Store
    gates: Gates
    load_facts: FactsLoader


def inputs_for(context: PlanContext, store: Store) -> PlanInputs:
    """What the slots of a week work with."""
    gates = gates_for(context, store)
    return PlanInputs(context, store, gates, FactsLoader(context, store))
