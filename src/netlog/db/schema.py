"""The tables, written once: what a row holds, and what the database refuses."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from netlog.db.columns import (
    Day,
    Flag,
    Whole,
    belongs_to,
    change_number,
    day,
    derived,
    flag,
    follows,
    free_text,
    identifier,
    is_day,
    is_flag,
    key,
    moment,
    near_day,
    number,
    one_of,
    partial,
    secret,
    table,
    uid,
    word,
)
from netlog.domain import kinds


class Person(SQLModel, table=True):
    """Somebody the user knows or was told of; the first row is the user.

    `woken` is the change that woke them.  From `rhythm` on the columns are derived:
    they follow from the other tables and stand here so that the plan need not add up
    a history.
    """

    __table_args__ = (
        CheckConstraint("handle <> '' AND name <> ''"),
        one_of("said_known", kinds.SAID_KNOWN),
        one_of("entity", kinds.ENTITIES),
        one_of("source", kinds.SOURCES),
        is_flag("known", "connected", "no_sell", "resting", "dropped"),
        is_day("snoozed_until", "connected_on", "woken_on", "added_on", "starts_on"),
        is_day("last_contact", "last_heard", "last_reached", "last_tried"),
        is_day("waits_from", "first_sitdown", "last_sitdown", "fresh_on"),
        Index("person_name", "folded", "handle"),
        Index("person_fresh", "known", "first_sitdown", "connected", "fresh_on"),
        Index("person_draw", "known", "first_sitdown", "connected", "draw"),
        Index(
            "person_first",
            "first_sitdown",
            "known",
            sqlite_where=text("first_sitdown IS NOT NULL"),
        ),
        partial("person_last", "last_sitdown"),
        partial("person_recent", "last_contact"),
        Index(
            "person_rhythm",
            "rhythm",
            "waits_from",
            "last_contact",
            "known",
            "first_sitdown",
        ),
        Index(
            "person_dealt",
            "rhythm",
            "starts_on",
            sqlite_where=text("last_contact IS NULL AND rhythm <> ''"),
        ),
        Index("person_dormant", "draw", "last_contact"),
        Index(
            "person_birthday",
            text("substr(birthday, -5)"),
            sqlite_where=text("birthday <> ''"),
        ),
        Index("person_entity", "entity", sqlite_where=text("entity <> 'person'")),
        partial("person_cluster", "cluster", "last_contact"),
        Index("person_no_sell", "no_sell", sqlite_where=text("no_sell = 1")),
        Index("person_dropped", "dropped", sqlite_where=text("dropped = 1")),
        Index("person_resting", "resting", sqlite_where=text("resting = 1")),
        partial("person_snoozed", "snoozed_until"),
        Index("person_tried", "last_tried", sqlite_where=text("open_tries > 0")),
        table(),
    )
    id: int | None = key()
    uid: str = uid("uid", of_me=True)
    handle: str = identifier("handle", unique=True)
    name: str = identifier("name")
    folded: str = follows()
    org: str = free_text(of_me=True, default="")
    role: str = free_text(of_me=True, default="")
    city: str = free_text(of_me=True, default="")
    note: str = free_text(lines=True, of_me=True, default="")
    birthday: str = word("birthday", of_me=True, default="")
    every: str = word("span", default="")
    said_known: str = word(default="")
    no_sell: bool = flag()
    entity: str = word(default="person")
    source: str = word(default="typed")
    resting: bool = flag()
    snoozed_until: date | None = near_day(default=None)
    woken_on: date | None = near_day(default=None)
    woken: int | None = change_number(default=None)
    connected_on: date | None = day(default=None)
    added_on: date = near_day()
    starts_on: date = near_day()
    entered: int = change_number()
    draw: int = follows(Whole)
    rhythm: str = derived(default="")
    cluster: str = derived(default="")
    waits_from: date = derived(Day, "near day")
    known: bool = derived(Flag, default=False)
    connected: bool = derived(Flag, default=False)
    last_contact: date | None = derived(Day, "near day", default=None)
    last_heard: date | None = derived(Day, "near day", default=None)
    last_reached: date | None = derived(Day, "near day", default=None)
    last_tried: date | None = derived(Day, "near day", default=None)
    open_tries: int = derived(Whole, default=0)
    first_sitdown: date | None = derived(Day, "near day", default=None)
    last_sitdown: date | None = derived(Day, "near day", default=None)
    fresh_on: date | None = derived(Day, "near day", default=None)
    usual_gap: int | None = derived(Whole, default=None)
    touches: int = derived(Whole, default=0)
    contact_days: int = derived(Whole, default=0)
    dropped: bool = derived(Flag, default=False)


class Detail(SQLModel, table=True):
    """One of several: a kind, a tag, an address, what somebody likes or needs."""

    __table_args__ = (
        CheckConstraint("value <> ''"),
        one_of("field", kinds.DETAIL_FIELDS),
        UniqueConstraint("field", "folded", "person_id"),
        Index("detail_person", "person_id"),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = belongs_to("person", at_rm="delete", at_merge="move")
    field: str = word()
    value: str = free_text(only={"field": ("tag", "city", "likes", "needs", "offers")})
    folded: str = follows()
    entered: int = change_number()


class Anniversary(SQLModel, table=True):
    """A day of somebody's that comes again every year, and what it is."""

    __table_args__ = (
        CheckConstraint("label <> '' AND day <> ''"),
        UniqueConstraint("person_id", "label"),
        Index("anniversary_day", text("substr(day, -5)")),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = belongs_to("person", at_rm="delete", at_merge="move")
    label: str = free_text()
    day: str = word("birthday")
    entered: int = change_number()


class Retired(SQLModel, table=True):
    """A handle whose person was removed: nobody else gets it."""

    __table_args__ = (table(),)
    id: int | None = key()
    uid: str = uid()
    handle: str = identifier("handle", unique=True)


class Place(SQLModel, table=True):
    """Where people are met."""

    __table_args__ = (
        CheckConstraint("name <> ''"),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    name: str = free_text()
    folded: str = follows(unique=True)


class Touch(SQLModel, table=True):
    """One contact, or one attempt at it; what came back stands with each person.

    `inbound`: they got in touch.
    """

    __table_args__ = (
        CheckConstraint("kind <> ''"),
        is_flag("in_person", "sit_down", "two_way", "inbound"),
        is_day("day"),
        Index("touch_day", "day"),
        Index("touch_place", "place_id"),
        table(kept_by="presence"),
    )
    id: int | None = key()
    uid: str = uid()
    kind: str = word()
    day: date = near_day()
    place_id: int | None = belongs_to("place", at_rm="clear", default=None)
    note: str = free_text(lines=True, default="")
    in_person: bool = flag()
    sit_down: bool = flag()
    two_way: bool = flag()
    inbound: bool = flag()
    entered: int = change_number()


class Presence(SQLModel, table=True):
    """Who a touch was with, and what they answered.

    `answered` is 'sent' while nothing is known; `answered_on` is the day on which an
    answer to what was sent came, and `settled` the change that says so.
    """

    __table_args__ = (
        one_of("answered", kinds.ANSWERS),
        CheckConstraint("answered = 'yes' OR answered_on IS NULL"),
        is_day("answered_on"),
        UniqueConstraint("person_id", "touch_id"),
        Index("presence_touch", "touch_id"),
        table(link=True),
    )
    id: int | None = key()
    uid: str = uid()
    touch_id: int = belongs_to("touch", at_rm="delete")
    person_id: int = belongs_to("person", at_rm="delete", at_merge="move")
    answered: str = word(default="yes")
    answered_on: date | None = near_day(default=None)
    settled: int | None = change_number(default=None)


class Booking(SQLModel, table=True):
    """A touch that is to come: its day, perhaps its hour and place; what became of it.

    `touch_id` is the touch by which it was held.
    """

    __table_args__ = (
        CheckConstraint("kind <> ''"),
        one_of("state", kinds.BOOKING_STATES),
        is_day("day"),
        Index("booking_day", "day"),
        Index("booking_place", "place_id"),
        partial("booking_touch", "touch_id"),
        table(kept_by="attendee"),
    )
    id: int | None = key()
    uid: str = uid()
    day: date = near_day()
    hour: str = word("hour", default="")
    kind: str = word()
    place_id: int | None = belongs_to("place", at_rm="clear", default=None)
    state: str = word(default="booked")
    touch_id: int | None = belongs_to("touch", at_rm="clear", default=None)
    entered: int = change_number()


class Attendee(SQLModel, table=True):
    """Who is asked to a booking."""

    __table_args__ = (
        one_of("state", kinds.ATTENDEE_STATES),
        UniqueConstraint("person_id", "booking_id"),
        Index("attendee_booking", "booking_id"),
        table(link=True),
    )
    id: int | None = key()
    uid: str = uid()
    booking_id: int = belongs_to("booking", at_rm="delete")
    person_id: int = belongs_to("person", at_rm="delete", at_merge="move")
    state: str = word(default="invited")


class Introduction(SQLModel, table=True):
    """Introducer → A ↔ B; the pair stands in the order of its keys.

    `said` is the state as the user said it; `state` follows from it, and is met
    once the two were seen together.  `words` are the introducer's.
    """

    __table_args__ = (
        CheckConstraint("a_id < b_id"),
        CheckConstraint("introducer_id NOT IN (a_id, b_id)"),
        one_of("said", kinds.INTRODUCTION_STATES),
        one_of("state", kinds.INTRODUCTION_STATES),
        is_flag("inbound"),
        is_day("day"),
        UniqueConstraint("a_id", "b_id", "introducer_id"),
        Index("introduction_b", "b_id", "a_id"),
        Index("introduction_by", "introducer_id"),
        Index("introduction_day", "day"),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    introducer_id: int = belongs_to("person", at_rm="delete", at_merge="join")
    a_id: int = belongs_to("person", at_rm="delete", at_merge="join")
    b_id: int = belongs_to("person", at_rm="delete", at_merge="join")
    day: date = near_day()
    said: str = word(default="made")
    state: str = derived(default="made")
    inbound: bool = flag()
    words: str = free_text(lines=True, default="")
    entered: int = change_number()


class Promise(SQLModel, table=True):
    """Something owed to a person, or by them; kept or dropped, never forgotten."""

    __table_args__ = (
        CheckConstraint("text <> ''"),
        CheckConstraint("(state = 'open') = (closed_on IS NULL)"),
        one_of("state", kinds.PROMISE_STATES),
        is_flag("theirs"),
        is_day("due", "closed_on"),
        Index("promise_person", "person_id"),
        Index("promise_open", "due", sqlite_where=text("state = 'open'")),
        Index("promise_closed", "closed_on"),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = belongs_to("person", at_rm="delete", at_merge="move")
    text: str = free_text()
    due: date = near_day()
    state: str = word(default="open")
    closed_on: date | None = near_day(default=None)
    closed: int | None = change_number(default=None)
    theirs: bool = flag()
    entered: int = change_number()


class Entry(SQLModel, table=True):
    """What went to a person, or came back; what came back is an outcome.

    `touch_id` or `introduction_id` is what it came of, where that is known;
    `other_id` is who was referred.
    """

    __table_args__ = (
        one_of("way", kinds.WAYS),
        one_of("kind", kinds.ENTRY_KINDS),
        CheckConstraint("cents IS NULL OR cents >= 0"),
        CheckConstraint("touch_id IS NULL OR introduction_id IS NULL"),
        is_flag("they_called"),
        is_day("day"),
        Index("entry_person", "person_id", "way", "day"),
        Index("entry_day", "way", "day"),
        partial("entry_touch", "touch_id"),
        partial("entry_introduction", "introduction_id"),
        partial("entry_other", "other_id"),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = belongs_to("person", at_rm="delete", at_merge="move")
    way: str = word()
    kind: str = word()
    text: str = free_text(default="")
    day: date = near_day()
    cents: int | None = number(default=None)
    touch_id: int | None = belongs_to("touch", at_rm="clear", default=None)
    introduction_id: int | None = belongs_to(
        "introduction", at_rm="clear", at_merge="move", default=None
    )
    other_id: int | None = belongs_to(
        "person", at_rm="clear", at_merge="join", default=None
    )
    they_called: bool = flag()
    entered: int = change_number()


class Thank(SQLModel, table=True):
    """Somebody on the path of an outcome, and the day on which they were thanked.

    Rows that wait are derived: they follow from the outcome and the introductions.
    """

    __table_args__ = (
        is_day("thanked_on"),
        UniqueConstraint("entry_id", "person_id"),
        Index(
            "thank_waits",
            "person_id",
            "entry_id",
            sqlite_where=text("thanked_on IS NULL"),
        ),
        Index("thank_person", "person_id"),
        partial("thank_thanked", "thanked_on"),
        table(link=True),
    )
    id: int | None = key()
    uid: str = uid()
    entry_id: int = belongs_to("entry", at_rm="delete")
    person_id: int = belongs_to("person", at_rm="delete", at_merge="join")
    thanked_on: date | None = near_day(default=None)


class Guess(SQLModel, table=True):
    """What the user thought would come of a touch."""

    __table_args__ = (
        one_of("word", kinds.GUESSES),
        UniqueConstraint("touch_id"),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    touch_id: int = belongs_to("touch", at_rm="delete")
    word: str = word()


class Skip(SQLModel, table=True):
    """Not this week: somebody skipped, or a pick swapped for its alternate."""

    __table_args__ = (
        one_of("how", ("skip", "swap")),
        UniqueConstraint("person_id", "week", "how"),
        Index("skip_week", "week"),
        table(link=True),
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = belongs_to("person", at_rm="delete", at_merge="move")
    week: str = word("week")
    how: str = word()
    slot: str = word(default="")


class Pin(SQLModel, table=True):
    """Who stands in a slot for a week or a month; outside the journal.

    `day` is the first one of the period.
    """

    __table_args__ = (
        one_of("slot", kinds.PINNED_SLOTS),
        is_day("day"),
        UniqueConstraint("slot", "period", "place"),
        Index("pin_person", "person_id", "slot"),
        Index("pin_day", "slot", "day", "person_id"),
        table(journaled=False),
    )
    id: int | None = key()
    uid: str = uid()
    slot: str = word()
    period: str = word("period")
    place: int = number()
    day: date = near_day()
    person_id: int = belongs_to("person", at_rm="keep", at_merge="join", enforced=False)


class ActiveWeek(SQLModel, table=True):
    """An ISO week in which something was entered; outside the journal."""

    __tablename__ = "active_week"
    __table_args__ = (table(journaled=False),)
    id: int | None = key()
    uid: str = uid()
    week: str = word("week", unique=True)


class Change(SQLModel, table=True):
    """One writing command: when, in which words, and whether it was undone."""

    __table_args__ = (
        one_of("state", ("done", "undone", "gone")),
        Index("change_state", "state"),
        table(),
    )
    id: int | None = key()
    uid: str = uid()
    at: datetime = moment()
    command: str = free_text()
    state: str = word("done", default="done")


class ChangeRow(SQLModel, table=True):
    """Rows of one table as they were before a change and after it.

    `before` is JSON, null for rows that a change put in; `after` is null for one
    that it took out.  Rows that were put in, from `row_id` to `last_id`, stand in
    their table: `after` is '' until an undo takes them out and keeps them here.
    """

    __tablename__ = "change_row"
    __table_args__ = (
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL"),
        CheckConstraint("row_id <= last_id"),
        Index("change_row_change", "change_id"),
        table(exported=False, journaled=False),
    )
    id: int | None = key()
    uid: str = uid()
    change_id: int = belongs_to("change", at_rm="keep")
    tab: str = word()
    row_id: int = number()
    last_id: int = number()
    before: str | None = secret(default=None)
    after: str | None = secret(default=None)


class Version(SQLModel, table=True):
    """Which schemas this file has had."""

    __table_args__ = (table(exported=False, journaled=False),)
    id: int | None = key()
    uid: str = uid()
    number: int = number(unique=True)
    at: datetime = moment()


class Forgetting(SQLModel, table=True):
    """One person who was forgotten; `salt` is random, and the same in every row."""

    __table_args__ = (table(journaled=False, lasting=True),)
    id: int | None = key()
    uid: str = uid()
    salt: str = secret()


class Mark(SQLModel, table=True):
    """A name or an address of theirs, as a keyed hash: it can only be met again."""

    __table_args__ = (
        Index("mark_forgetting", "forgetting_id"),
        table(journaled=False, lasting=True),
    )
    id: int | None = key()
    uid: str = uid()
    forgetting_id: int = belongs_to("forgetting", at_rm="keep")
    hash: str = secret(unique=True)


class Scrub(SQLModel, table=True):
    """What backups, and this file, must still be cleaned of; empty but for moments.

    `what` is JSON: the uids and the words of the person; '' once only the free room
    of this file is left to be cleaned; the name of a damaged file, until the user has
    deleted it.  Outside the journal, as all of these are.
    """

    __table_args__ = (table(exported=False, journaled=False, lasting=True),)
    id: int | None = key()
    uid: str = uid()
    what: str = secret()
