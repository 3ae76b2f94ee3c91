"""A person: what is known of them, and where they stand."""

from datetime import date

from netlog.records import NamedTuple

ME_ID = 1


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


class Retired(NamedTuple):
    """A handle that nobody gets again."""

    id: int
    uid: str
    handle: str


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
