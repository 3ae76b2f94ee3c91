"""Who came to me through somebody, directly or over many hops.

Dates never go back: the walk onward from somebody uses what they introduced on or
after the day they came themselves, the earliest where they came by several ways.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netlog.domain.introduction import Link
from netlog.records import NamedTuple
from netlog.trace.ancestry import sort_by_age


class Arrival(NamedTuple):
    """How somebody came.

    `link` is the introduction that ends the way of the fewest hops, the oldest
    where there are several, and `hops` says how many; `earliest` is the first
    day on which they had come, perhaps by a longer way.
    """

    link: Link
    hops: int
    earliest: date


class Descent(NamedTuple):
    """Everybody who came, by id, nearest first; and what they were introduced by.

    `links` are all introductions that count, the oldest first.
    """

    arrivals: dict[int, Arrival]
    links: tuple[Link, ...]


def descent(rows: Iterable[Sequence[Any]], since: Mapping[int, date]) -> Descent:
    """Who came to me through any of several people, each from a day of their own.

    A row is (person, number of the introduction, introducer, day, state) of an
    introduction to me that was not dropped, in any order; one without a number is
    passed over.  None of the people comes again: a circle ends where it began.
    """
    ahead = _by_introducer(rows, since)
    arrivals: dict[int, Arrival] = {}
    counted: list[Link] = []
    standing = dict(since)
    hops = 0
    while standing:
        hops += 1
        made = [
            link for one, day in standing.items() for link in _made(ahead, one, day)
        ]
        sort_by_age(made)
        standing = _arrived(arrivals, made, hops)
        counted += made
    sort_by_age(counted)
    return Descent(arrivals, tuple(counted))


def _by_introducer(
    rows: Iterable[Sequence[Any]], since: Mapping[int, date]
) -> dict[int, list[Link]]:
    """What each introduced, the newest last; not those with whom it begins."""
    there: dict[int, list[Link]] = {}
    for row in rows:
        if row[1] is not None and row[0] not in since:
            link = row if isinstance(row, Link) else Link(*row)
            there.setdefault(link.introducer_id, []).append(link)
    for links in there.values():
        sort_by_age(links)
    return there


def _made(ahead: dict[int, list[Link]], person: int, day: date) -> Iterator[Link]:
    """Take out what somebody introduced on or after a day: so each counts once."""
    theirs = ahead.get(person, [])
    while theirs and theirs[-1].day >= day:
        yield theirs.pop()


def _arrived(
    arrivals: dict[int, Arrival], made: Iterable[Link], hops: int
) -> dict[int, date]:
    """Take in who came with so many hops; the days of those who came the earlier."""
    earlier: dict[int, date] = {}
    for link in made:
        there = arrivals.get(link.person_id)
        if there is None:
            arrivals[link.person_id] = Arrival(link, hops, link.day)
        elif link.day < there.earliest:
            arrivals[link.person_id] = there._replace(earliest=link.day)
        else:
            continue
        earlier[link.person_id] = link.day
    return earlier
