"""Report coffee: what comes of coffees with someone new, and how soon."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.numbers import counted
from netlog.namedtuple import NamedTuple
from netlog.reports.attribution import attribution_of
from netlog.reports.first_coffees import (
    FIRST_COFFEE,
    CoffeeCase,
    coffee_cases,
    missing_coffees,
)
from netlog.reports.result import (
    Case,
    Estimate,
    Figure,
    Group,
    Period,
    Report,
    Tally,
    rules,
    tally,
    unit,
)
from netlog.reports.statistics import (
    ENOUGH,
    Rate,
    SurvivalCase,
    SurvivalStep,
    at_risk,
    interval_by,
    median_time,
    share_by,
    survival,
)

_PLACES = 5


HORIZONS = (90, 180, 365)


class Horizon(NamedTuple):
    """The share for which something had come after so many days.

    `share` is Kaplan and Meier's, None where nothing was watched for so long; `n` is
    how many were at risk: watched for so long, and nothing had come before.
    """

    days: int
    n: int
    share: float | None
    interval: tuple[float, float] | None

    @property
    def estimate(self) -> Estimate | None:
        """The share as a figure, where there is one."""
        if self.share is None or self.interval is None:
            return None
        return Estimate(self.share, self.interval, self.n)

    def data(self) -> dict[str, Any]:
        """For programs."""
        low, high = self.interval or (None, None)
        ends = {"share": self.share, "from": low, "to": high}
        return {"days": self.days, "n": self.n} | ends


class TimeToOutcome(NamedTuple):
    """Half of them within so many days, None where it took longer; and the shares.

    `came` and `open` are how many have come, and how many may still.
    """

    came: int
    open: int
    median: int | None
    by: tuple[Horizon, ...]

    def data(self) -> dict[str, Any]:
        """For programs."""
        return {
            "came": self.came,
            "open": self.open,
            "median_days": self.median,
            "by": [by.data() for by in self.by],
        }


class BookingTally(NamedTuple):
    """Bookings whose day has come, each once; of some it is not said how they went.

    The rate of those held is of those of which it is.
    """

    held: int
    cancelled: int
    no_show: int
    open: int

    @property
    def n(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def rate(self) -> Rate:
        """How many were held, of those of which it is said how they went."""
        return Rate(self.held, self.n - self.open)

    def data(self) -> dict[str, Any]:
        """For programs."""
        return {"n": self.n, **self._asdict(), "rate": self.rate}


class _Split(NamedTuple):
    """First coffees of one sort, cases."""

    name: str
    tally: Tally


def report(store: Store, period: Period) -> Report:
    """First coffees and what they came to, how long it took; how bookings went."""
    links = sql.links(store)
    attribution = attribution_of(store, links, period)
    coffees = coffee_cases(store, links, attribution, period)
    cases = tally((coffee.case for coffee in coffees), period)
    took = time_to_outcome((coffee.case for coffee in coffees), period)
    ways, places = _by_way(coffees, period), _by_place(coffees, period)
    booked = booking_tally(store, period)
    groups = [_first(cases), *_time(took), _split("How they came to you", ways)]
    if places:
        groups.append(_split("Where", places))
    if not coffees:
        groups = []
    if booked.n:
        groups.append(_booked(booked))
    return Report(
        answer=_answer(cases, period),
        data=cases.data()
        | {"time": took.data()}
        | {"by_way": _data("way", ways), "by_place": _data("place", places)}
        | {"booked": booked.data()},
        groups=groups,
        counted=(FIRST_COFFEE, *rules(period), *_how_long(took), *_how_booked(booked)),
        missing=missing_coffees(coffees),
    )


def _answer(cases: Tally, period: Period) -> list[str]:
    if not cases.n:
        return [f"No coffee with someone new {period.yet}."]
    so_far = f"{cases.came or 'none'} of them came to something so far"
    if not cases.rate.n:
        every = counted(cases.n, "first coffee")
        return [f"{every}, too young to tell; {so_far}."]
    old = counted(cases.rate.n, "first coffee")
    came = cases.rate.hits or "none"
    percent = cases.rate.percent
    return [f"Of {old} old enough to tell, {came} came to something: {percent}."]


def _first(cases: Tally) -> Group:
    figures = [
        Figure("in all", cases.n),
        Figure("came to something", cases.came),
        Figure("nothing", cases.nothing),
        Figure("too early to tell", cases.too_early),
        Figure("came to something, of those old enough", rate=cases.rate),
        Figure("came to something so far, of all", rate=cases.rate_all),
    ]
    return Group("First coffees", figures)


def _time(took: TimeToOutcome) -> list[Group]:
    """How long it took, where anything came."""
    if not took.came:
        return []
    half = "longer than you have watched" if took.median is None else took.median
    behind = "" if took.median is None else unit(took.median, "day")
    figures = [Figure("half of them within", half, unit=behind)]
    figures += [
        Figure(f"within {by.days} days", estimate=by.estimate, note=f"{by.n:,} at risk")
        for by in took.by
        if by.estimate
    ]
    return [Group("How long it took", figures)]


def booking_tally(store: Store, period: Period) -> BookingTally:
    """How the bookings went whose day was in a period."""
    by_state = sql.bookings_by_state(store, period.first, period.until)
    states = ("held", "cancelled", "no-show", "booked")
    return BookingTally(*(by_state.get(state, 0) for state in states))


def _booked(booked: BookingTally) -> Group:
    figures = [
        Figure("in all", booked.n),
        Figure("held", rate=booked.rate),
        Figure("cancelled", booked.cancelled),
        Figure("did not come", booked.no_show),
        Figure("not said yet how it went", booked.open),
    ]
    return Group("Booked", figures)


def _how_booked(booked: BookingTally) -> tuple[str, ...]:
    if not booked.n:
        return ()
    return (
        (
            "Booked: coffees, and whatever else was booked, for a day up to the last"
            " one. Held is a share of those of which you said how they went; one that"
            " was moved counts once."
        ),
    )


def _how_long(took: TimeToOutcome) -> tuple[str, ...]:
    if not took.came:
        return ()
    return (
        (
            "How long it took is Kaplan and Meier's estimate: coffees without a result"
            " count for as long as they have been watched. At risk: watched for so"
            " long, and nothing had come before. Its brackets are Greenwood's on the"
            " log-log scale; where nothing or everything has come it has none, and"
            " Wilson's of those who were left stands there."
        ),
    )


def _by_way(coffees: Sequence[CoffeeCase], period: Period) -> list[_Split]:
    return [
        _Split(
            name,
            tally(
                (coffee.case for coffee in coffees if coffee.introduced is by), period
            ),
        )
        for name, by in (("introduced", True), ("met without help", False))
    ]


def _by_place(coffees: Iterable[CoffeeCase], period: Period) -> list[_Split]:
    """Places with enough coffees to say anything, those with most first."""
    placed = [coffee for coffee in coffees if coffee.place]
    often = Counter(coffee.place for coffee in placed).most_common(_PLACES)
    return [
        _Split(
            name,
            tally((coffee.case for coffee in placed if coffee.place == name), period),
        )
        for name, number in often
        if number >= ENOUGH
    ]


def _split(title: str, splits: Iterable[_Split]) -> Group:
    return Group(
        title, [split.tally.figure._replace(label=split.name) for split in splits]
    )


def _data(name: str, splits: Iterable[_Split]) -> list[dict[str, Any]]:
    return [{name: split.name} | split.tally.data() for split in splits]


def time_to_outcome(cases: Iterable[Case], period: Period) -> TimeToOutcome:
    """How long cases took; what is open counts up to the end of the period."""
    watched = [_watched(case, period) for case in cases]
    steps = survival(watched)
    came = sum(case.happened for case in watched)
    by = tuple(_by(days, steps) for days in HORIZONS)
    return TimeToOutcome(came, len(watched) - came, median_time(steps), by)


def _watched(case: Case, period: Period) -> SurvivalCase:
    end = period.until if case.came is None else case.came
    return SurvivalCase((end - case.day).days, case.came is not None)


def _by(days: int, steps: Sequence[SurvivalStep]) -> Horizon:
    """The share by a day, if any was open so long or all have come before."""
    left, share = at_risk(steps, days), share_by(steps, days)
    if not left and share < 1:
        return Horizon(days, 0, None, None)
    return Horizon(days, left, share, interval_by(steps, days))
