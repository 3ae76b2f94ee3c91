"""Chance that is the same on every machine."""

from hashlib import blake2b
from itertools import pairwise

from hypothesis import given, strategies as st

from netlog.domain.stable_random import SCALE, draw, draw_start, luck


def test_a_draw_is_what_it_always_was() -> None:
    """These numbers are in people's files: they must not change."""
    assert draw("dorie") == 3678825407
    assert luck("dorie-clark", "2025-W23") == 0.2582501161377877
    assert (draw_start(0), draw_start(1), draw_start(1274)) == (
        0,
        2654435769,
        1611908387,
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_draw_is_the_first_four_bytes_of_blake2b(text: str) -> None:
    """Anybody can make the same number again."""
    expected = int(blake2b(text.encode(), digest_size=4).hexdigest(), 16)
    assert draw(text) == expected < SCALE


@given(st.integers(0, 10**6))
def test_a_draw_begins_within_the_scale(number: int) -> None:
    """Wherever a week begins, somebody can be there."""
    assert 0 <= draw_start(number) < SCALE


def test_weeks_that_follow_begin_far_apart() -> None:
    """Twenty weeks in a row: no two begin within a fiftieth of each other."""
    starts = sorted(draw_start(number) for number in range(1274, 1294))
    gaps = [b - a for a, b in pairwise(starts)]
    assert min(gaps) > SCALE / 50
