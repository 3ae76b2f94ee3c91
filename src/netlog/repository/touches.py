"""Logging a touch, mending it, taking it out."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.booking import HELD_WITHIN
from netlog.domain.kinds import TouchKind
from netlog.domain.names import clean, fold
from netlog.domain.touch import Touch
from netlog.errors import NotFoundError
from netlog.repository import bookings
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_standing, update_thanks_from

if TYPE_CHECKING:
    from netlog.db.records import Place, Presence

_ECHO = 40


class TouchFacts(TypedDict, total=False):
    """What there may be to say of a touch.

    What is two-way or inbound is answered, and what is neither is sent, unless
    `answered` says so.
    """

    place: str
    note: str
    answered: str
    inbound: bool


def get(store: Store, number: int) -> Touch:
    """The touch of that number; NotFoundError where there is none."""
    touch = sql.touch(store, number)
    if touch is None:
        raise NotFoundError(
            f"There is no touch {number}.", "netlog show WHO lists the numbers."
        )
    return touch


def place_named(store: Store, name: str) -> "Place":
    """The place of that name; NotFoundError where there is none."""
    place = sql.place_by_name(store, fold(name))
    if place is None:
        raise NotFoundError(
            f"No place is called {clean(name)[:_ECHO]}.",
            "Places are named as you said them with --at; netlog history shows it.",
        )
    return place


def log(
    change: OpenChange,
    people: Sequence[int],
    kind: TouchKind,
    day: date,
    **facts: Unpack[TouchFacts],
) -> Touch:
    """One contact with these people, or an attempt; their standing follows."""
    inbound = facts.get("inbound", False)
    key = change.insert(
        "touch",
        day=day,
        place_id=place_key(change, facts.get("place", "")),
        note=facts.get("note", ""),
        inbound=inbound,
        entered=change.number,
        **kind_columns(kind),
    )
    usual = _usual_answer(kind.two_way or inbound)
    answered = facts.get("answered") or usual
    settled = change.number if "yes" == answered != usual else None
    for person in people:
        change.insert(
            "presence",
            touch_id=key,
            person_id=person,
            answered=answered,
            settled=settled,
        )
    _update_derived(change, people, day)
    return get(change.store, key)


def edit(
    change: OpenChange, touch: Touch, *, held_within: int = HELD_WITHIN, **fields: Any
) -> Touch:
    """Mend a touch where it stands; the standing of its people and bookings follow.

    `answered` is what all of its people answered; an answer that nobody said follows
    the kind.  It holds what was booked for `held_within` days before it, at most.
    """
    people = _people_at(change.store, touch)
    said, two_way = fields.pop("answered", ""), fields.get("two_way", touch.two_way)
    usual = _usual_answer(touch.two_way or touch.inbound)
    now_usual = _usual_answer(two_way or fields.get("inbound", touch.inbound))
    changes = now_usual != usual
    for presence in sql.answers_to(change.store, touch.id):
        if said and not _is_said(presence, said):
            _answer(change, presence.id, said, None)
        elif (
            not said and changes and presence.answered == usual and not presence.settled
        ):
            change.update("presence", presence.id, answered=now_usual)
    change.update("touch", touch.id, **fields)
    if said or fields.keys() & {"day", "kind"}:
        _update_bookings(change, touch.id, people, held_within)
    _update_derived(change, people, min(touch.day, fields.get("day", touch.day)))
    return get(change.store, touch.id)


def _update_bookings(
    change: OpenChange, number: int, people: Sequence[int], within: int
) -> None:
    """A try that got no answer held nothing."""
    answers = sql.answers_to(change.store, number)
    if all(each.answered == "no" for each in answers):
        bookings.release(change, number)
        return
    touch = get(change.store, number)
    bookings.follow(change, touch, kind_of(touch), people, within)


def hear(change: OpenChange, person: int, day: date) -> "list[Presence]":
    """Note that somebody answered what was sent to them by a day; gives what that was.

    Nothing is written where nothing waits for an answer.
    """
    waiting = sql.unanswered_by(change.store, person, day)
    for presence in waiting:
        _answer(change, presence.id, "yes", day)
    if waiting:
        _update_derived(change, [person], day)
    return waiting


def _is_said(presence: "Presence", answered: str) -> bool:
    """Whether the user said just that before, of no other day."""
    settled = bool(presence.settled) or answered != "yes"
    return presence.answered == answered and not presence.answered_on and settled


def _usual_answer(both_ways: object) -> str:
    """What comes back where nothing is said of it."""
    return "yes" if both_ways else "sent"


def _answer(change: OpenChange, key: int, answered: str, day: date | None) -> None:
    settled = change.number if answered == "yes" else None
    change.update("presence", key, answered=answered, answered_on=day, settled=settled)


def remove(change: OpenChange, touch: Touch) -> None:
    """Take a touch out; the standing of its people follows.

    What was held by it is booked again.
    """
    from netlog.repository.references import remove_row

    people = _people_at(change.store, touch)
    bookings.release(change, touch.id)
    remove_row(change, "touch", touch.id)
    _update_derived(change, people, touch.day)


def place_key(change: OpenChange, name: str) -> int | None:
    """The key of a place, made when it is first named; None without a name."""
    if not clean(name):
        return None
    place = sql.place_by_name(change.store, fold(name))
    if place:
        return place.id
    return change.insert("place", name=clean(name), folded=fold(name))


def kind_columns(kind: TouchKind) -> dict[str, Any]:
    """A kind and its facts, as columns."""
    facts = kind._asdict()
    return {"kind": facts.pop("name"), **facts}


def kind_of(touch: Touch) -> TouchKind:
    """The kind of a touch, with the facts that it had when it was logged."""
    return TouchKind(touch.kind, touch.in_person, touch.sit_down, touch.two_way)


def _update_derived(change: OpenChange, people: Sequence[int], since: date) -> None:
    update_standing(change, people)
    update_thanks_from(change, people, since)


def _people_at(store: Store, touch: Touch) -> list[int]:
    return [person.id for person in sql.company_of(store, touch.id)]
