"""Promises: something owed to a person, with a day."""

from datetime import date

from netlog.records import NamedTuple


class Promise(NamedTuple):
    """What is owed; `closed` is the change in which it was kept or dropped."""

    id: int
    uid: str
    person_id: int
    text: str
    due: date
    state: str
    closed_on: date | None
    closed: int | None
    entered: int


class PromiseClosed(NamedTuple):
    """How one promise ended."""

    state: str
    due: date
    closed_on: date
