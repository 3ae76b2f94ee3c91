"""UUIDs of version 7: names of rows that sort by when they were made."""

import os
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def uuid7(moment: datetime) -> str:
    """A new UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, 74 of chance."""
    milliseconds = (moment - _EPOCH) // _MILLISECOND
    chance = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | chance
    value = value & ~(0xF << 76) | 0x7 << 76
    text = f"{value & ~(0x3 << 62) | 0x2 << 62:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
