"""Counting everybody once: eligible, not due, or hidden by a gate."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person, Standing
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.gates import Gates, is_new
from netlog.plan.result import Counts
from netlog.plan.slots.keep import cadences

Somebody = Person | Standing


class Headcount(NamedTuple):
    """Who could be asked for this week.

    Most people are counted by the database; those of whom something special is
    known (`asked` by a promise, a follow-up or again; held by a gate) one by one.
    """

    context: PlanContext
    store: Store
    gates: Gates
    asked: Mapping[int, Person]

    def take(self) -> tuple[Counts, dict[str, int]]:
        """The counts, and how many each gate hides."""
        people = sql.count_people(self.store)
        eligible = self._coarse_total()
        hidden: Counter[str] = Counter()
        for standing in self._special():
            verdict = self.verdict(standing)
            eligible += (verdict == "eligible") - self.coarse(standing)
            if verdict not in {"eligible", "not due"}:
                hidden[verdict] += 1
        barred = hidden.total()
        counts = Counts(people, eligible, people - eligible - barred, barred)
        return counts, dict(sorted(hidden.items()))

    def verdict(self, person: Somebody) -> str:
        """'eligible', 'not due', or the name of the gate that hides somebody."""
        gate = self.gates.general(person)
        if gate:
            return gate
        if self._waits(person) or person.id in self.asked:
            return "eligible"
        if is_new(person):
            return self.gates.for_new(person) or "eligible"
        return "eligible" if self.gates.for_new(person) == "stuck" else "not due"

    def coarse(self, person: Somebody) -> bool:
        """How the database counts somebody: new, or waiting."""
        return is_new(person) or self._waits(person)

    def _waits(self, person: Somebody) -> bool:
        """Whether keep or reconnect could ask for them."""
        if person.waits_from <= self.context.keep_until(person.cadence):
            return True
        was_there = person.last_contact is not None or person.known
        return was_there and person.waits_from <= self.context.dormant_until

    def _coarse_total(self) -> int:
        waiting = map(self._count_waiting, ("", *cadences(self.store)))
        return sql.count_new(self.store) + sum(waiting)

    def _count_waiting(self, cadence: str) -> int:
        """How many of a cadence, '' for none, wait for keep or reconnect."""
        keep_until = self.context.keep_until(cadence)
        dormant_until = self.context.dormant_until
        return sql.count_waiting(
            self.store,
            cadence=cadence,
            latest=max(keep_until, dormant_until),
            keep_until=keep_until,
            dormant_until=dormant_until,
        )

    def _special(self) -> Iterable[Somebody]:
        """Everybody with something that the database does not count by, once."""
        special: dict[int, Somebody] = dict(self.asked)
        for standing in _gated(self.store, self.context.today):
            special.setdefault(standing.id, standing)
        monday, today = self.context.week.monday, self.context.today
        for standing in sql.met(self.store, monday, today):
            special.setdefault(standing.id, standing)
        for key in self.gates.by_number() - special.keys():
            only_gated = sql.standing(self.store, key)
            if only_gated:
                special[key] = only_gated
        return special.values()


def _gated(store: Store, today: date) -> Iterator[Standing]:
    """Everybody with a gate of their own; some come twice."""
    for question in (sql.resting, sql.no_sell, sql.dropped, sql.unanswered):
        yield from question(store)
    yield from sql.snoozed(store, today)
