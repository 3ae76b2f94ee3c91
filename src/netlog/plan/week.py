"""The plan of one week, slot by slot."""

from collections.abc import Callable, Sequence

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.pins import ToPin
from netlog.errors import DatabaseError
from netlog.plan.context import PlanContext
from netlog.plan.gates import Gates
from netlog.plan.headcount import Headcount
from netlog.plan.inputs import PlanInputs, inputs_for
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

_GIST = 120
_MOST_DETAILED = 50


def plan_for(context: PlanContext, store: Store) -> Plan:
    """What a week asks for; a person stands once in new, keep and reconnect."""
    inputs = inputs_for(context, store)
    promised = promises.fill(context, store)
    followed = follow_up.fill(context, store, inputs.gates)
    newly = new.fill(inputs)
    kept = keep.fill(inputs, _ids(newly.pick))
    again, to_pin = reconnect.fill(inputs, _ids(newly.pick + kept))
    thanked = thank.fill(context, store, inputs.gates)
    asked = promised + followed + thanked + _asked_again(inputs, newly)
    by_id = {line.person.id: line.person for line in asked}
    counts, hidden = Headcount(context, store, inputs.gates, by_id).take()
    return Plan(
        context=context,
        promises=with_details(store, promised),
        follow_up=with_details(store, followed),
        new=newly._replace(pick=with_details(store, newly.pick)),
        keep=with_details(store, kept),
        reconnect=with_details(store, again),
        stuck=with_details(store, stuck.fill(context, store, inputs.gates)),
        thank=with_details(store, thanked),
        numbers=numbers.fill(context, store),
        hidden=hidden,
        counts=counts,
        to_pin=newly.to_pin + to_pin,
        notes=tuple(_left_new(inputs.gates, store, context)),
    )


def pinned_plan(
    context: PlanContext,
    store: Store,
    pin: Callable[[Sequence[ToPin]], None],
    warn: Callable[[str], None],
) -> Plan:
    """The plan of a week; whoever the plan of the current one picks is pinned to it.

    `pin` writes the pins, or raises a DatabaseError: then the plan is shown unpinned,
    and `warn` is told so. Pins that somebody else wrote first stay, and the plan is
    made once more with them.
    """
    plan = plan_for(context, store)
    if not plan.to_pin or not context.is_current:
        return plan
    try:
        pin(plan.to_pin)
    except DatabaseError as error:
        warn(f"The pick is not pinned: {error.sentence}")
        return plan
    return plan if _is_pinned(plan, store) else plan_for(context, store)


def _is_pinned(plan: Plan, store: Store) -> bool:
    """Whether nobody else pinned other people first."""
    return all(
        any(
            (pin.place, pin.person_id) == (wanted.place, wanted.person_id)
            for pin in sql.pins(store, wanted.slot, wanted.period)
        )
        for wanted in plan.to_pin
    )


def with_details(store: Store, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines with how to reach the person and what was last said.

    Of a slot that asks for very many, only the first ones: nobody reads them all.
    """
    first = (
        line._replace(
            details=tuple(sql.details_of(store, line.person.id)),
            said=_last_said(store, line),
        )
        for line in lines[:_MOST_DETAILED]
    )
    return (*first, *lines[_MOST_DETAILED:])


def _last_said(store: Store, line: Line) -> str:
    return _gist(sql.last_note(store, line.person.id) or line.person.note)


def _gist(note: str) -> str:
    """The first line of a note, or its beginning; show has all of it."""
    first = note.partition("\n")[0]
    return first if len(first) <= _GIST else f"{first[:_GIST].rstrip()} …"


def slot_of(person_id: int, plan: Plan) -> str:
    """Where somebody stands in a plan, '' where they do not."""
    named = {"new": plan.new.pick, "keep": plan.keep, "reconnect": plan.reconnect}
    return next((slot for slot, lines in named.items() if person_id in _ids(lines)), "")


def _ids(lines: tuple[Line, ...]) -> frozenset[int]:
    return frozenset(line.person.id for line in lines)


def _asked_again(inputs: PlanInputs, newly: NewSlot) -> tuple[Line, ...]:
    """Everybody who could be asked for a second time, where nobody new is left."""
    once_more = any("again" in line.more for line in newly.pick)
    return new.again(inputs) if once_more else ()


def _left_new(gates: Gates, store: Store, context: PlanContext) -> list[str]:
    """Who left new just now, after three weeks as the pick."""
    last = sql.last_pinned(store, context.week.code)
    return [
        f"{person.name} was the pick of three weeks and is left in peace now:"
        f" netlog wake {person.handle} brings them back."
        for key in sorted(gates.passed_by)
        if (person := sql.person(store, key))
        and sql.picked_weeks(store, person.id)[-1:] == [last]
    ]
