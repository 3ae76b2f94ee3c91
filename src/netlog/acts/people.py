"""Who is meant, and adding those who are not there yet."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.details import keyed
from netlog.domain.names import clean, says_something
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import Person
from netlog.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from netlog.storage.change import Change

_NEW = "--new adds them in the same change."


def one(
    change: "Change", query: str, today: date, *, new: bool = False, me: bool = False
) -> Person:
    """Who is meant; with `new`, somebody nobody answers to is added."""
    try:
        return change.people.find(query, _NEW, me=me)
    except NotFoundError:
        if not new:
            raise
        return change.people.add(newcomer(query, today))


def several(
    change: "Change", queries: Iterable[str], today: date, *, new: bool = False
) -> list[Person]:
    """Who are meant; two words for one person are one person."""
    found = [one(change, query, today, new=new) for query in queries]
    return list({person.id: person for person in found}.values())


def newcomer(name: str, today: date) -> Newcomer:
    """Somebody of whom only the name is known, or an e-mail address."""
    said = clean(name)
    if not says_something(said):
        raise UsageError("A person needs a name.", "Type at least one word.")
    details = [("email", said)] if "@" in said else []
    return Newcomer(said, today, details=keyed(details))
