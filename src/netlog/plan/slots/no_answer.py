"""No answer yet: introduced people I wrote to or tried, and never heard from."""

from netlog.db import sql
from netlog.domain.introduction import Way
from netlog.domain.person import Person
from netlog.namedtuple import NamedTuple
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line

ASKED, WAITS, PAUSED = "asked", "waits", "paused"
_LAST = 3
_ONCE = 2


class Step(NamedTuple):
    """Which step it is with somebody, and whether it is asked, waits or is paused.

    `just_now`: it was paused this very week.
    """

    number: int
    state: str
    just_now: bool = False


class NoAnswer(NamedTuple):
    """Who is asked about, who waits, and who is paused since this week."""

    lines: tuple[Line, ...]
    waiting: frozenset[int]
    paused: tuple[Person, ...]


def fill(inputs: PlanInputs) -> NoAnswer:
    """The latest first."""
    lines, waiting, paused = [], set(), []
    settings = inputs.context.settings
    weeks = settings.wait_weeks + settings.stand_weeks + 1
    since = inputs.active.back(7 * weeks)
    for person in sql.unheard(inputs.store, inputs.context.today, since):
        ways = [way for way in sql.ways_to(inputs.store, person.id) if way.counts]
        if not is_unheard(person, ways) or inputs.gates.general(person):
            continue
        step = step_of(inputs, person, ways)
        if step.state == ASKED:
            lines.append(_line(person, ways[-1], step))
        elif step.state == WAITS:
            waiting.add(person.id)
        elif step.just_now:
            paused.append(person)
    return NoAnswer(tuple(lines), frozenset(waiting), tuple(paused))


def is_unheard(person: Person, ways: list[Way]) -> bool:
    """Whether somebody was introduced and has not been heard from since."""
    last = person.last_heard
    return bool(ways) and (last is None or last < ways[-1].day)


def step_of(inputs: PlanInputs, person: Person, ways: list[Way]) -> Step:
    """Where it stands: counted from the last thing that was sent or tried."""
    settings = inputs.context.settings
    number = min(person.open_tries, _LAST)
    sent = person.last_tried or inputs.context.today
    days = inputs.active.days_since(sent)
    begins = settings.answer_days if number < _LAST else 7 * settings.wait_weeks
    ends = begins + 7 * settings.stand_weeks
    if days < begins:
        return Step(number, WAITS)
    if number == _LAST and _was_asked(inputs, ways, days - begins):
        return Step(number, PAUSED)
    if days >= ends:
        return Step(number, PAUSED, days < ends + 7)
    return Step(number, ASKED)


def _was_asked(inputs: PlanInputs, ways: list[Way], days: int) -> bool:
    """Whether there was contact with the introducer in so many days."""
    introducer = sql.person(inputs.store, ways[-1].introducer_id)
    last = introducer.last_contact if introducer else None
    return last is not None and inputs.active.days_since(last) <= days


def _line(person: Person, way: Way, step: Step) -> Line:
    times = "once" if person.open_tries == 1 else f"{person.open_tries} times"
    tried = f"written to or tried {times}"
    command = f"netlog log {person.handle} -k email"
    if step.number == _LAST:
        text = f"{tried}: ask {way.name}, or let it go"
        command = f"netlog log {way.handle} -k message"
    elif step.number == _ONCE:
        text = f"{tried}; {way.name} introduced you: what could they lose or gain?"
    else:
        text = f"{tried}, no answer: once more"
    more = {"tries": person.open_tries, "step": step.number, "introducer": way.name}
    return Line(person, text, command, more=more, short=f"{tried}, no answer")
