"""The context of a plan: its week, its day, its lens and its settings."""

from datetime import date, timedelta

from netlog.domain.settings import Settings
from netlog.domain.stable_random import digest
from netlog.domain.weeks import Week, week_of
from netlog.namedtuple import NamedTuple

_LIVE = timedelta(days=365)
_AGAIN = timedelta(weeks=52)
_FIRST_MONDAY = date(2001, 1, 1)
_BLOCK = 26
_OPEN = 13


class PlanContext(NamedTuple):
    """One week as seen from one day; `lens` is 'open' or 'focused'.

    `today` is that day: the Monday of a week that is not the one it is now.
    """

    week: Week
    today: date
    lens: str
    settings: Settings = Settings()
    now: Week | None = None

    @property
    def is_current(self) -> bool:
        """Whether the week is the one it is now."""
        return self.now == self.week

    @property
    def focused(self) -> bool:
        """Whether friends of clients count more this week."""
        return self.lens == "focused"

    @property
    def live_since(self) -> date:
        """Contact from this day on makes somebody part of the live network."""
        return self.today - _LIVE

    @property
    def dormant_until(self) -> date:
        """Silence since this day or before is a year or more."""
        return self.week.monday - _LIVE

    @property
    def again_until(self) -> date:
        """A last sit-down on this day or before may be followed by another."""
        return self.week.monday - _AGAIN

    def keep_until(self, cadence: int | None) -> date:
        """Who waits since this day or before is asked for by keep this week.

        Without a cadence nobody is: then it is the first day there is.
        """
        if not cadence:
            return date.min
        return self.week.sunday - timedelta(days=cadence)

    def weight(self, slot: str, term: str, usual: float) -> float:
        """The weight of a term, as set or as usual."""
        return self.settings.weights.get(f"{slot}.{term}", usual)


def context_for(
    today: date, settings: Settings, week: Week | None = None
) -> PlanContext:
    """The context of the current week, or of another seen from its Monday."""
    current = week_of(today)
    chosen = week or current
    day = today if chosen == current else chosen.monday
    lens = lens_of(chosen) if settings.lens == "alternate" else settings.lens
    return PlanContext(chosen, day, lens, settings, current)


def week_number(week: Week) -> int:
    """Weeks since the one of Monday 2001-01-01."""
    return (week.monday - _FIRST_MONDAY).days // 7


def lens_of(week: Week) -> str:
    """'open' for the 13 of 26 weeks whose code has the smallest digest.

    Which is which depends on nothing but the week.
    """
    place = week_number(week) % _BLOCK
    first = week.monday - timedelta(weeks=place)
    codes = [Week(first + timedelta(weeks=n)).code for n in range(_BLOCK)]
    return "open" if codes[place] in sorted(codes, key=digest)[:_OPEN] else "focused"
