"""Taking somebody in, with how they came and what was promised."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.acts.people import newcomer
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID, Person
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.errors import NotFoundError, RefusedError
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.acts.ledger import Recorded
    from netlog.storage.change import Change

_UNIQUE = ("email", "phone", "url")


class Coming(NamedTuple):
    """How somebody came: by whom, where, when; and what they were promised."""

    on: date
    via: Sequence[str] = ()
    at: str = ""
    met: bool = False
    promise: str = ""
    by: date | None = None
    gave: Sequence[tuple[str, str]] = ()


class Allowed(NamedTuple):
    """Which rules are lifted: a second one of the name, an unknown introducer."""

    new: bool = False
    new_via: bool = False


class Added(NamedTuple):
    """What adding somebody wrote."""

    person: Person
    introducers: tuple[Person, ...] = ()
    touch: Touch | None = None
    promise: Promise | None = None
    namesakes: tuple[Person, ...] = ()
    gave: "tuple[Recorded, ...]" = ()


def add(change: "Change", person: Newcomer, coming: Coming, allowed: Allowed) -> Added:
    """Take somebody in; RefusedError where they seem to be there already."""
    found = [_introducer(change, who, coming, allowed) for who in coming.via]
    introducers = list({one.id: one for one in found}.values())
    if not allowed.new:
        refuse_double(change, person)
    namesakes = _namesakes(change, person.name)
    there = change.people.add(person)
    for introducer in introducers:
        change.introductions.introduce(introducer.id, ME_ID, there.id, coming.on)
    touch = _met(change, there, coming)
    promise = None
    if coming.promise and coming.by:
        promise = change.promises.make(there.id, coming.promise, coming.by)
    gave = _given(change, there, coming)
    there = change.people.get(there.id)
    return Added(there, tuple(introducers), touch, promise, tuple(namesakes), gave)


def _given(change: "Change", person: Person, coming: Coming) -> "tuple[Recorded, ...]":
    """What they were given when they came."""
    if not coming.gave:
        return ()
    from netlog.acts.ledger import recorded

    entries = [
        change.ledger.add(person.id, "gave", kind, coming.on, text=text)
        for kind, text in coming.gave
    ]
    return tuple(recorded(change, entry, person) for entry in entries)


def _introducer(change: "Change", who: str, coming: Coming, allowed: Allowed) -> Person:
    try:
        return change.people.find(
            who, f"Add {who} in the same line with --new-via, or first: netlog add."
        )
    except NotFoundError:
        if not allowed.new_via:
            raise
        return change.people.add(newcomer(who, coming.on))


def _met(change: "Change", person: Person, coming: Coming) -> Touch | None:
    if not (coming.met or coming.at):
        return None
    return change.touches.log(
        [person.id], TOUCH_KINDS["met"], coming.on, place=coming.at
    )


def refuse_double(change: "Change", person: Newcomer) -> None:
    """A name, e-mail, phone or URL of somebody there."""
    called = change.people.named(person.name)
    called += change.people.with_detail("alias", person.name)
    found = {there.id: there for there in called}
    for (field, _), value in person.details.items():
        if field in _UNIQUE:
            found |= {p.id: p for p in change.people.with_detail(field, value)}
    if found:
        handles = tuple(there.handle for there in found.values())
        raise RefusedError(
            f"{person.name} seems to be there already: {', '.join(handles)}.",
            "Add them all the same with --new, or change them with netlog edit.",
            handles,
        )


def _namesakes(change: "Change", name: str) -> list[Person]:
    """Who else has that first name, where a first name is all there is."""
    if " " in name:
        return []
    return change.people.first_named(name)
