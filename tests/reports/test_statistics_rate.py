"""How many of how many, and how surely."""

import pytest
from hypothesis import example, given, strategies as st
from scipy.stats import binomtest

from netlog.domain.numbers import whole_percent
from netlog.reports.statistics import Rate, with_interval

RATES = st.integers(1, 20_000).flatmap(
    lambda n: st.builds(Rate, st.integers(0, n), st.just(n))
)


@given(RATES)
def test_the_interval_is_that_of_scipy(rate: Rate) -> None:
    """Wilson's score interval, 95 %, without continuity correction."""
    test = binomtest(rate.hits, rate.n)
    low, high = test.proportion_ci(confidence_level=0.95, method="wilson")
    assert rate.interval == pytest.approx((low, high), rel=1e-9, abs=1e-12)


@given(RATES)
def test_the_share_lies_within_its_interval(rate: Rate) -> None:
    """And the interval between nothing and all."""
    low, high = rate.interval or (1.0, 0.0)
    assert 0 <= low <= (rate.share or 0.0) <= high <= 1


@given(RATES)
def test_what_was_no_hit_has_the_interval_upside_down(rate: Rate) -> None:
    """It does not matter which of the two is called a hit."""
    low, high = rate.interval or (0.0, 0.0)
    missed = Rate(rate.n - rate.hits, rate.n)
    assert missed.interval == pytest.approx((1 - high, 1 - low), abs=1e-15)


@given(st.integers(1, 10_000))
def test_nobody_and_everybody_reach_the_ends_exactly(n: int) -> None:
    """None of n begins at 0, all of n ends at 1, to the last digit."""
    none, everybody = Rate(0, n).interval, Rate(n, n).interval
    assert none is not None
    assert everybody is not None
    assert (none[0], everybody[1]) == (0, 1)


def test_without_a_case_there_is_no_share() -> None:
    """Nothing is divided by nothing."""
    assert (Rate(0, 0).share, Rate(0, 0).interval) == (None, None)


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (Rate(3, 8), "3 of 8: 38 % [14\N{EN DASH}69]"),
        (Rate(2, 31), "2 of 31: 6 % [2\N{EN DASH}21]"),
        (Rate(0, 5), "0 of 5: 0 % [0\N{EN DASH}43]"),
        (Rate(6, 6), "6 of 6: 100 % [61\N{EN DASH}100]"),
        (Rate(0, 0), "0 of 0: nothing to go by"),
    ],
)
def test_a_rate_is_said_with_its_interval(rate: Rate, said: str) -> None:
    """The count, the share, and from where to where; all in whole percent."""
    assert rate.said() == said


@pytest.mark.parametrize(
    ("share", "percent"), [(0, 0), (0.125, 13), (0.025, 3), (0.575, 58), (1, 100)]
)
def test_a_share_in_whole_percent(share: float, percent: int) -> None:
    """Not 12 for 12.5, as Python rounds to even."""
    assert whole_percent(share) == percent
    assert with_interval(share, (0.005, 0.995)) == f"{percent} % [1\N{EN DASH}100]"


@given(RATES)
@example(Rate(1, 8))
@example(Rate(23, 40))  # 57.5, in floats a hair less
def test_half_a_percent_is_rounded_up(rate: Rate) -> None:
    """12.5 is 13 and 57.5 is 58, as people do it by hand."""
    whole = (200 * rate.hits + rate.n) // (2 * rate.n)
    assert rate.percent.startswith(f"{whole} % [")
