"""Many amounts at once: how much comes by everybody, and when the last one did.

Amounts that meet at one person with the same usable introductions are added up before
they are divided, as `credit` does it for one; so the whole is followed once.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from heapq import heapify, heappop, heappush

from netlog.records import NamedTuple
from netlog.trace.ancestry import Ancestry
from netlog.trace.credit import shares

NOBODY: Mapping[int, date] = {}


class Amount(NamedTuple):
    """Cents that start with a person, as of a day, for something of a day."""

    person: int
    until: date
    cents: int
    day: date


class Flood:
    """The day of the last thing that came by each person, and the cents that stayed.

    Money that comes to one of the people in `since`, from a day of their own on, is
    caught and goes no further.
    """

    def __init__(self, known: Ancestry, since: Mapping[int, date] = NOBODY) -> None:
        self.known = known
        self.since = since
        self.caught = 0
        self.last: dict[int, date] = {}
        self.kept: dict[int, int] = {}
        self._there: dict[int, dict[int, tuple[int, date]]] = {}
        self._ahead: list[tuple[int, int]] = []

    def pour(self, amounts: Iterable[Amount]) -> "Flood":
        """Let amounts go back along the introductions."""
        for one in amounts:
            self._arrive(one)
        heapify(self._ahead)
        while self._ahead:
            self._go_on(heappop(self._ahead)[1])
        return self

    def come(self, one: Amount) -> int:
        """Note that an amount came by somebody; gives the cents that go on."""
        person, until, cents, day = one
        self.last[person] = max(day, self.last.get(person, day))
        if person not in self.since or until < self.since[person]:
            return cents
        self.caught += cents
        return 0

    def _arrive(self, one: Amount) -> None:
        """It waits to go on with all that comes to the same person."""
        person, until, _, day = one
        cents = self.come(one)
        there = self._there.get(person)
        if there is None:
            there = self._there[person] = {}
            heappush(self._ahead, (-self.known.rank.get(person, -1), person))
        usable = self.known.usable_count(person, until)
        before, last = there.get(usable, (0, day))
        there[usable] = before + cents, max(last, day)

    def _go_on(self, person: int) -> None:
        """Everybody in turn, those introduced before their introducers."""
        there = self._there.pop(person)
        ended = [cents for usable, (cents, _) in there.items() if usable <= 0]
        if ended:
            self.kept[person] = sum(ended)
        self._divide(person, {u: held for u, held in there.items() if u > 0})

    def _divide(self, person: int, there: dict[int, tuple[int, date]]) -> None:
        if not there:
            return
        parts = shares({usable: cents for usable, (cents, _) in there.items()}, 0)
        links = self.known.links[person]
        for place, (link, part) in enumerate(zip(links, parts, strict=False)):
            last = max(day for usable, (_, day) in there.items() if usable > place)
            self._arrive(Amount(link.introducer_id, link.day, part, last))
