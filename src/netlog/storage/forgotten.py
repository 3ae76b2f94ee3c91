"""Whether somebody was forgotten: not who, and nothing else of them is kept."""

from collections.abc import Iterable
from functools import cached_property

from netlog.domain.forgetting import Forgetting, Mark, Scrub, mark_of
from netlog.storage import sql
from netlog.storage.store import Store


class Forgotten:
    """The marks of those who were forgotten."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def count(self) -> int:
        """How many were forgotten and left a mark."""
        return self.store.number(sql.COUNT_FORGETTINGS)

    @cached_property
    def salt(self) -> str:
        """The key of all marks; '' where there are none."""
        first = self.store.one(sql.FORGETTINGS, Forgetting)
        return first.salt if first else ""

    @cached_property
    def marks(self) -> frozenset[str]:
        """Every mark there is."""
        return frozenset(one.hash for one in self.store.ask(sql.MARKS, Mark))

    def are_met(self, signs: Iterable[str]) -> bool:
        """Whether any of the signs is one of somebody who was forgotten."""
        if not self.marks:
            return False
        return any(mark_of(sign, self.salt) in self.marks for sign in signs)

    def unfinished(self) -> list[Scrub]:
        """What must still be cleaned, where a forget was cut short."""
        return self.store.ask(sql.SCRUBS, Scrub)
