"""Named by: how many different people introduced or named them."""

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "named by"
SOURCE = "Opinion: two who name the same person see what one may not."
_HALF = 2


def _count(facts: Facts) -> int:
    return len({way.introducer_id for way in facts.counted_ways})


def measure(facts: Facts, frame: Frame) -> float:
    """For n different people n / (n + 2)."""
    del frame
    return _count(facts) / (_count(facts) + _HALF)


def text(facts: Facts, frame: Frame) -> str:
    """How many, from two on."""
    del frame
    number = _count(facts)
    return f"named by {number} people" if number > 1 else ""
