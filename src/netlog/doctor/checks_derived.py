"""Checks of what follows from other rows: where people stand, whom to thank."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from netlog.db import sql
from netlog.doctor.finding import Finding, Mend, fault, hint, mend_each, some
from netlog.doctor.machine import Surroundings
from netlog.doctor.reader import DoctorReader
from netlog.domain.details import detail_key
from netlog.domain.introduction import IntroductionState, Link, settled_state
from netlog.domain.kinds import cadence_of
from netlog.domain.ledger import Thank
from netlog.domain.names import fold
from netlog.domain.numbers import counted
from netlog.domain.person import ME_ID
from netlog.domain.stable_random import draw
from netlog.domain.standing import PersonState, TouchSums, derive
from netlog.namedtuple import NamedTuple
from netlog.network.origin import origin_of
from netlog.repository import people
from netlog.repository.derived import source_of

_MOST_JUDGED = 1000
_FIRST_DERIVED = 8
"""From this place on, a row of `PersonState` is derived."""
_NO_TOUCHES = TouchSums(0, "", None, None, None, 0)
_MOST_WALKED = 60_000
"""Introductions that are walked at most, from the newest outcomes back."""
_NOBODY_ELSES = {"email": "e-mail", "phone": "phone"}
_PAIRS_SHOWN = 5


class StateSources(NamedTuple):
    """What everybody's standing follows from, by person."""

    kinds: Mapping[int, list[str]]
    tags: Mapping[int, list[str]]
    touches: Mapping[int, TouchSums]
    attempts: Mapping[int, list[str]]
    ways: Mapping[int, list[tuple[str, str]]]


def check_standing(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Whoever stands elsewhere than `domain.standing.derive` says."""
    wrong = misplaced(reader)
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
            mends=mend_each("standing", [row.id for row in wrong]),
        )
    ]


def misplaced(reader: DoctorReader) -> list[PersonState]:
    """Who stands elsewhere: all by sums, and whoever is found so by the rule itself.

    Where there are very many, the sums are believed.
    """
    doubtful = suspects(reader)
    if len(doubtful) > _MOST_JUDGED:
        return doubtful
    return [row for row in doubtful if not _is_derived(reader, row.id)]


def suspects(reader: DoctorReader) -> list[PersonState]:
    """Everybody but the user whose row differs from the sums, or is in doubt."""
    sources = _sources(reader)
    return [
        row
        for row in reader.people
        if row.id != ME_ID and tuple(row[_FIRST_DERIVED:]) != expected(row, sources)
    ]


def _is_derived(reader: DoctorReader, person_id: int) -> bool:
    person = people.get(reader.store, person_id)
    touches = sql.touches_of(reader.store, person_id)
    wanted = derive(source_of(reader.store, person, touches))._asdict()
    return all(getattr(person, name) == value for name, value in wanted.items())


def _sources(reader: DoctorReader) -> StateSources:
    attempts: dict[int, list[str]] = defaultdict(list)
    for person, day, _ in sql.attempts(reader.store):
        attempts[person].append(day)
    ways: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for introduction in reader.introductions:
        if introduction.a_id == ME_ID:
            way = introduction.day, introduction.state
            ways[introduction.b_id].append(way)
    return StateSources(
        _details_of(reader, "kind"),
        _details_of(reader, "tag"),
        reader.touch_sums,
        attempts,
        ways,
    )


def _details_of(reader: DoctorReader, wanted: str) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for _, _, person, field, value, _ in reader.details:
        if field == wanted:
            found[person].append(value)
    return found


def expected(row: PersonState, sources: StateSources) -> tuple[Any, ...] | None:
    """The derived columns of a person; None where sums cannot tell.

    An attempt on the day of the last contact may have come before it or after it.
    """
    key = row.id
    sums = sources.touches.get(key, _NO_TOUCHES)
    attempts = sources.attempts.get(key, ())
    if sums.touches and sums.last_contact in attempts:
        return None
    ways = sources.ways.get(key, ())
    fresh = [day for day, state in ways if state != "dropped"]
    met = [sums.seen] if sums.seen else []
    return (
        _cadence(row.every, *sources.kinds.get(key, ())),
        _cluster(row.org, next(iter(sources.tags.get(key, ())), "")),
        sums.last_contact or row.starts_on,
        sums.last_contact or None,
        sums.first_sitdown,
        sums.last_sitdown,
        max(met + fresh, default=None),
        sum(day > sums.last_contact for day in attempts),
        sums.touches,
        int(bool(ways) and not fresh),
    )


@cache
def _cadence(every: str, *kinds: str) -> str:
    return cadence_of(every, kinds)


@cache
def _cluster(org: str, tag: str) -> str:
    return fold(org) or fold(tag)


def check_introductions(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Introductions whose state does not follow from what was said and done."""
    together = sql.together(reader.store)
    wrong = [
        introduction
        for introduction in reader.introductions
        if introduction.state != _due_state(introduction, reader, together)
    ]
    if not wrong:
        return []
    many = counted(len(wrong), "introduction has", "introductions have")
    numbers = [introduction.id for introduction in wrong]
    return [
        fault(
            f"{many} another state than the touches say: {some(numbers)}.",
            "netlog doctor --fix",
            mends=mend_each("standing", [introduction.b_id for introduction in wrong]),
        )
    ]


def _due_state(
    introduction: IntroductionState,
    reader: DoctorReader,
    together: dict[int, str | None],
) -> str:
    if introduction.a_id == ME_ID:
        sums = reader.touch_sums.get(introduction.b_id)
        last = sums.seen if sums else None
    else:
        last = together.get(introduction.id)
    if not last:
        return introduction.said
    day = date.fromisoformat(introduction.day)
    return settled_state(introduction.said, day, date.fromisoformat(last))


def check_folding(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Folded names, details and places, and the numbers drawn from handles."""
    to_mend = [
        *_people_searched(reader),
        *_details_searched(reader),
        *_places_searched(reader),
    ]
    if not to_mend:
        return []
    many = counted(len(to_mend), "name or detail is", "names or details are")
    sentence = f"{many} searched by something else than it says."
    return [fault(sentence, "netlog doctor --fix", mends=tuple(to_mend))]


def _people_searched(reader: DoctorReader) -> Iterator[Mend]:
    for row in reader.people:
        if row.id == ME_ID:
            continue
        if row.folded != fold(row.name):
            yield Mend("column", ("person", row.id, "folded", fold(row.name)))
        if row.draw != draw(row.handle):
            yield Mend("column", ("person", row.id, "draw", draw(row.handle)))


def _details_searched(reader: DoctorReader) -> Iterator[Mend]:
    for key, _, _, field, value, folded in reader.details:
        wanted = (
            _word_key(field, value)
            if field in {"kind", "tag"}
            else detail_key(field, value)
        )
        if folded != wanted:
            yield Mend("column", ("detail", key, "folded", wanted))


@cache
def _word_key(field: str, value: str) -> str:
    """Kinds and tags are few words for many people."""
    return detail_key(field, value)


def _places_searched(reader: DoctorReader) -> Iterator[Mend]:
    for key, _, name, folded in reader.places():
        if folded != fold(name):
            yield Mend("column", ("place", key, "folded", fold(name)))


def check_thanks(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Outcomes whose thanks are not who `network.origin` says."""
    wrong = sorted(_wrongly_waiting(reader))
    if not wrong:
        return []
    many = counted(len(wrong), "outcome has", "outcomes have")
    return [
        fault(
            f"{many} other people to thank than its path: {some(wrong)}.",
            "netlog doctor --fix",
            mends=mend_each("thanks", wrong),
        )
    ]


def _wrongly_waiting(reader: DoctorReader) -> set[int]:
    """Numbers of entries."""
    rows: dict[int, list[Thank]] = defaultdict(list)
    for row in sql.thank_rows(reader.store):
        rows[row.entry_id].append(row)
    outcomes = sql.outcomes(reader.store)
    waiting = {n for n, thanks in rows.items() if any(not t.thanked_on for t in thanks)}
    wrong = waiting - {outcome.id for outcome in outcomes}
    walked = 0

    @cache
    def ancestry(person: int, most: int) -> list[Link]:
        nonlocal walked
        links = sql.ancestry(reader.store, person, most)
        walked += len(links)
        return links

    for entry in reversed(outcomes):
        if walked > _MOST_WALKED:
            break
        wanted = origin_of(reader.store, entry, ancestry=ancestry).people
        if not _thanks_agree(wanted, rows[entry.id]):
            wrong.add(entry.id)
    return wrong


def _thanks_agree(wanted: set[int], rows: list[Thank]) -> bool:
    """Who was thanked stays so; who waits is on the path, and nobody else."""
    waiting = {row.person_id for row in rows if row.thanked_on is None}
    return waiting == wanted - {row.person_id for row in rows if row.thanked_on}


def check_doubles(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Each pair that shares one, a few of them."""
    found = sorted(double_pairs(reader))
    shown = [
        hint(
            f"{one} and {other} have the same {what}: perhaps they are one.",
            f"netlog merge {one} {other}",
            handles=(one, other),
        )
        for one, other, what in found[:_PAIRS_SHOWN]
    ]
    more = len(found) - _PAIRS_SHOWN
    rest = f"{counted(more, 'pair', 'pairs')} more may be one person."
    return shown + ([hint(rest, "netlog list")] if more > 0 else [])


def double_pairs(reader: DoctorReader) -> set[tuple[str, str, str]]:
    """Two handles, the older one first, and what both have; each pair once."""
    handles = {row.id: row.handle for row in reader.people}
    first: dict[tuple[str, str], int] = {}
    found: dict[tuple[int, int], str] = {}
    for person, what, value in _identifying(reader):
        other = first.setdefault((what, value), person)
        if other != person and {other, person} <= handles.keys():
            found.setdefault((min(other, person), max(other, person)), what)
    return {(handles[a], handles[b], what) for (a, b), what in found.items()}


def _identifying(reader: DoctorReader) -> Iterator[tuple[int, str, str]]:
    """What nobody else should have: a person, what it is, and what is compared."""
    for _, _, person, field, _, folded in reader.details:
        if field in _NOBODY_ELSES:
            yield person, _NOBODY_ELSES[field], folded
    for row in reader.people:
        if " " in row.folded and row.id != ME_ID:
            yield row.id, "name", row.folded
