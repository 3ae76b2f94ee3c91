"""Client: whether they have bought."""

from netlog.domain.ledger import had_bought
from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "client"
SOURCE = "Opinion: who has bought knows what you do."


def measure(facts: Facts, frame: Frame) -> float:
    """1 for who has bought by the day of the plan, else 0."""
    return float(had_bought(frame.today, facts.entries, facts.details))


def text(facts: Facts, frame: Frame) -> str:
    """That they are one."""
    return "a client" if measure(facts, frame) else ""
