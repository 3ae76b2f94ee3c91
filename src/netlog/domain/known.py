"""What is known of somebody in places where one would not look."""

from typing import Any

from netlog.domain.ledger import Thank
from netlog.domain.pins import Pin, Skip
from netlog.records import NamedTuple


class Mention(NamedTuple):
    """A text of somebody else that speaks of them."""

    table: str
    number: int
    column: str
    text: str


class Doing(NamedTuple):
    """A change that was about them: its words, and what it did to rows of theirs."""

    change: int
    at: str
    command: str
    state: str
    rows: list[dict[str, Any]]


class Known(NamedTuple):
    """Names they ever had, thanks, plans, texts of others, and changes."""

    called: list[str]
    thanks: list[Thank]
    skips: list[Skip]
    pins: list[Pin]
    mentioned: list[Mention]
    changes: list[Doing]
