"""Rows of tables that the domain knows nothing more of: do not edit.

Made by `python -m netlog.db.build`; a test keeps it current.
"""

from datetime import date, datetime

from netlog.namedtuple import NamedTuple


class ActiveWeek(NamedTuple):
    """An ISO week in which something was entered; outside the journal."""

    id: int
    uid: str
    week: str


class Anniversary(NamedTuple):
    """A day of somebody's that comes again every year, and what it is."""

    id: int
    uid: str
    person_id: int
    label: str
    day: str
    entered: int


class Attendee(NamedTuple):
    """Who is asked to a booking."""

    id: int
    uid: str
    booking_id: int
    person_id: int
    state: str


class ChangeRow(NamedTuple):
    """Rows of one table as they were before a change and after it.

    `before` is JSON, null for rows that a change put in; `after` is null for one
    that it took out.  Rows that were put in, from `row_id` to `last_id`, stand in
    their table: `after` is '' until an undo takes them out and keeps them here.
    """

    id: int
    uid: str
    change_id: int
    tab: str
    row_id: int
    last_id: int
    before: str | None
    after: str | None


class Forgetting(NamedTuple):
    """One person who was forgotten; `salt` is random, and the same in every row."""

    id: int
    uid: str
    salt: str


class Guess(NamedTuple):
    """What the user thought would come of a touch."""

    id: int
    uid: str
    touch_id: int
    word: str


class Mark(NamedTuple):
    """A name or an address of theirs, as a keyed hash: it can only be met again."""

    id: int
    uid: str
    forgetting_id: int
    hash: str


class Place(NamedTuple):
    """Where people are met."""

    id: int
    uid: str
    name: str
    folded: str


class Presence(NamedTuple):
    """Who a touch was with, and what they answered.

    `answered` is 'sent' while nothing is known; `answered_on` is the day on which an
    answer to what was sent came, and `settled` the change that says so.
    """

    id: int
    uid: str
    touch_id: int
    person_id: int
    answered: str
    answered_on: date | None
    settled: int | None


class Retired(NamedTuple):
    """A handle whose person was removed: nobody else gets it."""

    id: int
    uid: str
    handle: str


class Scrub(NamedTuple):
    """What backups, and this file, must still be cleaned of; empty but for moments.

    `what` is JSON: the uids and the words of the person; '' once only the free room
    of this file is left to be cleaned; the name of a damaged file, until the user has
    deleted it.  Outside the journal, as all of these are.
    """

    id: int
    uid: str
    what: str


class Version(NamedTuple):
    """Which schemas this file has had."""

    id: int
    uid: str
    number: int
    at: datetime
