"""Why somebody stands in the plan, or what keeps them out."""

from datetime import date

from netlog.db import sql
from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.spans import after, parse_span
from netlog.namedtuple import NamedTuple
from netlog.plan.gates import GATES, is_new
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line, Plan
from netlog.plan.score import ScoredTerm
from netlog.plan.slots import keep, new, reconnect

_CADENCES = ("1y", "6m", "3m", "1m", "2w", "1w")


class Reason(NamedTuple):
    """One slot and where somebody stands in it.

    `place` is from 1 among `of`; 0 where they are not ranked.  `same` are the
    terms that are the same for everybody there, and so decide nothing.
    """

    slot: str
    text: str
    place: int = 0
    of: int = 0
    shown: bool = False
    terms: tuple[ScoredTerm, ...] = ()
    same: tuple[str, ...] = ()
    behind: float = 0.0


class Why(NamedTuple):
    """Everything that decides about one person this week.

    `alternate` says that they come in when the pick is swapped, `coffee_held`
    that the coffee of the week is over.
    """

    person: Person
    reasons: tuple[Reason, ...]
    gate: str = ""
    lift: str = ""
    alternate: bool = False
    coffee_held: bool = False


def why(person: Person, plan: Plan, inputs: PlanInputs) -> Why:
    """The slots somebody stands in or could, or the gate and how to lift it."""
    gate = inputs.gates.general(person)
    if not gate and (is_new(person) or new.comes_again(inputs, person)):
        gate = inputs.gates.for_new(person)
    reasons = (*_plain(person, plan), *_scored(person, plan, inputs))
    if not gate:
        alternate = any(line.person.id == person.id for line in plan.new.alternates)
        reasons = reasons or (_not_due(person, plan, inputs),)
        return Why(person, reasons, alternate=alternate, coffee_held=plan.new.done)
    closed = GATES[gate]
    ways = sql.ways_to(inputs.store, person.id)
    introducer = ways[-1].handle if ways else "WHO"
    said = closed.says(inputs.gates, person)
    return Why(person, reasons, said, closed.lift(person, introducer))


def _plain(person: Person, plan: Plan) -> list[Reason]:
    slots = {
        "promises": plan.promises,
        "follow_up": plan.follow_up,
        "stuck": plan.stuck,
        "thank": plan.thank,
    }
    return [
        Reason(slot, line.text, shown=True)
        for slot, lines in slots.items()
        for line in lines
        if line.person.id == person.id
    ]


def _scored(person: Person, plan: Plan, inputs: PlanInputs) -> list[Reason]:
    ranked = {
        "new": () if plan.new.done else new.ranked(inputs) or new.again(inputs),
        "keep": keep.ranked(inputs, ()),
        "reconnect": reconnect.ranked(inputs, ()),
    }
    shown = {
        "new": plan.new.pick + plan.new.alternates,
        "keep": plan.keep,
        "reconnect": plan.reconnect,
    }
    reasons = [
        _ranked(slot, person, lines, shown[slot]) for slot, lines in ranked.items()
    ]
    return [reason for reason in reasons if reason]


def _ranked(
    slot: str, person: Person, lines: tuple[Line, ...], shown: tuple[Line, ...]
) -> Reason | None:
    places = [n for n, line in enumerate(lines) if line.person.id == person.id]
    if not places:
        return None
    line = lines[places[0]]
    return Reason(
        slot,
        line.text,
        places[0] + 1,
        len(lines),
        shown=any(other.person.id == person.id for other in shown),
        terms=line.terms,
        same=same_for_all(lines),
        behind=_behind(line, shown),
    )


def _behind(line: Line, shown: tuple[Line, ...]) -> float:
    """How many points are missing to the last one shown."""
    least = min((other.score for other in shown), default=line.score)
    return round(max(least - line.score, 0.0), 3)


def same_for_all(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The terms that give everybody the same points: they decide nothing."""
    if len(lines) < 2:  # noqa: PLR2004 (one alone has nobody to differ from)
        return ()
    by_term = zip(*(line.terms for line in lines), strict=True)
    return tuple(
        terms[0].name for terms in by_term if len({t.points for t in terms}) == 1
    )


def _not_due(person: Person, plan: Plan, inputs: PlanInputs) -> Reason:
    """Nothing asks for them: when something will, or what would."""
    if is_new(person):
        done = "the coffee of this week is held already"
        return Reason("new", done if plan.new.done else "not drawn this week")
    if not person.cadence:
        return Reason("keep", "no cadence is set; they come back by reconnect")
    ends = after(person.waits_from, parse_span(person.cadence))
    if person.waits_from > inputs.context.keep_until(person.cadence):
        return Reason("keep", f"their cadence ends on {spell(ends)}")
    return Reason("keep", "others have waited longer")


def smallest_change(why: Why, sunday: date) -> str:
    """The command that would bring somebody in, '' where they are in."""
    if why.alternate:
        return "netlog swap"
    if why.lift or any(reason.shown for reason in why.reasons):
        return why.lift
    handle = why.person.handle
    if is_new(why.person):
        return "" if why.coffee_held else f"netlog intro {handle} --by WHO"
    return f"netlog edit {handle} --every {_cadence_by(why.person, sunday)}"


def _cadence_by(person: Person, sunday: date) -> str:
    """The longest usual cadence that ends by a day, else one of days."""
    for code in _CADENCES:
        if after(person.waits_from, parse_span(code)) <= sunday:
            return code
    return f"{max((sunday - person.waits_from).days, 1)}d"
