"""The tables, written once: what a row holds, and what the database refuses."""

from netlog.storage.tables.contact import (
    Introduction,
    Place,
    Presence,
    Promise,
    Touch,
)
from netlog.storage.tables.forgetting import Forgetting, Mark, Scrub
from netlog.storage.tables.journal import Change, ChangeRow, Version
from netlog.storage.tables.ledger import Entry, Guess, Thank
from netlog.storage.tables.people import Detail, Person, Retired
from netlog.storage.tables.plan import Pin, Skip

__all__ = [
    "Change",
    "ChangeRow",
    "Detail",
    "Entry",
    "Forgetting",
    "Guess",
    "Introduction",
    "Mark",
    "Person",
    "Pin",
    "Place",
    "Presence",
    "Promise",
    "Retired",
    "Scrub",
    "Skip",
    "Thank",
    "Touch",
    "Version",
]
