"""Warmth: who stands between you and them."""

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame

NAME = "warmth"
SOURCE = (
    "Simulated on seven real networks: without it 13 % fewer meetings are held;"
    " an introduction is worth 2 to 19 times a stranger."
)
_TRUSTED = 4
_DISTRUSTED = 3
_INTRODUCED = 0.6
_MET = 0.3


def measure(facts: Facts, frame: Frame) -> float:
    """1 by somebody trusted or (focused) a client, 0.6 introduced, 0.3 met, else 0."""
    if facts.counted_ways:
        return _introduced(facts, frame)
    return _MET if facts.person.fresh_on else 0.0


def _introduced(facts: Facts, frame: Frame) -> float:
    if facts.trust is not None and facts.trust < _DISTRUSTED:
        return 0.0
    trusted = facts.trust is not None and facts.trust >= _TRUSTED
    by_client = frame.focused and any(way.client for way in facts.counted_ways)
    return 1.0 if trusted or by_client else _INTRODUCED


def text(facts: Facts, frame: Frame) -> str:
    """By whom, or that it was chance."""
    del frame
    ways = facts.counted_ways
    if ways:
        verb = "named" if ways[-1].state == "offered" else "introduced"
        return f"{verb} by {ways[-1].name}"
    return "met by chance" if facts.person.fresh_on else "nobody in between yet"
