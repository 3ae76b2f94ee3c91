"""What happened between people: touches, introductions, promises."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from netlog.domain import kinds
from netlog.storage.tables.fields import (
    STRICT,
    day,
    flag,
    is_day,
    is_flag,
    key,
    one_of,
    to,
    uid,
    whole,
    words,
)


class Place(SQLModel, table=True):
    """Where people are met."""

    __table_args__ = (CheckConstraint("name <> ''"), STRICT)
    id: int | None = key()
    uid: str = uid()
    name: str = words()
    folded: str = words(unique=True)


class Touch(SQLModel, table=True):
    """One contact, or one attempt that got no answer."""

    __table_args__ = (
        CheckConstraint("kind <> ''"),
        is_flag("answered", "in_person", "sit_down"),
        is_day("day"),
        Index("touch_day", "day"),
        Index("touch_place", "place_id"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    kind: str = words()
    day: date = day()
    place_id: int | None = to("place", default=None)
    note: str = words(default="")
    answered: bool = flag()
    in_person: bool = flag()
    sit_down: bool = flag()
    entered: int = whole()


class Presence(SQLModel, table=True):
    """Who a touch was with."""

    __table_args__ = (
        UniqueConstraint("person_id", "touch_id"),
        Index("presence_touch", "touch_id"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    touch_id: int = to("touch")
    person_id: int = to("person")


class Introduction(SQLModel, table=True):
    """Introducer → A ↔ B; the pair stands in the order of its keys.

    `said` is the state as the user said it; `state` follows from it, and is met
    once the two were seen together.
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
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    introducer_id: int = to("person")
    a_id: int = to("person")
    b_id: int = to("person")
    day: date = day()
    said: str = words(default="made")
    state: str = words(default="made")
    inbound: bool = flag()
    entered: int = whole()


class Promise(SQLModel, table=True):
    """Something owed to a person; kept or dropped, never forgotten."""

    __table_args__ = (
        CheckConstraint("text <> ''"),
        CheckConstraint("(state = 'open') = (closed_on IS NULL)"),
        one_of("state", kinds.PROMISE_STATES),
        is_day("due", "closed_on"),
        Index("promise_person", "person_id"),
        Index("promise_open", "due", sqlite_where=text("state = 'open'")),
        Index("promise_closed", "closed_on"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = to("person")
    text: str = words()
    due: date = day()
    state: str = words(default="open")
    closed_on: date | None = day(default=None)
    closed: int | None = whole(default=None)
    entered: int = whole()
