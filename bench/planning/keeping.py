"""Two years of keeping in touch: who is called, who answers, which ties are lost."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from bench.planning.chance import random_of
from bench.planning.ego import Asked, Diary, Ego
from bench.planning.world import FIRST_MONDAY

from netlog.domain.settings import Settings

TIES, WEEKS, UNCALLED = 80, 104, 5
SHIPPED, BEFORE = "shipped", "without pausing"
OVERDUE, CONTACT, RANDOM = "most of their cadence", "most past contact", "random"
_CADENCE_WEEKS, _UNCALLED_WEEKS = 13, 4
_GAPS = (1.0, 13.0)
_REMEMBERED = 8
"""So many contacts before it begins: enough for a usual gap."""
_STEADY = 0.8
_FALLS_TO, _FALLEN_AT = 0.1, 16
_SAFE, _LOSS, _MOST_LOSS = 8, 0.0125, 0.1
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


class Answering(NamedTuple):
    """How people behave, and how many there are whom the user never calls."""

    name: str
    falling: bool
    uncalled: int


STEADY = Answering("answers steady", falling=False, uncalled=0)
FALLING = Answering("answers falling", falling=True, uncalled=0)
STEADY_UNCALLED = Answering(
    "answers steady, five never called", falling=False, uncalled=UNCALLED
)
FALLING_UNCALLED = Answering(
    "answers falling, five never called", falling=True, uncalled=UNCALLED
)
ANSWERINGS = (STEADY, FALLING, STEADY_UNCALLED, FALLING_UNCALLED)


class Tie(NamedTuple):
    """Somebody to stay in touch with.

    `gap` is how many weeks there usually are between two contacts, `value` what the tie
    is worth to the user, which no rule knows; `days` are those of the contacts before
    it begins. The user never calls who is not `called`, and they do not write.
    """

    gap: float
    every: str
    value: float
    days: tuple[date, ...]
    called: bool


class KeepWeek(NamedTuple):
    """What chance has in store for one week, tie by tie."""

    answers: list[float]
    losses: list[float]
    order: list[float]


class Kept(NamedTuple):
    """What is left after two years, of those whom the user calls.

    `value` is the share of all value, `ties` that of the ties; `calls` is how many
    calls were made, `names` how many different people were ever named.
    """

    value: float
    ties: float
    calls: int
    names: int


KeepRule = Callable[[Ego, date, KeepWeek], Sequence[int]]


def _by(order: Callable[[Asked, float], tuple[float, ...]]) -> KeepRule:
    """The first of those whose cadence has ended, as many as the slot holds."""

    def asked(ego: Ego, day: date, week: KeepWeek) -> Sequence[int]:
        waiting = ego.open_keep(day)
        waiting.sort(key=lambda one: order(one, week.order[one.person]))
        return [one.person for one in waiting[: ego.settings.keep]]

    return asked


KEEP_RULES: dict[str, KeepRule] = {
    SHIPPED: lambda ego, day, _: ego.asked_keep(day),
    BEFORE: lambda ego, day, _: ego.asked_keep(day, pausing=False),
    OVERDUE: _by(lambda one, chance: (-one.share, chance)),
    CONTACT: _by(lambda one, chance: (-one.contacts, chance)),
    RANDOM: _by(lambda _, chance: (chance,)),
}


def ties(life: int, uncalled: int) -> tuple[Tie, ...]:
    """The ties of one life; which of them are never called is drawn."""
    random = random_of(f"keep, life {life}")
    never = set(random.sample(range(TIES), UNCALLED)[:uncalled])
    return tuple(_tie(random, called=number not in never) for number in range(TIES))


def _tie(random: Random, *, called: bool) -> Tie:
    low, high = _GAPS
    gap = low * (high / low) ** random.random()
    silence = random.random() * min(_CADENCE_WEEKS, _SAFE * gap)
    gaps = (gap * (0.5 + random.random()) for _ in range(_REMEMBERED))
    weeks = accumulate((silence, *gaps))
    days = [FIRST_MONDAY - round(1 + 7 * past) * _DAY for past in weeks]
    every = f"{_CADENCE_WEEKS if called else _UNCALLED_WEEKS}w"
    value = random.lognormvariate(0, 1)
    return Tie(gap, every, value, tuple(reversed(days)), called)


def keep_weeks(life: int, weeks: int = WEEKS) -> list[KeepWeek]:
    """What chance has in store for one life, whatever the rule."""
    made = []
    for number in range(weeks):
        draw = random_of(f"keep, life {life}, week {number}").random
        made.append(KeepWeek(*([draw() for _ in range(TIES)] for _ in range(3))))
    return made


def prepared_ties(life: Sequence[Tie]) -> Ego:
    """A user who has been in touch with everybody before."""
    ego = Ego()
    with ego.writing(FIRST_MONDAY) as diary:
        for every in sorted({tie.every for tie in life}):
            same = [number for number, tie in enumerate(life) if tie.every == every]
            diary.contacts(same, every)
        diary.history({n: tie.days for n, tie in enumerate(life)}, "call")
    return ego


class _Ties:
    """Who is still there, and since when each has been silent."""

    def __init__(self, life: Sequence[Tie], answering: Answering) -> None:
        self.life = life
        self.answering = answering
        self.alive = set(range(len(life)))
        self.last = [tie.days[-1] for tie in life]
        self.calls = 0
        self.names: set[int] = set()

    def silence(self, number: int, day: date) -> float:
        """How many usual gaps somebody has been silent for."""
        return (day - self.last[number]).days / 7 / self.life[number].gap

    def call(self, number: int, day: date, chance: float, diary: Diary) -> None:
        """The user calls, and somebody answers or does not."""
        self.calls += 1
        gaps = self.silence(number, day)
        if number in self.alive and chance < _answer(gaps, self.answering):
            self.talk(number, day, diary)
        else:
            diary.tried(number, day)

    def talk(self, number: int, day: date, diary: Diary) -> None:
        """There is contact."""
        diary.talked(number, day)
        self.last[number] = max(self.last[number], day)

    def lose(self, day: date, chances: Sequence[float], diary: Diary) -> None:
        """Some ties end; the user sees it, and plans those people no more."""
        lost = [
            number
            for number in sorted(self.alive)
            if chances[number] < _loss(self.silence(number, day))
        ]
        self.alive.difference_update(lost)
        for number in lost:
            if self.life[number].called:
                diary.rest(number)


def _answer(gaps: float, answering: Answering) -> float:
    """How likely a call is answered after a silence of so many usual gaps."""
    if not answering.falling:
        return _STEADY
    share = min(max((gaps - 1) / (_FALLEN_AT - 1), 0.0), 1.0)
    return _STEADY - (_STEADY - _FALLS_TO) * share


def _loss(gaps: float) -> float:
    """How likely a tie is lost in a week of a silence of so many usual gaps."""
    return min(max(gaps - _SAFE, 0.0) * _LOSS, _MOST_LOSS)


def kept(
    life: Sequence[Tie],
    ego: Ego,
    rule: KeepRule,
    answering: Answering,
    weeks: Sequence[KeepWeek],
) -> Kept:
    """Two years of who was prepared; nothing is left in `ego` of it."""
    own, there = ego.copy(Settings()), _Ties(life, answering)
    for number, week in enumerate(weeks):
        monday = FIRST_MONDAY + number * _WEEK
        named = rule(own, monday, week)
        there.names.update(named)
        with own.writing(monday) as diary:
            for person in named:
                if life[person].called:
                    there.call(person, monday, week.answers[person], diary)
            there.lose(monday + 6 * _DAY, week.losses, diary)
    own.close()
    return _left(there)


def _left(there: _Ties) -> Kept:
    ours = {number for number, tie in enumerate(there.life) if tie.called}
    value = sum(there.life[number].value for number in sorted(ours))
    alive = sorted(there.alive & ours)
    return Kept(
        sum(there.life[number].value for number in alive) / value,
        len(alive) / len(ours),
        there.calls,
        len(there.names),
    )
