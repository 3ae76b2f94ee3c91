"""What the user can set: the plan's sizes and weights, dates, kinds of touch."""

from collections.abc import Mapping
from typing import Any

from netlog.domain.booking import HELD_WITHIN
from netlog.domain.kinds import KIND_CADENCES, TOUCH_KINDS, TouchKind
from netlog.namedtuple import NamedTuple

LENSES = ("alternate", "open", "focused")
TAG = "tag:"
"""How a cadence by tag begins: "tag:board" = "6w"."""
SIZES = (
    "booked", "promises", "follow_up", "keep", "reconnect", "no_answer", "days",
    "ask_back", "thank", "phone",
)  # fmt: skip
"""Slots of the plan; the setting of that name is how many lines each has."""
_FEW = {"reconnect", "phone"}
"""Slots of which the size is how many are asked for, and not how many are shown."""
_WHOLE = 10_000
DAYS = ("met_days", "introduced_days", "offered_days", "answer_days", "now_days")
WEEKS = (
    "wait_weeks", "stand_weeks", "away_weeks", "ask_back_weeks", "ask_again_weeks",
)  # fmt: skip
DATE_ORDERS = ("", "dmy", "mdy")


class Settings(NamedTuple):
    """Every setting with the value it has when the config is silent.

    `booked` to `phone` are how many lines a slot has on the page.
    `weights` holds only what was set, by slot and term: {"new.luck": 0.5}.  `cadence`
    is by kind and by tag, '' for none; `everybody` is that of whoever was sat down with
    and has no other, as long as at most `a_week` of them come up in a week.
    `held_within` is how many days after its day a booking is held by a touch in person.
    """

    database: str = ""
    date_order: str = ""
    lens: str = "alternate"
    booked: int = 3
    promises: int = 5
    follow_up: int = 5
    keep: int = 5
    reconnect: int = 1
    no_answer: int = 3
    days: int = 3
    ask_back: int = 2
    thank: int = 3
    phone: int = 3
    coffees: int = 50
    met_days: int = 28
    introduced_days: int = 90
    offered_days: int = 14
    answer_days: int = 7
    now_days: int = 2
    wait_weeks: int = 3
    stand_weeks: int = 4
    away_weeks: int = 3
    ask_back_weeks: int = 3
    ask_again_weeks: int = 13
    currency: str = ""
    early: int = 180
    everybody: str = "26w"
    a_week: int = 2
    young: str = "8w"
    held_within: int = HELD_WITHIN
    cadence: Mapping[str, str] = KIND_CADENCES
    lens_weeks: int = 4
    weights: Mapping[str, float] = {}
    touch_kinds: Mapping[str, TouchKind] = TOUCH_KINDS

    def whole(self, *slots: str) -> "Settings":
        """The same for a page that cuts nothing off these slots, or off any.

        What asks for so many and no more by itself does so all the same.
        """
        wanted = set(slots or SIZES) - _FEW
        sizes: dict[str, Any] = {slot: _WHOLE for slot in SIZES if slot in wanted}
        return self._replace(**sizes)
