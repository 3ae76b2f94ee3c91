"""Whatever the file holds of one person besides their rows: journal, plans, texts."""

from collections.abc import Iterator
from typing import Any

from netlog.domain.known import Doing, Known, Mention
from netlog.domain.ledger import Thank
from netlog.domain.pins import Pin, Skip
from netlog.storage import sql
from netlog.storage.failures import translated
from netlog.storage.forgetting.closure import Closure
from netlog.storage.forgetting.images import Deed, Turn
from netlog.storage.forgetting.taking_out import Held
from netlog.storage.forgetting.target import Target
from netlog.storage.forgetting.texts import FREE
from netlog.storage.store import Store


class About:
    """Everything about one person that `show` does not show."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def of(self, person_id: int) -> Known:
        """Names they had, plans, thanks, texts of others, and what was changed."""
        with translated():
            return self._of(person_id)

    def _of(self, person_id: int) -> Known:
        held = Held(self.store)
        target = held.target(person_id)
        closure = Closure(self.store, held.turns, held.keys(target), target.handles)
        return Known(
            sorted(target.names | target.handles),
            self.store.ask(sql.THANKS_TO, Thank, person=person_id),
            self.store.ask(sql.SKIPS_OF, Skip, person=person_id),
            self.store.ask(sql.PINS_OF, Pin, person=person_id),
            list(self._mentions(target, closure)),
            list(self._doings(target, closure)),
        )

    def _mentions(self, target: Target, closure: Closure) -> Iterator[Mention]:
        """Texts of others that speak of them."""
        spoken = target.mentions
        for table, columns in FREE.items():
            for column in columns:
                text = f"SELECT id, {column} FROM {table} ORDER BY id"  # noqa: S608 (names of the schema)
                for key, said in self.store.connection.execute(text).fetchall():
                    theirs = key in closure.gone[table]
                    if not theirs and spoken.out_of(said) != said:
                        yield Mention(table, key, column, said)

    def _doings(self, target: Target, closure: Closure) -> Iterator[Doing]:
        """Changes of what is theirs, and others whose words speak of them."""
        when = dict(self.store.connection.execute("SELECT id, at FROM change"))
        for turn in closure.held:
            deeds = [deed for deed in turn.deeds if _is_theirs(deed, closure)]
            if deeds or target.mentions.out_of(turn.command) != turn.command:
                yield _doing(turn, when[turn.id], deeds, closure)


def _is_theirs(deed: Deed, closure: Closure) -> bool:
    return not closure.gone[deed.table].isdisjoint(deed.keys)


def _doing(turn: Turn, at: str, deeds: list[Deed], closure: Closure) -> Doing:
    return Doing(
        turn.id, at, turn.command, turn.state, [_told(one, closure) for one in deeds]
    )


def _told(deed: Deed, closure: Closure) -> dict[str, Any]:
    """What was done to rows of theirs; rows that stand in a table are shown there."""
    theirs = closure.gone[deed.table]
    return {
        "what": deed.sort,
        "table": deed.table,
        "numbers": [key for key in deed.keys if key in theirs],
        "rows": [row for row in deed.rows or () if row["id"] in theirs],
        "was": deed.was,
        "became": deed.became,
    }
