"""The day on which somebody new was taken in."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from netlog.domain.evidence import Arrival

AT = datetime(2025, 6, 2, 3, 0, tzinfo=UTC)
"""Eleven in the evening of the day before, in Boston."""


@pytest.fixture(autouse=True)
def _boston(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("typed", "at", "day"),
    [
        ("add Zoe", AT, date(2025, 6, 1)),
        ("import zoe.csv", AT, date(2025, 6, 1)),
        (None, None, date(2025, 6, 1)),
    ],
)
def test_the_day_is_the_local_one(
    typed: str | None, at: datetime | None, day: date
) -> None:
    """As the user lived it, not that of Greenwich."""
    assert Arrival(2, None, day, None, at, typed).came_in == day


def test_a_file_spreads_cadences_and_not_the_days_of_coming() -> None:
    """Whoever is to be met in three weeks came today all the same."""
    one = Arrival(2, None, date(2025, 6, 23), None, AT, "import zoe.csv")
    assert (one.imported, one.came_in) == (True, date(2025, 6, 1))
