"""Coffee with someone new: one pick, pinned with its two alternates."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netlog.domain import draws
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.plan import lens, terms
from netlog.plan.frame import Frame
from netlog.plan.gates import Gates, is_new
from netlog.plan.gathering import Gatherer
from netlog.plan.result import Line, NewSlot
from netlog.plan.score import terms_for
from netlog.plan.slots import asking, picking
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource

_DRAWN = 100
_PINNED = 3


class Desk(NamedTuple):
    """What every slot with a score works with."""

    frame: Frame
    source: "PlanSource"
    gates: Gates
    gather: Gatherer


def fill(desk: Desk) -> NewSlot:
    """The pick and its alternates, or that it is done, or whom to ask."""
    pinned = _pinned(desk)
    if _is_done(desk, [person.id for person in pinned]):
        return NewSlot(done=True)
    live = lines(desk, [person for person in pinned if is_open(desk, person)])
    more, to_pin = _more(desk, pinned, live)
    chosen = (live + more)[:_PINNED]
    if chosen:
        return NewSlot(chosen[:1], chosen[1:], to_pin=to_pin)
    return NewSlot(ask=asking.whom_to_ask(desk.source, desk.gates))


def _more(
    desk: Desk, pinned: Iterable[Person], live: tuple[Line, ...]
) -> tuple[tuple[Line, ...], tuple[ToPin, ...]]:
    """Who stands behind those that are pinned, and their pins."""
    missing = _PINNED - len(live)
    if missing <= 0:
        return (), ()
    there = {person.id for person in pinned}
    once_more = all("again" in line.more for line in live)
    ranking = ranked(desk) or (again(desk) if once_more else ())
    chosen = tuple(line for line in ranking if line.person.id not in there)[:missing]
    week = desk.frame.week.code
    first = len(desk.source.pins("new", week))
    return chosen, tuple(
        ToPin("new", week, place, line.person.id)
        for place, line in enumerate(chosen, first)
    )


def _pinned(desk: Desk) -> list[Person]:
    pins = desk.source.pins("new", desk.frame.week.code)
    people = (desk.source.person(pin.person_id) for pin in pins)
    return [person for person in people if person]


def _is_done(desk: Desk, pinned: Iterable[int]) -> bool:
    """A sit-down this week with anybody new, or with the one picked again."""
    sat_with = desk.gates.sat_with
    if sat_with.intersection(pinned):
        return True
    people = (desk.source.person(key) for key in sorted(sat_with))
    return any(_was_new(person, desk) for person in people if person)


def _was_new(person: Person, desk: Desk) -> bool:
    first = person.first_sitdown
    return not person.known and first is not None and first >= desk.frame.week.monday


def is_open(desk: Desk, person: Person) -> bool:
    """Whether somebody could be the pick: new or long without, and no gate."""
    long_ago = (
        person.last_sitdown is not None
        and person.last_sitdown <= desk.frame.again_until
    )
    return (is_new(person) or long_ago) and not desk.gates.bars_new(person)


def considered(desk: Desk) -> list[Person]:
    """The 300 new people most recently introduced or met, and 100 drawn others."""
    today = desk.frame.today
    fresh = desk.source.fresh(today)
    seen = {person.id for person in fresh}
    start = draws.start(lens.week_number(desk.frame.week))
    drawn = picking.around(lambda place: desk.source.drawn(today, place), start)
    others = [person for person in drawn if person.id not in seen]
    return fresh + others[:_DRAWN]


def ranked(desk: Desk) -> tuple[Line, ...]:
    """Everybody considered and open, the best first."""
    people = [p for p in considered(desk) if not desk.gates.bars_new(p)]
    return picking.best_first(lines(desk, people))


def again(desk: Desk) -> tuple[Line, ...]:
    """Nobody is new: who is longest without a sit-down, 52 weeks or more."""
    frame = desk.frame
    people = desk.source.without_sitdown(frame.again_until, frame.today)
    return lines(desk, [p for p in people if not desk.gates.bars_new(p)])


def lines(desk: Desk, people: Iterable[Person]) -> tuple[Line, ...]:
    """One line a person, with the points."""
    return tuple(_line(desk, person) for person in people)


def _line(desk: Desk, person: Person) -> Line:
    facts = desk.gather.for_new(person)
    scored = terms_for("new", terms.NEW, facts, desk.frame)
    said = picking.reasons(scored, person, desk.frame)
    offered = [way for way in facts.counted_ways if way.state == "offered"]
    if offered and len(offered) == len(facts.counted_ways):
        said += f"; ask {offered[-1].name} for the mail"
    return Line(
        person,
        said,
        f"netlog log {person.handle} -k coffee",
        terms=scored,
        more={} if is_new(person) else {"again": True},
    )
