"""The frame of a plan: its week, its day, its lens and its settings."""

from datetime import date, timedelta

from netlog.domain.settings import Settings
from netlog.domain.spans import Span, before
from netlog.domain.weeks import Week, week_of
from netlog.plan.lens import lens_of
from netlog.records import NamedTuple

_YEAR = Span(1, "y")
_LIVE = timedelta(days=365)
_AGAIN = timedelta(weeks=52)


class Frame(NamedTuple):
    """One week as seen from one day; `lens` is 'open' or 'focused'."""

    week: Week
    today: date
    lens: str
    settings: Settings = Settings()

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
        return before(self.week.monday, _YEAR)

    @property
    def again_until(self) -> date:
        """A last sit-down on this day or before may be followed by another."""
        return self.week.monday - _AGAIN

    def weight(self, slot: str, term: str, usual: float) -> float:
        """The weight of a term, as set or as usual."""
        return self.settings.weights.get(f"{slot}.{term}", usual)


def frame_for(today: date, settings: Settings, week: Week | None = None) -> Frame:
    """The frame of the current week, or of another seen from its Monday."""
    current = week_of(today)
    chosen = week or current
    day = today if chosen == current else chosen.monday
    lens = lens_of(chosen) if settings.lens == "alternate" else settings.lens
    return Frame(chosen, day, lens, settings)
