"""Somebody who is about to be taken in."""

from datetime import date

from netlog.domain.details import Keyed
from netlog.records import NamedTuple


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
    details: Keyed = {}  # noqa: RUF012 (never written)
