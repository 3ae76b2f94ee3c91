"""The plan as a page for Monday."""

from collections.abc import Iterable
from typing import Any

from netlog.domain.dates import spell
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Part,
    Parts,
    command_line,
    name,
    part,
    soft,
)
from netlog.plan.gates import GATES
from netlog.plan.result import Line, Plan
from netlog.plan.score import ScoredTerm
from netlog.views.wording import BEGINNINGS, brief, reach

_TITLES = {
    "promises": "Promises",
    "follow_up": "Follow up",
    "new": "Coffee with someone new",
    "keep": "Keep in touch",
    "reconnect": "Reconnect",
    "stuck": "Stuck introductions",
    "thank": "Thank",
}
_SWAPS = ("netlog swap", "")


def plan_answer(plan: Plan) -> Answer:
    """What the week asks for, slot by slot in the order of the plan."""
    page = Page(_title(plan), tuple(_blocks(plan)), tuple(_foot(plan)))
    return Answer("due", _data(plan), page=page)


def _title(plan: Plan) -> Parts:
    week = plan.context.week
    return (
        part(f"Week {week.number}", "title"),
        soft(f" · {spell(week.monday)} to {spell(week.sunday)} · {plan.context.lens}"),
    )


def _blocks(plan: Plan) -> Iterable[Block]:
    for slot, lines in _slots(plan).items():
        items = tuple(_item(slot, line) for line in lines)
        if slot == "new":
            items = _new_items(plan)
        if slot == "thank":
            items = _thanks(plan, items)
        if items:
            yield Block(_TITLES[slot], items)
    yield Block("This week's numbers", (_told("numbers", _numbers(plan)),))


def _thanks(plan: Plan, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The first ones, and how many more wait for a word of thanks."""
    most = plan.context.settings.thank
    more = len(items) - most
    if more <= 0:
        return items
    return (*items[:most], _told("thank", f"and {more} more", "netlog due --all"))


def _told(slot: str, text: str, next_command: str = "") -> Item:
    """An item about nobody."""
    below = ((command_line(next_command),),) if next_command else ()
    return Item((part(text),), below, record=(slot, "", "", text, next_command))


def _slots(plan: Plan) -> dict[str, tuple[Line, ...]]:
    """The lines of every slot that has people, in the order they are printed."""
    return {
        "promises": plan.promises,
        "follow_up": plan.follow_up,
        "new": plan.new.pick,
        "keep": plan.keep,
        "reconnect": plan.reconnect,
        "stuck": plan.stuck,
        "thank": plan.thank,
    }


def _item(slot: str, line: Line) -> Item:
    reached = reach(line.details)
    said = f"“{line.said}”" if line.said else ""
    about = tuple(part for part in (reached, said) if part)
    return Item(
        (name(line.person.name), Part(f" — {line.text}")),
        (
            (soft(" · ".join(about)),) if about else (),
            (command_line(line.next),),
        ),
        record=_record(slot, line),
    )


def _record(slot: str, line: Line) -> tuple[str, ...]:
    return (slot, line.person.handle, line.person.name, line.text, line.next)


def _new_items(plan: Plan) -> tuple[Item, ...]:
    new = plan.new
    if new.done:
        return (_told("new", "Done: you met somebody new this week."),)
    if new.pick:
        picked = tuple(_item("new", line) for line in new.pick)
        return (*picked, *map(_alternate, new.alternates, _SWAPS))
    if new.ask:
        asked = _item("ask", new.ask)
        return (asked._replace(line=(part("Nobody new is left. "), *asked.line)),)
    if plan.counts.people:
        return (_told("new", "Nobody new is left.", "netlog add NAME --at PLACE"),)
    return (
        _told("new", "Nobody yet."),
        *(_told("new", say, how) for say, how in BEGINNINGS),
    )


def _alternate(line: Line, swap: str) -> Item:
    """Who would be the pick after a swap or two, in short."""
    return Item(
        (soft(f"or {line.person.name} — {line.text}"),),
        ((command_line(swap),),) if swap else (),
        record=("alternate", *_record("new", line)[1:4], swap),
    )


def _numbers(plan: Plan) -> str:
    """Coffees, weeks in a row and promises, in a line."""
    held = plan.numbers
    said = [f"{held.coffees} of {held.of} coffees with someone new this year"]
    if held.streak > 1:
        said.append(f"{held.streak} weeks in a row")
    if held.promises_closed:
        kept = f"{held.promises_on_time} of {held.promises_closed}"
        said.append(f"{kept} promises kept on time")
    return ", ".join(said)


def _foot(plan: Plan) -> Iterable[str]:
    yield from plan.notes
    hidden = [f"{number} {GATES[gate].hides}" for gate, number in plan.hidden.items()]
    if hidden:
        yield f"hidden: {', '.join(hidden)}"


def _data(plan: Plan) -> dict[str, Any]:
    """The plan for programs; these keys are a promise."""
    return {
        "week": plan.context.week.code,
        "lens": plan.context.lens,
        "promises": [_person_line(line) for line in plan.promises],
        "follow_up": [_person_line(line) for line in plan.follow_up],
        "new": [scored(line) for line in plan.new.pick],
        "alternates": [scored(line) for line in plan.new.alternates],
        "ask": plan.new.ask and _person_line(plan.new.ask),
        "new_done": plan.new.done,
        "keep": [scored(line) for line in plan.keep],
        "reconnect": [scored(line) for line in plan.reconnect],
        "stuck": [_person_line(line) for line in plan.stuck],
        "thank": [_person_line(line) for line in plan.thank],
        "numbers": plan.numbers._asdict(),
        "hidden": dict(plan.hidden),
        "counts": plan.counts._asdict(),
        "notes": list(plan.notes),
    }


def _person_line(line: Line) -> dict[str, Any]:
    """One line for programs."""
    return brief(line.person) | {"text": line.text, "next": line.next} | line.more


def scored(line: Line) -> dict[str, Any]:
    """One line with its points."""
    terms = [term_data(term) for term in line.terms]
    return _person_line(line) | {"score": line.score, "terms": terms}


def term_data(term: ScoredTerm) -> dict[str, Any]:
    """One reason for programs."""
    return term._asdict()
