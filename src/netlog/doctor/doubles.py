"""Whether two people may be one: the same e-mail, phone or full name."""

from collections.abc import Iterator

from netlog.doctor.finding import Finding, counted, hint
from netlog.doctor.source import Book, Facts
from netlog.domain.person import ME_ID

_ADDRESSES = {"email": "e-mail", "phone": "phone"}
_SHOWN = 5


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Each pair that shares one, a few of them."""
    del facts
    found = sorted(pairs(book))
    shown = [
        hint(
            f"{one} and {other} have the same {what}: perhaps they are one.",
            f"netlog merge {one} {other}",
            handles=(one, other),
        )
        for one, other, what in found[:_SHOWN]
    ]
    more = len(found) - _SHOWN
    rest = f"{counted(more, 'pair', 'pairs')} more may be one person."
    return shown + ([hint(rest, "netlog list")] if more > 0 else [])


def pairs(book: Book) -> set[tuple[str, str, str]]:
    """Two handles, the older one first, and what both have; each pair once."""
    handles = {row.id: row.handle for row in book.people}
    first: dict[tuple[str, str], int] = {}
    found: dict[tuple[int, int], str] = {}
    for person, what, value in _held(book):
        other = first.setdefault((what, value), person)
        if other != person and {other, person} <= handles.keys():
            found.setdefault((min(other, person), max(other, person)), what)
    return {(handles[a], handles[b], what) for (a, b), what in found.items()}


def _held(book: Book) -> Iterator[tuple[int, str, str]]:
    """What nobody else should have: a person, what it is, and what is compared."""
    for _, _, person, field, _, folded in book.details:
        if field in _ADDRESSES:
            yield person, _ADDRESSES[field], folded
    for row in book.people:
        if " " in row.folded and row.id != ME_ID:
            yield row.id, "name", row.folded
