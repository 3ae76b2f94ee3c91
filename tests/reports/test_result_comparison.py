"""What a report says of two rates."""

import pytest

from netlog.reports.result import Comparison
from netlog.reports.statistics import Rate


def compared(claimed: Rate, other: Rate) -> Comparison:
    """A claim about two groups."""
    return Comparison("Coffee helps", ("coffee", "tea"), claimed, other)


@pytest.mark.parametrize(
    ("claimed", "other", "answer", "points"),
    [
        (Rate(9, 10), Rate(1, 10), "Coffee helps? Supported.", "towards"),
        (Rate(1, 10), Rate(9, 10), "Coffee helps? Contradicted.", "against"),
        (Rate(0, 0), Rate(0, 0), "Coffee helps? Too few: at least 12 more.", "neither"),
    ],
)
def test_a_claim_and_its_answer(
    claimed: Rate, other: Rate, answer: str, points: str
) -> None:
    """A question, the verdict, and which way it points."""
    one = compared(claimed, other)
    assert (one.answer(), one.points) == (answer, points)


def test_an_empty_group_has_no_share_to_say() -> None:
    """Only the counts and the verdict."""
    said = compared(Rate(0, 0), Rate(2, 31)).said()
    assert said == "0 of 0 against 2 of 31: too few: at least 6 more"


def test_for_programs() -> None:
    """Both rates, the verdict, and the same in words."""
    one = compared(Rate(9, 10), Rate(1, 10))
    assert one.data() == {
        "claim": "Coffee helps",
        "groups": ["coffee", "tea"],
        "claimed": Rate(9, 10),
        "other": Rate(1, 10),
        "p": one.verdict.p,
        "verdict": "supported",
        "more": 0,
        "points": "towards",
        "said": one.said(),
    }
