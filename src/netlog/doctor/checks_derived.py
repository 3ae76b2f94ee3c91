"""Checks of what follows from other rows: where people stand, whom to thank."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from netlog.db import sql
from netlog.db.standings import misplaced, unsettled
from netlog.doctor.finding import Finding, Mend, fault, hint, mend_each, some
from netlog.doctor.machine import Surroundings
from netlog.doctor.reader import DoctorReader
from netlog.domain.details import detail_key
from netlog.domain.introduction import Link
from netlog.domain.ledger import Thank
from netlog.domain.names import fold
from netlog.domain.numbers import counted
from netlog.domain.person import ME_ID
from netlog.domain.stable_random import draw
from netlog.network.origin import origin_of

_MOST_WALKED = 60_000
"""Introductions that are walked at most, from the newest outcomes back."""
_NOBODY_ELSES = {"email": "e-mail", "phone": "phone"}
_PAIRS_SHOWN = 5


def check_standing(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Whoever stands elsewhere than `domain.standing.derive` says."""
    wrong = [person for person, _ in misplaced(reader.store)]
    if not wrong:
        return []
    handles = tuple(sorted(person.handle for person in wrong))
    many = counted(len(wrong), "person does", "people do")
    return [
        fault(
            f"{many} not stand where touches and introductions put them:"
            f" {some(handles)}.",
            "netlog doctor --fix",
            handles=handles,
            mends=mend_each("standing", [person.id for person in wrong]),
        )
    ]


def check_introductions(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Introductions whose state does not follow from what was said and done."""
    wrong = [introduction for introduction, _ in unsettled(reader.store)]
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


def check_bookings(_: Surroundings, reader: DoctorReader) -> list[Finding]:
    """Bookings that are held by no touch, or by one and not held."""
    wrong = [booking.id for booking in sql.misstated_bookings(reader.store)]
    if not wrong:
        return []
    many = counted(len(wrong), "booking has", "bookings have")
    return [
        fault(
            f"{many} another state than the touches say: {some(wrong)}.",
            "netlog doctor --fix",
            mends=(Mend("bookings", None),),
        )
    ]


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
    for key, _, _, field, value, folded, _ in reader.details:
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
    for _, _, person, field, _, folded, _ in reader.details:
        if field in _NOBODY_ELSES:
            yield person, _NOBODY_ELSES[field], folded
    for row in reader.people:
        if " " in row.folded and row.id != ME_ID:
            yield row.id, "name", row.folded
