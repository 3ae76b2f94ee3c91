"""People, and what there can be several of for each."""

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
    partial,
    to,
    uid,
    whole,
    words,
)


class Person(SQLModel, table=True):
    """Somebody the user knows or was told of; the first row is the user.

    From `cadence` on the columns are derived: they follow from the other
    tables and stand here so that the plan need not add up a history.
    """

    __table_args__ = (
        CheckConstraint("handle <> '' AND name <> ''"),
        is_flag("known", "no_sell", "resting", "dropped"),
        is_day("snoozed_until", "connected_on", "woken_on", "starts_on"),
        is_day("last_contact", "waits_from", "first_sitdown"),
        is_day("last_sitdown", "fresh_on"),
        Index("person_name", "folded", "handle"),
        partial("person_fresh", "known", "first_sitdown", "fresh_on"),
        Index("person_draw", "known", "first_sitdown", "draw"),
        Index(
            "person_first",
            "first_sitdown",
            "known",
            sqlite_where=text("first_sitdown IS NOT NULL"),
        ),
        partial("person_last", "last_sitdown"),
        partial("person_recent", "last_contact"),
        Index(
            "person_keep",
            "cadence",
            "waits_from",
            "known",
            "first_sitdown",
            "last_contact",
        ),
        Index("person_dormant", "draw", "waits_from"),
        partial("person_cluster", "cluster", "last_contact"),
        Index("person_no_sell", "no_sell", sqlite_where=text("no_sell = 1")),
        Index("person_dropped", "dropped", sqlite_where=text("dropped = 1")),
        Index("person_resting", "resting", sqlite_where=text("resting = 1")),
        partial("person_snoozed", "snoozed_until"),
        Index("person_stuck", "attempts", sqlite_where=text("attempts > 1")),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    handle: str = words(unique=True)
    name: str = words()
    folded: str = words()
    org: str = words(default="")
    role: str = words(default="")
    city: str = words(default="")
    note: str = words(default="")
    birthday: str = words(default="")
    every: str = words(default="")
    known: bool = flag()
    no_sell: bool = flag()
    resting: bool = flag()
    snoozed_until: date | None = day(default=None)
    woken_on: date | None = day(default=None)
    connected_on: date | None = day(default=None)
    starts_on: date = day()
    entered: int = whole()
    cadence: str = words(default="")
    cluster: str = words(default="")
    draw: int = whole()
    last_contact: date | None = day(default=None)
    waits_from: date = day()
    first_sitdown: date | None = day(default=None)
    last_sitdown: date | None = day(default=None)
    fresh_on: date | None = day(default=None)
    attempts: int = whole(default=0)
    touches: int = whole(default=0)
    dropped: bool = flag()


class Detail(SQLModel, table=True):
    """One of several: a kind, a tag, an address, what somebody likes or needs."""

    __table_args__ = (
        CheckConstraint("value <> ''"),
        one_of("field", kinds.DETAIL_FIELDS),
        UniqueConstraint("field", "folded", "person_id"),
        Index("detail_person", "person_id"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = to("person")
    field: str = words()
    value: str = words()
    folded: str = words()


class Retired(SQLModel, table=True):
    """A handle whose person was removed: nobody else gets it."""

    __table_args__ = (STRICT,)
    id: int | None = key()
    uid: str = uid()
    handle: str = words(unique=True)
