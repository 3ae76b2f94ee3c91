"""Making an introduction, changing its state, taking it out."""

from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Introduction, ordered_pair
from netlog.domain.person import ME_ID
from netlog.errors import NotFoundError
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_standing, update_thanks_below


def get(store: Store, number: int) -> Introduction:
    """The introduction of that number; NotFoundError where there is none."""
    introduction = sql.introduction(store, number)
    if introduction is None:
        raise NotFoundError(
            f"There is no introduction {number}.",
            "netlog show WHO lists the numbers.",
        )
    return introduction


def introducers_by_person(store: Store) -> dict[int, list[str]]:
    """Who introduced whom to me: handles and folded names, by person."""
    by_person: dict[int, list[str]] = {}
    for person_id, handle, folded in sql.every_way(store):
        by_person.setdefault(person_id, []).extend((handle, folded))
    return by_person


def between(
    store: Store, introducer: int, person: int, other: int
) -> Introduction | None:
    """The introduction of these two by that person, if there is one."""
    a, b = ordered_pair(introducer, person, other)
    return sql.introduction_between(store, introducer, a, b)


def introduce(
    change: OpenChange,
    introducer: int,
    person: int,
    other: int,
    day: date,
    **facts: Any,
) -> Introduction:
    """Record an introduction; said again, it is brought up to date.

    An offer that is kept now has begun now.  `facts` are state, inbound and words.
    """
    before = between(change.store, introducer, person, other)
    if before:
        begins = before.said == "offered" and facts.get("state") in {"made", "met"}
        entered = {"entered": change.number} if begins else {}
        return edit(change, before, day=day, **facts, **entered)
    a, b = ordered_pair(introducer, person, other)
    values = {"inbound": False, "words": ""} | _as_stated({"state": "made"} | facts)
    key = change.insert(
        "introduction",
        introducer_id=introducer,
        a_id=a,
        b_id=b,
        day=day,
        entered=change.number,
        **values,
    )
    _update_derived(change, introducer, a, b)
    return get(change.store, key)


def edit(change: OpenChange, introduction: Introduction, **fields: Any) -> Introduction:
    """Mend an introduction where it stands."""
    change.update("introduction", introduction.id, **_as_stated(fields))
    _update_derived(change, *_three(introduction))
    return get(change.store, introduction.id)


def remove(change: OpenChange, introduction: Introduction) -> None:
    """Take an introduction out; what came of it stays."""
    from netlog.repository.references import remove_row

    remove_row(change, "introduction", introduction.id)
    _update_derived(change, *_three(introduction))


def _three(introduction: Introduction) -> tuple[int, int, int]:
    return introduction.introducer_id, introduction.a_id, introduction.b_id


def _update_derived(change: OpenChange, introducer: int, a: int, b: int) -> None:
    update_standing(change, [introducer, a, b])
    if a == ME_ID:
        update_thanks_below(change, b)


def _as_stated(fields: dict[str, Any]) -> dict[str, Any]:
    """A state that the user says is kept as said; being together makes it met."""
    stated = {"said": fields["state"]} if "state" in fields else {}
    return fields | stated
