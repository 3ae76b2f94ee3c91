"""One flow: what came to me goes back along the introductions to those who led to it.

An amount enters the flow with the person it came from, and goes on from each person to
their introducers by the rules of a walk.  Amounts that arrive at one person with the
same usable introductions are joined before they go on, and everybody is looked at once,
those introduced before their introducers; so no path is ever followed twice, however
many there are.  What an amount is, a *rule* says: cents are added up and divided, a set
of outcomes or a day is handed on whole.  Cycles are cut before anything flows.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from operator import add, or_
from typing import Generic, TypeVar

from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.network.ancestors import UNREAD, Ancestors

_T = TypeVar("_T")
Arrived = dict[int, _T]
"""What arrived at somebody, by how many of their introductions it may use.

Below one it goes no further: 0 at a root, UNREAD, STOPPED; or BY_ONE.
"""
Passed = tuple[int, Arrived[_T], list[_T]]
"""Somebody on the way, what arrived there, and the part of each introduction."""
Cents = dict[int, int]
"""Whole cents of people, not below zero."""

BY_ONE = -3
"""In the place of a number: it went on by one introduction alone, and is there, too."""
_AT_ONCE = 16_384
"""Outcomes that are counted together, each a bit of a number."""


class Rule(Generic[_T]):
    """What becomes of amounts: `join` makes one of two that meet.

    `parts` is what each introduction gets of all that arrived at a person, the oldest
    first; it ends with the last that gets anything.
    """

    def __init__(
        self, join: Callable[[_T, _T], _T], parts: Callable[[Arrived[_T]], list[_T]]
    ) -> None:
        self.join = join
        self.parts = parts


class Inflow(NamedTuple):
    """Where an amount enters: with a person, who may use so many introductions.

    `link` is the one introduction by which it came, where only one is meant.
    """

    person_id: int
    usable: int
    link: Link | None = None


def inflow(
    ancestors: Ancestors, person: int, until: date, only: int | None = None
) -> Inflow:
    """Where something enters that came from a person, as of a day.

    `only` is the number of the introduction it was said to come of; where that one
    may not be used, it stays with the person.
    """
    usable = ancestors.usable_count(person, until)
    if only is None or usable <= 0:
        return Inflow(person, usable)
    for link in ancestors.links[person][:usable]:
        if link.introduction == only:
            return Inflow(person, BY_ONE, link)
    return Inflow(person, 0)


def flow(
    ancestors: Ancestors, amounts: Iterable[tuple[Inflow, _T]], rule: Rule[_T]
) -> Iterator[Passed[_T]]:
    """Everybody by whom anything comes, those introduced before their introducers.

    Each has all of it then.  Those whose introductions were not read come last.
    """
    join, parts_of = rule.join, rule.parts
    waiting = _entered(ancestors, amounts, join)
    for person in reversed(ancestors.rank):
        arrived = waiting.pop(person, None)
        if arrived is None:
            continue
        parts = parts_of(arrived)
        if parts:
            for (introducer, left), part in zip(
                ancestors.hops(person), parts, strict=False
            ):
                waits = waiting.get(introducer)
                if waits is None:
                    waiting[introducer] = {left: part}
                else:
                    waits[left] = join(waits[left], part) if left in waits else part
        yield person, arrived, parts
    for person, arrived in waiting.items():
        yield person, arrived, []


def _entered(
    ancestors: Ancestors,
    amounts: Iterable[tuple[Inflow, _T]],
    join: Callable[[_T, _T], _T],
) -> dict[int, Arrived[_T]]:
    """What waits with each person to go on, before anything has."""
    waiting: dict[int, Arrived[_T]] = {}

    def arrive(person: int, usable: int, amount: _T) -> None:
        waits = waiting.setdefault(person, {})
        waits[usable] = join(waits[usable], amount) if usable in waits else amount

    for (person, usable, link), amount in amounts:
        arrive(person, usable, amount)
        if link:
            introducer = link.introducer_id
            left = ancestors.usable_count(introducer, link.day)
            arrive(introducer, left, amount)
    return waiting


def _divided(arrived: Arrived[int], own: int = 0) -> list[int]:
    """Equal parts for the introductions; cents left over go to the oldest.

    `own` is 1 where the person keeps as large a part.  With n usable introductions
    the n oldest get the same each; it is noted with the newest of them and then
    carried over to all that are older.
    """
    if len(arrived) == 1:
        ((usable, amount),) = arrived.items()
        if usable <= 0:
            return []
        each, over = divmod(amount, usable + own)
        return [each + over] + [each] * (usable - 1)
    newest_first = [0] * max(0, *arrived)
    for usable, amount in arrived.items():
        if usable > 0:
            each, over = divmod(amount, usable + own)
            newest_first[-usable] += each
            newest_first[-1] += over
    return list(accumulate(newest_first))[::-1]


def _whole(
    join: Callable[[_T, _T], _T], nothing: _T
) -> Callable[[Arrived[_T]], list[_T]]:
    """The whole of it for each introduction that may be used."""

    def parts(arrived: Arrived[_T]) -> list[_T]:
        if len(arrived) == 1:
            ((usable, amount),) = arrived.items()
            return [amount] * usable
        newest_first = [nothing] * max(0, *arrived)
        for usable, amount in arrived.items():
            if usable > 0:
                newest_first[-usable] = join(newest_first[-usable], amount)
        return list(accumulate(newest_first, join))[::-1]

    return parts


DIVIDED = Rule(add, _divided)
"""Cents: added up, and divided among the introductions."""
KEEPING = Rule(add, lambda arrived: _divided(arrived, own=1))
"""Cents of which everybody on the way keeps a part."""
UNITED = Rule(or_, _whole(or_, 0))
"""Sets of outcomes, each a bit of a number."""
LATEST = Rule(max, _whole(max, date.min))
"""Days, of which the latest counts."""


def by_root(ancestors: Ancestors, person: int, until: date, cents: int) -> Cents:
    """What each root is given; together it is the amount.

    Each divides what arrives equally among the introductions a walk may use;
    cents left over go to the oldest.  Who is unread keeps what arrives.
    """
    return cents_ended(ancestors, [(inflow(ancestors, person, until), cents)])


def halves(ancestors: Ancestors, person: int, until: date, cents: int) -> Cents:
    """What everybody on the way is given; together it is the amount.

    As `by_root`, but each keeps a part as large as what each introduction gets: a half
    where one led to them, a third where two did.
    """
    amounts = [(inflow(ancestors, person, until), cents)]
    return {
        station: sum(arrived.values()) - sum(parts)
        for station, arrived, parts in flow(ancestors, amounts, KEEPING)
    }


def cents_ended(ancestors: Ancestors, amounts: Iterable[tuple[Inflow, int]]) -> Cents:
    """How many cents stay with each with whom walks end, roots and unread."""
    return {
        person: arrived[0] if 0 in arrived else arrived[UNREAD]
        for person, arrived, _ in flow(ancestors, amounts, DIVIDED)
        if 0 in arrived or UNREAD in arrived
    }


def cents_through(
    ancestors: Ancestors, amounts: Iterable[tuple[Inflow, int]]
) -> Counter[int]:
    """How many cents come by each person: what meets is added up, then divided."""
    return Counter(
        {
            person: sum(arrived.values())
            for person, arrived, _ in flow(ancestors, amounts, DIVIDED)
        }
    )


def times_through(ancestors: Ancestors, inflows: Sequence[Inflow]) -> Counter[int]:
    """Of how many things somebody is on a walk: those that enter there count too.

    A few thousand are counted at once, each a bit of a number.
    """
    rank = ancestors.rank
    in_order = sorted(inflows, key=lambda enters: rank.get(enters.person_id, 0))
    counted: Counter[int] = Counter()
    for first in range(0, len(in_order), _AT_ONCE):
        bits = (
            (enters, 1 << place)
            for place, enters in enumerate(in_order[first : first + _AT_ONCE])
        )
        for person, arrived, _ in flow(ancestors, bits, UNITED):
            counted[person] += union(arrived).bit_count()
    return counted


def union(arrived: Arrived[int]) -> int:
    """The set of everything that arrived."""
    sets = 0
    for bits in arrived.values():
        sets |= bits
    return sets
