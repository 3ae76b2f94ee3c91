"""Bridge: how little of the network is where they are."""

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "bridge"
SOURCE = (
    "Neal, Network Science (2024): what counts for novelty is bridging;"
    " simulated: without it 9 % less diversity."
)
_UNKNOWN = 0.5
_FAR = 0.7


def measure(facts: Facts, frame: Frame) -> float:
    """1 less their cluster's share against the largest one's; unknown 0.5."""
    del frame
    return _UNKNOWN if facts.share is None else 1 - min(facts.share, 1.0)


def text(facts: Facts, frame: Frame) -> str:
    """Whether they open a circle or belong to one that is full."""
    circle = facts.person.org or facts.person.cluster
    if facts.share is None:
        return "their circle is not known"
    if measure(facts, frame) >= _FAR:
        return f"you know few at {circle}"
    return f"you know others at {circle}"
