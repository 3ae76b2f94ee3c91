"""How good guesses were."""

import pytest
from hypothesis import given, strategies as st

from netlog.reports.statistics import brier

PAIRS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=50)


def test_a_score_by_hand() -> None:
    """0.2 that came, 0.5 that did not, 0.9 that came: (0.64 + 0.25 + 0.01) / 3."""
    pairs = iter([(0.2, True), (0.5, False), (0.9, True)])
    assert brier(pairs) == pytest.approx(0.3)


def test_without_a_guess_there_is_no_score() -> None:
    """Not a perfect one either."""
    assert brier([]) is None


@pytest.mark.parametrize(("guess", "score"), [(0, 0.7), (0.5, 0.25), (1, 0.3)])
def test_who_always_guesses_the_same(guess: float, score: float) -> None:
    """Seven of ten came: always no scores 0.7, always half 0.25, always yes 0.3."""
    came = [True] * 7 + [False] * 3
    assert brier((guess, one) for one in came) == pytest.approx(score)


@given(PAIRS)
def test_a_score_lies_between_perfect_and_always_wrong(
    pairs: list[tuple[float, bool]],
) -> None:
    """0 for whoever knew, 1 for whoever was sure of the opposite."""
    perfect = brier((float(came), came) for _, came in pairs)
    wrong = brier((1 - float(came), came) for _, came in pairs)
    assert (perfect, wrong) == (0, 1)
    assert 0 <= (brier(pairs) or 0) <= 1 + 1e-12


@given(st.lists(st.booleans(), min_size=1, max_size=50), st.floats(0, 1))
def test_no_constant_guess_beats_the_rate(came: list[bool], guess: float) -> None:
    """An honest guess is the best one: the score is proper."""
    rate = sum(came) / len(came)
    honest, other = (brier((said, one) for one in came) for said in (rate, guess))
    assert (honest or 0) <= (other or 0) + 1e-12
