"""One change after another, as a test tells them, and what they left."""

from collections.abc import Callable

from tests.repository.filled import JOURNAL, NOW, TODAY, snapshot

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Newcomer, Person
from netlog.repository import people
from netlog.repository.change import OpenChange, changing


def do(store: Store, act: Callable[[OpenChange], object], words: str = "did") -> None:
    """One change."""
    with changing(store, NOW, words) as change:
        act(change)


def add(store: Store, name: str) -> Person:
    """Take somebody in, as one change."""
    with changing(store, NOW, f"add {name}") as change:
        return people.add(change, Newcomer(name, TODAY))


def states(store: Store) -> list[tuple[str, str]]:
    """The changes, the newest first: words and state."""
    return [(change.command, change.state) for change in sql.changes(store, most=99)]


def lasting(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row that undo is about."""
    return snapshot(store, *JOURNAL)
