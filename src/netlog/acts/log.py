"""Logging a touch, with what was promised and who was named."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from netlog.acts.people import one, several, whole_names
from netlog.domain.introduction import Introduction
from netlog.domain.kinds import TouchKind
from netlog.domain.person import ME_ID, Person
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.errors import UsageError
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.change import Change


class Happened(NamedTuple):
    """One contact, and what came with it."""

    kind: TouchKind
    on: date
    place: str = ""
    note: str = ""
    answered: bool = True
    promise: str = ""
    by: date | None = None
    names: Sequence[str] = ()
    introduce: bool = False


class Logged(NamedTuple):
    """What logging wrote."""

    touch: Touch
    people: tuple[Person, ...]
    promises: tuple[Promise, ...] = ()
    named: tuple[Person, ...] = ()
    introductions: tuple[Introduction, ...] = ()

    @property
    def one_word(self) -> list[str]:
        """Who was added by this, under a name of one word."""
        added = (p for p in self.people if p.entered == self.touch.entered)
        return [person.name for person in added if " " not in person.name]


def log(
    change: "Change",
    who: Sequence[str],
    happened: Happened,
    today: date,
    *,
    new: bool = False,
) -> Logged:
    """Record a contact with people."""
    people = several(change, whole_names(change.people, who), today, new=new)
    ids = [person.id for person in people]
    touch = change.touches.log(
        ids,
        happened.kind,
        happened.on,
        place=happened.place,
        note=happened.note,
        answered=happened.answered,
    )
    named, offered = _names(change, people, happened, today)
    introduced = _introduce(change, ids, happened)
    promises = [_promise(change, person, happened) for person in people]
    return Logged(
        touch,
        tuple(people),
        tuple(promise for promise in promises if promise),
        tuple(named),
        (*offered, *introduced),
    )


def _promise(change: "Change", person: Person, happened: Happened) -> Promise | None:
    if not (happened.promise and happened.by):
        return None
    return change.promises.make(person.id, happened.promise, happened.by)


def _names(
    change: "Change", people: Sequence[Person], happened: Happened, today: date
) -> tuple[list[Person], list[Introduction]]:
    """People they named: each becomes an introduction offered by them."""
    if happened.names and len(people) > 1:
        raise UsageError(
            "It is not clear who named them.", "Log one person at a time with --names."
        )
    named = [one(change, who, today, new=True) for who in happened.names]
    return named, [
        change.introductions.between(people[0].id, ME_ID, person.id)
        or change.introductions.introduce(
            people[0].id, ME_ID, person.id, happened.on, state="offered"
        )
        for person in named
    ]


def _introduce(
    change: "Change", ids: Sequence[int], happened: Happened
) -> list[Introduction]:
    """Those at the table know each other through me."""
    if not happened.introduce:
        return []
    if len(ids) < 2:  # noqa: PLR2004 (an introduction takes two)
        raise UsageError(
            "An introduction takes two people.", "Name everybody at the table."
        )
    return [
        change.introductions.introduce(ME_ID, one_id, other_id, happened.on)
        for one_id, other_id in combinations(ids, 2)
    ]
