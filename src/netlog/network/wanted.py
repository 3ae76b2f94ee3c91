"""Whom the user wants to meet: somebody, or whoever works somewhere or as something."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from netlog.domain.acquaintance import Hand, Office
from netlog.domain.names import fold
from netlog.records import NamedTuple

MOST = 500
"""People who are looked for at once."""


class OfficeSource(Protocol):
    """What is asked of whoever keeps the facts."""

    def hand(self, person_id: int) -> Hand:
        """Somebody, as a chain has them."""

    def offices(self) -> Sequence[Office]:
        """Where people work, and as what."""


class Wanted(NamedTuple):
    """Whom a chain may lead to, and whom of them the user knows already.

    `left` is how many more there are who are not looked for.
    """

    strangers: tuple[Hand, ...]
    mine: tuple[Hand, ...]
    left: int = 0


def wanted(people: Iterable[Hand]) -> Wanted:
    """People told apart by whether the user knows them."""
    held = list(people)
    return Wanted(
        tuple(one for one in held if not one.is_mine),
        tuple(one for one in held if one.is_mine),
    )


def working(source: OfficeSource, org: str, role: str) -> Wanted:
    """Everybody whose organisation and role contain these words, whatever the case."""
    at, doing = fold(org), fold(role)
    found = [
        office.id
        for office in source.offices()
        if at in fold(office.org) and doing in fold(office.role)
    ]
    some = wanted(source.hand(person) for person in found[:MOST])
    return some._replace(left=max(len(found) - MOST, 0))
