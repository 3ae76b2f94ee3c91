"""Whether the tables and indexes are as netlog makes them."""

from netlog.doctor.finding import Finding, fault, some
from netlog.doctor.source import Book, Facts


def findings(facts: Facts, book: Book) -> list[Finding]:
    """What is missing, what is another, what somebody else put in."""
    del facts
    there, wanted = book.schema(), book.wanted_schema()
    found = {
        "is missing": sorted(wanted.keys() - there.keys()),
        "is not as netlog makes it": sorted(
            name for name in wanted.keys() & there.keys() if wanted[name] != there[name]
        ),
        "is not netlog's": sorted(there.keys() - wanted.keys()),
    }
    return [
        fault(f"In the tables something {what}: {some(names)}.", "netlog restore")
        for what, names in found.items()
        if names
    ]
