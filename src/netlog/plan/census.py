"""Counting everybody once: eligible, not due, or hidden by a gate."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.person import Person, Standing
from netlog.domain.spans import latest_start, parse_span
from netlog.plan.frame import Frame
from netlog.plan.gates import Gates, is_new
from netlog.plan.result import Counts
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource

_NEVER = date.min
Somebody = Person | Standing


class Census(NamedTuple):
    """Who could be asked for this week.

    Most people are counted by the database; those of whom something special is
    known (`asked` by a promise, a follow-up or again; held by a gate) one by one.
    """

    frame: Frame
    source: "PlanSource"
    gates: Gates
    asked: Mapping[int, Person]

    def take(self) -> tuple[Counts, dict[str, int]]:
        """The counts, and how many each gate hides."""
        people = self.source.count_people()
        eligible = self._coarse_total()
        hidden: Counter[str] = Counter()
        for standing in self._special():
            verdict = self.verdict(standing)
            eligible += (verdict == "eligible") - self.coarse(standing)
            if verdict not in {"eligible", "not due"}:
                hidden[verdict] += 1
        held = hidden.total()
        counts = Counts(people, eligible, people - eligible - held, held)
        return counts, dict(sorted(hidden.items()))

    def verdict(self, one: Somebody) -> str:
        """'eligible', 'not due', or the name of the gate that hides somebody."""
        gate = self.gates.general(one)
        if gate:
            return gate
        if self._waits(one) or one.id in self.asked:
            return "eligible"
        if is_new(one):
            return self._new_gate(one) or "eligible"
        return "eligible" if self.gates.for_new(one) == "stuck" else "not due"

    def _new_gate(self, one: Somebody) -> str:
        return self.gates.for_new(one) or "swapped" * (one.id in self.gates.swapped)

    def coarse(self, one: Somebody) -> bool:
        """How the database counts somebody: new, or waiting."""
        return is_new(one) or self._waits(one)

    def _waits(self, one: Somebody) -> bool:
        """Whether keep or reconnect could ask for them."""
        if one.waits_from <= keep_until(self.frame, one.cadence):
            return True
        was_there = one.last_contact is not None or one.known
        return was_there and one.waits_from <= self.frame.dormant_until

    def _coarse_total(self) -> int:
        until = self.frame.dormant_until
        return self.source.count_new() + sum(
            self.source.count_waiting(code, keep_until(self.frame, code), until)
            for code in self.source.cadences()
        )

    def _special(self) -> Iterable[Somebody]:
        """Everybody with something that the database does not count by, once."""
        found: dict[int, Somebody] = dict(self.asked)
        for one in self.source.held(self.frame.today):
            found.setdefault(one.id, one)
        for one in self.source.standings_met(self.frame.week.monday, self.frame.today):
            found.setdefault(one.id, one)
        gates = self.gates
        for key in (gates.skipped | gates.swapped | gates.passed_by) - found.keys():
            one_more = self.source.standing(key)
            if one_more:
                found[key] = one_more
        return found.values()


def keep_until(frame: Frame, cadence: str) -> date:
    """Who waits since this day or before is asked for by keep this week."""
    if not cadence:
        return _NEVER
    return latest_start(frame.week.sunday, parse_span(cadence))
