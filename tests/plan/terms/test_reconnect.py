"""The terms of reconnect: how much of each there is, and its words."""

import pytest
from tests.plan.builders import context, judged, person

from netlog.plan.facts import PersonFacts
from netlog.plan.terms.reconnect import NOVELTY


@pytest.mark.parametrize(
    ("touches", "expected", "said"),
    [
        (0, 1.0, "no touch on record"),
        (1, 1 / 1.2, "in touch once"),
        (5, 0.5, "in touch 5 times"),
        (45, 0.1, "in touch 45 times"),
    ],
)
def test_novelty_halves_at_five_touches(
    touches: int, expected: float, said: str
) -> None:
    """1 / (1 + touches / 5)."""
    told = PersonFacts(person(touches=touches))
    assert judged(NOVELTY, told, context()) == (expected, said)
