"""What a plan asks, one thing after the other, and what of it is still asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from netlog.namedtuple import NamedTuple
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line, NewSlot, Plan
from netlog.plan.slots import (
    ask_back,
    booked,
    days,
    follow_up,
    keep,
    new,
    no_answer,
    phone,
    promises,
    reconnect,
    thank,
)

SLOTS = (
    *("new", "booked", "promises", "follow_up", "keep", "reconnect", "no_answer"),
    *("days", "ask_back", "thank", "phone"),
)
"""The slots as a plan calls them, in the order of its page."""
_NUMBERS = ("promise", "introduction", "booking", "label")
"""By which things that are asked about one person in one slot are told apart."""

Key = tuple[object, ...]


class Matter(NamedTuple):
    """One thing that a plan asks: its slot, as a plan calls it, and its line."""

    slot: str
    line: Line

    @property
    def key(self) -> Key:
        """What stays the same of it, however its line changes."""
        numbers = (self.line.more.get(name) for name in _NUMBERS)
        return (self.slot, self.line.person.id, *numbers)


def agenda(plan: Plan, slot: str = "") -> tuple[Matter, ...]:
    """Everything that a plan asks, in the order of its page; or what one slot does.

    Behind the pick stand the alternates, who are asked for when it is their turn.
    """
    slots = [slot] if slot else SLOTS
    return tuple(Matter(name, line) for name in slots for line in _lines(plan, name))


def _lines(plan: Plan, slot: str) -> Iterable[Line]:
    if slot == "new":
        return (*_coffee(plan.new), *plan.new.alternates)
    lines: tuple[Line, ...] = getattr(plan, slot)
    return lines


def _coffee(slot: NewSlot) -> Iterator[Line]:
    """Who is asked for now."""
    if slot.ask:
        yield slot.ask
    yield from slot.pick


def still_asked(inputs: PlanInputs, matters: Sequence[Matter]) -> dict[Key, Matter]:
    """Those of some matters that a plan would still ask, each as it stands now.

    None is left out for its slot having too many.
    """
    slots = {matter.slot for matter in matters}
    lines = {
        Matter(slot, line).key: line
        for slot in slots & _FILLED.keys()
        for line in _FILLED[slot](inputs)
    }
    waiting = _waiting(inputs) if "keep" in slots else frozenset()
    asked = {}
    for matter in matters:
        line = lines.get(matter.key)
        if line:
            now = matter.line._replace(text=line.text, next=line.next)
            asked[matter.key] = matter._replace(line=now)
        elif matter.slot == "keep" and matter.line.person.id in waiting:
            asked[matter.key] = matter
    return asked


def _waiting(inputs: PlanInputs) -> frozenset[int]:
    """Who waits under keep; to score them all would take long."""
    return frozenset(each.person.id for each in keep.waiting(inputs, ()).due)


def _new_lines(inputs: PlanInputs) -> Iterable[Line]:
    slot = new.fill(inputs)
    return (*_coffee(slot), *((slot.now,) if slot.now else ()))


_FILLED: Mapping[str, Callable[[PlanInputs], Iterable[Line]]] = {
    "new": _new_lines,
    "booked": booked.fill,
    "promises": promises.fill,
    "follow_up": lambda inputs: follow_up.fill(inputs).lines,
    "reconnect": lambda inputs: reconnect.fill(inputs, ())[0],
    "no_answer": lambda inputs: no_answer.fill(inputs).lines,
    "days": days.fill,
    "ask_back": ask_back.fill,
    "thank": thank.fill,
    "phone": lambda inputs: phone.fill(inputs)[0],
}
"""The lines of a slot, all of them; keep is not among them."""
