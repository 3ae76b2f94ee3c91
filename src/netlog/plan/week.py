"""The plan of one week, slot by slot."""

from typing import TYPE_CHECKING

from netlog.plan.census import Census
from netlog.plan.frame import Frame
from netlog.plan.gates import Gates, gates_for
from netlog.plan.gathering import Gatherer
from netlog.plan.result import Line, NewSlot, Plan
from netlog.plan.slots import (
    follow_up,
    keep,
    new,
    numbers,
    promises,
    reconnect,
    stuck,
    thank,
)
from netlog.plan.slots.new import Desk

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource

_GIST = 120
_TOLD = 50


def desk_for(frame: Frame, source: "PlanSource") -> Desk:
    """What the slots of a week work with."""
    return Desk(frame, source, gates_for(frame, source), Gatherer(frame, source))


def plan_for(frame: Frame, source: "PlanSource") -> Plan:
    """What a week asks for; a person stands once in new, keep and reconnect."""
    desk = desk_for(frame, source)
    promised = promises.fill(frame, source)
    followed = follow_up.fill(frame, source, desk.gates)
    newly = new.fill(desk)
    kept = keep.fill(desk, _ids(newly.pick))
    again, to_pin = reconnect.fill(desk, _ids(newly.pick + kept))
    thanked = thank.fill(frame, source, desk.gates)
    asked = promised + followed + thanked + _asked_again(desk, newly)
    by_id = {line.person.id: line.person for line in asked}
    counts, hidden = Census(frame, source, desk.gates, by_id).take()
    return Plan(
        frame=frame,
        promises=told(source, promised),
        follow_up=told(source, followed),
        new=newly._replace(pick=told(source, newly.pick)),
        keep=told(source, kept),
        reconnect=told(source, again),
        stuck=told(source, stuck.fill(frame, source, desk.gates)),
        thank=told(source, thanked),
        numbers=numbers.fill(frame, source),
        hidden=hidden,
        counts=counts,
        to_pin=newly.to_pin + to_pin,
        notes=tuple(_said_once(desk.gates, source, frame)),
    )


def told(source: "PlanSource", lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines with how to reach the person and what was last said.

    Of a slot that asks for very many, only the first ones: nobody reads them all.
    """
    first = (
        line._replace(
            details=tuple(source.details(line.person.id)),
            said=_last_said(source, line),
        )
        for line in lines[:_TOLD]
    )
    return (*first, *lines[_TOLD:])


def _last_said(source: "PlanSource", line: Line) -> str:
    return _gist(source.last_note(line.person.id) or line.person.note)


def _gist(note: str) -> str:
    """The first line of a note, or its beginning; show has all of it."""
    first = note.partition("\n")[0]
    return first if len(first) <= _GIST else f"{first[:_GIST].rstrip()} …"


def slot_of(person_id: int, plan: Plan) -> str:
    """Where somebody stands in a plan, '' where they do not."""
    named = {"new": plan.new.pick, "keep": plan.keep, "reconnect": plan.reconnect}
    return next((slot for slot, held in named.items() if person_id in _ids(held)), "")


def _ids(lines: tuple[Line, ...]) -> frozenset[int]:
    return frozenset(line.person.id for line in lines)


def _asked_again(desk: Desk, newly: NewSlot) -> tuple[Line, ...]:
    """Everybody who could be asked for a second time, where nobody new is left."""
    once_more = any("again" in line.more for line in newly.pick)
    return new.again(desk) if once_more else ()


def _said_once(gates: Gates, source: "PlanSource", frame: Frame) -> list[str]:
    """Who left new just now, after three weeks as the pick."""
    last = source.last_pinned(frame.week.code)
    return [
        f"{person.name} was the pick of three weeks and is left in peace now:"
        f" netlog wake {person.handle} brings them back."
        for person in map(source.person, sorted(gates.passed_by))
        if person and source.picked_weeks(person.id)[-1:] == [last]
    ]
