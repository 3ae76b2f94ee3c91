"""The plan itself: when something is due."""

from typing import Any

import pytest
from tests.plan.builders import context, person

from netlog.plan.result import Counts, Line, NewSlot, Numbers, Plan
from netlog.plan.score import ScoredTerm

LINE = Line(person(), "why", "netlog …")
NOTHING = Plan(
    context(), (), (), NewSlot(), (), (), (), (), Numbers(0, 50, 0, 0, 0, 0), {},
    Counts(0, 0, 0, 0), (),
)  # fmt: skip


@pytest.mark.parametrize(
    ("slots", "due"),
    [
        ({}, False),
        ({"promises": (LINE,)}, True),
        ({"follow_up": (LINE,)}, True),
        ({"keep": (LINE,)}, True),
        ({"reconnect": (LINE,)}, True),
        ({"stuck": (LINE,)}, True),
        ({"thank": (LINE,)}, True),
        ({"new": NewSlot((LINE,))}, True),
        ({"new": NewSlot(done=True)}, False),
        ({"new": NewSlot(ask=LINE)}, False),
        ({"notes": ("said once",)}, False),
    ],
)
def test_something_is_due_when_a_slot_has_a_line(
    slots: dict[str, Any], *, due: bool
) -> None:
    """A pick not yet met counts; whom to ask and what is said once do not."""
    assert NOTHING._replace(**slots).is_due is due


def test_the_score_of_a_line_is_the_sum_of_its_points() -> None:
    """As they are shown."""
    terms = (ScoredTerm("a", 0.1, 1, 0.1, "", ""), ScoredTerm("b", 0.2, 1, 0.2, "", ""))
    assert LINE._replace(terms=terms).score == 0.3
    assert LINE.score == 0
