"""Uids sort by time."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from netlog.db.uids import uuid7

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


def test_new_ones_sort_by_their_moment() -> None:
    """Version 7, no two alike; a clock before 1970 is as in that year."""
    made = [uuid7(NOW + timedelta(milliseconds=n)) for n in range(5)]
    assert made == sorted(made)
    assert len({*made, *(uuid7(NOW) for _ in range(20))}) == 25
    assert {UUID(one).version for one in made} == {7}
    assert uuid7(datetime(1960, 1, 1, tzinfo=UTC)).startswith("00000000-0000-7")
