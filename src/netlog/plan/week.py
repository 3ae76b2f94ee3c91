"""The plan of one week, slot by slot."""

from collections.abc import Callable, Mapping, Sequence

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.errors import DatabaseError
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.headcount import Headcount
from netlog.plan.inputs import PlanInputs, inputs_for
from netlog.plan.notes import Noted, away_line, notes_for
from netlog.plan.result import Line, NewSlot, Plan
from netlog.plan.slots import (
    ask_back,
    booked,
    days,
    follow_up,
    keep,
    new,
    no_answer,
    numbers,
    phone,
    promises,
    reconnect,
    thank,
)

_GIST = 120
_MOST_DETAILED = 50


class Filled(NamedTuple):
    """What every slot has for a week before its size cuts anything off.

    `beyond` are to be followed up and were not looked at, for there are very many.
    """

    newly: NewSlot
    kept: keep.KeepSlot
    unanswered: no_answer.NoAnswer
    whole: Mapping[str, tuple[Line, ...]]
    to_pin: tuple[ToPin, ...]
    beyond: int


def plan_for(context: PlanContext, store: Store, where: str = "") -> Plan:
    """What a week asks for; a person stands once in new, keep and reconnect.

    `where` is the city of a trip, '' at home.
    """
    inputs = inputs_for(context, store, where)
    filled = fill_slots(inputs)
    newly, kept, unanswered, whole, to_pin, beyond = filled
    sizes = {slot: getattr(context.settings, slot) for slot in whole}
    more = {slot: len(whole[slot]) - sizes[slot] for slot in whole}
    more["keep"] = kept.more
    more["follow_up"] += beyond
    counts, hidden = headcount_of(inputs, filled).take()
    noted = Noted(kept, unanswered.paused)
    return Plan(
        context=context,
        head=away_line(inputs, whole, kept),
        new=newly._replace(
            pick=with_details(store, newly.pick),
            alternates=with_details(store, newly.alternates),
            now=newly.now and with_details(store, (newly.now,))[0],
        ),
        **{
            slot: with_details(store, lines[: sizes[slot]])
            for slot, lines in whole.items()
        },
        more={slot: cut for slot, cut in more.items() if cut > 0},
        numbers=numbers.fill(context, store),
        hidden=hidden,
        counts=counts,
        to_pin=to_pin,
        notes=tuple(notes_for(inputs, noted)),
    )


def fill_slots(inputs: PlanInputs) -> Filled:
    """Every slot, one after the other: new, keep and reconnect take turns."""
    newly = new.fill(inputs)
    kept = keep.fill(inputs, _ids(newly.pick))
    again, again_pins = reconnect.fill(inputs, _ids(newly.pick + kept.lines))
    unanswered = no_answer.fill(inputs)
    asked_about, phone_pins = phone.fill(inputs)
    followed = follow_up.fill(inputs)
    whole = {
        "booked": booked.fill(inputs),
        "promises": promises.fill(inputs),
        "follow_up": followed.lines,
        "keep": kept.lines,
        "reconnect": again,
        "no_answer": unanswered.lines,
        "days": days.fill(inputs),
        "ask_back": ask_back.fill(inputs),
        "thank": thank.fill(inputs),
        "phone": asked_about,
    }
    to_pin = (*newly.to_pin, *kept.to_pin, *again_pins, *phone_pins)
    beyond = followed.beyond
    return Filled(newly, kept, unanswered, whole, to_pin, beyond)


def headcount_of(inputs: PlanInputs, filled: Filled) -> Headcount:
    """Who is counted how in a week whose slots have these people."""
    waiting, pauses = filled.unanswered.waiting, filled.kept.pauses
    return Headcount(
        inputs, _asked(filled), waiting, pauses, phone.lately_asked(inputs)
    )


def _asked(filled: Filled) -> dict[int, Person]:
    """Everybody of whom anything is asked, shown or cut off by a size; days apart."""
    newly, kept, whole = filled.newly, filled.kept, filled.whole
    lines = [line for slot in whole for line in whole[slot] if slot != "days"]
    lines += (*newly.pick, *newly.alternates, *filter(None, [newly.ask]))
    people = (*(line.person for line in lines), *newly.others, *kept.due)
    return {person.id: person for person in people}


def pinned_plan(
    context: PlanContext,
    store: Store,
    pin: Callable[[Sequence[ToPin]], None],
    warn: Callable[[str], None],
    where: str = "",
) -> Plan:
    """The plan of a week; whoever the plan of the current one picks is pinned to it.

    `pin` writes the pins, or raises a DatabaseError: then the plan is shown unpinned,
    and `warn` is told so. Pins that somebody else wrote first stay, and the plan is
    made once more with them.  The plan of a trip, to the city `where`, pins nobody.
    """
    plan = plan_for(context, store, where)
    if not plan.to_pin or not context.is_current or where:
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
    """Lines with how to reach the person, and what helps to begin.

    Of a slot that asks for very many, only the first ones: nobody reads them all.
    """
    first = (
        line._replace(
            details=tuple(sql.details_of(store, line.person.id)),
            said=_said(store, line),
            words=_words(store, line),
        )
        for line in lines[:_MOST_DETAILED]
    )
    return (*first, *lines[_MOST_DETAILED:])


def _said(store: Store, line: Line) -> str:
    """What was noted of them, else at the last meeting or word; never what I sent."""
    return _gist(line.person.note or sql.last_note(store, line.person.id) or "")


def _words(store: Store, line: Line) -> str:
    """The words of whoever introduced them last."""
    words = sql.words_for(store, line.person.id)
    return _gist(words or "")


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
