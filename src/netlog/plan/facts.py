"""What a person is judged by, gathered once and handed to every term."""

from datetime import date

from netlog.domain.introduction import Way
from netlog.domain.ledger import Entry
from netlog.domain.person import Detail, Person
from netlog.domain.pins import Skip
from netlog.namedtuple import NamedTuple


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
