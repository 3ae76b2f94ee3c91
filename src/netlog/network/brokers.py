"""The worksheet of brokers: through whom people and income came, and what would go."""

from collections import Counter
from collections.abc import Iterable, Sequence

from netlog.domain.ledger import Entry
from netlog.network.going import Keepers
from netlog.network.passing import Start, Steps, money, steps_of, times
from netlog.records import NamedTuple
from netlog.trace.ancestry import Ancestry, Step
from netlog.trace.origin import Start as Origin


class Sum(NamedTuple):
    """People, outcomes and cents."""

    people: int = 0
    outcomes: int = 0
    cents: int = 0


class Broker(NamedTuple):
    """Somebody through whom others came.

    `through` is what passes through them, over however many hops; `gone` the part of
    it that has no other way.  What they brought themselves is in both.
    """

    person_id: int
    through: Sum
    gone: Sum


class Worksheet(NamedTuple):
    """Brokers, those first with whom most would go; and what there is in all.

    `total.people` are those who came by introduction: to be named is none yet.
    """

    brokers: tuple[Broker, ...]
    total: Sum


def worksheet(known: Ancestry, outcomes: Iterable[tuple[Entry, Origin]]) -> Worksheet:
    """Everybody through whom somebody came, with what passes and what would go."""
    steps = steps_of(known)
    held = [(entry, _start(known, origin)) for entry, origin in outcomes]
    came = [Start(person, len(theirs)) for person, theirs in steps if _came(theirs)]
    starts = [start for _, start in held]
    paid = [(start, entry.cents or 0) for entry, start in held]
    through = (times(steps, came), times(steps, starts), money(steps, paid))
    keepers = Keepers(steps)
    gone = (
        keepers.gone((start, 1) for start in came),
        keepers.gone((start, 1) for start in starts),
        keepers.gone(paid),
    )
    total = Sum(len(came), len(held), sum(cents for _, cents in paid))
    introduced = {start.person_id for start in came}
    brokers = _brokers(_introducers(steps), introduced, through, gone)
    held_by = [one for one in brokers if one.through != Sum()]
    return Worksheet(tuple(sorted(held_by, key=lambda one: _rank(one, total))), total)


def share(part: int, whole: int) -> float:
    """A part of a whole, 0 where there is nothing."""
    return part / whole if whole else 0.0


def _came(theirs: Iterable[Step]) -> bool:
    """Whether an introduction of somebody was made, or more."""
    return any(link.state != "offered" for link, _ in theirs)


def _rank(broker: Broker, total: Sum) -> tuple[float, int, int]:
    """By the share of the people and of the income that go, added; then by people."""
    gone = share(broker.gone.people, total.people)
    gone += share(broker.gone.cents, total.cents) or share(
        broker.gone.outcomes, total.outcomes
    ) * (not total.cents)
    return -gone, -broker.through.people, broker.person_id


def _brokers(
    people: Iterable[int],
    introduced: set[int],
    through: Sequence[Counter[int]],
    gone: Sequence[Counter[int]],
) -> Iterable[Broker]:
    for person in people:
        own = person in introduced
        passed, lost = (
            Sum(*(each[person] for each in both)) for both in (through, gone)
        )
        yield Broker(
            person,
            passed._replace(people=passed.people - own),
            lost._replace(people=lost.people - own),
        )


def _introducers(steps: Steps) -> list[int]:
    found = (link.introducer_id for _, theirs in steps for link, _ in theirs)
    return list(dict.fromkeys(found))


def _start(known: Ancestry, origin: Origin) -> Start:
    """Where the walk of an outcome begins."""
    person = origin.person_id
    if origin.only is None:
        return Start(person, max(known.usable_count(person, origin.until), 0))
    for link in known.links.get(person, ()):
        if link.introduction == origin.only and link.day <= origin.until:
            by = link.introducer_id
            return Start(person, 0, (by, known.usable_count(by, link.day)))
    return Start(person, 0)
