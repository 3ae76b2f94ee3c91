"""Whether what is searched by is as the names and details say."""

from collections.abc import Iterator
from functools import cache

from netlog.doctor.finding import Finding, Mend, counted, fault
from netlog.doctor.source import Book, Facts
from netlog.domain.details import detail_key
from netlog.domain.draws import draw
from netlog.domain.names import fold
from netlog.domain.person import ME_ID


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Folded names, details and places, and the numbers drawn from handles."""
    del facts
    found = [*_people(book), *_details(book), *_places(book)]
    if not found:
        return []
    many = counted(len(found), "name or detail is", "names or details are")
    said = f"{many} searched by something else than it says."
    return [fault(said, "netlog doctor --fix", mends=tuple(found))]


def _people(book: Book) -> Iterator[Mend]:
    for row in book.people:
        if row.id == ME_ID:
            continue
        if row.folded != fold(row.name):
            yield Mend("column", ("person", row.id, "folded", fold(row.name)))
        if row.draw != draw(row.handle):
            yield Mend("column", ("person", row.id, "draw", draw(row.handle)))


def _details(book: Book) -> Iterator[Mend]:
    for key, _, _, field, value, folded in book.details:
        wanted = (
            _key(field, value) if field in {"kind", "tag"} else detail_key(field, value)
        )
        if folded != wanted:
            yield Mend("column", ("detail", key, "folded", wanted))


@cache
def _key(field: str, value: str) -> str:
    """Kinds and tags are few words for many people."""
    return detail_key(field, value)


def _places(book: Book) -> Iterator[Mend]:
    for key, _, name, folded in book.places():
        if folded != fold(name):
            yield Mend("column", ("place", key, "folded", fold(name)))
