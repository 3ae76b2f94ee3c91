"""Named by: two who name the same person see what one may not."""

import pytest
from tests.plan.builders import facts, frame, way

from netlog.domain.introduction import Way
from netlog.plan.terms.named_by import measure, text


@pytest.mark.parametrize(
    ("ways", "expected", "said"),
    [
        ((), 0.0, ""),
        ((way(7),), 1 / 3, ""),
        ((way(7), way(8)), 0.5, "named by 2 people"),
        ((way(7), way(7, state="offered")), 1 / 3, ""),
        ((way(7), way(8, state="offered"), way(9)), 0.6, "named by 3 people"),
        ((way(7), way(8, state="dropped")), 1 / 3, ""),
    ],
)
def test_different_people_count(
    ways: tuple[Way, ...], expected: float, said: str
) -> None:
    """Of n of them n / (n + 2); an offer counts, a dropped one does not."""
    told = facts(ways=ways)
    assert (measure(told, frame()), text(told, frame())) == (expected, said)
