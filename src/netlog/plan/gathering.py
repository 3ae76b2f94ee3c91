"""Gathering the facts that the terms ask for."""

from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.ledger import Entry
from netlog.domain.person import Person
from netlog.domain.pins import Skip
from netlog.plan.facts import Facts
from netlog.plan.frame import Frame
from netlog.plan.terms import drift, skipped

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource


class Gatherer:
    """Gathers facts for one plan; the size of a cluster is asked once."""

    def __init__(self, frame: Frame, source: "PlanSource") -> None:
        self.frame = frame
        self.source = source
        self._sizes: dict[str, int] = {}
        self._largest: int | None = None
        self._skips: dict[int, list[Skip]] | None = None

    def for_new(self, person: Person) -> Facts:
        """What the terms of new read."""
        ways = tuple(self.source.ways_to(person.id))
        return Facts(person, ways, share=self.share(person.cluster))

    def for_keep(self, person: Person) -> Facts:
        """What the terms of keep read."""
        return Facts(
            person,
            details=tuple(self.source.details(person.id)),
            entries=self._entries(person),
            days=self._days(person),
            skips=tuple(self._lately_skipped().get(person.id, ())),
        )

    def _entries(self, person: Person) -> tuple[Entry, ...]:
        """What was given and got up to the day of the plan."""
        held = self.source.entries(person.id)
        return tuple(entry for entry in held if entry.day <= self.frame.today)

    def _days(self, person: Person) -> tuple[date, ...]:
        """The days with a contact, where there are enough for a usual gap."""
        if person.touches <= drift.KNOWN:
            return ()
        return tuple(self.source.contact_days(person.id))

    def _lately_skipped(self) -> dict[int, list[Skip]]:
        if self._skips is None:
            self._skips = {}
            for skip in self.source.skips_since(skipped.since(self.frame)):
                self._skips.setdefault(skip.person_id, []).append(skip)
        return self._skips

    def for_reconnect(self, person: Person) -> Facts:
        """What the terms of reconnect read."""
        return Facts(person, share=self.share(person.cluster))

    def share(self, cluster: str) -> float | None:
        """A cluster's share of the live network against the largest one's."""
        if not cluster:
            return None
        if self._largest is None:
            self._largest = self.source.largest_cluster(self.frame.live_since)
        return self._size(cluster) / self._largest if self._largest else 0.0

    def _size(self, cluster: str) -> int:
        if cluster not in self._sizes:
            since = self.frame.live_since
            self._sizes[cluster] = self.source.cluster_size(cluster, since)
        return self._sizes[cluster]
