"""Which outcomes everybody led to: all traces at once.

Outcomes stand in the order of their days, each a bit of a number, so that a set of
outcomes is one number.  What arrives at a person goes on to their introducers by
the rules of `netlog.trace`; what arrives by several ways is joined before it goes on,
so every introduction is looked at once, however many outcomes there are.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from operator import or_

from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.records import NamedTuple
from netlog.reports.period import Period
from netlog.reports.source import ReportSource
from netlog.trace.ancestry import Ancestry, ancestry

Bits = dict[int, int]
"""Sets of outcomes by what they came by, each set a number."""


class Origins(NamedTuple):
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


def origins_of(source: ReportSource, period: Period) -> Origins:
    """The origins of everything that was got up to the end of a period."""
    links = (link for link in source.links() if link.day <= period.until)
    return origins(source.outcomes(period.until), links)


def origins(outcomes: Sequence[Outcome], links: Iterable[Link]) -> Origins:
    """Who led to which outcomes; these stand in the order of their days."""
    by_number = {link.introduction: link for link in links}
    flow = _Flow(ancestry(by_number.values()))
    for place, outcome in enumerate(outcomes):
        flow.begin(outcome, 1 << place, by_number)
    flow.run()
    called = sum(1 << place for place, one in enumerate(outcomes) if one.they_called)
    days = [outcome.day for outcome in outcomes]
    theirs: Bits = {}
    for place, outcome in enumerate(outcomes):
        _add(theirs, outcome.person_id, 1 << place)
    own = {
        number: bits & theirs.get(by_number[number].person_id, 0)
        for number, bits in flow.by_link.items()
    }
    return Origins(days, flow.by_person, flow.by_link, called, own)


class _Flow:
    """Sets of outcomes on their way back.

    `waiting` has what arrived at each person, by how many of their introductions
    a walk may use that stands there.
    """

    def __init__(self, known: Ancestry) -> None:
        self.known = known
        self.waiting: dict[int, Bits] = {}
        self.by_person: Bits = {}
        self.by_link: Bits = {}

    def begin(self, outcome: Outcome, bit: int, by_number: Mapping[int, Link]) -> None:
        """An outcome starts with its person, or with the introduction it came of."""
        if outcome.introduction_id is None:
            self._arrive(outcome.person_id, outcome.until, bit)
            return
        _add(self.by_person, outcome.person_id, bit)
        link = by_number.get(outcome.introduction_id)
        if link and link in self.known.usable(outcome.person_id, outcome.until):
            self._take(link, bit)

    def run(self) -> None:
        """Everybody in turn, those introduced before their introducers."""
        for person in reversed(self.known.rank):
            there = self.waiting.pop(person, {})
            if max(there, default=0) > 0:
                bits = _by_age(there)
                for link, some in zip(self.known.links[person], bits, strict=False):
                    self._take(link, some)

    def _arrive(self, person: int, until: date, bits: int) -> None:
        _add(self.by_person, person, bits)
        usable = self.known.usable_count(person, until)
        _add(self.waiting.setdefault(person, {}), usable, bits)

    def _take(self, link: Link, bits: int) -> None:
        _add(self.by_link, link.introduction, bits)
        self._arrive(link.introducer_id, link.day, bits)


def _add(sets: Bits, key: int, bits: int) -> None:
    sets[key] = sets.get(key, 0) | bits


def _by_age(there: Bits) -> list[int]:
    """What each introduction gets, the oldest first, of the sets there.

    With n usable introductions the n oldest get the same: it is noted with the newest
    of them and then carried over to all that are older.
    """
    newest_first = [0] * max(there)
    for usable, bits in there.items():
        if usable > 0:
            newest_first[-usable] |= bits
    return list(accumulate(newest_first, or_))[::-1]
