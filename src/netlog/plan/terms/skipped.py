"""Skipped: how often they were put off lately."""

from datetime import timedelta

from netlog.domain.weeks import week_of
from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "skipped"
SOURCE = "Opinion: who is skipped again and again wants a longer cadence."
_LATELY = timedelta(weeks=8)


def since(frame: Frame) -> str:
    """The first week that counts."""
    return week_of(frame.week.monday - _LATELY).code


def _count(facts: Facts, frame: Frame) -> int:
    first = since(frame)
    return sum(skip.how == "skip" and skip.week >= first for skip in facts.skips)


def measure(facts: Facts, frame: Frame) -> float:
    """Skips in the last 8 weeks."""
    return float(_count(facts, frame))


def text(facts: Facts, frame: Frame) -> str:
    """How often."""
    number = _count(facts, frame)
    return f"skipped {number} times lately" if number > 1 else ""
