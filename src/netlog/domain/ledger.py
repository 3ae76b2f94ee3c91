"""The ledger: what went from the user to people, and what came back.

Money is typed as a decimal and kept as cents, never as a float.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from netlog.domain.names import clean
from netlog.domain.person import Detail
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

_AMOUNT = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?")


LARGE_KINDS = frozenset({"client", "referral", "opener", "interview", "invitation"})
"""Outcomes for which everyone is thanked by way of whom they came."""


class Entry(NamedTuple):
    """One thing given or got; `cents` is its money, None where there is none.

    `touch_id` or `introduction_id` is what it came of, where that was said;
    `other_id` is who was referred.
    """

    id: int
    uid: str
    person_id: int
    way: str
    kind: str
    text: str
    day: date
    cents: int | None
    touch_id: int | None
    introduction_id: int | None
    other_id: int | None
    they_called: bool
    entered: int

    @property
    def is_outcome(self) -> bool:
        """Whether it came to me: what a trace starts from."""
        return self.way == "got"

    @property
    def origin(self) -> tuple[str, int] | None:
        """What it was said to come of: ("touch", 12), ("introduction", 3) or None."""
        if self.touch_id:
            return "touch", self.touch_id
        return ("introduction", self.introduction_id) if self.introduction_id else None

    @property
    def is_purchase(self) -> bool:
        """Whether the person bought by it: as a client, or by paying for something.

        Money of a referral is the one's who was sent.
        """
        paid = bool(self.cents) and self.kind != "referral"
        return self.is_outcome and (self.kind == "client" or paid)

    @property
    def said(self) -> str:
        """What it was, in words: interview "column"."""
        return f"{self.kind} “{self.text}”" if self.text else self.kind


class EntryOf(NamedTuple):
    """An entry with the name of its person."""

    entry: Entry
    handle: str
    name: str


class Thank(NamedTuple):
    """Somebody on the path of an outcome; `thanked_on` is None while they wait."""

    id: int
    uid: str
    entry_id: int
    person_id: int
    thanked_on: date | None


class ToThank(NamedTuple):
    """Somebody who has not been thanked, and the outcome they are on the path of."""

    person_id: int
    outcome: EntryOf


def bought_on(entries: Iterable[Entry]) -> date | None:
    """The day on which somebody first bought, None where none is known."""
    return min((entry.day for entry in entries if entry.is_purchase), default=None)


def had_bought(
    day: date, entries: Sequence[Entry], details: Iterable[Detail] = ()
) -> bool:
    """Whether somebody had bought by a day.

    The mark client counts only for people without a purchase that has a day.
    """
    first = bought_on(entries)
    if first:
        return first <= day
    return any(d.field == "kind" and d.value == "client" for d in details)


def parse_money(text: str) -> int:
    """An amount as cents: 5000 or 49.90; UsageError for anything else."""
    found = _AMOUNT.fullmatch(clean(text))
    if not found:
        raise UsageError(
            f"{clean(text)[:40]} is no amount.",
            "Write it like 5000 or 49.90: no comma, no currency, not below nothing.",
        )
    whole, part = found.groups()
    return int(whole) * 100 + int((part or "").ljust(2, "0"))


def decimal(cents: int) -> str:
    """Cents as a decimal for programs: 5000.00."""
    return f"{cents // 100}.{cents % 100:02}"


def spell_money(cents: int, currency: str = "") -> str:
    """Cents for people: 5,000 EUR, 49.90 EUR."""
    part = f".{cents % 100:02}" if cents % 100 else ""
    return f"{cents // 100:,}{part} {currency}".rstrip()
