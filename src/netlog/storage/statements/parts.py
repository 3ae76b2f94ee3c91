"""What statements are made of: named parameters, literals, common conditions."""

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, literal_column, or_
from sqlmodel import col

from netlog.storage.column_types import Day, Whole, Words
from netlog.storage.tables import Entry, Person

ME_ID: ColumnElement[int] = literal_column("1")
YES: ColumnElement[int] = literal_column("1")
NO: ColumnElement[int] = literal_column("0")


def words(name: str) -> BindParameter[Any]:
    """A parameter that is text."""
    return bindparam(name, type_=Words)


def whole(name: str) -> BindParameter[Any]:
    """A parameter that is a whole number."""
    return bindparam(name, type_=Whole)


def day(name: str) -> BindParameter[Any]:
    """A parameter that is a calendar day."""
    return bindparam(name, type_=Day)


def constant(text: str) -> ColumnElement[Any]:
    """A word of ours, as a literal."""
    return literal_column(f"'{text}'")


def first(number: int) -> ColumnElement[Any]:
    """How many rows at most, for LIMIT."""
    return literal_column(str(number))


def awake() -> ColumnElement[bool]:
    """Neither resting nor snoozed on the day `today`."""
    return (col(Person.resting) == NO) & or_(
        col(Person.snoozed_until).is_(None), col(Person.snoozed_until) <= day("today")
    )


def is_new() -> ColumnElement[bool]:
    """No sit-down yet, and not known before netlog."""
    return (col(Person.known) == NO) & col(Person.first_sitdown).is_(None)


def open_to_new() -> ColumnElement[bool]:
    """New, and no gate of the person's own in the way."""
    return (
        is_new()
        & awake()
        & (col(Person.no_sell) == NO)
        & (col(Person.dropped) == NO)
        & (col(Person.attempts) < literal_column("2"))
    )


def is_purchase() -> ColumnElement[bool]:
    """An entry by which its person bought; as `domain.ledger` says it."""
    paid = (col(Entry.cents) > NO) & (col(Entry.kind) != constant("referral"))
    bought = or_(col(Entry.kind) == constant("client"), paid)
    return (col(Entry.way) == constant("got")) & bought
