"""The one place where time is read."""

from datetime import UTC, date, datetime, time

from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple

_NOON = time(12, tzinfo=UTC)
_EARLIEST, _LATEST = date(1901, 1, 1), date(2198, 12, 31)


class Clock(NamedTuple):
    """The moment, in UTC, and the local day on which it falls."""

    now: datetime
    today: date


def read_clock(today: str = "") -> Clock:
    """The real time, or noon UTC of the day that replaces it (YYYY-MM-DD)."""
    if not today:
        now = datetime.now(UTC)  # noqa: TID251 (this is the place)
        if not _EARLIEST.year <= now.year <= _LATEST.year:
            raise UsageError(
                f"This machine's clock says that it is the year {now.year}.",
                "Set the clock, or say what day it is with --today.",
            )
        return Clock(now, now.astimezone().date())
    try:
        day = date.fromisoformat(today)
    except ValueError:
        day = date.min
    if not _EARLIEST <= day <= _LATEST:
        raise UsageError(
            f"{today[:40]!r} is no day that could be today.",
            "Write NETLOG_TODAY or --today like 2025-06-02.",
        )
    return Clock(datetime.combine(day, _NOON), day)
