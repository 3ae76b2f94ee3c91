"""A person: what is known of them, where they stand, and how they come in."""

from collections.abc import Mapping, Sequence
from datetime import date

from netlog.domain.names import fold
from netlog.namedtuple import NamedTuple

ME_ID = 1
IN_VAIN = 2
"""So many tries without an answer since the last contact were in vain."""


class Person(NamedTuple):
    """Somebody the user knows or was told of, as the database holds them.

    `every` is the user's own cadence for them ('3m' or ''); `said_known` is what the
    user said of it ('yes', 'no', ''), `entity` what the record is, `source` how they
    came, `woken` the change that woke them.  From `rhythm` on everything is derived:
    see `domain.standing.Derived`.
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
    said_known: str
    no_sell: bool
    entity: str
    source: str
    resting: bool
    snoozed_until: date | None
    woken_on: date | None
    woken: int | None
    connected_on: date | None
    added_on: date
    starts_on: date
    entered: int
    draw: int
    rhythm: str
    cluster: str
    waits_from: date
    known: bool
    connected: bool
    last_contact: date | None
    last_heard: date | None
    last_reached: date | None
    last_tried: date | None
    open_tries: int
    first_sitdown: date | None
    last_sitdown: date | None
    fresh_on: date | None
    usual_gap: int | None
    touches: int
    contact_days: int
    dropped: bool


Post = tuple[str, str]
"""What somebody is and where: role and organisation, '' where it is not known."""


def may_complete(post: Post, other: Post) -> bool:
    """Whether role and organisation from elsewhere may fill what is not known here.

    They go together: a role belongs to its organisation, unless one of the two is the
    same in both.
    """
    same = any(
        fold(here) == fold(there)
        for here, there in zip(post, other, strict=True)
        if here
    )
    return same or not any(post)


class Standing(NamedTuple):
    """The part of a person by which the plan counts them."""

    id: int
    known: bool
    no_sell: bool
    resting: bool
    dropped: bool
    entity: str
    snoozed_until: date | None
    rhythm: str
    waits_from: date
    last_contact: date | None
    first_sitdown: date | None
    open_tries: int


class Detail(NamedTuple):
    """One of several things of one sort: a kind, a tag, an address, a liking."""

    id: int
    uid: str
    person_id: int
    field: str
    value: str
    folded: str
    entered: int


class FieldChange(NamedTuple):
    """What somebody's field was and is now, as it is typed; '' for nothing."""

    field: str
    was: str
    now: str


_THEIRS = (
    *("name", "handle", "org", "role", "city", "note", "birthday", "every"),
    *("said_known", "no_sell", "entity", "snoozed_until", "connected_on"),
)
"""The single fields that are set by somebody, and not derived."""


def field_changes(
    before: Person, after: Person, was: Sequence[Detail], now: Sequence[Detail]
) -> list[FieldChange]:
    """What differs of somebody, field by field; details are there or not."""
    both = ((f, _typed(getattr(before, f)), _typed(getattr(after, f))) for f in _THEIRS)
    changes = [FieldChange(f, old, new) for f, old, new in both if old != new]
    gone, come = {one.id for one in was}, {one.id for one in now}
    changes += [FieldChange(d.field, d.value, "") for d in was if d.id not in come]
    changes += [FieldChange(d.field, "", d.value) for d in now if d.id not in gone]
    return changes


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


class Named(NamedTuple):
    """Somebody as they are pointed at."""

    id: int
    handle: str
    name: str


class NameState(NamedTuple):
    """How somebody is called, and what is made of it."""

    id: int
    handle: str
    name: str
    folded: str
    draw: int


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
    --MM-DD where the year is not told.  `entity` is what the record is of, `source`
    what sort of file it comes from.
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
    entity: str = "person"
    source: str = "list"


class Unreadable(NamedTuple):
    """A record that could not be read: where it begins, and one reason."""

    line: int
    reason: str


class Newcomer(NamedTuple):
    """What is known of a person before they have a handle.

    `details` are as `details.keyed` makes them; `starts_on` is the day from which their
    cadence runs until there is a contact, the day they came where it is not dealt.
    """

    name: str
    added_on: date
    starts_on: date | None = None
    handle: str = ""
    org: str = ""
    role: str = ""
    city: str = ""
    note: str = ""
    birthday: str = ""
    every: str = ""
    said_known: str = ""
    no_sell: bool = False
    entity: str = "person"
    source: str = "typed"
    connected_on: date | None = None
    details: Mapping[tuple[str, str], str] = {}


class AlikePair(NamedTuple):
    """Two who may be one: who was there first, and what both have, name or phone."""

    handle: str
    name: str
    other_handle: str
    other_name: str
    what: str
