"""UUIDs of version 7: names of rows that sort by when they were made."""

import os
from datetime import UTC, datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_VARIANT = "89ab"


def uuid7(moment: datetime) -> str:
    """A new UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, 74 of chance.

    Milliseconds begin in 1970; a moment before that counts as the first of them.
    """
    chance = os.urandom(10).hex()
    variant = _VARIANT[int(chance[3], 16) & 3]
    return f"{_prefix(moment)}-7{chance[:3]}-{variant}{chance[4:7]}-{chance[7:19]}"


@lru_cache(1)
def _prefix(moment: datetime) -> str:
    text = f"{max(0, (moment - _EPOCH) // _MILLISECOND):012x}"
    return f"{text[:8]}-{text[8:]}"
