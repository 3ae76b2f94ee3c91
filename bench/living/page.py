"""The page as a user reads it: the one place that knows how a plan is made up.

`read` is given a plan and gives, line by line, who stands where and what the line says
to type; and how many wait in all, how many rows it takes, which line it begins with.
`place_in_new` says of somebody whether they could be the pick. All else in a life knows
no plan.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from bench.living.actions import Netlog

from netlog.db import sql
from netlog.output.page_text import render
from netlog.plan.inputs import inputs_for
from netlog.plan.result import Line, NewSlot, Plan
from netlog.plan.slots import new
from netlog.views.due import plan_answer

SLOTS: Mapping[str, str] = {
    "booked": "booked",
    "promises": "promises",
    "follow_up": "follow_up",
    "keep": "keep",
    "reconnect": "reconnect",
    "no_answer": "no_answer",
    "days": "days",
    "ask_back": "ask_back",
    "thank": "thank",
    "phone": "phone",
}
"""Fields of a plan in the order of the page, and the slots a life knows them by."""
NEW_SLOTS: Mapping[str, str] = {"pick": "new", "now": "now", "ask": "ask"}
"""The same of the coffee; alternates are only looked at."""
CANDIDATE = "candidate"
WIDTH = 80


class Ask(NamedTuple):
    """One line: the slot, whom it is about, and the words to type after netlog."""

    slot: str
    handle: str
    words: tuple[str, ...]


class Page(NamedTuple):
    """What a user sees; `waiting` counts by slot what is cut off as well.

    `opening` is the line by which a page begins after weeks in which nothing was
    entered, '' where there is none.
    """

    plan: Plan
    asks: tuple[Ask, ...]
    waiting: Mapping[str, int]
    opening: str = ""

    def handles(self) -> dict[str, tuple[str, ...]]:
        """Who stands in each slot that is not empty."""
        by_slot: dict[str, list[str]] = {}
        for ask in self.asks:
            by_slot.setdefault(ask.slot, []).append(ask.handle)
        return {slot: tuple(handles) for slot, handles in by_slot.items()}

    def text(self) -> list[str]:
        """The page in a pipe, as rows of 80 columns."""
        lines = render(plan_answer(self.plan)).splitlines()
        return [row for line in lines for row in _rows(line)]


def read(plan: Plan) -> Page:
    """The page that a plan makes."""
    asks = (*_asks(NEW_SLOTS, plan.new), *_asks(SLOTS, plan))
    waiting = {"keep": 0, "no_answer": 0, "follow_up": 0}
    for ask in asks:
        waiting[ask.slot] = waiting.get(ask.slot, 0) + 1
    for slot, number in plan.more.items():
        waiting[slot] = waiting.get(slot, 0) + number
    return Page(plan, asks, waiting, plan.head)


def _asks(slots: Mapping[str, str], filled: Plan | NewSlot) -> Iterator[Ask]:
    for name, slot in slots.items():
        for line in _lines(getattr(filled, name, ())):
            words = line.next.removeprefix("netlog ").split()
            yield Ask(slot, line.person.handle, tuple(words))


def _lines(value: Any) -> tuple[Line, ...]:
    """The lines of a slot that has several, one or none."""
    if value is None:
        return ()
    return (value,) if isinstance(value, Line) else tuple(value)


def _rows(line: str) -> Iterator[str]:
    """A line as a terminal of 80 columns shows it."""
    yield line[:WIDTH]
    for start in range(WIDTH, len(line), WIDTH):
        yield line[start : start + WIDTH]


def place_in_new(page: Page, netlog: Netlog, handles: Iterable[str]) -> dict[str, str]:
    """Of some people: 'candidate', the gate that keeps them out of new, or ''."""
    inputs = inputs_for(page.plan.context, netlog.store)
    considered = {line.person.handle: line.person for line in new.ranked(inputs)}
    places = {}
    for handle in handles:
        person = considered.get(handle) or sql.person_by_handle(netlog.store, handle)
        gates = inputs.gates
        gate = (gates.general(person) or gates.for_new(person)) if person else ""
        places[handle] = gate or CANDIDATE * (handle in considered)
    return places
