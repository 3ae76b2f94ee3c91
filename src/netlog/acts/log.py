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
    from netlog.acts.ledger import Recorded
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
    got: Sequence[tuple[str, str]] = ()
    gave: Sequence[tuple[str, str]] = ()
    guess: str = ""


class Logged(NamedTuple):
    """What logging wrote."""

    touch: Touch
    people: tuple[Person, ...]
    promises: tuple[Promise, ...] = ()
    named: tuple[Person, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    entries: "tuple[Recorded, ...]" = ()

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
    entries = _entries(change, touch, people, happened)
    if happened.guess:
        change.ledger.guess(touch.id, happened.guess)
    return Logged(
        touch,
        tuple(people),
        tuple(promise for promise in promises if promise),
        tuple(named),
        (*offered, *introduced),
        tuple(entries),
    )


def _entries(
    change: "Change", touch: Touch, people: Sequence[Person], happened: Happened
) -> list["Recorded"]:
    """What was given to each of them, and what one of them brought."""
    if not (happened.got or happened.gave):
        return []
    if happened.got and not happened.answered:
        raise UsageError(
            "Nothing comes of a try that got no answer.", "Leave --no-answer out."
        )
    if happened.got and len(people) > 1:
        raise UsageError(
            "It is not clear from whom you got it.", "Record it alone: netlog got WHO."
        )
    from netlog.acts.ledger import Item, record_at

    both = (("gave", happened.gave), ("got", happened.got))
    return [
        record_at(change, touch, way, person, Item(kind, happened.on, text))
        for way, things in both
        for kind, text in things
        for person in people
    ]


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
