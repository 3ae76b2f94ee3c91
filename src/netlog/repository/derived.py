"""Bringing what is derived up to date with what it is derived from."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, partial

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import settled_state
from netlog.domain.ledger import Entry
from netlog.domain.person import ME_ID, Person
from netlog.domain.standing import KindOf, Source, derive, source_of, values
from netlog.domain.touch import Contact
from netlog.repository.change import OpenChange


def update_standing(change: OpenChange, people: Iterable[int]) -> None:
    """Write where each of the people stands now, if they are still there."""
    for key in dict.fromkeys(people):
        person = sql.person(change.store, key)
        if person and key != ME_ID:
            _update_person(change, person)


def update_thanks_from(
    change: OpenChange, people: Iterable[int], since: date = date.min
) -> None:
    """Write who waits to be thanked for what came from the people since a day.

    Most people have brought nothing yet: then one question is all.
    """
    for key in dict.fromkeys(people):
        update_thanks(change, sql.outcomes_since(change.store, key, since))


def update_thanks_below(change: OpenChange, key: int) -> None:
    """Write who waits to be thanked for what came through somebody, however far."""
    outcomes = sql.outcomes_below(change.store, key)
    update_thanks(change, [outcome.entry for outcome in outcomes])


def update_thanks(change: OpenChange, entries: Sequence[Entry]) -> None:
    """Write who waits to be thanked for each entry; who was thanked stays so."""
    if not entries:
        return
    from netlog.network.origin import origin_of

    # What lies before a person is read once, whatever came from them.
    ancestry = cache(partial(sql.ancestry, change.store))
    for entry in entries:
        path: set[int] = set()
        if entry.is_outcome:
            path = origin_of(change.store, entry, ancestry=ancestry).people
        _update_thanks_of(change, entry, path)


def _update_thanks_of(change: OpenChange, entry: Entry, path: set[int]) -> None:
    thanks = sql.thanks_of(change.store, entry.id)
    for thank in thanks:
        if thank.thanked_on is None and thank.person_id not in path:
            change.delete("thank", thank.id)
    for person in sorted(path - {thank.person_id for thank in thanks}):
        change.insert("thank", entry_id=entry.id, person_id=person)


def _update_person(change: OpenChange, person: Person) -> None:
    contacts = sql.contacts_of(change.store, person.id)
    _update_introductions(change, person.id, contacts)
    source = read_source(change.store, person, contacts)
    change.update("person", person.id, **derive(source)._asdict())


def read_source(store: Store, person: Person, contacts: Sequence[Contact]) -> Source:
    """What somebody's standing is derived from, their touches among it."""
    details = sql.details_of(store, person.id)
    return source_of(
        person,
        kinds=[KindOf(d.value, d.entered) for d in details if d.field == "kind"],
        tags=values(details, "tag"),
        contacts=contacts,
        ways=sql.ways_to(store, person.id),
        brought=sql.first_brought(store, person.id),
    )


def _update_introductions(
    change: OpenChange, key: int, contacts: Sequence[Contact]
) -> None:
    """An introduction is met once the two were together on its day or later."""
    for introduction in sql.introductions_of(change.store, key):
        last = (
            _last_seen(contacts)
            if introduction.a_id == ME_ID
            else sql.last_together(change.store, introduction.a_id, introduction.b_id)
        )
        state = settled_state(introduction.said, introduction.day, last)
        if state != introduction.state:
            change.update("introduction", introduction.id, state=state)


def _last_seen(contacts: Sequence[Contact]) -> date | None:
    seen = (contact.day for contact in contacts if contact.in_person and contact.counts)
    return max(seen, default=None)
