"""A person: what is known of them, where they stand, and how they come in."""

from collections.abc import Mapping
from datetime import date

from netlog.namedtuple import NamedTuple

ME_ID = 1
IN_VAIN = 2
"""So many tries without an answer since the last contact were in vain."""


class Person(NamedTuple):
    """Somebody the user knows or was told of, as the database holds them.

    `every` is their own cadence ('3m' or ''), `cadence` the one in force.
    From `cadence` on everything is derived from touches, introductions and
    kinds; `waits_from` is the day the cadence runs from.
    """

    id: int
    uid: str
    handle: str
    name: str
    folded: str
    org: str
    role: str
    city: str
    note: str
    birthday: str
    every: str
    known: bool
    no_sell: bool
    resting: bool
    snoozed_until: date | None
    woken_on: date | None
    connected_on: date | None
    starts_on: date
    entered: int
    cadence: str
    cluster: str
    draw: int
    last_contact: date | None
    waits_from: date
    first_sitdown: date | None
    last_sitdown: date | None
    fresh_on: date | None
    attempts: int
    touches: int
    dropped: bool


class Standing(NamedTuple):
    """The part of a person by which the plan counts them."""

    id: int
    known: bool
    no_sell: bool
    resting: bool
    dropped: bool
    snoozed_until: date | None
    cadence: str
    waits_from: date
    last_contact: date | None
    first_sitdown: date | None
    attempts: int


class Detail(NamedTuple):
    """One of several things of one sort: a kind, a tag, an address, a liking."""

    id: int
    uid: str
    person_id: int
    field: str
    value: str
    folded: str


class Named(NamedTuple):
    """Somebody as they are pointed at."""

    id: int
    handle: str
    name: str


class Sat(NamedTuple):
    """Somebody, and when they were first sat down with."""

    id: int
    handle: str
    name: str
    known: bool
    first_sitdown: date | None


class Found(NamedTuple):
    """Somebody as a search sees them."""

    handle: str
    folded: str


class Draft(NamedTuple):
    """A person as a file describes them: cleaned text, nothing looked up.

    `line` is where the record begins in the file; `uid` the card's own; urls
    come first to last as written, e-mails and phones likewise.  `connected_on`
    is LinkedIn's day, a field and never a touch.  `birthday` is YYYY-MM-DD, or
    --MM-DD where the year is not told.
    """

    line: int
    name: str
    uid: str = ""
    org: str = ""
    role: str = ""
    city: str = ""
    note: str = ""
    birthday: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    connected_on: date | None = None


class Unreadable(NamedTuple):
    """A record that could not be read: where it begins, and one reason."""

    line: int
    reason: str


class Newcomer(NamedTuple):
    """What is known of a person before they have a handle.

    `details` are as `details.keyed` makes them; `starts_on` is the day from which their
    cadence runs until there is a contact.
    """

    name: str
    starts_on: date
    handle: str = ""
    org: str = ""
    role: str = ""
    city: str = ""
    note: str = ""
    birthday: str = ""
    every: str = ""
    known: bool = False
    no_sell: bool = False
    connected_on: date | None = None
    details: Mapping[tuple[str, str], str] = {}


class AlikePair(NamedTuple):
    """Two who may be one: who was there first, and what both have, name or phone."""

    handle: str
    name: str
    other_handle: str
    other_name: str
    what: str
