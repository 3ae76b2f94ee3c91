"""Whether those wait to be thanked who are on the path of an outcome."""

from collections import defaultdict

from netlog.doctor.finding import Finding, counted, fault, mends, some
from netlog.doctor.source import Book, Facts
from netlog.domain.ledger import Thank
from netlog.trace.origin import origin_of

_MOST = 60_000
"""Introductions that are walked at most, from the newest outcomes back."""


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Outcomes whose thanks are not who `trace.origin` says."""
    del facts
    wrong = sorted(_wrong(book))
    if not wrong:
        return []
    many = counted(len(wrong), "outcome has", "outcomes have")
    return [
        fault(
            f"{many} other people to thank than its path: {some(wrong)}.",
            "netlog doctor --fix",
            mends=mends("thanks", wrong),
        )
    ]


def _wrong(book: Book) -> set[int]:
    """Numbers of entries."""
    rows: dict[int, list[Thank]] = defaultdict(list)
    for row in book.thanks():
        rows[row.entry_id].append(row)
    outcomes = book.traces.outcomes()
    waiting = {n for n, held in rows.items() if any(not t.thanked_on for t in held)}
    wrong = waiting - {one.id for one in outcomes}
    for entry in reversed(outcomes):
        if book.traces.read > _MOST:
            break
        wanted = origin_of(book.traces, entry).people
        if not _agree(wanted, rows[entry.id]):
            wrong.add(entry.id)
    return wrong


def _agree(wanted: set[int], rows: list[Thank]) -> bool:
    """Who was thanked stays so; who waits is on the path, and nobody else."""
    waiting = {row.person_id for row in rows if row.thanked_on is None}
    return waiting == wanted - {row.person_id for row in rows if row.thanked_on}
