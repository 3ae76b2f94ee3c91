"""Novelty: with whom little time was spent knows what the user does not."""

import pytest
from tests.plan.builders import frame, person

from netlog.plan.facts import Facts
from netlog.plan.terms.novelty import measure, text


@pytest.mark.parametrize(
    ("touches", "expected", "said"),
    [
        (0, 1.0, "no touch on record"),
        (1, 1 / 1.2, "in touch once"),
        (5, 0.5, "in touch 5 times"),
        (45, 0.1, "in touch 45 times"),
    ],
)
def test_it_halves_at_five_touches(touches: int, expected: float, said: str) -> None:
    """1 / (1 + touches / 5)."""
    told = Facts(person(touches=touches))
    assert (measure(told, frame()), text(told, frame())) == (expected, said)
