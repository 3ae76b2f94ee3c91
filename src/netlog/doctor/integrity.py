"""Whether SQLite finds the file sound: pages, rows, indexes and checks."""

import re

from netlog.doctor.finding import Finding, counted, fault, some
from netlog.doctor.source import Book, Facts

# Its words may be followed by what a row holds.
_WHERE = re.compile(
    r"missing from index (\w+)|entries in index (\w+)|constraint failed in (\w+)"
    r"|value in (\w+)|non-unique entry in index (\w+)"
)


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Everything that integrity_check says."""
    del facts
    said = book.damages()
    if not said:
        return []
    found = [_WHERE.search(words) for words in said]
    where = sorted({one[one.lastindex or 0] for one in found if one})
    named = f": {some(where)}" if where else ""
    many = counted(len(said), "place")
    return [
        fault(f"The file is damaged in {many}{named}.", "netlog restore", lost=True)
    ]
