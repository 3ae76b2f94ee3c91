"""Uids sort by time; those that follow from others are always the same."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from netlog.storage.uids import uid_below, uuid7

NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


def test_new_ones_sort_by_their_moment() -> None:
    """Version 7, no two alike; a clock before 1970 is as in that year."""
    made = [uuid7(NOW + timedelta(milliseconds=n)) for n in range(5)]
    assert made == sorted(made)
    assert len({*made, *(uuid7(NOW) for _ in range(20))}) == 25
    assert {UUID(one).version for one in made} == {7}
    assert uuid7(datetime(1960, 1, 1, tzinfo=UTC)).startswith("00000000-0000-7")


def test_one_that_follows_from_another_is_always_the_same() -> None:
    """Version 8, of the same moment, another one for each number and each uid."""
    one, other = uuid7(NOW), uuid7(NOW)
    made = {uid_below(uid, number) for uid in (one, other) for number in range(20)}
    again = {uid_below(uid, number) for uid in (one, other) for number in range(20)}
    assert (len(made), made) == (40, again)
    assert {(UUID(uid).version, UUID(uid).variant) for uid in made} == {
        (8, UUID(one).variant)
    }
    assert {uid[:14] for uid in made} == {one[:14]}
