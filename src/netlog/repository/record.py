"""Everything that is known of one person, read at once."""

from collections.abc import Mapping, Sequence

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.booking import Booked
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.ledger import Entry
from netlog.domain.person import Detail, Named, Person
from netlog.domain.promise import Promise
from netlog.domain.settings import Settings
from netlog.domain.touch import TouchAt
from netlog.namedtuple import NamedTuple
from netlog.plan.cadence import cadence_of, cadences_for, whence_of
from netlog.repository import bookings, ledger
from netlog.repository.anniversaries import days_of


class Ledger(NamedTuple):
    """What was given to somebody and got from them, and in which currency.

    `referred` has who was sent, `guesses` what was guessed of touches, by number.
    """

    entries: Sequence[Entry]
    referred: Mapping[int, Named]
    guesses: Mapping[int, str]
    currency: str


class PersonRecord(NamedTuple):
    """Everything that is known of one person; `cadence` is in days, None for none.

    `whence` says whose it is, '' for their own.  `days` come every year: what each is,
    and its day as YYYY-MM-DD or --MM-DD.
    """

    person: Person
    cadence: int | None
    whence: str
    details: Sequence[Detail]
    touches: Sequence[TouchAt]
    introductions: Sequence[IntroductionNamed]
    promises: Sequence[Promise]
    ledger: Ledger
    bookings: Sequence[Booked] = ()
    days: Sequence[tuple[str, str]] = ()


def record_of(store: Store, person: Person, settings: Settings) -> PersonRecord:
    """Everything that is known of somebody; their cadence is by the settings."""
    cadences = cadences_for(settings, store)
    return PersonRecord(
        person,
        cadence_of(cadences, store, person),
        whence_of(cadences, store, person),
        sql.details_of(store, person.id),
        sql.touches_of(store, person.id),
        sql.introductions_with(store, person.id),
        sql.promises_to(store, person.id),
        Ledger(
            *ledger.with_referred(store, person.id),
            ledger.guesses_by_touch(store, person.id),
            settings.currency,
        ),
        bookings.bookings_of(store, person.id),
        days_of(store, person.id),
    )
