"""What is owed to whom."""

from netlog.domain.promise import Promise
from netlog.errors import NotFoundError
from netlog.storage import sql
from netlog.storage.store import Store


class Promises:
    """Every promise in the file."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, number: int) -> Promise:
        """The promise of that number."""
        promise = self.store.one(sql.PROMISE, Promise, id=number)
        if promise is None:
            raise NotFoundError(
                f"There is no promise {number}.",
                "netlog due and netlog show WHO list the numbers.",
            )
        return promise

    def to(self, person_id: int) -> list[Promise]:
        """Everything promised to somebody, by day."""
        return self.store.ask(sql.PROMISES_TO, Promise, person=person_id)

    def count(self) -> int:
        """How many there are."""
        return self.store.number(sql.COUNT_PROMISES)
