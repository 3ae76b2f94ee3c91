"""Who is meant, and adding those who are not there yet."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.acts.profile import name_from
from netlog.domain.details import keyed
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import Person
from netlog.errors import NotFoundError

if TYPE_CHECKING:
    from netlog.storage.change import Change
    from netlog.storage.people import People

_LONGEST_NAME = 6
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


def whole_names(people: "People", words: Sequence[str]) -> list[str]:
    """Words with those joined that are somebody's whole name side by side."""
    names: list[str] = []
    rest = list(words)
    while rest:
        name, rest = first_name(people, rest, len(rest))
        names.append(name)
    return names


def first_name(
    people: "People", words: Sequence[str], most: int
) -> tuple[str, list[str]]:
    """The longest beginning that is somebody's whole name, else one word; the rest."""
    for size in range(min(most, _LONGEST_NAME), 1, -1):
        name = " ".join(words[:size])
        if people.named(name):
            return name, list(words[size:])
    return words[0], list(words[1:])


def newcomer(name: str, today: date) -> Newcomer:
    """Somebody of whom only the name is known, or an e-mail address."""
    said = name_from(name)
    details = [("email", said)] if "@" in said else []
    return Newcomer(said, today, details=keyed(details))
