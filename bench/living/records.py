"""What is left of a life that was lived: its weeks, and how it went with everybody."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bench.living.lives import Life

YEAR = 52
"""Weeks."""


class Silence(NamedTuple):
    """Somebody silent for more than their cadence, in cadences."""

    handle: str
    cadences: float
    is_client: bool


class Week(NamedTuple):
    """What one week asked for, and what came of it.

    `stood` is who stood where on its first page, `kept` who stood under keep on any;
    `waiting` counts by slot what was cut off, too. `touched` are those with whom
    anything was logged, `coffees` those new ones who were sat down with. `unreached`
    are, in some weeks, the introductions that nothing came of yet; `places` says of
    them, and after an absence of those who waited before, whether they could be the
    pick, or what keeps them out. `is_stranger_first` is true where a stranger is the
    pick and somebody connected could be.
    """

    number: int
    monday: date
    is_away: bool
    stood: Mapping[str, tuple[str, ...]] = {}
    kept: frozenset[str] = frozenset()
    waiting: Mapping[str, int] = {}
    rows: int = 0
    text: tuple[str, ...] = ()
    opening: str = ""
    touched: frozenset[str] = frozenset()
    silences: tuple[Silence, ...] = ()
    coffees: tuple[str, ...] = ()
    minutes: int = 0
    unreached: tuple[str, ...] = ()
    places: Mapping[str, str] = {}
    is_stranger_first: bool = False


class Fate(NamedTuple):
    """How it went with one person: of what sort they are, when there was what."""

    handle: str
    kind: str
    was_known: bool
    is_called: bool
    picks_up: bool
    first_coffee: date | None
    contacts: tuple[date, ...]


class Lived(NamedTuple):
    """A life that was lived with a seed.

    `before` are those who waited when an absence began; `seconds` is what of CPU its
    parts took.
    """

    name: str
    seed: int
    life: Life
    weeks: tuple[Week, ...]
    fates: Mapping[str, Fate]
    before: tuple[str, ...]
    seconds: Mapping[str, float]

    def first(self, years: int) -> "Lived":
        """The same life as far as it had come; one of a length of its own is whole."""
        if self.life.weeks:
            return self
        return self._replace(weeks=self.weeks[: years * YEAR])
