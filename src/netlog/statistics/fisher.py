"""Whether two rates differ by more than chance."""

from collections.abc import Iterator

from netlog.statistics.rate import Rate

# A table just as probable may come out a hair more probable after many steps.
_AS_RARE = 1 + 1e-10
# A table so much rarer than the one seen, and those beyond it, add nothing.
_NOTHING = 1e-20


def fisher(first: Rate, second: Rate) -> float:
    """How often chance alone makes a difference as rare as this one: p, two-sided.

    The exact test of R. A. Fisher, Journal of the Royal Statistical Society 98:39
    (1935): of all tables with the same margins, the probability of those that are
    no more probable than the one seen.  1 where a group is empty, or nobody or
    everybody was a hit.
    """
    others = [*_beyond(first, second), *_beyond(second, first)]
    as_rare = sum(weight for weight in others if weight <= _AS_RARE)
    return (1 + as_rare) / (1 + sum(others))


def _beyond(gaining: Rate, losing: Rate) -> Iterator[float]:
    """How probable each table is, as a multiple of the one seen.

    From table to table one more of the hits is the gaining group's, until there
    is none left or what follows adds nothing.
    """
    hits, left, weight = gaining.hits, losing.hits, 1.0
    missed, spared = gaining.n - hits, losing.n - left
    while missed and left and weight > _NOTHING:
        hits, spared = hits + 1, spared + 1
        weight *= missed * left / (hits * spared)
        missed, left = missed - 1, left - 1
        yield weight
