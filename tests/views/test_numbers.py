"""Numbers in a sentence."""

import pytest

from netlog.views.numbers import percent


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(1, 8, "13 %"), (5, 200, "3 %"), (0, 0, "0 %")]
)
def test_a_part_of_a_whole(part: int, whole: int, said: str) -> None:
    """A half is rounded up, as everywhere."""
    assert percent(part, whole) == said
