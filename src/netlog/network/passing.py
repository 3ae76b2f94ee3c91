"""How much passes through each person on the ways by which people and income came.

Everything that came has a start: a person, and how many of their introductions a walk
back may use.  From there it passes through everybody on any of its walks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from netlog.records import NamedTuple
from netlog.trace.ancestry import Ancestry, Step
from netlog.trace.credit import shares

Waiting = dict[int, dict[int, int]]
"""For each person what arrives there, by how many introductions it may use."""
Steps = list[tuple[int, list[Step]]]
"""Everybody who was introduced and their steps, introducers before the others."""
_AT_ONCE = 16_384


class Start(NamedTuple):
    """Where a walk back begins: with a person, who may use so many introductions.

    `via` is the one introducer where only one is meant, with what may be used there.
    """

    person_id: int
    usable: int
    via: tuple[int, int] | None = None


def steps_of(known: Ancestry) -> Steps:
    """Every step that can be taken, each person's from the oldest on."""
    return [
        (
            person,
            [
                (link, known.usable_count(link.introducer_id, link.day))
                for link in known.links[person]
            ],
        )
        for person in sorted(known.rank, key=known.rank.__getitem__)
    ]


def times(steps: Steps, starts: Sequence[Start]) -> Counter[int]:
    """Of how many things somebody is on a walk: those that start there count too."""
    counted: Counter[int] = Counter()
    rank = {person: rank for rank, (person, _) in enumerate(steps)}
    ordered = sorted(starts, key=lambda one: rank.get(one.person_id, 0))
    for first in range(0, len(ordered), _AT_ONCE):
        some = ordered[first : first + _AT_ONCE]
        highest = rank.get(some[-1].person_id, 0)
        counted.update(_some(steps[: highest + 1], some))
    return counted


def _some(steps: Steps, starts: Iterable[Start]) -> dict[int, int]:
    """The same for a few thousand: each is a bit, and bits are gathered upward."""
    waiting: Waiting = {}
    own: dict[int, int] = {}
    for number, (person, usable, via) in enumerate(starts):
        own[person] = own.get(person, 0) | 1 << number
        by, left = via or (person, usable)
        there = waiting.setdefault(by, {})
        there[left] = there.get(left, 0) | 1 << number
    counted: dict[int, int] = {}
    for person, theirs in reversed(steps):
        arrived = waiting.pop(person, None)
        if arrived:
            passed = _onward(waiting, theirs, arrived) | arrived.get(0, 0)
            counted[person] = (own.pop(person, 0) | passed).bit_count()
    return counted | {person: bits.bit_count() for person, bits in own.items()}


def _onward(waiting: Waiting, theirs: list[Step], there: dict[int, int]) -> int:
    """Hand bits on to the introducers; an older introduction takes all of a newer."""
    passed = 0
    for place in range(max(there), 0, -1):
        passed |= there.get(place, 0)
        link, left = theirs[place - 1]
        above = waiting.setdefault(link.introducer_id, {})
        above[left] = above.get(left, 0) | passed
    return passed


def money(steps: Steps, starts: Iterable[tuple[Start, int]]) -> Counter[int]:
    """How many cents come by each person where they are divided among the ways.

    As `trace.credit.through`, for all that came at once: what meets is added up before
    it is divided, and cents left over go to the oldest introduction.
    """
    passed: Counter[int] = Counter()
    waiting: Waiting = {}
    for (person, usable, via), cents in starts:
        if via:
            passed[person] += cents
        _add(waiting, *(via or (person, usable)), cents)
    for person, theirs in reversed(steps):
        there = waiting.pop(person, {})
        passed[person] += sum(there.values())
        for (link, left), share in zip(theirs, _shares(there), strict=False):
            if share:
                _add(waiting, link.introducer_id, left, share)
    return passed


def _add(waiting: Waiting, person: int, left: int, cents: int) -> None:
    there = waiting.setdefault(person, {})
    there[left] = there.get(left, 0) + cents


def _shares(there: Mapping[int, int]) -> list[int]:
    """What each introduction gets, the oldest first."""
    return shares(dict(there), own=0) if there else []
