"""Numbers of things in a sentence."""

import pytest

from netlog.domain.numbers import counted


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (1, ("coffee",), "1 coffee"),
        (0, ("coffee",), "0 coffees"),
        (2, ("person", "people"), "2 people"),
        (12_000, ("touch", "touches"), "12,000 touches"),
    ],
)
def test_a_number_of_things(number: int, words: tuple[str, ...], said: str) -> None:
    """One alone is said as one; thousands are parted."""
    assert counted(number, *words) == said
