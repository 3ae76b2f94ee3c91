"""Pins and skips: what the plan remembers."""

from collections.abc import Iterable, Iterator
from datetime import date

from netlog.namedtuple import NamedTuple


class Pin(NamedTuple):
    """Who stands in a slot for a week ('2025-W23') or a month ('2025-06').

    `day` is the first one of the period.
    """

    id: int
    uid: str
    slot: str
    period: str
    place: int
    day: date
    person_id: int


class Skip(NamedTuple):
    """Somebody skipped in a week, or swapped for an alternate."""

    id: int
    uid: str
    person_id: int
    week: str
    how: str
    slot: str


class ToPin(NamedTuple):
    """Somebody to be pinned to a slot for a week or a month that begins on a day."""

    slot: str
    period: str
    place: int
    day: date
    person_id: int


def picks(pins: Iterable[Pin], skips: Iterable[Skip]) -> Iterator[Pin]:
    """Those pinned who were the pick of their week, some weeks having had several.

    `pins` are of one slot, by week and place.  The first of a week was its pick; one
    behind was where all before them were swapped or skipped in that week.  Whom the
    user put before the first was chosen by no week, and ends it.
    """
    put_off = {(skip.person_id, skip.week) for skip in skips}
    passed: dict[str, bool] = {}
    wished: set[str] = set()
    for pin in pins:
        if pin.place < 0:
            wished.add(pin.period)
        elif passed.get(pin.period, True):
            yield pin
            swapped = (pin.person_id, pin.period) in put_off
            passed[pin.period] = swapped and pin.period not in wished
