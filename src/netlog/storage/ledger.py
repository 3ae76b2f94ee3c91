"""What was given and got, and who was thanked for it."""

from netlog.domain.ledger import Entry, Guess, Thank
from netlog.domain.person import Named
from netlog.errors import NotFoundError
from netlog.storage import sql
from netlog.storage.store import Store


class Ledger:
    """Every entry of the ledger in the file."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, number: int) -> Entry:
        """The entry of that number."""
        entry = self.store.one(sql.ENTRY, Entry, id=number)
        if entry is None:
            raise NotFoundError(
                f"There is no entry {number}.", "netlog show WHO lists the numbers."
            )
        return entry

    def of(self, person_id: int) -> list[Entry]:
        """Everything given to somebody and got from them, the oldest first."""
        return self.store.ask(sql.ENTRIES_WITH, Entry, person=person_id)

    def with_referred(self, person_id: int) -> tuple[list[Entry], dict[int, Named]]:
        """The same, and by their keys who was referred."""
        entries = self.of(person_id)
        others = dict.fromkeys(one.other_id for one in entries if one.other_id)
        return entries, {key: self._named(key) for key in others}

    def _named(self, key: int) -> Named:
        return Named(*next(self.store.rows(sql.NAMED, id=key)))

    def thanks_of(self, entry_id: int) -> list[Thank]:
        """Who is on the path of an outcome, thanked or waiting."""
        return self.store.ask(sql.THANKS_OF, Thank, entry=entry_id)

    def thanks_waiting(self, person_id: int) -> list[Thank]:
        """The outcomes for which somebody has not been thanked."""
        return self.store.ask(sql.THANKS_WAITING, Thank, person=person_id)

    def guesses_with(self, person_id: int) -> dict[int, str]:
        """What was guessed of touches with somebody, by the number of the touch."""
        found = self.store.ask(sql.GUESSES_WITH, Guess, person=person_id)
        return {guess.touch_id: guess.word for guess in found}

    def guess_of(self, touch_id: int) -> Guess | None:
        """What was guessed of a touch."""
        return self.store.one(sql.GUESS_OF, Guess, touch=touch_id)

    def count(self) -> int:
        """How many there are."""
        return self.store.number(sql.COUNT_ENTRIES)
