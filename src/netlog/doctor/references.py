"""Whether every row points at rows that are there."""

from collections import Counter

from netlog.doctor.finding import Finding, counted, fault, mends, some
from netlog.doctor.source import Book, Facts
from netlog.domain.examined import Stray

_EMPTY = ("presence", "thank", "skip")
"""Rows that say nothing but what they point at."""


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Rows of people, touches and the like that are gone."""
    del facts
    strays = book.strays()
    if not strays:
        return []
    tables = Counter(one.table for one in strays)
    told = some([f"{table} ({number})" for table, number in sorted(tables.items())])
    empty = [one for one in strays if says_nothing(one)]
    mendable = len(empty) == len(strays)
    rows = counted(len(strays), "row points", "rows point")
    return [
        fault(
            f"{rows} at something that is not there: {told}.",
            "netlog doctor --fix" if mendable else "netlog restore",
            mends=mends("stray", empty),
        )
    ]


def says_nothing(stray: Stray) -> bool:
    """Whether nothing is lost when the row, or what it points by, is taken out."""
    return stray.table in _EMPTY or not stray.needed
