"""Points: a measure from 0 to 1, times a weight; a score is their sum."""

from collections.abc import Callable, Iterable, Sequence

from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.facts import PersonFacts


class Term(NamedTuple):
    """One thing that speaks for somebody, or against them.

    `source` is the evidence for its weight, or says that it is an opinion. `measure`
    says how much of it there is, `text` the same in words, '' where there is nothing
    to say.
    """

    name: str
    source: str
    measure: Callable[[PersonFacts, PlanContext], float]
    text: Callable[[PersonFacts, PlanContext], str]


Weighted = Sequence[tuple[Term, float]]
"""The terms of a slot, each with its usual weight."""


class ScoredTerm(NamedTuple):
    """What a term says of one person, in numbers and in words."""

    name: str
    measure: float
    weight: float
    points: float
    text: str
    source: str


def scored_terms(
    slot: str, weighted: Weighted, facts: PersonFacts, context: PlanContext
) -> tuple[ScoredTerm, ...]:
    """Every term of a slot for one person."""
    return tuple(
        _scored(term, context.weight(slot, term.name, usual), facts, context)
        for term, usual in weighted
    )


def _scored(
    term: Term, weight: float, facts: PersonFacts, context: PlanContext
) -> ScoredTerm:
    measure = term.measure(facts, context)
    return ScoredTerm(
        term.name,
        round(measure, 3),
        weight,
        round(measure * weight, 3) + 0.0,  # never minus nothing
        term.text(facts, context),
        term.source,
    )


def total(terms: Iterable[ScoredTerm]) -> float:
    """The score: the sum of the points as they are shown."""
    return round(sum(term.points for term in terms), 3)
