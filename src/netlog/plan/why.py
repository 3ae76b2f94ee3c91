"""Why somebody stands in the plan, or what keeps them out."""

from datetime import date, timedelta

from netlog.db import sql
from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.spans import in_days, parse_span
from netlog.namedtuple import NamedTuple
from netlog.plan.gates import GATES, is_new
from netlog.plan.inputs import PlanInputs
from netlog.plan.pauses import pauses_for
from netlog.plan.result import Line, Plan
from netlog.plan.score import ScoredTerm
from netlog.plan.slots import keep, new, no_answer, reconnect

_CADENCES = ("1y", "6m", "3m", "1m", "2w", "1w")


_LONGER = "others have waited longer"


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

    @property
    def is_due(self) -> bool:
        """Whether nothing but others is in the way."""
        return self.place > 0 or self.text == _LONGER


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
    if not gate and is_new(person):
        gate = inputs.gates.for_new(person)
    reasons, lift = (*_plain(person, plan), *_scored(person, plan, inputs)), ""
    if reasons and not any(reason.slot == "keep" for reason in reasons):
        cut, lift = _cut_off(person, inputs)
        reasons += cut
    if not reasons and not (gate and _stands_nowhere(person, inputs)):
        reason, lift = _not_due(person, plan, inputs)
        reasons = (reason,)
    if not gate:
        alternate = any(line.person.id == person.id for line in plan.new.alternates)
        held = bool(plan.new.state)
        return Why(person, reasons, lift=lift, alternate=alternate, coffee_held=held)
    closed = GATES[gate]
    ways = sql.ways_to(inputs.store, person.id)
    introducer = ways[-1].handle if ways else "WHO"
    said = closed.says(inputs.gates, person)
    return Why(person, reasons, said, closed.lift(person, introducer))


def _stands_nowhere(person: Person, inputs: PlanInputs) -> bool:
    """Whether a gate that holds somebody leaves no other slot for them."""
    general = inputs.gates.general(person)
    return bool(general) or inputs.load_facts.cadence_of(person) is None


def _plain(person: Person, plan: Plan) -> list[Reason]:
    slots = {
        "booked": plan.booked,
        "promises": plan.promises,
        "follow_up": plan.follow_up,
        "no_answer": plan.no_answer,
        "days": plan.days,
        "ask_back": plan.ask_back,
        "thank": plan.thank,
        "phone": plan.phone,
    }
    return [
        Reason(slot, line.text, shown=True)
        for slot, lines in slots.items()
        for line in lines
        if line.person.id == person.id
    ]


def _scored(person: Person, plan: Plan, inputs: PlanInputs) -> list[Reason]:
    ranked = {
        "new": () if plan.new.state else new.ranked(inputs) or new.last_resorts(inputs),
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


def _not_due(person: Person, plan: Plan, inputs: PlanInputs) -> tuple[Reason, str]:
    """Nothing asks for them: when something will, and what would if it is one thing."""
    waits = _waits_for_answer(person, inputs)
    if waits:
        return waits
    if is_new(person) and not inputs.gates.for_new(person):
        done = "the coffees of this week and the next are booked or held"
        return Reason("new", done if plan.new.state else "not drawn this week"), ""
    cadence = inputs.load_facts.cadence_of(person)
    if cadence is None:
        return Reason("keep", "no cadence is set; they come back by reconnect"), ""
    begun = inputs.load_facts.cadences.runs_from(person, cadence)
    if begun > inputs.context.keep_until(cadence):
        ends = begun + timedelta(days=cadence)
        return Reason("keep", f"their cadence ends on {spell(ends)}"), ""
    (reason,), lift = _cut_off(person, inputs)
    return reason, lift


def _cut_off(person: Person, inputs: PlanInputs) -> tuple[tuple[Reason, ...], str]:
    """Why keep does not consider somebody whose cadence has ended; else nothing."""
    cadence = inputs.load_facts.cadence_of(person)
    if cadence is None or inputs.gates.general(person):
        return (), ""
    begun = inputs.load_facts.cadences.runs_from(person, cadence)
    if begun > inputs.context.keep_until(cadence):
        return (), ""
    if pauses_for(inputs).holds(person):
        said = "left in peace for some weeks: named or tried in vain"
        return (Reason("keep", said),), f"netlog wake {person.handle}"
    return (Reason("keep", _LONGER),), ""


def _waits_for_answer(person: Person, inputs: PlanInputs) -> tuple[Reason, str] | None:
    """That there is time for an answer, or that nothing is asked any more."""
    ways = [way for way in sql.ways_to(inputs.store, person.id) if way.counts]
    if not person.open_tries or not no_answer.is_unheard(person, ways):
        return None
    step = no_answer.step_of(inputs, person, ways)
    if step.state == no_answer.WAITS and person.last_tried:
        said = f"written to on {spell(person.last_tried)}"
        return Reason("no_answer", said), f"netlog heard {person.handle}"
    said = "no answer; left in peace until they are heard from"
    return Reason("no_answer", said), f"netlog wake {person.handle}"


def smallest_change(why: Why, sunday: date) -> str:
    """The command that would bring somebody in, '' where they are in."""
    if why.alternate:
        return "netlog swap"
    if why.lift or any(reason.shown for reason in why.reasons):
        return why.lift
    handle = why.person.handle
    if any(reason.slot == "keep" and reason.is_due for reason in why.reasons):
        return ""
    if is_new(why.person):
        return "" if why.coffee_held else f"netlog intro {handle} --by WHO"
    return f"netlog edit {handle} --every {_cadence_by(why.person, sunday)}"


def _cadence_by(person: Person, sunday: date) -> str:
    """The longest usual cadence that ends by a day, else one of days."""
    begun = max(person.waits_from, person.last_contact or date.min)
    for code in _CADENCES:
        if begun + timedelta(days=in_days(parse_span(code))) <= sunday:
            return code
    return f"{max((sunday - begun).days, 1)}d"
