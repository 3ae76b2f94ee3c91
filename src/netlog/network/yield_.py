"""What came of people, of a place, of a touch: the other direction of a trace."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.ledger import EntryOf
from netlog.domain.person import Named, Sat
from netlog.namedtuple import NamedTuple
from netlog.network.ancestors import (
    STOPPED,
    Ancestors,
    ancestors,
    ancestors_of_all,
    sort_by_age,
)
from netlog.network.credit import (
    DIVIDED,
    LATEST,
    Inflow,
    cents_ended,
    flow,
    inflow,
)
from netlog.network.origin import WalkStart, start_of

Starts = Mapping[int, date]
"""People, and from which day on something can have come of them."""
_NOBODY = 0
_SAID_EACH = 20
"""Of at most so many outcomes the part of each is told."""


class YieldRoot(NamedTuple):
    """Somebody met without help, and what began with them."""

    person: Named
    cents: int


class YieldedOutcome(NamedTuple):
    """One outcome that came of people, and the part of its money that did.

    `cents` is None where there are too many to say it of each.
    """

    outcome: EntryOf
    cents: int | None


class CoffeeCounts(NamedTuple):
    """First sit-downs: how many came to something, are too early, or nothing yet."""

    n: int = 0
    came: int = 0
    nothing: int = 0
    too_early: int = 0


class Yield(NamedTuple):
    """Everything that came of people: who, through how many introductions, and what.

    `begun` are those people themselves; `hops` says how far from them each of the
    others stands; `cents` is the money that came by way of them.
    """

    begun: tuple[Sat, ...]

    people: tuple[Sat, ...]
    hops: Mapping[int, int]
    introductions: int
    outcomes: tuple[YieldedOutcome, ...]
    cents: int
    coffees: CoffeeCounts

    @property
    def with_them(self) -> "Yield":
        """The same where they came of something themselves: no hop away from it."""
        near = {person.id: 0 for person in self.begun}
        return self._replace(
            people=(*self.begun, *self.people), hops={**near, **self.hops}
        )

    @property
    def whole(self) -> int:
        """The money of all that came by way of them, other ways included."""
        return sum(each.outcome.entry.cents or 0 for each in self.outcomes)


class Descendant(NamedTuple):
    """How somebody came.

    `link` is the introduction that ends the way of the fewest hops, the oldest
    where there are several, and `hops` says how many; `earliest` is the first
    day on which they had come, perhaps by a longer way.
    """

    link: Link
    hops: int
    earliest: date


class Descendants(NamedTuple):
    """Everybody who came, by id, nearest first; and what they were introduced by.

    `links` are all introductions that count, the oldest first.
    """

    by_id: dict[int, Descendant]
    links: tuple[Link, ...]


class _Brought(NamedTuple):
    """An outcome, and where the walk back from it begins."""

    outcome: EntryOf
    start: WalkStart


def first_met_at(store: Store, place_id: int) -> Starts:
    """Who was first met in person at a place, and when."""
    met = sql.met_at(store, place_id).items()
    return {key: day for key, day in met if _first_place(store, key) == place_id}


def _first_place(store: Store, person_id: int) -> int | None:
    touch = sql.first_touch(store, person_id)
    return touch.place_id if touch else None


def yield_of(store: Store, starts: Starts, today: date, early: int) -> Yield:
    """Everything that came of some people."""
    between = ancestors({row: None for key in starts for row in sql.below(store, key)})
    came = descendants([*_links(between), *_met(starts)], {_NOBODY: date.min})
    days = {link.introduction: link.day for link in came.links}
    below = _below(store, starts)
    brought = [each for each in below if _counts(each, came, days, starts)]
    sat = {person.id: person for key in starts for person in sql.sat_below(store, key)}
    people = tuple(sat[key] for key in came.by_id if key not in starts)
    since = [sat[key] for key, day in starts.items() if _first_since(sat[key], day)]
    stopped = between.stopping(starts)
    return Yield(
        tuple(sat[key] for key in starts),
        people,
        {person.id: came.by_id[person.id].hops - 1 for person in people},
        len(came.links) - len(starts),
        tuple(_parts(stopped, brought)),
        _cents_of(stopped, brought),
        coffee_counts([*since, *people], _last_days(between, brought), today, early),
    )


def _met(starts: Starts) -> list[Link]:
    """The people with whom it begins, as if nobody had introduced them."""
    return [Link(key, 0, _NOBODY, day, "met") for key, day in starts.items()]


def _first_since(person: Sat, day: date) -> bool:
    """Whether the first sit-down with somebody belongs to what came from a day on."""
    return person.first_sitdown is not None and person.first_sitdown >= day


def _below(store: Store, starts: Starts) -> list[_Brought]:
    """Whatever was got from anybody below, the oldest first."""
    below = {
        each.entry.id: each for key in starts for each in sql.outcomes_below(store, key)
    }
    in_order = sorted(below.values(), key=lambda each: (each.entry.day, each.entry.id))
    return [_Brought(each, start_of(store, each.entry)) for each in in_order]


def _counts(
    brought: _Brought, came: Descendants, days: Mapping[int, date], starts: Starts
) -> bool:
    """Whether the walk back from an outcome comes by the people, from their day on.

    `days` are those of the introductions that count, by number.
    """
    person, until, only, _ = brought.start
    if person in starts and starts[person] <= until:
        return True
    if only:
        return only in days and days[only] <= until
    return person in came.by_id and came.by_id[person].earliest <= until


def _parts(stopped: Ancestors, brought: Sequence[_Brought]) -> list[YieldedOutcome]:
    """Each outcome with the part of its money that came by way of the people.

    That is what it adds to those before it, so that the parts are the whole.
    """
    if len(brought) > _SAID_EACH:
        return [YieldedOutcome(each.outcome, None) for each in brought]
    sums = [_cents_of(stopped, brought[:number]) for number in range(len(brought) + 1)]
    return [
        YieldedOutcome(each.outcome, after - before)
        for each, (before, after) in zip(brought, pairwise(sums), strict=True)
    ]


def _cents_of(stopped: Ancestors, brought: Iterable[_Brought]) -> int:
    """How many cents come to the people with whom walks were told to end."""
    amounts = [
        (_enters(stopped, each.start), each.outcome.entry.cents or 0)
        for each in brought
    ]
    return sum(
        arrived.get(STOPPED, 0) for _, arrived, _ in flow(stopped, amounts, DIVIDED)
    )


def _last_days(between: Ancestors, brought: Iterable[_Brought]) -> dict[int, date]:
    """The day of the last outcome that came by each person."""
    days = [(_enters(between, each.start), each.outcome.entry.day) for each in brought]
    return {
        person: max(arrived.values())
        for person, arrived, _ in flow(between, days, LATEST)
    }


def _enters(known: Ancestors, start: WalkStart) -> Inflow:
    return inflow(known, start.person_id, start.until, start.only)


def _links(known: Ancestors) -> list[Link]:
    return [link for links in known.links.values() for link in links]


def roots(store: Store) -> list[YieldRoot]:
    """Everybody with whom an outcome began, who brought most first."""
    everybody = ancestors_of_all(sql.links(store))
    amounts = [
        (_enters(everybody, start_of(store, entry)), entry.cents or 0)
        for entry in sql.outcomes(store)
    ]
    began = [
        YieldRoot(sql.named(store, key), cents)
        for key, cents in cents_ended(everybody, amounts).items()
    ]
    return sorted(
        began, key=lambda root: (-root.cents, root.person.name, root.person.id)
    )


def coffee_counts(
    sat: Iterable[Sat], last: Mapping[int, date], today: date, early: int
) -> CoffeeCounts:
    """How first sit-downs with new people turned out.

    `last` is the day on which something came by somebody last; a coffee that is younger
    than `early` days and has brought nothing is too early, never a failure.
    """
    coffees = [
        (person.first_sitdown, last.get(person.id, date.min))
        for person in sat
        if person.first_sitdown and not person.known
    ]
    came = sum(brought >= day for day, brought in coffees)
    young = sum(
        (today - day).days < early and brought < day for day, brought in coffees
    )
    return CoffeeCounts(len(coffees), came, len(coffees) - came - young, young)


def descendants(
    rows: Iterable[Sequence[Any]], since: Mapping[int, date]
) -> Descendants:
    """Who came to me through any of several people, each from a day of their own.

    Dates never go back: the walk onward from somebody uses what they introduced on or
    after the day they came themselves, the earliest where they came by several ways.

    A row is (person, number of the introduction, introducer, day, state) of an
    introduction to me that was not dropped, in any order; one without a number is
    passed over.  None of the people comes again: a cycle ends where it began.
    """
    ahead = _by_introducer(rows, since)
    by_id: dict[int, Descendant] = {}
    counted: list[Link] = []
    standing = dict(since)
    hops = 0
    while standing:
        hops += 1
        made = [
            link
            for person, day in standing.items()
            for link in _made(ahead, person, day)
        ]
        sort_by_age(made)
        standing = _arrived(by_id, made, hops)
        counted += made
    sort_by_age(counted)
    return Descendants(by_id, tuple(counted))


def _by_introducer(
    rows: Iterable[Sequence[Any]], since: Mapping[int, date]
) -> dict[int, list[Link]]:
    """What each introduced, the newest last; not those with whom it begins."""
    made: dict[int, list[Link]] = {}
    for row in rows:
        if row[1] is not None and row[0] not in since:
            link = row if isinstance(row, Link) else Link(*row)
            made.setdefault(link.introducer_id, []).append(link)
    for links in made.values():
        sort_by_age(links)
    return made


def _made(ahead: dict[int, list[Link]], person: int, day: date) -> Iterator[Link]:
    """Take out what somebody introduced on or after a day: so each counts once."""
    theirs = ahead.get(person, [])
    while theirs and theirs[-1].day >= day:
        yield theirs.pop()


def _arrived(
    by_id: dict[int, Descendant], made: Iterable[Link], hops: int
) -> dict[int, date]:
    """Take in who came with so many hops; the days of those who came the earlier."""
    earlier: dict[int, date] = {}
    for link in made:
        before = by_id.get(link.person_id)
        if before is None:
            by_id[link.person_id] = Descendant(link, hops, link.day)
        elif link.day < before.earliest:
            by_id[link.person_id] = before._replace(earliest=link.day)
        else:
            continue
        earlier[link.person_id] = link.day
    return earlier
