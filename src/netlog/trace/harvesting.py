"""Gathering what came of people, of a place, of a touch."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry, EntryOf
from netlog.domain.person import Named, Sat
from netlog.records import NamedTuple
from netlog.trace.ancestry import Ancestry, ancestry
from netlog.trace.descent import Descent, descent
from netlog.trace.flood import NOBODY, Amount, Flood
from netlog.trace.harvest import Came, Harvest, coffees
from netlog.trace.origin import Start, ancestry_of_all, start_of
from netlog.trace.source import TraceSource

Starts = Mapping[int, date]
"""People, and from which day on something can have come of them."""
_NOBODY = 0
_SAID_EACH = 20
"""Of at most so many outcomes the part of each is told."""


class Root(NamedTuple):
    """Somebody met without help, and what began with them."""

    person: Named
    cents: int


class _Brought(NamedTuple):
    """An outcome, and where the walk back from it begins."""

    outcome: EntryOf
    start: Start


def harvest(source: TraceSource, starts: Starts, today: date, early: int) -> Harvest:
    """Everything that came of some people."""
    known = ancestry({row: None for key in starts for row in source.below(key)})
    found = descent([*_links(known), *_met(starts)], {_NOBODY: date.min})
    days = {link.introduction: link.day for link in found.links}
    below = _below(source, starts)
    brought = [one for one in below if _counts(one, found, days, starts)]
    flood = _flood(known, [(b.outcome.entry, b.start) for b in brought], starts)
    sat = {one.id: one for key in starts for one in source.sat_below(key)}
    people = tuple(sat[key] for key in found.arrivals if key not in starts)
    since = [sat[key] for key, day in starts.items() if _first_since(sat[key], day)]
    return Harvest(
        tuple(sat[key] for key in starts),
        people,
        {one.id: found.arrivals[one.id].hops - 1 for one in people},
        len(found.links) - len(starts),
        tuple(_parts(known, brought, starts)),
        flood.caught,
        coffees([*since, *people], flood.last, today, early),
    )


def _met(starts: Starts) -> list[Link]:
    """The people with whom it begins, as if nobody had introduced them."""
    return [Link(key, 0, _NOBODY, day, "met") for key, day in starts.items()]


def _first_since(one: Sat, day: date) -> bool:
    """Whether the first sit-down with somebody belongs to what came from a day on."""
    return one.first_sitdown is not None and one.first_sitdown >= day


def _below(source: TraceSource, starts: Starts) -> list[_Brought]:
    """Whatever was got from anybody below, the oldest first."""
    below = {o.entry.id: o for key in starts for o in source.outcomes_below(key)}
    held = sorted(below.values(), key=lambda one: (one.entry.day, one.entry.id))
    return [_Brought(one, start_of(source, one.entry)) for one in held]


def _counts(
    one: _Brought, found: Descent, days: Mapping[int, date], starts: Starts
) -> bool:
    """Whether the walk back from an outcome comes by the people, from their day on.

    `days` are those of the introductions that count, by number.
    """
    person, until, only, _ = one.start
    if person in starts and starts[person] <= until:
        return True
    if only:
        return only in days and days[only] <= until
    return person in found.arrivals and found.arrivals[person].earliest <= until


def _parts(known: Ancestry, brought: Sequence[_Brought], starts: Starts) -> list[Came]:
    """Each outcome with the part of its money that came by way of the people.

    That is what it adds to those before it, so that the parts are the whole.
    """
    if len(brought) > _SAID_EACH:
        return [Came(one.outcome, None) for one in brought]
    amounts = [(one.outcome.entry, one.start) for one in brought]
    sums = [
        _flood(known, amounts[:number], starts).caught
        for number in range(len(brought) + 1)
    ]
    return [
        Came(one.outcome, after - before)
        for one, (before, after) in zip(brought, pairwise(sums), strict=True)
    ]


def _flood(
    known: Ancestry,
    brought: Sequence[tuple[Entry, Start]],
    since: Starts = NOBODY,
) -> Flood:
    by_number = {link.introduction: link for link in _links(known)}
    flood = Flood(known, since)
    return flood.pour([_amount(*one, by_number, flood) for one in brought])


def _links(known: Ancestry) -> list[Link]:
    return [link for held in known.links.values() for link in held]


def _amount(
    entry: Entry, start: Start, by_number: Mapping[int, Link], flood: Flood
) -> Amount:
    """An outcome's money where its walk begins, past its only introduction.

    Where that one does not count it stays with the person.
    """
    whole = Amount(start.person_id, start.until, entry.cents or 0, entry.day)
    if start.only is None:
        return whole
    left = flood.come(whole)
    link = by_number.get(start.only)
    if link and link.day <= start.until:
        return Amount(link.introducer_id, link.day, left, entry.day)
    return Amount(start.person_id, date.min, left, entry.day)


def roots(source: TraceSource) -> list[Root]:
    """Everybody with whom an outcome began, who brought most first."""
    outcomes = [(entry, start_of(source, entry)) for entry in source.outcomes()]
    flood = _flood(ancestry_of_all(source.links()), outcomes)
    found = [Root(source.named(key), cents) for key, cents in flood.kept.items()]
    return sorted(found, key=lambda one: (-one.cents, one.person.name, one.person.id))
