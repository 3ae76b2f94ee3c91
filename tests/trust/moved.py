"""netlog by a clock that stands elsewhere: python -m tests.trust.moved MOMENT ….

MOMENT is in UTC, like 2011-12-30T09:30:00Z.  The zone is that of the environment, TZ:
what is a day is as the C library has it.
"""

import sys
from datetime import UTC, datetime, tzinfo
from typing import Self

from netlog import clock
from netlog.__main__ import main


def elsewhere(moment: datetime) -> type[datetime]:
    """A datetime that always is now at a moment."""

    class Elsewhere(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            found = moment.astimezone(tz or UTC)
            return cls.combine(found.date(), found.timetz())

    return Elsewhere


if __name__ == "__main__":
    vars(clock)["datetime"] = elsewhere(datetime.fromisoformat(sys.argv.pop(1)))
    main()
