"""Who said yes: people whom the plan asked for, tried and met, sort by sort."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Approached, Candidate
from netlog.domain.introduction import Way
from netlog.domain.settings import Settings
from netlog.domain.weeks import parse_week, week_of
from netlog.namedtuple import NamedTuple
from netlog.plan.context import context_for
from netlog.plan.facts import FactsLoader, city_key
from netlog.plan.score import Term
from netlog.plan.terms.new import BRIDGE, FRESHNESS, NEAR, NEW_TERMS, WARMTH
from netlog.reports.result import Period
from netlog.reports.statistics import ENOUGH, Rate

_SOON = timedelta(weeks=8)
"""Within so long somebody is tried or met, or it is taken for a no; opinion."""
_YOUNG, _OLD = timedelta(weeks=4), timedelta(weeks=13)

INTRODUCED, MET, STRANGER = "introduced", "met by chance", "stranger"
AGES = ("up to 4 weeks", "4 to 13 weeks", "over 13 weeks")
CIRCLES = ("near circle", "far circle")
CITIES = ("my city", "another city")
UNKNOWN = "not known"


class Approach(NamedTuple):
    """Somebody new who was asked for, and what became of it.

    `asked_on` is the day of the first introduction, or the Monday of the first week
    they were the pick of; `tried_on` of the first touch of mine after it, `met_on` of
    the first sit-down, each None where there was none.  Which sort they are of is
    named: how they came, how old the introduction was when they were tried ('' where
    neither was), their circle, their city.
    """

    asked_on: date
    tried_on: date | None
    met_on: date | None
    came: str
    age: str
    circle: str
    city: str


class Sort(NamedTuple):
    """One sort of people: how many were tried once asked for, and met once tried."""

    name: str
    tried: Rate
    met: Rate


class Split(NamedTuple):
    """The sorts by one question."""

    key: str
    title: str
    sorts: tuple[Sort, ...]

    def sort(self, name: str) -> Sort | None:
        """The sort of that name, if there is anybody of it."""
        return next((sort for sort in self.sorts if sort.name == name), None)


class Assumed(NamedTuple):
    """What a weight takes for granted: how often two sorts are met, once tried.

    `ratio` is the second one's rate as a share of the first one's.
    """

    term: Term
    split: str
    first: str
    second: str
    ratio: float


ASSUMED = (
    Assumed(WARMTH, "came", INTRODUCED, STRANGER, 0.2 / 0.7),
    Assumed(WARMTH, "came", INTRODUCED, MET, 0.5 / 0.7),
    Assumed(FRESHNESS, "age", AGES[0], AGES[2], 0.4),
    Assumed(NEAR, "city", *CITIES, 0.25),
    Assumed(BRIDGE, "circle", *CIRCLES, 1.0),
)
"""The simulations by which the weights were found read it here: bench/plan."""


class Misfit(NamedTuple):
    """A weight whose assumption the user's own yes and no leave, and one that fits."""

    assumed: Assumed
    seen: float
    weight: float
    fitting: float

    @property
    def line(self) -> str:
        """The line of the config that would fit."""
        name = self.assumed.term.name.replace(" ", "_")
        return f"weights.new.{name} = {self.fitting:g}"

    def said(self) -> str:
        """What was seen, and what is assumed."""
        one, other = self.assumed.first, self.assumed.second
        return (
            f"{other} against {one}: met {self.seen:.2f} times as often,"
            f" {self.assumed.ratio:.2f} is assumed"
        )

    def data(self) -> dict[str, Any]:
        """For programs."""
        return {
            "term": self.assumed.term.name,
            "groups": [self.assumed.first, self.assumed.second],
            "assumed": self.assumed.ratio,
            "seen": self.seen,
            "weight": self.weight,
            "fitting": self.fitting,
            "line": self.line,
            "cost": self.assumed.term.source,
        }


def approaches(store: Store, period: Period) -> list[Approach]:
    """Everybody new who was asked for in a period, once each."""
    came = _Came(store, period)
    made = (came.approach(candidate) for candidate in sql.candidates(store))
    return [one for one in made if one and period.holds(one.asked_on)]


class _Came:
    """What is known of all who were asked for: read once, by person."""

    def __init__(self, store: Store, period: Period) -> None:
        self.store = store
        self.period = period
        context = context_for(period.until, period.settings)
        self.my_cities = FactsLoader(context, store).my_cities
        self.introduced: dict[int, list[Way]] = {}
        for referral in sql.referrals(store, period.until):
            self.introduced.setdefault(referral.person_id, []).append(referral.way)
        self.picked: dict[int, date] = {}
        for pick in sql.picks(store, "", week_of(period.until).code):
            self.picked.setdefault(pick.person_id, parse_week(pick.week).monday)
        self.known: dict[str, list[tuple[str, int]]] = {}
        for circle, person, day in sql.first_contacts(store, period.until):
            self.known.setdefault(circle, []).append((day, person))
        for first in self.known.values():
            first.sort()
        self.touches: dict[int, list[Approached]] = {}
        for touch in sql.approached(store, period.until):
            self.touches.setdefault(touch.person_id, []).append(touch)

    def approach(self, person: Candidate) -> Approach | None:
        """What became of asking for somebody; None where they had sat down before."""
        ways = self.introduced.get(person.person_id, [])
        # Who was only offered is asked for once they are a pick.
        days = [way.day for way in ways if way.state != "offered"]
        picked_on = self.picked.get(person.person_id)
        asked_on = min(days if picked_on is None else [*days, picked_on], default=None)
        if asked_on is None:
            return None
        touches = self.touches.get(person.person_id, [])
        met = next((touch.day for touch in touches if _is_met(touch)), "")
        asked = asked_on.isoformat()
        if met and met < asked:
            return None
        since = [touch for touch in touches if touch.day >= asked]
        tried = next(
            (touch.day for touch in since if not touch.inbound or touch.day == met), ""
        )
        tried_on, met_on = _day(tried), _day(met)
        at = tried_on or asked_on
        before = [way.day for way in ways if way.day <= at]
        return Approach(
            asked_on,
            tried_on,
            met_on,
            came=self._came(person, before, touches, at),
            age=_age(at - before[-1]) if before and tried_on else "",
            circle=self._circle(person, at),
            city=self._city(person),
        )

    @staticmethod
    def _came(
        person: Candidate,
        introduced: Sequence[date],
        touches: Iterable[Approached],
        at: date,
    ) -> str:
        if introduced:
            return INTRODUCED
        until = at.isoformat()
        seen = any(touch.in_person and touch.day <= until for touch in touches)
        return MET if seen or person.source == "typed" else STRANGER

    def _circle(self, person: Candidate, at: date) -> str:
        """Far where nobody else of it had ever been in contact."""
        if not person.cluster:
            return UNKNOWN
        first = self.known.get(person.cluster, ())
        others = (day for day, who in first if who != person.person_id)
        until = at.isoformat()
        return CIRCLES[next(others, until) >= until]

    def _city(self, person: Candidate) -> str:
        city = city_key(person.city)
        if not (city and self.my_cities):
            return UNKNOWN
        return CITIES[city not in self.my_cities]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _is_met(touch: Approached) -> bool:
    return touch.sit_down and touch.answered != "no"


def _age(age: timedelta) -> str:
    if age <= _YOUNG:
        return AGES[0]
    return AGES[1] if age <= _OLD else AGES[2]


_SPLITS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "came": ("How they came", (INTRODUCED, MET, STRANGER)),
    "age": ("How old the introduction was when you tried", AGES),
    "circle": ("Their circle", (*CIRCLES, UNKNOWN)),
    "city": ("Their city", (*CITIES, UNKNOWN)),
}


def splits(asked: Sequence[Approach], until: date) -> list[Split]:
    """How often each sort was tried once asked for, and met once tried.

    Whoever was asked for or tried so lately that it may still come is left out.
    """
    return [
        Split(key, title, tuple(_sorts(asked, key, names, until)))
        for key, (title, names) in _SPLITS.items()
    ]


def _sorts(
    asked: Sequence[Approach], key: str, names: Iterable[str], until: date
) -> Iterator[Sort]:
    for name in names:
        of_it = [one for one in asked if getattr(one, key) == name]
        if of_it:
            tried = [(one.asked_on, one.tried_on) for one in of_it]
            met = [(one.tried_on, one.met_on) for one in of_it]
            yield Sort(name, _came_soon(tried, until), _came_soon(met, until))


def _came_soon(days: Iterable[tuple[date | None, date | None]], until: date) -> Rate:
    """Of all that began so long ago that it would have come, how many came so soon."""
    old = [
        (first, then)
        for first, then in days
        if first is not None and first + _SOON <= until
    ]
    soon = [then for first, then in old if then is not None and then <= first + _SOON]
    return Rate(len(soon), len(old))


def misfits(made: Sequence[Split], settings: Settings) -> list[Misfit]:
    """The weights whose assumption an interval leaves, each once."""
    by_key = {split.key: split for split in made}
    found: dict[str, Misfit] = {}
    for assumed in ASSUMED:
        split = by_key[assumed.split]
        one, other = split.sort(assumed.first), split.sort(assumed.second)
        misfit = one and other and _misfit(assumed, one.met, other.met, settings)
        if misfit:
            found.setdefault(assumed.term.name, misfit)
    return list(found.values())


def _misfit(
    assumed: Assumed, one: Rate, other: Rate, settings: Settings
) -> Misfit | None:
    """A weight that fits better; None where what was seen may be what is assumed.

    That is so where the interval of the second rate meets that of the first one, taken
    as many times as is assumed.
    """
    if min(one.n, other.n) < ENOUGH or not (one.share and one.interval):
        return None
    low, high = other.interval or (0.0, 1.0)
    least, most = (end * assumed.ratio for end in one.interval)
    if low <= most and high >= least:
        return None
    seen = (other.share or 0.0) / one.share
    weight = _weight(assumed.term, settings)
    fitting = round(2 * weight * _factor(assumed.ratio, seen)) / 2
    return Misfit(assumed, seen, weight, fitting) if fitting != weight else None


def _factor(ratio: float, seen: float) -> float:
    """By what a weight is multiplied to fit, from 0 to 2: in proportion.

    A weight for the one sort stands for how much less the other one is met; one that
    asks for the other sort all the same, for how often that one is met.
    """
    factor = (1 - seen) / (1 - ratio) if ratio < 1 else seen
    return min(max(factor, 0.0), 2.0)


def _weight(term: Term, settings: Settings) -> float:
    usual = next(weight for one, weight in NEW_TERMS if one.name == term.name)
    return settings.weights.get(f"new.{term.name}", usual)
