"""Client path: whether somebody who had bought made the introduction."""

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "client path"
SOURCE = (
    "Opinion, not tested; more experienced customers bring better ones:"
    " Van den Bulte et al., JMR 55:132 (2018)."
)


def measure(facts: Facts, frame: Frame) -> float:
    """1 where an introducer is a client, in focused weeks; else 0."""
    return float(frame.focused and any(way.client for way in facts.counted_ways))


def text(facts: Facts, frame: Frame) -> str:
    """Who is the client."""
    if not measure(facts, frame):
        return ""
    name = next(way.name for way in facts.counted_ways if way.client)
    return f"{name} is a client"
