"""Attribution: by whom each outcome came.

In a description an outcome counts for everybody on its traces.  Outcomes stand in the
order of their days, each a bit of a number, so that a set of outcomes is one number;
all of them flow back at once, by the rules of `netlog.network`.

In a comparison of rates it counts for one case alone.  Else it would be one event taken
for many: eight introductions in a row, and one tip at their end, were eight of eight.
Fisher's test wants cases that do not hang together, so there an outcome counts for its
very person, and for the one introduction that brought them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.network.ancestors import Ancestors, ancestors, ancestors_of_all
from netlog.network.credit import UNITED, Inflow, flow, inflow, union
from netlog.reports.result import Period

Bits = dict[int, int]
"""Sets of outcomes by what they came by, each set a number."""


class Attribution(NamedTuple):
    """Outcomes, the oldest first, and by whom and by which introductions they came.

    `called` are those that began with them calling me.  `own` has of what came by an
    introduction only what came from the very person; None where that is all there is.
    """

    days: Sequence[date]
    by_person: Bits
    by_link: Bits
    called: int
    own: Bits | None = None

    def first(self, person: int, day: date) -> date | None:
        """The day of the first outcome from a day on that came by way of somebody."""
        return self._first(self.by_person.get(person, 0), day)

    def first_by(self, introduction: int, day: date) -> date | None:
        """The same of what came by way of an introduction."""
        return self._first(self.by_link.get(introduction, 0), day)

    def they_called(self, introduction: int, day: date) -> bool:
        """Whether the very person called, and by it something came from a day on.

        What others did who came through them says nothing of it.
        """
        own = self.by_link if self.own is None else self.own
        bits = own.get(introduction, 0) & self.called
        return self._first(bits, day) is not None

    def _first(self, bits: int, day: date) -> date | None:
        before = bisect_left(self.days, day)
        left = bits >> before
        return self.days[before + (left & -left).bit_length() - 1] if left else None


def attribution_of(store: Store, links: Iterable[Link], period: Period) -> Attribution:
    """The attribution of everything that was got up to the end of a period.

    `links` are all introductions to me that count.
    """
    outcomes = sql.outcome_starts(store, period.until)
    return attribution(outcomes, (link for link in links if link.day <= period.until))


def attribution(outcomes: Sequence[Outcome], links: Iterable[Link]) -> Attribution:
    """Who led to which outcomes; these stand in the order of their days."""
    by_number = {link.introduction: link for link in links}
    known = ancestors(by_number.values())
    own_of: Bits = {}
    by_link: Bits = {}

    def entering() -> Iterator[tuple[Inflow, int]]:
        for place, outcome in enumerate(outcomes):
            person, until, only = (
                outcome.person_id,
                outcome.until,
                outcome.introduction_id,
            )
            start, bit = inflow(known, person, until, only), 1 << place
            _add(own_of, person, bit)
            if start.link:
                _add(by_link, start.link.introduction, bit)
            yield start, bit

    by_person: Bits = {}
    for person, arrived, parts in flow(known, entering(), UNITED):
        by_person[person] = union(arrived)
        for link, bits in zip(known.links.get(person, ()), parts, strict=False):
            _add(by_link, link.introduction, bits)
    own = {
        number: bits & own_of.get(by_number[number].person_id, 0)
        for number, bits in by_link.items()
    }
    days = [outcome.day for outcome in outcomes]
    return Attribution(days, by_person, by_link, _called(outcomes), own)


def _called(outcomes: Iterable[Outcome]) -> int:
    """The set of those that began with them calling me."""
    return sum(
        1 << place for place, outcome in enumerate(outcomes) if outcome.they_called
    )


def _add(sets: Bits, key: int, bits: int) -> None:
    sets[key] = sets.get(key, 0) | bits


CAME_DIRECTLY = (
    "It came to something when anything was got from that very person, on that day or"
    " later. Each outcome counts for one case alone, not for those who led to its"
    " person: rates that are compared must not share one."
)


def direct_attribution_of(
    store: Store, links: Iterable[Link], period: Period
) -> Attribution:
    """Everything that was got up to the end of a period, each for one case alone.

    `links` are all introductions to me that count.
    """
    outcomes = sql.outcome_starts(store, period.until)
    until = (link for link in links if link.day <= period.until)
    return direct_attribution(outcomes, until)


def direct_attribution(
    outcomes: Sequence[Outcome], links: Iterable[Link]
) -> Attribution:
    """By whose hands outcomes came, and by which introductions; days in their order."""
    known = ancestors_of_all(links)
    by_person: Bits = {}
    by_link: Bits = {}
    for place, outcome in enumerate(outcomes):
        _add(by_person, outcome.person_id, 1 << place)
        link = _brought(known, outcome)
        if link:
            _add(by_link, link.introduction, 1 << place)
    days = [outcome.day for outcome in outcomes]
    return Attribution(days, by_person, by_link, _called(outcomes))


def _brought(known: Ancestors, outcome: Outcome) -> Link | None:
    """The introduction it was said to come of; else the oldest that was made."""
    only = outcome.introduction_id
    return next(
        (
            link
            for link in known.usable(outcome.person_id, outcome.until)
            if link.state != "offered" and only in {None, link.introduction}
        ),
        None,
    )
