"""What there is of somebody who is to be forgotten."""

from typing import TYPE_CHECKING

from netlog.domain.person import Named
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.book import Book


class Extent(NamedTuple):
    """How much there is of somebody; `shared` touches stay with the others."""

    touches: int = 0
    shared: int = 0
    introductions: int = 0
    promises: int = 0
    entries: int = 0


def extent_of(book: "Book", who: Named) -> Extent:
    """Count what there is of somebody; nothing where they were removed."""
    touches = book.touches.of(who.id)
    return Extent(
        len(touches),
        sum(len(book.touches.company(touch.id)) > 1 for touch in touches),
        len(book.introductions.of(who.id)),
        len(book.promises.to(who.id)),
        len(book.ledger.of(who.id)),
    )
