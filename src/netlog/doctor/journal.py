"""Whether undo, redo and history can read what was changed."""

from netlog.doctor.finding import Finding, counted, fault, some
from netlog.doctor.source import Book, Facts

_SAID = {
    "unreadable": "cannot be read in the journal",
    "unknown": "speaks of a table that is not there",
    "misplaced": "keeps rows that stand elsewhere",
    "early": "was undone before later ones",
}


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Changes that could not be undone or redone."""
    del facts
    return [
        fault(
            f"{counted(len(numbers), 'change')} {said}: {some(numbers)};"
            " undo may stop there.",
            "netlog restore",
        )
        for numbers, said in zip(book.journal(), _SAID.values(), strict=True)
        if numbers
    ]
