"""Novelty: who was met little knows what you do not."""

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "novelty"
SOURCE = (
    "Levin, Walter, Murnighan, Organization Science 22:923 (2011) and 26 (2015):"
    " the best to reconnect with had little past time together."
)
_SCALE = 5


def measure(facts: Facts, frame: Frame) -> float:
    """1 / (1 + touches / 5)."""
    del frame
    return 1 / (1 + facts.person.touches / _SCALE)


def text(facts: Facts, frame: Frame) -> str:
    """How often you were in touch."""
    del frame
    number = facts.person.touches
    if not number:
        return "no touch on record"
    return "in touch once" if number == 1 else f"in touch {number} times"
