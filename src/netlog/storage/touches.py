"""What happened with whom, and where."""

from netlog.domain.names import clean, fold
from netlog.domain.person import Named
from netlog.domain.touch import Place, Touch, TouchAt
from netlog.errors import NotFoundError
from netlog.storage import sql
from netlog.storage.store import Store


class Touches:
    """Every touch in the file."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, number: int) -> Touch:
        """The touch of that number."""
        touch = self.store.one(sql.TOUCH, Touch, id=number)
        if touch is None:
            raise NotFoundError(
                f"There is no touch {number}.", "netlog show WHO lists the numbers."
            )
        return touch

    def of(self, person_id: int) -> list[TouchAt]:
        """All touches with somebody, the oldest first."""
        return self.store.ask(sql.TOUCHES_OF, TouchAt, person=person_id)

    def company(self, number: int) -> list[Named]:
        """Who was there, in the order they were named."""
        return self.store.ask(sql.COMPANY_OF, Named, touch=number)

    def place_named(self, name: str) -> Place:
        """The place of that name."""
        place = self.store.one(sql.PLACE_BY_NAME, Place, folded=fold(name))
        if place is None:
            raise NotFoundError(
                f"No place is called {clean(name)[:40]}.",
                "Places are named as you said them with --at; netlog history shows it.",
            )
        return place

    def count(self) -> int:
        """How many there are."""
        return self.store.number(sql.COUNT_TOUCHES)
