"""Who came in and may be somebody who was there: the same name, or the same phone."""

from typing import TYPE_CHECKING

from netlog.domain.alike import Pair

if TYPE_CHECKING:
    from netlog.storage.change import Change

SHOWN = 5


def alike(change: "Change") -> list[Pair]:
    """Pairs of whom one came in with this change, a few; each pair once."""
    found: dict[tuple[str, str], Pair] = {}
    for pair in change.merging.alike():
        found.setdefault((pair.handle, pair.other_handle), pair)
    return list(found.values())[:SHOWN]
