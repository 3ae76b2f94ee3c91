"""How long until something happens, with what may still come."""

from fractions import Fraction
from random import Random
from warnings import catch_warnings

import pytest
from hypothesis import example, given, strategies as st
from scipy.stats import CensoredData, ecdf

from netlog.reports.statistics import (
    Rate,
    SurvivalCase,
    SurvivalStep,
    at_risk,
    interval_by,
    median_time,
    share_by,
    survival,
)

CASES = st.lists(
    st.builds(SurvivalCase, st.integers(0, 40), st.booleans()), max_size=60
)
SOME = CASES.filter(bool)

# Days to a result of eight coffees; three are still open.
EIGHT = [
    *(SurvivalCase(days, happened=True) for days in (30, 30, 90, 120, 200)),
    *(SurvivalCase(days, happened=False) for days in (30, 100, 250)),
]


def by_scipy(cases: list[SurvivalCase]) -> tuple[list[int], list[float]]:
    """The days and shares that scipy finds."""
    data = CensoredData(
        uncensored=[case.days for case in cases if case.happened],
        right=[case.days for case in cases if not case.happened],
    )
    found = ecdf(data).sf
    return found.quantiles.tolist(), found.probabilities.tolist()


def same_as_scipy(cases: list[SurvivalCase]) -> bool:
    """Whether both find the same steps."""
    steps, (days, shares) = survival(cases), by_scipy(cases)
    return [step.days for step in steps] == days and (
        [step.share for step in steps] == pytest.approx(shares, rel=1e-12, abs=1e-12)
    )


def test_its_interval_is_that_of_scipy() -> None:
    """Greenwood's on the log-log scale, at each step of those made by hand."""
    assert interval_is_scipys(EIGHT)


@given(SOME)
def test_its_interval_is_that_of_scipy_whatever_the_cases(
    cases: list[SurvivalCase],
) -> None:
    """Wherever scipy has one; it has none at 0 and 1."""
    assert interval_is_scipys(cases)


def interval_is_scipys(cases: list[SurvivalCase]) -> bool:
    """Whether both find the same intervals, and the share lies within them."""
    data = CensoredData(
        uncensored=[case.days for case in cases if case.happened],
        right=[case.days for case in cases if not case.happened],
    )
    with catch_warnings(action="ignore"):
        bounds = ecdf(data).sf.confidence_interval(method="log-log")
    ends = (bounds.low.probabilities.tolist(), bounds.high.probabilities.tolist())
    steps = survival(cases)
    for step, low, high in zip(steps, *ends, strict=True):
        found = interval_by(steps, step.days)
        assert found
        assert found[0] - 1e-9 <= 1 - step.share <= found[1] + 1e-9
        if low == low:  # noqa: PLR0124 (not where scipy has none)
            assert found == pytest.approx((1 - high, 1 - low), rel=1e-9, abs=1e-9)
        else:
            assert step.share in {0, 1}
    return True


def test_where_nothing_or_everything_has_happened() -> None:
    """Wilson's of those at risk then, and of those with whom the last went."""
    steps = survival(EIGHT)
    assert interval_by(steps, 29) == Rate(0, 8).interval
    every = survival(
        [SurvivalCase(7, happened=True), *[SurvivalCase(9, happened=True)] * 3]
    )
    assert interval_by(every, 8) == pytest.approx((0.0395, 0.8720), abs=1e-3)
    assert interval_by(every, 9) == interval_by(every, 400) == Rate(3, 3).interval
    assert interval_by((), 9) is None


def test_how_many_are_at_risk() -> None:
    """On a day of its own, between two, and after the last."""
    steps = survival(EIGHT)
    found = [at_risk(steps, day) for day in (0, 30, 31, 90, 200, 250, 251)]
    assert found == [8, 8, 5, 5, 2, 1, 0]


@given(CASES, st.integers(0, 45))
def test_at_risk_is_who_was_watched_so_long(
    cases: list[SurvivalCase], day: int
) -> None:
    """Counted plainly."""
    assert at_risk(survival(cases), day) == sum(case.days >= day for case in cases)


def test_steps_by_hand() -> None:
    """Of those who are left, so many fewer each day: 6/8, 4/5, 2/3, 1/2.

    On day 30 two happen and one is left open: it still counts on that day.
    """
    steps = (step._replace(share=round(step.share, 12)) for step in survival(EIGHT))
    assert tuple(steps) == (
        SurvivalStep(30, 8, 2, 0.75),
        SurvivalStep(90, 5, 1, 0.6),
        SurvivalStep(100, 4, 0, 0.6),
        SurvivalStep(120, 3, 1, 0.4),
        SurvivalStep(200, 2, 1, 0.2),
        SurvivalStep(250, 1, 0, 0.2),
    )


@pytest.mark.parametrize(
    "cases",
    [
        EIGHT,
        [SurvivalCase(7, happened=True)],
        [SurvivalCase(7, happened=False)],
        [SurvivalCase(day, happened=True) for day in (1, 2, 2, 3)],
        [SurvivalCase(day, happened=False) for day in (1, 2, 2, 3)],
        [
            SurvivalCase(5, happened=True),
            SurvivalCase(5, happened=False),
            SurvivalCase(5, happened=True),
        ],
    ],
)
def test_it_is_that_of_scipy(cases: list[SurvivalCase]) -> None:
    """On cases made by hand: one alone, all, none, and ties."""
    assert same_as_scipy(cases)


@given(SOME)
def test_it_is_that_of_scipy_whatever_the_cases(cases: list[SurvivalCase]) -> None:
    """Few days and many cases: most of them tied."""
    assert same_as_scipy(cases)


def test_it_is_that_of_scipy_for_many_cases() -> None:
    """Two thousand cases over three years."""
    chance = Random(3)  # noqa: S311 (the same every time)
    cases = [
        SurvivalCase(int(chance.expovariate(1 / 200)), happened=chance.random() < 0.4)
        for _ in range(2_000)
    ]
    assert same_as_scipy(cases)


@given(SOME)
def test_shares_only_fall(cases: list[SurvivalCase]) -> None:
    """From at most 1 down to at least 0, on days that follow each other."""
    steps = survival(cases)
    shares = [1.0, *(step.share for step in steps), 0.0]
    assert shares == sorted(shares, reverse=True)
    assert [step.days for step in steps] == sorted({case.days for case in cases})


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.integers(0, 40))
def test_with_nothing_open_it_is_a_plain_share(days: list[int], day: int) -> None:
    """By a day it has happened for as many as it has."""
    steps = survival([SurvivalCase(one, happened=True) for one in days])
    plain = sum(one <= day for one in days) / len(days)
    assert share_by(steps, day) == pytest.approx(plain, abs=1e-12)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60))
@example(list(range(24)))  # after twelve steps the share is a hair above one half
def test_the_median_is_reached_when_exactly_half_have_it(days: list[int]) -> None:
    """However the shares were rounded on the way."""
    steps = survival([SurvivalCase(one, happened=True) for one in days])
    assert median_time(steps) == sorted(days)[(len(days) - 1) // 2]


@given(SOME)
def test_the_median_is_the_first_day_at_one_half(cases: list[SurvivalCase]) -> None:
    """The same in fractions, with nothing rounded; None where it stays above."""
    share, first = Fraction(1), None
    for step in survival(cases):
        share *= Fraction(step.at_risk - step.happened, step.at_risk)
        if first is None and share <= Fraction(1, 2):
            first = step.days
    assert median_time(survival(cases)) == first


def test_what_has_come_by_a_day() -> None:
    """Nothing before the first, each step from its day on, the last for good."""
    steps = survival(EIGHT)
    found = [share_by(steps, day) for day in (0, 29, 30, 89, 100, 120, 200, 9_999)]
    assert found == pytest.approx([0, 0, 0.25, 0.25, 0.4, 0.6, 0.8, 0.8])
    assert median_time(steps) == 120


def test_too_few_have_happened_for_a_median() -> None:
    """One of three: nobody knows when it will be half of them."""
    steps = survival(
        [SurvivalCase(9, happened=True), *[SurvivalCase(40, happened=False)] * 2]
    )
    assert median_time(steps) is None


def test_without_a_case_there_are_no_steps() -> None:
    """No median, and nothing has come."""
    assert (survival([]), median_time(()), share_by((), 9)) == ((), None, 0)
