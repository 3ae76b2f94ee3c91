"""Whether every forget was finished."""

from netlog.doctor.finding import Finding, Mend, fault
from netlog.doctor.source import Book, Facts


def findings(facts: Facts, book: Book) -> list[Finding]:
    """What was interrupted before backups and free room were cleaned."""
    del facts
    if not book.to_scrub():
        return []
    return [
        fault(
            "A forget was interrupted: backups may still hold what was forgotten.",
            "netlog doctor --fix",
            mends=(Mend("forgetting", None),),
        )
    ]
