"""The rules by which somebody new is asked: the plan, and simpler ones beside it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from bench.planning.chance import WeekOfChance
from bench.planning.ego import ASKED, Asked, Ego, terms

from netlog.domain.settings import Settings

SHIPPED = "shipped"
RANDOM, WAITING = "random", "longest waiting"
CONTACT, NAMED = "most past contact", "most named"

Order = Callable[[Asked, float], tuple[float, ...]]
"""Who comes first: the smaller; the number is chance, which settles what is equal."""


class Rule(NamedTuple):
    """One way to choose: the plan with other weights, or an order of its own."""

    name: str
    weights: Mapping[str, float] = {}
    order: Order | None = None

    @property
    def settings(self) -> Settings:
        """The config of somebody who goes by it."""
        return Settings(weights=self.weights)

    def asked(self, ego: Ego, day: date, chance: WeekOfChance) -> tuple[int, ...]:
        """The pick of a week and its alternates, pinned."""
        if self.order is None:
            return ego.asked_new(day)
        order = self.order
        could_be = ego.open_new(day, naming=self.name == NAMED)
        could_be.sort(key=lambda one: order(one, chance.order[one.person]))
        chosen = tuple(one.person for one in could_be[:ASKED])
        ego.pin_new(day, chosen)
        return chosen


def without(term: str) -> str:
    """What the plan without one of its terms is called."""
    return f"without {term}"


OTHERS = (
    Rule(RANDOM, order=lambda _, chance: (chance,)),
    Rule(WAITING, order=lambda one, chance: (one.since.toordinal(), chance)),
    Rule(CONTACT, order=lambda one, chance: (-one.contacts, chance)),
    Rule(NAMED, order=lambda one, chance: (-one.named, chance)),
)
"""What other programs go by, in the place of the order alone: the gates stay."""


def rules() -> tuple[Rule, ...]:
    """The plan as it is shipped, without each of its terms, and the simpler rules."""
    left_out = (Rule(without(term), {f"new.{term}": 0.0}) for term in terms("new"))
    return (Rule(SHIPPED), *left_out, *OTHERS)
