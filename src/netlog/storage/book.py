"""The database as commands read it."""

from datetime import datetime

from netlog.storage import sql
from netlog.storage.history import History
from netlog.storage.introductions import Introductions
from netlog.storage.opening import in_memory
from netlog.storage.people import People
from netlog.storage.planning import Planning
from netlog.storage.promises import Promises
from netlog.storage.store import Store
from netlog.storage.touches import Touches


class Book:
    """Everything that can be asked."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.people = People(store)
        self.touches = Touches(store)
        self.introductions = Introductions(store)
        self.promises = Promises(store)
        self.planning = Planning(store)
        self.history = History(store)

    def schema_version(self) -> int:
        """Which schema the file has."""
        return self.store.number(sql.SCHEMA_VERSION)

    def close(self) -> None:
        """Give the file back."""
        self.store.close()


def empty_book(now: datetime) -> Book:
    """A book with nobody in it, and no file."""
    return Book(in_memory(None, now))
