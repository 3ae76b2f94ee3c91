"""Why somebody stands in the plan, or what keeps them out."""

from datetime import date

from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.spans import after, parse_span
from netlog.plan.census import keep_until
from netlog.plan.gates import GATES, is_new
from netlog.plan.result import Line, Plan
from netlog.plan.score import Term
from netlog.plan.slots import keep, new, reconnect
from netlog.plan.slots.new import Desk
from netlog.records import NamedTuple

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
    terms: tuple[Term, ...] = ()
    same: tuple[str, ...] = ()
    behind: float = 0.0


class Why(NamedTuple):
    """Everything that decides about one person this week.

    `alternate` says that they come in when the pick is swapped, `held` that the
    coffee of the week is.
    """

    person: Person
    reasons: tuple[Reason, ...]
    gate: str = ""
    lift: str = ""
    alternate: bool = False
    held: bool = False


def why(person: Person, plan: Plan, desk: Desk) -> Why:
    """The slots somebody stands in or could, or the gate and how to lift it."""
    gate = desk.gates.general(person)
    if not gate and is_new(person):
        gate = desk.gates.for_new(person)
        gate = gate or "swapped" * (person.id in desk.gates.swapped)
    reasons = (*_plain(person, plan), *_scored(person, plan, desk))
    if not gate:
        alternate = any(one.person.id == person.id for one in plan.new.alternates)
        found = reasons or (_not_due(person, plan, desk),)
        return Why(person, found, alternate=alternate, held=plan.new.done)
    held = GATES[gate]
    ways = desk.source.ways_to(person.id)
    introducer = ways[-1].handle if ways else "WHO"
    return Why(person, reasons, held.says(person), held.lift(person, introducer))


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


def _scored(person: Person, plan: Plan, desk: Desk) -> list[Reason]:
    ranked = {
        "new": () if plan.new.done else new.ranked(desk) or new.again(desk),
        "keep": keep.ranked(desk, ()),
        "reconnect": reconnect.ranked(desk, ()),
    }
    shown = {
        "new": plan.new.pick + plan.new.alternates,
        "keep": plan.keep,
        "reconnect": plan.reconnect,
    }
    found = [
        _ranked(slot, person, lines, shown[slot]) for slot, lines in ranked.items()
    ]
    return [reason for reason in found if reason]


def _ranked(
    slot: str, person: Person, lines: tuple[Line, ...], shown: tuple[Line, ...]
) -> Reason | None:
    places = [n for n, one in enumerate(lines) if one.person.id == person.id]
    if not places:
        return None
    line = lines[places[0]]
    return Reason(
        slot,
        line.text,
        places[0] + 1,
        len(lines),
        shown=any(one.person.id == person.id for one in shown),
        terms=line.terms,
        same=same_for_all(lines),
        behind=_behind(line, shown),
    )


def _behind(line: Line, shown: tuple[Line, ...]) -> float:
    """How many points are missing to the last one shown."""
    least = min((one.score for one in shown), default=line.score)
    return round(max(least - line.score, 0.0), 3)


def same_for_all(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The terms that give everybody the same points: they decide nothing."""
    if len(lines) < 2:  # noqa: PLR2004 (one alone has nobody to differ from)
        return ()
    by_term = zip(*(line.terms for line in lines), strict=True)
    return tuple(
        terms[0].name for terms in by_term if len({t.points for t in terms}) == 1
    )


def _not_due(person: Person, plan: Plan, desk: Desk) -> Reason:
    """Nothing asks for them: when something will, or what would."""
    if is_new(person):
        done = "the coffee of this week is held already"
        return Reason("new", done if plan.new.done else "not drawn this week")
    if not person.cadence:
        return Reason("keep", "no cadence is set; they come back by reconnect")
    ends = after(person.waits_from, parse_span(person.cadence))
    if person.waits_from > keep_until(desk.frame, person.cadence):
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
        return "" if why.held else f"netlog intro {handle} --by WHO"
    return f"netlog edit {handle} --every {_cadence_by(why.person, sunday)}"


def _cadence_by(person: Person, sunday: date) -> str:
    """The longest usual cadence that ends by a day, else one of days."""
    for code in _CADENCES:
        if after(person.waits_from, parse_span(code)) <= sunday:
            return code
    return f"{max((sunday - person.waits_from).days, 1)}d"
