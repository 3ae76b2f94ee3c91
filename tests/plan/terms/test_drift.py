"""Drift: silence that is long for these two."""

import pytest
from tests.plan.builders import ago, frame, person

from netlog.plan.facts import Facts
from netlog.plan.terms.drift import measure, text


def silent(days: int, *gaps: int) -> Facts:
    """Somebody silent for so long, after contacts with these gaps between them."""
    ages = [days]
    for gap in gaps:
        ages.append(ages[-1] + gap)
    return Facts(person(last_contact=ago(days)), days=tuple(map(ago, reversed(ages))))


TEN = (10, 10, 10, 10, 10)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, 0.0), (10, 0.0), (20, 0.0), (45, 0.25), (70, 0.5), (120, 1.0), (900, 1.0)],
)
def test_it_rises_in_a_line_from_twice_to_twelve_times_their_gap(
    days: int, expected: float
) -> None:
    """0 at twice their own median gap, 1 at twelve times."""
    assert measure(silent(days, *TEN), frame()) == pytest.approx(expected)


def test_it_takes_five_gaps_to_know_a_gap() -> None:
    """Four are not enough; nobody ever seen has none."""
    assert measure(silent(900, *TEN[:4]), frame()) == 0.0
    assert measure(silent(900, *TEN), frame()) == 1.0
    assert measure(Facts(person()), frame()) == 0.0


def test_the_gap_is_the_median() -> None:
    """One long summer does not change what is usual; of six, the two in the middle."""
    assert measure(silent(70, 1, 10, 10, 10, 300), frame()) == pytest.approx(0.5)
    even = silent(105, 1, 1, 10, 20, 300, 300)
    assert measure(even, frame()) == pytest.approx(0.5)
    assert text(even, frame()) == "usually every 15 days"


def test_it_says_what_is_usual_where_the_silence_is_longer() -> None:
    """And nothing where it is not."""
    assert text(silent(70, *TEN), frame()) == "usually every 10 days"
    assert text(silent(20, *TEN), frame()) == ""
    assert text(silent(900, *TEN[:4]), frame()) == ""
