"""Owe: whether it is your turn to give."""

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "owe"
SOURCE = "Raeder et al., Social Networks 33:245 (2011): ties last by reciprocity."
_HALF = 0.5


def _gave_last(facts: Facts) -> bool:
    """Whether the last thing in the ledger came from them."""
    return bool(facts.entries) and facts.entries[-1].is_outcome


def _gave_more(facts: Facts) -> bool:
    """Whether more things came from them than went to them."""
    got = sum(entry.is_outcome for entry in facts.entries)
    return 2 * got > len(facts.entries)


def measure(facts: Facts, frame: Frame) -> float:
    """½ where they gave last, ½ where they gave more."""
    del frame
    return _HALF * _gave_last(facts) + _HALF * _gave_more(facts)


def text(facts: Facts, frame: Frame) -> str:
    """Which of the two it is."""
    del frame
    said = [
        ("they gave last", _gave_last(facts)),
        ("they gave more", _gave_more(facts)),
    ]
    return " and ".join(words for words, holds in said if holds)
