"""The terms of reconnect: how much of each there is, and its words."""

import pytest
from tests.plan.builders import context, judged, person

from netlog.plan.facts import PersonFacts
from netlog.plan.terms.reconnect import NOVELTY, RECONNECT_TERMS


@pytest.mark.parametrize(
    ("touches", "expected", "said"),
    [
        (3, 1 / 1.6, "in touch 3 times"),
        (5, 0.5, "in touch 5 times"),
        (45, 0.1, "in touch 45 times"),
    ],
)
def test_novelty_halves_at_five_touches(
    touches: int, expected: float, said: str
) -> None:
    """1 / (1 + touches / 5)."""
    told = PersonFacts(person(touches=touches, contact_days=3))
    assert judged(NOVELTY, told, context()) == (expected, said)


@pytest.mark.parametrize(
    ("touches", "days", "said"),
    [
        (0, 0, "no touch on record"),
        (1, 1, "in touch once"),
        (9, 2, "in touch 9 times"),
    ],
)
def test_below_three_days_of_contact_there_is_none(
    touches: int, days: int, said: str
) -> None:
    """Whom one had a mail with is no friend from long ago."""
    told = PersonFacts(person(touches=touches, contact_days=days))
    assert judged(NOVELTY, told, context()) == (0.0, said)


def test_the_circle_counts_as_it_does_for_somebody_new() -> None:
    """By the same term, with a weight of its own."""
    assert [(term.name, weight) for term, weight in RECONNECT_TERMS] == [
        ("novelty", 4.0),
        ("bridge", 3.0),
    ]
