"""The terms of reconnect, each with its usual weight."""

from netlog.plan.context import PlanContext
from netlog.plan.facts import PersonFacts
from netlog.plan.score import Term
from netlog.plan.terms.new import BRIDGE

_SCALE = 5
_ENOUGH = 3


def _novelty(facts: PersonFacts, _: PlanContext) -> float:
    """1 / (1 + touches / 5) for three days of contact or more, else 0."""
    if facts.person.contact_days < _ENOUGH:
        return 0.0
    return 1 / (1 + facts.person.touches / _SCALE)


def _novelty_text(facts: PersonFacts, _: PlanContext) -> str:
    """How often you were in touch."""
    number = facts.person.touches
    if not number:
        return "no touch on record"
    return "in touch once" if number == 1 else f"in touch {number} times"


NOVELTY = Term(
    "novelty",
    "Levin, Walter, Murnighan, Organization Science 22:923 (2011) and 26 (2015):"
    " the best to reconnect with had little past time together; with three days of"
    " contact first, 28.5 % came back in six weeks, at random 18.2 %.",
    _novelty,
    _novelty_text,
)
"""Who was met little knows what you do not."""

RECONNECT_TERMS = (
    (NOVELTY, 4.0),
    (BRIDGE, 3.0),
)
"""What somebody silent is scored by: each term and its usual weight."""
