"""What the plan asks, and that the database can answer it."""

import inspect

import pytest

from netlog.plan.source import PlanSource
from netlog.storage.planning import Planning

QUESTIONS = [name for name in vars(PlanSource) if not name.startswith("_")]


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_database_answers_every_question(name: str) -> None:
    """With the same parameters in the same order."""
    asked = inspect.signature(getattr(PlanSource, name)).parameters
    answered = inspect.signature(getattr(Planning, name)).parameters
    assert list(answered) == list(asked)
    assert [p.annotation for p in answered.values()] == [
        p.annotation for p in asked.values()
    ]


def test_the_plan_asks_something() -> None:
    """The questions are found by their names."""
    assert {"person", "waiting", "picked_often"} <= set(QUESTIONS)
