"""Logging a touch, mending it, taking it out."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import TouchKind
from netlog.domain.names import clean, fold
from netlog.domain.touch import Touch
from netlog.errors import NotFoundError
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_standing, update_thanks_from

if TYPE_CHECKING:
    from netlog.db.records import Place

_ECHO = 40


class TouchFacts(TypedDict, total=False):
    """What there may be to say of a touch; it is answered unless that is said."""

    place: str
    note: str
    answered: bool


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
    key = change.insert(
        "touch",
        day=day,
        place_id=place_key(change, facts.get("place", "")),
        note=facts.get("note", ""),
        answered=facts.get("answered", True),
        entered=change.number,
        **kind_columns(kind),
    )
    for person in people:
        change.insert("presence", touch_id=key, person_id=person)
    _update_derived(change, people, day)
    return get(change.store, key)


def edit(change: OpenChange, touch: Touch, **fields: Any) -> Touch:
    """Mend a touch where it stands; the standing of its people follows."""
    people = _people_at(change.store, touch)
    change.update("touch", touch.id, **fields)
    _update_derived(change, people, min(touch.day, fields.get("day", touch.day)))
    return get(change.store, touch.id)


def remove(change: OpenChange, touch: Touch) -> None:
    """Take a touch out; the standing of its people follows."""
    from netlog.repository.references import remove_row

    people = _people_at(change.store, touch)
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
    """A kind and its two facts, as columns."""
    return {"kind": kind.name, "in_person": kind.in_person, "sit_down": kind.sit_down}


def _update_derived(change: OpenChange, people: Sequence[int], since: date) -> None:
    update_standing(change, people)
    update_thanks_from(change, people, since)


def _people_at(store: Store, touch: Touch) -> list[int]:
    return [person.id for person in sql.company_of(store, touch.id)]
