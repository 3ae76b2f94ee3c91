"""Whether people stand where their touches, introductions and kinds put them."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from netlog.doctor.finding import Finding, counted, fault, mends, some
from netlog.doctor.source import Book, Facts
from netlog.domain.examined import Seen, Stands
from netlog.domain.kinds import cadence_of
from netlog.domain.names import fold
from netlog.domain.person import ME_ID
from netlog.domain.standing import derive
from netlog.records import NamedTuple

_JUDGED = 1000
_DERIVED = 8
"""From this place on, a row of `Stands` is derived."""
_NOBODY = Seen(0, "", None, None, None, 0)


class Known(NamedTuple):
    """What everybody's standing follows from, by person."""

    kinds: Mapping[int, list[str]]
    tags: Mapping[int, list[str]]
    seen: Mapping[int, Seen]
    attempts: Mapping[int, list[str]]
    ways: Mapping[int, list[tuple[str, str]]]


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Whoever stands elsewhere than `domain.standing.derive` says."""
    del facts
    wrong = misplaced(book)
    if not wrong:
        return []
    handles = tuple(sorted(row.handle for row in wrong))
    many = counted(len(wrong), "person does", "people do")
    return [
        fault(
            f"{many} not stand where touches and introductions put them:"
            f" {some(handles)}.",
            "netlog doctor --fix",
            handles=handles,
            mends=mends("standing", [row.id for row in wrong]),
        )
    ]


def misplaced(book: Book) -> list[Stands]:
    """Who stands elsewhere: all by sums, and whoever is found so by the rule itself.

    Where there are very many, the sums are believed.
    """
    found = suspects(book)
    if len(found) > _JUDGED:
        return found
    return [row for row in found if not _stands(book, row.id)]


def suspects(book: Book) -> list[Stands]:
    """Everybody but the user whose row differs from the sums, or is in doubt."""
    known = _known(book)
    return [
        row
        for row in book.people
        if row.id != ME_ID and tuple(row[_DERIVED:]) != expected(row, known)
    ]


def _stands(book: Book, person_id: int) -> bool:
    person, source = book.source_of(person_id)
    wanted = derive(source)._asdict()
    return all(getattr(person, name) == value for name, value in wanted.items())


def _known(book: Book) -> Known:
    attempts: dict[int, list[str]] = defaultdict(list)
    for person, day, _ in book.attempts():
        attempts[person].append(day)
    ways: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for one in book.introductions:
        if one.a_id == ME_ID:
            ways[one.b_id].append((one.day, one.state))
    return Known(
        _details(book, "kind"), _details(book, "tag"), book.seen, attempts, ways
    )


def _details(book: Book, wanted: str) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for _, _, person, field, value, _ in book.details:
        if field == wanted:
            found[person].append(value)
    return found


def expected(row: Stands, known: Known) -> tuple[Any, ...] | None:
    """The derived columns of a person; None where sums cannot tell.

    An attempt on the day of the last contact may have come before it or after it.
    """
    key = row.id
    seen = known.seen.get(key, _NOBODY)
    attempts = known.attempts.get(key, ())
    if seen.touches and seen.last_contact in attempts:
        return None
    ways = known.ways.get(key, ())
    fresh = [day for day, state in ways if state != "dropped"]
    met = [seen.seen] if seen.seen else []
    return (
        _cadence(row.every, *known.kinds.get(key, ())),
        _cluster(row.org, next(iter(known.tags.get(key, ())), "")),
        seen.last_contact or row.starts_on,
        seen.last_contact or None,
        seen.first_sitdown,
        seen.last_sitdown,
        max(met + fresh, default=None),
        sum(day > seen.last_contact for day in attempts),
        seen.touches,
        int(bool(ways) and not fresh),
    )


@cache
def _cadence(every: str, *kinds: str) -> str:
    return cadence_of(every, kinds)


@cache
def _cluster(org: str, tag: str) -> str:
    return fold(org) or fold(tag)
