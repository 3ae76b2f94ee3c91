"""Birthdays, of which the year may not be told: --05-21."""

from datetime import date

from netlog.domain.dates import spell_short

_ANY_LEAP_YEAR = 2000


def spell_birthday(text: str) -> str:
    """A birthday as people write it: 21 May, or 21 May 1980."""
    month, day = int(text[-5:-3]), int(text[-2:])
    spelt = spell_short(date(_ANY_LEAP_YEAR, month, day)).rpartition(" ")[0]
    year = text[:4] if not text.startswith("--") else ""
    return f"{spelt} {year}".strip()
