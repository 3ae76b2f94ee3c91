"""Whether two rates differ by more than chance."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings, strategies as st
from scipy.stats import fisher_exact

from netlog.reports.statistics import Rate, fisher


def rates(most: int, least: int = 0) -> st.SearchStrategy[Rate]:
    """Every rate of up to so many cases."""
    return st.integers(least, most).flatmap(
        lambda n: st.builds(Rate, st.integers(0, n), st.just(n))
    )


def by_definition(first: Rate, second: Rate) -> float:
    """The same in whole numbers: every table counted, nothing rounded."""
    hits = first.hits + second.hits
    ways = [
        comb(first.n, mine) * comb(second.n, hits - mine)
        for mine in range(max(0, hits - second.n), min(hits, first.n) + 1)
    ]
    seen = comb(first.n, first.hits) * comb(second.n, second.hits)
    return float(Fraction(sum(one for one in ways if one <= seen), sum(ways)))


def by_scipy(first: Rate, second: Rate) -> float:
    """What scipy says of the same table."""
    table = [[rate.hits, rate.n - rate.hits] for rate in (first, second)]
    return float(fisher_exact(table).pvalue)


@given(rates(300), rates(300))
def test_it_is_the_definition(first: Rate, second: Rate) -> None:
    """All tables with the same margins that are no more probable, added up."""
    assert fisher(first, second) == pytest.approx(by_definition(first, second), 1e-9)


@given(rates(300), rates(300))
def test_it_is_that_of_scipy(first: Rate, second: Rate) -> None:
    """To nine digits, whatever the table."""
    expected = pytest.approx(by_scipy(first, second), rel=1e-9)
    assert fisher(first, second) == expected


@settings(max_examples=30)
@given(rates(10_000, 5_000), rates(10_000, 5_000), st.floats(0.9, 1.1))
def test_it_is_that_of_scipy_for_many_cases(
    first: Rate, second: Rate, near: float
) -> None:
    """Thousands of cases at nearly the same rate, where p is neither 0 nor 1."""
    hits = min(second.n, round(first.hits / first.n * second.n * near))
    other = Rate(hits, second.n)
    expected = pytest.approx(by_scipy(first, other), rel=1e-9, abs=1e-250)
    assert fisher(first, other) == expected


@given(rates(60), rates(60))
def test_the_order_of_the_groups_does_not_matter(first: Rate, second: Rate) -> None:
    """Nor whether hits or misses are counted."""
    missed = [Rate(rate.n - rate.hits, rate.n) for rate in (first, second)]
    p = fisher(first, second)
    assert fisher(second, first) == pytest.approx(p, 1e-12)
    assert fisher(*missed) == pytest.approx(p, 1e-12)


@given(
    st.integers(1, 2_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
)
def test_a_table_just_as_probable_counts(counts: tuple[int, int]) -> None:
    """With groups of one size the mirrored table is exactly as probable."""
    mine, n = counts
    first, second = Rate(mine, n), Rate(n // 2, n)
    assert fisher(first, second) == pytest.approx(by_definition(first, second), 1e-9)


@pytest.mark.parametrize(
    ("first", "second", "p"),
    [
        (Rate(3, 8), Rate(2, 31), 0.049),
        (Rate(3, 9), Rate(2, 31), 0.065),
        (Rate(3, 4), Rate(1, 4), 0.486),  # Fisher's lady, tasting tea
        (Rate(0, 5), Rate(2, 31), 1),
        (Rate(0, 0), Rate(2, 31), 1),
        (Rate(0, 0), Rate(0, 0), 1),
        (Rate(0, 9), Rate(0, 31), 1),
        (Rate(9, 9), Rate(31, 31), 1),
        (Rate(0, 10_000), Rate(10_000, 10_000), 0),
    ],
)
def test_some_tables_by_hand(first: Rate, second: Rate, p: float) -> None:
    """Those of the reports, and those where nothing can differ."""
    assert round(fisher(first, second), 3) == p
