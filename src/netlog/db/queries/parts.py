"""What questions are made of: the kinds of answers, and common conditions."""

from datetime import date
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import col, func, or_
from sqlmodel.sql.expression import Select

from netlog.db.schema import (
    Detail,
    Entry,
    Introduction,
    Person,
    Place,
    Presence,
    Thank,
    Touch,
)
from netlog.domain.ledger import LARGE_KINDS
from netlog.domain.person import IN_VAIN, ME_ID

T_co = TypeVar("T_co", covariant=True)
K_co = TypeVar("K_co", covariant=True)


class _Statement(Protocol):
    """What SQLModel's select gives, and what is built of it."""

    @property
    def selected_columns(self) -> Any:
        """What is asked for, column by column."""


class Rows(_Statement, Protocol[T_co]):
    """A question that gives every row as one record, in a list."""


class First(_Statement, Protocol[T_co]):
    """A question that gives its first row as one record; None without a row."""


class Only(_Statement, Protocol[T_co]):
    """A question that gives the one row that there must be, as a record."""


class Column(_Statement, Protocol[T_co]):
    """A question of one column that gives its values in a list."""


class Scalar(_Statement, Protocol[T_co]):
    """A question of one column that gives its first value; None without a row."""


class Lookup(_Statement, Protocol[K_co, T_co]):
    """A question of two columns that gives the second by the first."""


class Count(_Statement, Protocol):
    """A question that gives a whole number; 0 for none."""


def select_wide(*columns: Any) -> Select[Any]:
    """SQLModel's select for more columns than the four that it has types for."""
    return Select(*columns)


def is_to_thank() -> Any:
    """Somebody on the path of an outcome who is to be thanked for it.

    For the small things (a tip, advice) that is only who gave them.
    """
    is_large = col(Entry.kind).in_(sorted(LARGE_KINDS))
    return or_(is_large, col(Thank.person_id) == Entry.person_id)


def is_contact(presence: Any = Presence) -> Any:
    """A touch with somebody that was more than a try without an answer."""
    return presence.answered != "no"


def awake(today: date) -> ColumnElement[bool]:
    """Neither resting nor snoozed on a day."""
    return (col(Person.resting) == False) & or_(
        col(Person.snoozed_until).is_(None), col(Person.snoozed_until) <= today
    )


def is_new() -> ColumnElement[bool]:
    """No sit-down yet, and not known before netlog."""
    return (col(Person.known) == False) & col(Person.first_sitdown).is_(None)


def open_to_new(today: date) -> ColumnElement[bool]:
    """New, and no gate of the person's own in the way."""
    return (
        is_new()
        & awake(today)
        & (col(Person.no_sell) == False)
        & (col(Person.dropped) == False)
        & (col(Person.open_tries) < IN_VAIN)
        & (col(Person.entity) == "person")
    )


def is_purchase() -> ColumnElement[bool]:
    """An entry by which its person bought; as `domain.ledger` says it."""
    paid = (col(Entry.cents) > 0) & (col(Entry.kind) != "referral")
    bought = or_(col(Entry.kind) == "client", paid)
    return (col(Entry.way) == "got") & bought


def to_me(introduction: Any = Introduction) -> Any:
    """An introduction of somebody to me that was not dropped."""
    return (introduction.a_id == ME_ID) & (introduction.state != "dropped")


def link(person: Any) -> Select[Any]:
    """The introduction of a person to me, as a walk goes along it."""
    return select_wide(
        person.label("person_id"),
        col(Introduction.id).label("introduction"),
        Introduction.introducer_id,
        Introduction.day,
        Introduction.state,
    )


def with_place() -> Select[Any]:
    """A touch with somebody: the name of its place, "" where there is none."""
    return select_wide(
        Touch,
        func.coalesce(col(Place.name), "").label("place"),
        Presence.answered,
        Presence.answered_on,
    )


def introduction_named() -> Select[Any]:
    """An introduction with handle and name of its three."""
    introducer, a, b = aliased(Person), aliased(Person), aliased(Person)
    return (
        select_wide(
            Introduction,
            col(introducer.handle).label("introducer_handle"),
            col(introducer.name).label("introducer_name"),
            col(a.handle).label("a_handle"),
            col(a.name).label("a_name"),
            col(b.handle).label("b_handle"),
            col(b.name).label("b_name"),
        )
        .join(introducer, col(introducer.id) == col(Introduction.introducer_id))
        .join(a, col(a.id) == col(Introduction.a_id))
        .join(b, col(b.id) == col(Introduction.b_id))
        .order_by(col(Introduction.day), col(Introduction.id))
    )


def marked_as_client() -> Any:
    """The detail by which a person is marked as a client, if there is one."""
    return (
        (col(Detail.person_id) == col(Person.id))
        & (col(Detail.field) == "kind")
        & (col(Detail.folded) == "client")
    )
