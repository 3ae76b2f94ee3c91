"""Luck: a small number that nobody chose."""

from netlog.domain import draws
from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "luck"
SOURCE = (
    "Simulated: it changes four or five picks a year and costs nothing"
    " that can be measured."
)


def measure(facts: Facts, frame: Frame) -> float:
    """From 0 to 1 by handle and ISO week, the same on every machine."""
    return draws.luck(facts.person.handle, frame.week.code)


def text(facts: Facts, frame: Frame) -> str:
    """Nothing: luck has no reason."""
    del facts, frame
    return ""
