"""Points: a measure from 0 to 1, times a weight; a score is their sum."""

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Protocol, cast

from netlog.plan.facts import Facts
from netlog.plan.frame import Frame
from netlog.records import NamedTuple


class Measure(Protocol):
    """What the file of a term holds."""

    NAME: str
    SOURCE: str

    def measure(self, facts: Facts, frame: Frame) -> float:
        """How much of it there is."""

    def text(self, facts: Facts, frame: Frame) -> str:
        """The same in words, '' where there is nothing to say."""


Weighted = Sequence[tuple[ModuleType, float]]


class Term(NamedTuple):
    """One reason, in numbers and in words."""

    name: str
    measure: float
    weight: float
    points: float
    text: str
    source: str


def terms_for(
    slot: str, weighted: Weighted, facts: Facts, frame: Frame
) -> tuple[Term, ...]:
    """Every term of a slot for one person."""
    return tuple(
        _term(slot, cast("Measure", module), usual, facts, frame)
        for module, usual in weighted
    )


def _term(slot: str, module: Measure, usual: float, facts: Facts, frame: Frame) -> Term:
    weight = frame.weight(slot, module.NAME, usual)
    measure = module.measure(facts, frame)
    return Term(
        module.NAME,
        round(measure, 3),
        weight,
        round(measure * weight, 3) + 0.0,  # never minus nothing
        module.text(facts, frame),
        module.SOURCE,
    )


def total(terms: Iterable[Term]) -> float:
    """The score: the sum of the points as they are shown."""
    return round(sum(term.points for term in terms), 3)
