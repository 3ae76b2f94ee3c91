"""Counting everybody once: eligible, not due, or hidden by a gate."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person, Standing
from netlog.domain.standing import YOUNG
from netlog.namedtuple import NamedTuple
from netlog.plan.gates import GATES, NOT_PICKED, is_new
from netlog.plan.inputs import PlanInputs
from netlog.plan.pauses import Pauses
from netlog.plan.result import Counts

Somebody = Person | Standing
_MOST = 500
WAITS = "waits"
"""Held by no gate, and hidden: written to, and there is time for an answer."""


def hides(verdict: str) -> str:
    """What the last line of a plan says of whom a gate hid."""
    return "waiting for an answer" if verdict == WAITS else GATES[verdict].hides


class Headcount(NamedTuple):
    """Who could be asked for this week.

    Most people are counted by the database; those of whom something special is known
    one by one: `asked` by a slot, shown or cut off by its size; `unanswered`, who wait
    for an answer; `quiet`, of whom the user was asked lately how often; held by a gate;
    paused; with a tag that has a cadence; young with a short one.
    """

    inputs: PlanInputs
    asked: Mapping[int, Person]
    unanswered: frozenset[int]
    pauses: Pauses
    quiet: frozenset[int]

    def take(self) -> tuple[Counts, dict[str, int]]:
        """The counts, and how many each gate hides."""
        people = sql.count_people(self.inputs.store)
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
        gate = self.inputs.gates.general(person)
        if gate and GATES[gate].reach != NOT_PICKED:
            return gate
        if person.id in self.asked:
            return "eligible"
        if person.id in self.unanswered:
            return WAITS
        if gate:
            return "not due"
        if self._is_silent(person) and not self._is_quiet(person):
            return "eligible"
        if self._is_due(person) and not self._is_paused(person):
            return "eligible"
        if not is_new(person):
            return "not due"
        closed = self.inputs.gates.for_new(person)
        if closed and self._cadence(person):
            return "not due"
        return closed or "eligible"

    def coarse(self, person: Somebody) -> bool:
        """How the database counts somebody: new, due by their rhythm, or silent."""
        cadence = self.inputs.load_facts.cadences.of(person.rhythm)
        due = person.waits_from <= self.inputs.context.keep_until(cadence)
        return is_new(person) or due or self._is_silent(person)

    def _is_due(self, person: Somebody) -> bool:
        """Whether keep could ask for them."""
        cadence = self._cadence(person)
        begun = self.inputs.load_facts.cadences.runs_from(person, cadence)
        return begun <= self.inputs.context.keep_until(cadence)

    def _cadence(self, person: Somebody) -> int | None:
        """The tags are known of a whole person alone."""
        loader = self.inputs.load_facts
        if isinstance(person, Person):
            return loader.cadence_of(person)
        return loader.cadences.of(person.rhythm)

    def _is_silent(self, person: Somebody) -> bool:
        """Whether reconnect could ask for them, or phone about them."""
        last = person.last_contact
        if last is None:
            return person.known
        return last <= self.inputs.context.dormant_until

    def _is_quiet(self, person: Somebody) -> bool:
        """Whether the user was asked about them, and may still say how often."""
        return person.id in self.quiet and not person.rhythm

    def _is_paused(self, person: Somebody) -> bool:
        if person.id not in self.pauses.named and not person.open_tries:
            return False
        there = sql.person(self.inputs.store, person.id)
        return there is not None and self.pauses.holds(there)

    def _coarse_total(self) -> int:
        rhythms = self.inputs.load_facts.rhythms
        new = sql.count_new(self.inputs.store)
        return new + sum(map(self._count_waiting, rhythms))

    def _count_waiting(self, rhythm: str) -> int:
        """How many of a rhythm, not new, are due or silent."""
        context = self.inputs.context
        cadence = self.inputs.load_facts.cadences.of(rhythm)
        return sql.count_waiting(
            self.inputs.store,
            rhythm=rhythm,
            keep_until=context.keep_until(cadence),
            dormant_until=context.dormant_until,
        )

    def _special(self) -> Iterable[Somebody]:
        """Everybody with something that the database does not count by, once."""
        store, context = self.inputs.store, self.inputs.context
        special: dict[int, Somebody] = dict(self.asked)
        for tag in self.inputs.load_facts.cadences.tags:
            for person in sql.keep_due_by_tag(store, tag, date.max, date.max, _MOST):
                special.setdefault(person.id, person)
        for person in self._young():
            special.setdefault(person.id, person)
        for standing in _gated(store, context.today):
            special.setdefault(standing.id, standing)
        for standing in sql.met(store, context.week.monday, context.today):
            special.setdefault(standing.id, standing)
        keys = (
            self.inputs.gates.by_number()
            | self.unanswered
            | self.quiet
            | self.pauses.named.keys()
            | self.pauses.tried.keys()
            | set(sql.tried_since(store, context.week.monday))
        )
        for key in keys - special.keys():
            only_gated = sql.standing(store, key)
            if only_gated:
                special[key] = only_gated
        return special.values()

    def _young(self) -> Iterator[Person]:
        """Young ties with a short cadence, which the first sit-down does not begin."""
        store, context = self.inputs.store, self.inputs.context
        cadences = self.inputs.load_facts.cadences
        for rhythm in self.inputs.load_facts.rhythms:
            days = cadences.of(rhythm)
            if rhythm.startswith(YOUNG) and days and days < cadences.young:
                until = context.keep_until(days)
                yield from sql.keep_due(store, rhythm, until, context.today, _MOST)


def _gated(store: Store, today: date) -> Iterator[Standing]:
    """Everybody with a gate of their own; some come twice."""
    questions = (sql.no_persons, sql.resting, sql.no_sell, sql.dropped, sql.unanswered)
    for question in questions:
        yield from question(store)
    yield from sql.snoozed(store, today)
