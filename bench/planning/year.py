"""A year of one user under one rule, Monday by Monday."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import sqrt
from typing import NamedTuple

from bench.planning.chance import WeekOfChance
from bench.planning.ego import Diary, Ego, Ranked
from bench.planning.networks import Network
from bench.planning.rules import SHIPPED, Rule
from bench.planning.world import (
    ELSEWHERE_SHARE,
    FIRST_MONDAY,
    HERE,
    Beginning,
    Heard,
    chance_meeting,
    introductions,
    willingness,
)

_WEEK = timedelta(weeks=1)
_TRIED_ON = (timedelta(0), timedelta(2), timedelta(4))
"""The pick on Monday, the alternates on Wednesday and Friday."""


class Setting(NamedTuple):
    """How people behave, and how many may be asked in one week.

    `elsewhere` is how often somebody of another city says yes, against how often they
    would at home; cities are told where it is not as often.
    """

    name: str
    fading: bool = True
    tries: int = 1
    elsewhere: float = 1.0

    @property
    def tells_cities(self) -> bool:
        """Whether netlog is told where people live."""
        return self.elsewhere < 1

    def willing(self, person: int, heard: Heard, day: date, begun: Beginning) -> float:
        """How likely somebody says yes."""
        if not self.fading:
            return 1.0
        journey = 1.0 if begun.here[person] else self.elsewhere
        return willingness(heard, day, begun) * journey


ACCEPT = Setting("everybody accepts", fading=False)
ONE_TRY = Setting("willingness fades, one try a week")
ALTERNATES = Setting("willingness fades, the alternates too", tries=3)
CITIES = Setting(
    "half elsewhere, who say yes a quarter as often", elsewhere=ELSEWHERE_SHARE
)
SETTINGS = (ACCEPT, ONE_TRY, ALTERNATES, CITIES)


class Year(NamedTuple):
    """What came of a year.

    `reach` is the share of the network within one introduction of somebody met,
    `diversity` the inverse Simpson index of their organisations; `introduced`, `met`
    and `strangers` say of the coffees held how those people were known; `tries` is how
    many were asked, `repeats` how many of these had been asked before.

    `spread` and `luck` are of the plan as it is shipped alone, where willingness fades:
    by term the standard deviation of the points among those ranked, the mean of the
    weeks; and in how many weeks the pick would have been another one without luck.
    """

    reach: float
    held: int
    diversity: float
    introduced: int
    met: int
    strangers: int
    tries: int
    repeats: int
    spread: dict[str, float]
    luck: int


class _Life:
    """What has happened so far."""

    def __init__(self, begun: Beginning) -> None:
        self.begun = begun
        self.heard = {person: Heard(FIRST_MONDAY) for person in begun.strangers}
        self.friends = set(begun.contacts)
        self.held: dict[int, str] = {}
        self.tried: Counter[int] = Counter()
        self.points: list[dict[str, float]] = []
        self.luck = 0

    def knows(self, person: int) -> bool:
        """Whether nobody need introduce them any more."""
        return person in self.friends or person == self.begun.ego


def prepared(begun: Beginning, *, cities: bool = False) -> Ego:
    """A user with contacts who were sat down with lately, and with strangers."""
    ego = Ego(begun.orgs, begun.cities if cities else {})
    with ego.writing(FIRST_MONDAY) as diary:
        if cities:
            diary.live_in(HERE)
        diary.contacts(begun.contacts)
        diary.strangers(begun.strangers)
        for person, day in zip(begun.contacts, begun.seen, strict=True):
            diary.sat_down(person, day)
    return ego


def lived(
    begun: Beginning,
    ego: Ego,
    rule: Rule,
    setting: Setting,
    weeks: Sequence[WeekOfChance],
) -> Year:
    """A year of who was prepared; nothing is left in `ego` of it."""
    life, own = _Life(begun), ego.copy(rule.settings)
    for number, chance in enumerate(weeks):
        monday = FIRST_MONDAY + number * _WEEK
        if rule.name == SHIPPED and setting.fading:
            _look(life, own.ranked_new(monday))
        asked = rule.asked(own, monday, chance)[: setting.tries]
        with own.writing(monday) as diary:
            _ask(life, diary, asked, monday, setting, chance)
            _hear_of(life, diary, monday, chance)
    own.close()
    return _summed(life)


def _look(life: _Life, ranked: Sequence[Ranked]) -> None:
    """How far each term tells people apart, and whether luck chose."""
    if not ranked:
        return
    life.points.append(
        {
            term: _deviation([one.points[term] for one in ranked])
            for term in ranked[0].points
        }
    )
    unlucky = max(ranked, key=lambda one: one.score - one.points["luck"])
    life.luck += unlucky.person != ranked[0].person


def _deviation(points: Sequence[float]) -> float:
    """As statistics.pstdev, which is exact and slow."""
    mean = sum(points) / len(points)
    return sqrt(sum((point - mean) ** 2 for point in points) / len(points))


def _ask(
    life: _Life,
    diary: Diary,
    asked: Iterable[int],
    monday: date,
    setting: Setting,
    chance: WeekOfChance,
) -> None:
    """One after the other, until somebody says yes."""
    for person, after, answer in zip(asked, _TRIED_ON, chance.answers, strict=False):
        day = monday + after
        heard = life.heard[person]
        life.tried[person] += 1
        if answer < setting.willing(person, heard, day, life.begun):
            diary.sat_down(person, day)
            life.held[person] = heard.how
            life.friends.add(person)
            return
        diary.tried(person, day)


def _hear_of(life: _Life, diary: Diary, monday: date, chance: WeekOfChance) -> None:
    """Who is introduced in a week, and who is met by chance."""
    for friend, order, after in introductions(life.begun, life.friends, chance):
        for person in order:
            heard = life.heard.get(person)
            if life.knows(person) or (heard and friend in heard.by):
                continue
            heard = _known_from(life, diary, person, monday + after)
            heard.by.add(friend)
            diary.introduced(person, friend, monday + after)
            break
    meeting = chance_meeting(chance)
    if meeting:
        order, after = meeting
        _meet(life, diary, order, monday + after)


def _meet(life: _Life, diary: Diary, order: Iterable[int], day: date) -> None:
    for person in order:
        heard = life.heard.get(person)
        if not life.knows(person) and not (heard and heard.in_person):
            heard = _known_from(life, diary, person, day)
            heard.in_person = True
            diary.met(person, day)
            return


def _known_from(life: _Life, diary: Diary, person: int, day: date) -> Heard:
    """Somebody of whom the user hears, for the first time or again."""
    diary.heard_of(person, day)
    heard = life.heard.setdefault(person, Heard(day))
    heard.day = max(heard.day, day)
    return heard


def _summed(life: _Life) -> Year:
    network = life.begun.network
    how = Counter(life.held.values())
    weeks = len(life.points)
    return Year(
        reach=_reach(network, life.held),
        held=len(life.held),
        diversity=_diversity(network, life.held),
        introduced=how["introduced"],
        met=how["met"],
        strangers=how["stranger"],
        tries=life.tried.total(),
        repeats=sum(times - 1 for times in life.tried.values()),
        spread={
            term: sum(points[term] for points in life.points) / weeks
            for term in (life.points[0] if life.points else ())
        },
        luck=life.luck,
    )


def _reach(network: Network, held: Iterable[int]) -> float:
    within = set(held).union(*(network.neighbours[person] for person in held))
    return len(within) / len(network.neighbours)


def _diversity(network: Network, held: Iterable[int]) -> float:
    """The inverse Simpson index: how many organisations of equal size it comes to."""
    sizes = Counter(network.organisations[person] for person in held)
    squares = sum((size / sizes.total()) ** 2 for size in sizes.values())
    return 1 / squares if squares else 0.0
