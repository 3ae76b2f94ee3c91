"""Credit: an amount divided among those who led to it, to the cent.

An amount starts with the person it came from and goes back along the introductions.
Where a person can be reached by several ways, everything that arrives with the same
usable introductions is added up before it is divided, once; so no path is ever
followed twice.  Amounts are whole cents, not below zero.  What arrives at somebody
whose introductions were not read stays there, as at a root.
"""

from datetime import date
from itertools import accumulate

from netlog.records import NamedTuple
from netlog.trace.ancestry import Ancestry, Walk

Cents = dict[int, int]


def by_root(ancestry: Ancestry, person: int, until: date, cents: int) -> Cents:
    """What each root is given; together it is the amount.

    Each divides what arrives equally among the introductions a walk may use;
    cents left over go to the oldest.  Who is unread keeps what arrives.
    """
    return _flow(ancestry.walk(person, until), cents, own=0).kept


def equal(ancestry: Ancestry, person: int, until: date, cents: int) -> Cents:
    """What everybody on the way is given; together it is the amount.

    As `by_root`, but each keeps a part as large as what each introduction gets.
    """
    return _flow(ancestry.walk(person, until), cents, own=1).kept


def through(ancestry: Ancestry, person: int, until: date, cents: int) -> Cents:
    """How much of what `by_root` divides comes by each: all of it by the person."""
    return _flow(ancestry.walk(person, until), cents, own=0).arrived


class _Flow(NamedTuple):
    """What arrived at each person, and what stayed with those who keep anything."""

    arrived: Cents
    kept: Cents


def _flow(walk: Walk, cents: int, own: int) -> _Flow:
    """Everybody in turn, those introduced before their introducers."""
    flow = _Flow({}, {})
    waiting = {walk.person: {walk.usable: cents}}
    for person, steps in reversed(walk.steps.items()):
        there = waiting.pop(person)
        flow.arrived[person] = sum(there.values())
        if own or 0 in there:
            flow.kept[person] = _kept(there, own)
        for (link, left), share in zip(steps, shares(there, own), strict=True):
            amounts = waiting.setdefault(link.introducer_id, {})
            amounts[left] = amounts.get(left, 0) + share
    ended = {person: sum(there.values()) for person, there in waiting.items()}
    return _Flow(flow.arrived | ended, flow.kept | ended)


def _kept(there: Cents, own: int) -> int:
    """What stays with somebody of the amounts there, by usable introductions."""
    parts = (
        own * (amount // (usable + own)) if usable else amount
        for usable, amount in there.items()
    )
    return sum(parts)


def shares(there: Cents, own: int) -> list[int]:
    """What each introduction gets, the oldest first, of the amounts there.

    With n usable introductions the n oldest get the same each; it is noted with
    the newest of them and then carried over to all that are older.
    """
    newest_first = [0] * max(there)
    for usable, amount in there.items():
        if usable:
            each, over = divmod(amount, usable + own)
            newest_first[-usable] += each
            newest_first[-1] += over
    return list(accumulate(newest_first))[::-1]
