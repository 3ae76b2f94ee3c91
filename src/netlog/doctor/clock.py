"""Whether the clock is behind what was entered already."""

from datetime import timedelta

from netlog.doctor.finding import Finding, counted, fault, hint, some
from netlog.doctor.source import Book, Facts

_LOOK = "netlog history"
_A_MINUTE = timedelta(minutes=1)


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Changes made later than now, and what is dated after today."""
    later = book.changes_after(facts.now + _A_MINUTE)
    found = []
    if later:
        many = counted(len(later), "change was", "changes were")
        said = f"{many} made later than it is now: {some(later)}."
        found.append(fault(f"{said} The clock is behind, or was ahead.", _LOOK))
    for what, numbers in book.after(facts.today).items():
        if numbers:
            several = f"{what}es" if what == "touch" else f"{what}s"
            many = counted(len(numbers), f"{what} is", f"{several} are")
            option = "--touch" if what == "touch" else "--intro"
            found.append(
                hint(
                    f"{many} dated after today: {some(numbers)}.",
                    f"netlog edit {option} {numbers[0]} --on DATE",
                )
            )
    return found
