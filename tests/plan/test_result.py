"""The plan itself: when something is due."""

from typing import Any

import pytest
from tests.plan.builders import context, person

from netlog.plan.result import Counts, Line, NewSlot, Numbers, Plan
from netlog.plan.score import ScoredTerm

LINE = Line(person(), "why", "netlog …")
NOTHING = Plan(
    context=context(), head="", new=NewSlot(), booked=(), promises=(), follow_up=(),
    keep=(), reconnect=(), no_answer=(), days=(), ask_back=(), thank=(), phone=(),
    more={}, numbers=Numbers(0, 50, 0, 0, 0, 0), hidden={},
    counts=Counts(0, 0, 0, 0), to_pin=(),
)  # fmt: skip
SLOTS = ("booked", "promises", "follow_up", "keep", "reconnect", "no_answer",
         "ask_back", "thank", "phone")  # fmt: skip


@pytest.mark.parametrize("slot", SLOTS)
def test_something_is_due_when_a_slot_has_a_line(slot: str) -> None:
    """Any of them."""
    assert not NOTHING.is_due
    line: dict[str, Any] = {slot: (LINE,)}
    assert NOTHING._replace(**line).is_due


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"new": NewSlot((LINE,))}, True),
        ({"new": NewSlot((LINE,), done=True)}, True),
        ({"new": NewSlot(ask=LINE)}, True),
        ({"new": NewSlot(state="done", done=True)}, False),
        ({"new": NewSlot(state="booked")}, False),
        ({"days": (LINE,)}, False),
        ({"notes": ("said once",)}, False),
        ({"head": "away"}, False),
    ],
)
def test_days_numbers_and_what_is_said_once_are_not_due(
    fields: dict[str, Any], *, due: bool
) -> None:
    """A pick neither booked nor met is, and whom to ask for one."""
    assert NOTHING._replace(**fields).is_due is due


def test_the_score_of_a_line_is_the_sum_of_its_points() -> None:
    """As they are shown."""
    terms = (ScoredTerm("a", 0.1, 1, 0.1, "", ""), ScoredTerm("b", 0.2, 1, 0.2, "", ""))
    assert LINE._replace(terms=terms).score == 0.3
    assert LINE.score == 0
