"""The journal to read: what was changed, the newest first."""

from netlog.domain.journal import ChangeCounted, Numbered
from netlog.storage import sql
from netlog.storage.store import Store


class History:
    """Every change, the newest first."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def newest(self, most: int) -> list[ChangeCounted]:
        """The last changes, at most so many."""
        return self.store.ask(sql.CHANGES, ChangeCounted, most=most)

    def numbered(self, change_id: int) -> list[Numbered]:
        """The touches, introductions and promises that a change wrote."""
        found = self.store.ask(sql.NUMBERED, Numbered, change=change_id)
        return list(dict.fromkeys(found))
