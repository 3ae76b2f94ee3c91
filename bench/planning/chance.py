"""Chance that is the same for every rule: one row of numbers per (ego, week)."""

from random import Random
from typing import NamedTuple

TRIES = 3


class WeekOfChance(NamedTuple):
    """What chance has in store for one week, whoever is asked.

    `introduces`, `turn` and `order` have a number for each person of the network, from
    0 to 1; `answers` one for each try of the week.
    """

    answers: tuple[float, ...]
    meets: float
    met_on: int
    introduces: list[float]
    turn: list[float]
    order: list[float]


def weeks_of_chance(ego: str, people: int, weeks: int) -> list[WeekOfChance]:
    """The weeks of an ego; each depends on the ego and its number alone."""
    return [_week(f"{ego}, week {number}", people) for number in range(weeks)]


def random_of(text: str) -> Random:
    """Chance that depends on a text alone, the same on every machine."""
    return Random(text)  # noqa: S311 (no secret)


def _week(text: str, people: int) -> WeekOfChance:
    random = random_of(text)
    draw = random.random
    return WeekOfChance(
        answers=tuple(draw() for _ in range(TRIES)),
        meets=draw(),
        met_on=int(draw() * 7),
        introduces=[draw() for _ in range(people)],
        turn=[draw() for _ in range(people)],
        order=[draw() for _ in range(people)],
    )
