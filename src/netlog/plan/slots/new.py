"""Coffee with someone new: one pick, pinned with its two alternates."""

from collections.abc import Callable, Iterable, Sequence

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.dates import spell_short
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.domain.stable_random import draw_start
from netlog.plan.context import PlanContext, week_number
from netlog.plan.gates import Gates, is_new
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line, NewSlot
from netlog.plan.score import ScoredTerm, scored_terms
from netlog.plan.terms.new import NEW_TERMS

_DRAWN = 100
_PINNED = 3
_SAID_OF_NEW = ("named by", "client path")
_FAR = 0.7


def fill(inputs: PlanInputs) -> NewSlot:
    """The pick and its alternates, or that it is done, or whom to ask."""
    pinned = _pinned(inputs)
    if _is_done(inputs, [person.id for person in pinned]):
        return NewSlot(done=True)
    live = lines_for(inputs, [person for person in pinned if is_open(inputs, person)])
    more, to_pin = _more(inputs, pinned, live)
    chosen = (live + more)[:_PINNED]
    if chosen:
        return NewSlot(chosen[:1], chosen[1:], to_pin=to_pin)
    return NewSlot(ask=whom_to_ask(inputs.store, inputs.gates))


def _more(
    inputs: PlanInputs, pinned: Iterable[Person], live: tuple[Line, ...]
) -> tuple[tuple[Line, ...], tuple[ToPin, ...]]:
    """Who stands behind those that are pinned, and their pins."""
    missing = _PINNED - len(live)
    if missing <= 0:
        return (), ()
    pinned_ids = {person.id for person in pinned}
    once_more = all("again" in line.more for line in live)
    ranking = ranked(inputs) or (again(inputs) if once_more else ())
    others = (line for line in ranking if line.person.id not in pinned_ids)
    chosen = tuple(others)[:missing]
    week = inputs.context.week.code
    first = len(sql.pins(inputs.store, "new", week))
    return chosen, tuple(
        ToPin("new", week, place, line.person.id)
        for place, line in enumerate(chosen, first)
    )


def _pinned(inputs: PlanInputs) -> list[Person]:
    pins = sql.pins(inputs.store, "new", inputs.context.week.code)
    people = (sql.person(inputs.store, pin.person_id) for pin in pins)
    return [person for person in people if person]


def _is_done(inputs: PlanInputs, pinned: Iterable[int]) -> bool:
    """A sit-down this week with anybody new, or with the one picked again."""
    sat_with = inputs.gates.sat_with
    if sat_with.intersection(pinned):
        return True
    people = (sql.person(inputs.store, key) for key in sorted(sat_with))
    return any(_was_new(person, inputs) for person in people if person)


def _was_new(person: Person, inputs: PlanInputs) -> bool:
    first = person.first_sitdown
    monday = inputs.context.week.monday
    return not person.known and first is not None and first >= monday


def is_open(inputs: PlanInputs, person: Person) -> bool:
    """Whether somebody could be the pick: new or long without, and no gate."""
    could_be = is_new(person) or _was_long_ago(inputs, person)
    return could_be and not inputs.gates.bars_new(person)


def comes_again(inputs: PlanInputs, person: Person) -> bool:
    """Whether a gate alone keeps somebody, long without, from a coffee once more."""
    return _was_long_ago(inputs, person) and not ranked(inputs)


def _was_long_ago(inputs: PlanInputs, person: Person) -> bool:
    last = person.last_sitdown
    return last is not None and last <= inputs.context.again_until


def considered(inputs: PlanInputs) -> list[Person]:
    """The 300 new people most recently introduced or met, and 100 drawn others."""
    today = inputs.context.today
    fresh = sql.fresh(inputs.store, today)
    seen = {person.id for person in fresh}
    start = draw_start(week_number(inputs.context.week))
    drawn = around(lambda place: sql.drawn(inputs.store, today, place), start)
    others = [person for person in drawn if person.id not in seen]
    return fresh + others[:_DRAWN]


def ranked(inputs: PlanInputs) -> tuple[Line, ...]:
    """Everybody considered and open, the best first."""
    people = [p for p in considered(inputs) if not inputs.gates.bars_new(p)]
    return best_first(lines_for(inputs, people))


def again(inputs: PlanInputs) -> tuple[Line, ...]:
    """Nobody is new: who is longest without a sit-down, 52 weeks or more."""
    context = inputs.context
    people = sql.longest_without_sitdown(
        inputs.store, until=context.again_until, today=context.today
    )
    return lines_for(inputs, [p for p in people if not inputs.gates.bars_new(p)])


def lines_for(inputs: PlanInputs, people: Iterable[Person]) -> tuple[Line, ...]:
    """One line a person, with the points."""
    return tuple(_line(inputs, person) for person in people)


def _line(inputs: PlanInputs, person: Person) -> Line:
    facts = inputs.load_facts.for_new(person)
    scored = scored_terms("new", NEW_TERMS, facts, inputs.context)
    text = reasons(scored, person, inputs.context)
    offered = [way for way in facts.counted_ways if way.state == "offered"]
    if offered and len(offered) == len(facts.counted_ways):
        text += f"; ask {offered[-1].name} for the mail"
    return Line(
        person,
        text,
        f"netlog log {person.handle} -k coffee",
        terms=scored,
        more={} if is_new(person) else {"again": True},
    )


def around(ask: Callable[[int], list[Person]], start: int) -> list[Person]:
    """Who is drawn from a place on, and from the beginning again."""
    drawn = ask(start)
    seen = {person.id for person in drawn}
    return drawn + [person for person in ask(0) if person.id not in seen]


def best_first(lines: Iterable[Line]) -> tuple[Line, ...]:
    """By score, then by handle so that the order is always the same."""
    return tuple(sorted(lines, key=lambda line: (-line.score, line.person.handle)))


def reasons(scored: Sequence[ScoredTerm], person: Person, context: PlanContext) -> str:
    """Why somebody new: by whom, since when, what else speaks for them."""
    by_name = {term.name: term for term in scored}
    first = f"{by_name['warmth'].text} {by_name['freshness'].text}".strip()
    more = [by_name[name].text for name in _SAID_OF_NEW]
    if by_name["bridge"].measure >= _FAR:
        more.append(by_name["bridge"].text)
    return ", ".join(part for part in [first, _met(person, context), *more] if part)


def _met(person: Person, context: PlanContext) -> str:
    if person.last_sitdown:
        weeks = (context.today - person.last_sitdown).days // 7
        return f"last sat down {spell_short(person.last_sitdown)}, {weeks} weeks ago"
    return "no coffee yet" if person.touches else "never met"


def whom_to_ask(store: Store, gates: Gates) -> Line | None:
    """Who has introduced most, else whom you last had contact with, else nobody."""
    for introducer in sql.introducers(store):
        person = sql.person(store, introducer.person_id)
        if person and not gates.put_off(person):
            times = introducer.introductions
            people = "one person" if times == 1 else f"{times} people"
            return _asking_line(person, f"introduced {people} so far")
    for person in sql.last_met(store, gates.today):
        if not gates.put_off(person) and not is_new(person):
            return _asking_line(person, "the last you were in touch with")
    return None


def _asking_line(person: Person, why: str) -> Line:
    return Line(
        person,
        f"ask whom you should meet: {why}",
        f"netlog log {person.handle} -k message --names NAME",
    )
