"""Where people stand: as it is written beside them, and derived anew."""

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.domain.standing import Derived, Source, derive, values


def standing(person: Person) -> Derived:
    """The derived columns as they stand beside a person."""
    return Derived(*(getattr(person, field) for field in Derived._fields))


def derived(store: Store, person: Person) -> Derived:
    """The same, made afresh from everything that it follows from."""
    details = sql.details_of(store, person.id)
    return derive(
        Source(
            starts_on=person.starts_on,
            every=person.every,
            org=person.org,
            kinds=values(details, "kind"),
            tags=values(details, "tag"),
            touches=sql.touches_of(store, person.id),
            ways=sql.ways_to(store, person.id),
        )
    )
