"""Client: whether they have bought."""

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "client"
SOURCE = "Opinion: who has bought knows what you do."


def measure(facts: Facts, frame: Frame) -> float:
    """1 for a client, else 0."""
    del frame
    return float(facts.is_client)


def text(facts: Facts, frame: Frame) -> str:
    """That they are one."""
    del frame
    return "a client" if facts.is_client else ""
