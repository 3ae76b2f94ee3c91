"""How long it took until something came, when for some it may still come."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from netlog.reports.coffee import HORIZONS, time_to_outcome
from netlog.reports.result import Case, Period

TODAY = date(2025, 6, 2)
PERIOD = Period(None, TODAY)


def case(age: int, took: int | None = None) -> Case:
    """Something so many days ago, and what came of it after how many."""
    day = TODAY - timedelta(days=age)
    return Case(day, None if took is None else day + timedelta(days=took))


def shares(*cases: Case) -> list[float | None]:
    """The share by each of the horizons."""
    return [by.share for by in time_to_outcome(cases, PERIOD).by]


def test_nothing_watched() -> None:
    """No median and no share without a case."""
    found = time_to_outcome([], PERIOD)
    assert (found.came, found.open, found.median) == (0, 0, None)
    assert shares() == [None, None, None]


def test_who_was_watched_long_enough() -> None:
    """All for a year: the shares are plain ones, and so are the intervals."""
    found = time_to_outcome(
        [case(400, 30), case(400, 100), case(400), case(400)], PERIOD
    )
    assert [by.share for by in found.by] == [0.25, 0.5, 0.5]
    assert [by.n for by in found.by] == [3, 2, 2]
    assert found.by[1].interval == pytest.approx((0.1551, 0.9422), abs=1e-4)
    assert found.median == 100


def test_the_young_count_for_as_long_as_they_are_watched() -> None:
    """One of two came on day 50, when two were gone: a half, not a quarter."""
    found = time_to_outcome([case(400, 50), case(400), case(20), case(30)], PERIOD)
    assert [by.share for by in found.by] == [0.5, 0.5, 0.5]
    assert [by.n for by in found.by] == [1, 1, 1]
    assert (found.came, found.open, found.median) == (1, 3, 50)


def test_beyond_what_was_watched_nothing_is_said() -> None:
    """The oldest is 100 days old: of 180 nobody can tell, unless all have come."""
    assert shares(case(100), case(50, 10)) == [0.5, None, None]
    assert shares(case(100, 10), case(50, 10)) == [1.0, 1.0, 1.0]
    assert shares(case(180), case(50, 10)) == [0.5, 0.5, None]


@given(
    st.lists(
        st.integers(0, 500).flatmap(
            lambda age: st.builds(case, st.just(age), st.none() | st.integers(0, age))
        ),
        max_size=25,
    )
)
def test_a_share_lies_within_its_interval(held: list[Case]) -> None:
    """For random cases; later shares are no smaller; at risk is who was watched."""
    found = time_to_outcome(held, PERIOD)
    assert [by.days for by in found.by] == list(HORIZONS)
    said = [by for by in found.by if by.share is not None]
    assert said == sorted(said, key=lambda by: by.share or 0)
    for by in said:
        low, high = by.interval or (1.0, 0.0)
        assert low - 1e-9 <= (by.share or 0) <= high + 1e-9
        assert by.n <= sum((TODAY - one.day).days >= by.days for one in held)
