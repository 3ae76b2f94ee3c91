"""Where people stand: as it is written beside them, and derived anew."""

from netlog.db import sql
from netlog.db.standings import misplaced, unsettled
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.domain.standing import Derived, derive
from netlog.repository.derived import read_source


def standing(person: Person) -> Derived:
    """The derived columns as they stand beside a person."""
    return Derived(*(getattr(person, field) for field in Derived._fields))


def derived(store: Store, person: Person) -> Derived:
    """The same, made afresh from everything that it follows from."""
    contacts = sql.contacts_of(store, person.id)
    return derive(read_source(store, person, contacts))


def is_derived(store: Store) -> bool:
    """Whether everything stands as it follows, one by one and all at once."""
    one_by_one = all(standing(p) == derived(store, p) for p in sql.everybody(store))
    at_once = not [*misplaced(store), *unsettled(store)]
    return one_by_one and at_once
