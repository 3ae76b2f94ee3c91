"""Money: typed as a decimal, kept as cents, never a float."""

import re

from netlog.domain.names import clean
from netlog.errors import UsageError

_SHAPE = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?")


def parse_money(text: str) -> int:
    """An amount as cents: 5000 or 49.90; UsageError for anything else."""
    found = _SHAPE.fullmatch(clean(text))
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
