"""Whether every forget was finished."""

from shlex import quote

from netlog.doctor.finding import Finding, Mend, fault
from netlog.doctor.source import Book, Facts


def findings(facts: Facts, book: Book) -> list[Finding]:
    """What was interrupted before all was cleaned, and files that cannot be."""
    waiting = book.to_scrub()
    found = [_left(name, facts) for name in waiting if name]
    return [*([_INTERRUPTED] if "" in waiting else []), *filter(None, found)]


_INTERRUPTED = fault(
    "A forget was interrupted: backups may still hold what was forgotten.",
    "netlog doctor --fix",
    mends=(Mend("forgetting", None),),
)


def _left(name: str, facts: Facts) -> Finding | None:
    """A file that was damaged; None once it is deleted."""
    path = facts.machine.locations.state / "backups" / name
    if not path.exists():
        return None
    said = f"{name} cannot be read, and may hold somebody who was forgotten."
    return fault(said, f"rm {quote(str(path))}")
