"""Making a promise, keeping it, letting it go."""

from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.promise import Promise
from netlog.errors import NotFoundError, RefusedError
from netlog.repository.change import OpenChange
from netlog.repository.references import remove_row


def get(store: Store, number: int) -> Promise:
    """The promise of that number; NotFoundError where there is none."""
    promise = sql.promise(store, number)
    if promise is None:
        raise NotFoundError(
            f"There is no promise {number}.",
            "netlog due and netlog show WHO list the numbers.",
        )
    return promise


def make(change: OpenChange, person_id: int, text: str, due: date) -> Promise:
    """Something owed to somebody by a day."""
    key = change.insert(
        "promise",
        person_id=person_id,
        text=text,
        due=due,
        state="open",
        theirs=False,
        entered=change.number,
    )
    return get(change.store, key)


def close(change: OpenChange, number: int, state: str, day: date) -> Promise:
    """Keep or drop a promise; RefusedError where it is closed otherwise already."""
    promise = get(change.store, number)
    if (promise.state, promise.closed_on) == (state, day):
        return promise
    if promise.state != "open":
        raise RefusedError(
            f"Promise {number} is {promise.state} already.",
            "netlog undo takes the last change back.",
        )
    return edit(change, promise, state=state, closed_on=day, closed=change.number)


def edit(change: OpenChange, promise: Promise, **fields: Any) -> Promise:
    """Mend a promise where it stands."""
    change.update("promise", promise.id, **fields)
    return get(change.store, promise.id)


def remove(change: OpenChange, promise: Promise) -> None:
    """Take a promise out."""
    remove_row(change, "promise", promise.id)
