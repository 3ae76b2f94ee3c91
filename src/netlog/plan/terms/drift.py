"""Drift: silence that is long for the two of you."""

from itertools import pairwise

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "drift"
SOURCE = (
    "Bhattacharya et al., EPJ Data Science 6:1 (2017): longer silence asks for a"
    " longer meeting; Raeder et al., Social Networks 33:245 (2011)."
)
KNOWN = 5
"""How many gaps make a usual one."""
_USUAL = 2
_LOST = 12


def _gap(facts: Facts) -> float | None:
    gaps = [(later - earlier).days for earlier, later in pairwise(facts.days)]
    return _median(sorted(gaps)) if len(gaps) >= KNOWN else None


def _median(gaps: list[int]) -> float:
    """As statistics.median, which takes 8 ms to import."""
    middle = len(gaps) // 2
    return gaps[middle] if len(gaps) % 2 else (gaps[middle - 1] + gaps[middle]) / 2


def measure(facts: Facts, frame: Frame) -> float:
    """0 at twice their own median gap, in a line to 1 at twelve times."""
    gap, last = _gap(facts), facts.person.last_contact
    if gap is None or last is None:
        return 0.0
    times = (frame.today - last).days / gap
    return min(max((times - _USUAL) / (_LOST - _USUAL), 0.0), 1.0)


def text(facts: Facts, frame: Frame) -> str:
    """Their usual gap, where the silence is longer."""
    gap = _gap(facts)
    if gap is None or not measure(facts, frame):
        return ""
    return f"usually every {gap:g} days"
