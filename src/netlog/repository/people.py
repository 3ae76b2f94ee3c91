"""Taking people in, changing what is known of them, taking them out."""

from collections.abc import Sequence
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.details import detail_key
from netlog.domain.names import fold, free_handle, handle_stem
from netlog.domain.person import ME_ID, Detail, Newcomer, Person
from netlog.domain.stable_random import draw
from netlog.domain.standing import Source, derive, kinds_in
from netlog.errors import NotFoundError, RefusedError
from netlog.repository.bookings import follow_touches
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_standing, update_thanks_below

AFTER_ALL = "\U0010ffff"
"""The last letter there is: an upper bound for whatever begins with some words."""
NOT_THERE = "They are not there any more."
ADD_FIRST = "netlog list shows who is there; netlog add takes in somebody new."


def get(store: Store, key: int) -> Person:
    """The person with that key; NotFoundError where they are gone."""
    person = sql.person(store, key)
    if person is None:
        raise NotFoundError(NOT_THERE, ADD_FIRST)
    return person


def by_handle(store: Store, handle: str) -> Person:
    """The person with a handle that was just read."""
    person = sql.person_by_handle(store, handle)
    if person is None:
        raise NotFoundError(NOT_THERE, ADD_FIRST)
    return person


def details_by_person(store: Store) -> dict[int, list[Detail]]:
    """Everybody's details, by person."""
    by_person: dict[int, list[Detail]] = {}
    for detail in sql.every_detail(store):
        by_person.setdefault(detail.person_id, []).append(detail)
    return by_person


def is_taken(store: Store, handle: str) -> bool:
    """Whether somebody has that handle, or had it."""
    return bool(
        sql.person_by_handle(store, handle) or sql.retired_handle(store, handle)
    )


def handles(store: Store, start: str) -> list[str]:
    """Handles that begin so, at most 200."""
    return sql.handles_between(store, start, start + AFTER_ALL)


def add(change: OpenChange, newcomer: Newcomer) -> Person:
    """Take somebody in under a handle that nobody has or had."""
    email = next((v for (f, _), v in newcomer.details.items() if f == "email"), "")
    _refuse_taken(change.store, newcomer.handle)
    handle = newcomer.handle or free_handle(
        handle_stem(newcomer.name, email), lambda handle: is_taken(change.store, handle)
    )
    return get(change.store, add_all(change, [newcomer._replace(handle=handle)])[0])


def add_all(change: OpenChange, newcomers: Sequence[Newcomer]) -> range:
    """Take people in under the handles they come with; gives their keys."""
    rows = [new_row(newcomer, change.number) for newcomer in newcomers]
    keys = change.insert_many("person", rows)
    details = [
        {
            "person_id": key,
            "field": field,
            "value": value,
            "folded": folded,
            "entered": change.number,
        }
        for key, newcomer in zip(keys, newcomers, strict=True)
        for (field, folded), value in newcomer.details.items()
    ]
    change.insert_many("detail", details)
    return keys


def new_row(newcomer: Newcomer, number: int) -> dict[str, Any]:
    """A newcomer of a change as a row of the table person."""
    row = newcomer._asdict()
    details = row.pop("details")
    row["starts_on"] = newcomer.starts_on or newcomer.added_on
    source = Source(
        newcomer.added_on,
        row["starts_on"],
        newcomer.every,
        newcomer.org,
        newcomer.said_known,
        newcomer.source,
        newcomer.connected_on,
        kinds=kinds_in(details, number),
        tags=[value for (field, _), value in details.items() if field == "tag"],
    )
    row |= derive(source)._asdict()
    row["folded"] = fold(newcomer.name)
    row["resting"] = False
    row["entered"] = number
    row["draw"] = draw(newcomer.handle)
    return row


def add_detail(change: OpenChange, person_id: int, field: str, value: str) -> bool:
    """One more detail, unless they have it; says whether it was written."""
    folded = detail_key(field, value)
    details = sql.details_of(change.store, person_id)
    if any((d.field, d.folded) == (field, folded) for d in details):
        return False
    change.insert(
        "detail",
        person_id=person_id,
        field=field,
        value=value,
        folded=folded,
        entered=change.number,
    )
    return True


def mark(change: OpenChange, person_id: int, kind: str) -> None:
    """Somebody is of a kind from now on."""
    if add_detail(change, person_id, "kind", kind):
        update_standing(change, [person_id])


def clear_details(change: OpenChange, person_id: int, field: str) -> None:
    """Take out every detail of one field."""
    for detail in sql.details_of(change.store, person_id):
        if detail.field == field:
            change.delete("detail", detail.id)


def edit(change: OpenChange, person: Person, **fields: Any) -> Person:
    """Change what is known of somebody; an old handle is kept for nobody."""
    if "name" in fields:
        fields["folded"] = fold(fields["name"])
    if fields.get("handle", person.handle) != person.handle:
        _refuse_taken(change.store, fields["handle"])
        change.insert("retired", handle=person.handle)
        fields["draw"] = draw(fields["handle"])
    change.update("person", person.id, **fields)
    update_standing(change, [person.id])
    return get(change.store, person.id)


def remove(change: OpenChange, person: Person) -> None:
    """Take somebody out with all that is theirs alone; `undo` brings it back."""
    from netlog.repository.references import remove_row

    introductions = sql.introductions_with(change.store, person.id)
    pairs = {key for made in introductions for key in (made.a_id, made.b_id)}
    introducers = {made.introducer_id for made in introductions}
    remove_row(change, "person", person.id)
    follow_touches(change)
    change.insert("retired", handle=person.handle)
    update_standing(change, pairs | introducers)
    for key in pairs - {ME_ID}:
        update_thanks_below(change, key)


def _refuse_taken(store: Store, handle: str) -> None:
    if handle and is_taken(store, handle):
        raise RefusedError(
            f"The handle {handle} is somebody's, or was.", "Choose another one."
        )
