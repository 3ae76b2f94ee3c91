"""Client path: in focused weeks the friends of clients count more."""

import pytest
from tests.plan.builders import facts, frame, way

from netlog.domain.introduction import Way
from netlog.plan.terms.client_path import measure, text

BY_CLIENT = way(8, client=1, name="Alisa")


@pytest.mark.parametrize(
    ("lens", "ways", "expected", "said"),
    [
        ("focused", (BY_CLIENT,), 1.0, "Alisa is a client"),
        ("focused", (way(), BY_CLIENT), 1.0, "Alisa is a client"),
        ("focused", (way(),), 0.0, ""),
        ("focused", (), 0.0, ""),
        ("focused", (BY_CLIENT._replace(state="dropped"),), 0.0, ""),
        ("open", (BY_CLIENT,), 0.0, ""),
    ],
)
def test_a_client_who_introduces_counts_in_focused_weeks(
    lens: str, ways: tuple[Way, ...], expected: float, said: str
) -> None:
    """1 where any introducer is one, and never in open weeks."""
    told = facts(ways=ways)
    assert (measure(told, frame(lens)), text(told, frame(lens))) == (expected, said)
