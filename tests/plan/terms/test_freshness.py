"""Freshness: an introduction is worth most in its first week."""

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import facts, frame

from netlog.plan.terms.freshness import ago, measure, text


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (None, 0.0),
        (0, 1.0),
        (7, 1.0),
        (8, 1 - 0.8 / 83),
        (62, 1 - 0.8 * 55 / 83),
        (90, 0.2),
        (91, 0.2),
        (4000, 0.2),
    ],
)
def test_it_falls_in_a_line_from_a_week_to_ninety_days(
    days: int | None, expected: float
) -> None:
    """1 up to 7 days, 0.2 from 90 on, 0 without a date."""
    assert measure(facts(days), frame()) == pytest.approx(expected, abs=1e-12)


@given(st.integers(0, 500), st.integers(0, 500))
def test_what_is_longer_ago_is_never_fresher(one: int, other: int) -> None:
    """It only falls."""
    early, late = sorted((one, other))
    assert measure(facts(late), frame()) <= measure(facts(early), frame())


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, ""),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (62, "62 days ago"),
    ],
)
def test_it_says_how_long_ago(days: int | None, said: str) -> None:
    """In days, and nothing where there is no date."""
    assert text(facts(days), frame()) == said
    assert days is None or ago(days) == said
