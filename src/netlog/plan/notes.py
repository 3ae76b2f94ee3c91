"""What the page says once: an absence, a pause, a cadence that grew, what is new."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from netlog.db import sql
from netlog.domain.numbers import counted
from netlog.domain.person import Person
from netlog.domain.spans import from_days, spell_every
from netlog.domain.weeks import parse_week
from netlog.namedtuple import NamedTuple
from netlog.plan.cadence import cadences_with, count_on_default
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line
from netlog.plan.slots.keep import KeepSlot, asked_a_week

_WEEK = timedelta(weeks=1)
_HALF_YEAR = timedelta(weeks=26)
_QUARTERS = (1, 4, 7, 10)
_FIRST_WEEK = 7
_SHOWN = 3
_NEW_IN_4 = (
    "New: whoever you meet comes up again, answers are noted with netlog heard, and"
    " the page fits a screen; netlog due SLOT shows all of one."
)


class Noted(NamedTuple):
    """What some slots have besides their lines: keep, and who is paused elsewhere."""

    kept: KeepSlot
    unanswered: tuple[Person, ...]


def away_line(
    inputs: PlanInputs, whole: Mapping[str, tuple[Line, ...]], kept: KeepSlot
) -> str:
    """After an absence, what it left open; '' where there was none, or nothing is."""
    settings = inputs.context.settings
    weeks = inputs.active.idle_weeks
    if weeks < settings.away_weeks:
        return ""
    named = {
        "promises": ("promise", "promises"),
        "follow_up": ("follow-up", "follow-ups"),
        "no_answer": ("without an answer", "without an answer"),
        "thank": ("to thank", "to thank"),
    }
    left = [counted(len(whole[slot]), *named[slot]) for slot in named if whole[slot]]
    keep = len(kept.lines) + kept.more
    if keep:
        left.append(f"{keep} a week to keep up with, for {settings.stand_weeks} weeks")
    if not left:
        return ""
    time, they = counted(weeks, "week"), "they" if weeks > 1 else "it"
    return f"Nothing was entered for {time}; {they} left {', '.join(left)}."


def notes_for(inputs: PlanInputs, noted: Noted) -> Iterator[str]:
    """The lines at the foot of the page, each of which stands there once."""
    yield from _upgraded(inputs)
    yield from _left_new(inputs)
    yield from _paused(noted)
    yield from _too_many(inputs, noted.kept)
    yield from _grown(inputs)
    yield from _waited(inputs)


def _upgraded(inputs: PlanInputs) -> Iterator[str]:
    """On the day of an upgrade, what is new."""
    moments = sql.schemas(inputs.store)
    if moments[1:] and moments[-1].astimezone().date() == inputs.context.today:
        yield _NEW_IN_4


def _left_new(inputs: PlanInputs) -> Iterator[str]:
    """Who left new just now, after three weeks as the pick."""
    for key in sorted(inputs.gates.passed_by):
        person = sql.person(inputs.store, key)
        last = sql.picked_weeks(inputs.store, key)[-1]
        just_now = inputs.active.weeks_since(parse_week(last).monday) == 1
        if person and just_now and not inputs.gates.put_off(person):
            yield (
                f"{person.name} was the pick of three weeks and is left in peace now:"
                f" netlog wake {person.handle} brings them back."
            )


def _paused(noted: Noted) -> Iterator[str]:
    """Who is paused since this week."""
    named = [person.handle for person in (*noted.kept.paused, *noted.unanswered)]
    if named:
        more = len(named) - _SHOWN
        some = ", ".join(named[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        yield f"Left in peace for some weeks: {some}; netlog wake WHO lifts it."


def _too_many(inputs: PlanInputs, kept: KeepSlot) -> Iterator[str]:
    """Where the cadences ask for more than the page holds, what would do."""
    size = inputs.context.settings.keep
    wanted = round(asked_a_week(inputs)) if kept.more else 0
    if wanted > size:
        yield (
            f"The cadences ask for {wanted} a week and {size} are shown: longer ones"
            f" (netlog edit WHO --every 6m) or plan.keep = {wanted} would do."
        )


def _grown(inputs: PlanInputs) -> Iterator[str]:
    """That the cadence of everybody sat down with grew in the week before this one."""
    monday = inputs.context.week.monday
    settings = inputs.context.settings
    usual = cadences_with(settings, 0).everybody
    if inputs.load_facts.cadences.everybody == usual:
        return
    now, before = count_on_default(settings, inputs.store, monday, monday - _WEEK)
    everybody = cadences_with(settings, now).everybody
    if everybody > cadences_with(settings, before).everybody:
        every = spell_every(from_days(everybody))
        yield (
            f"Whoever you sat down with comes up {every} now, for there are {now}:"
            " plan.a_week in the config."
        )


def _waited(inputs: PlanInputs) -> Iterator[str]:
    """Once a quarter, how many introductions wait for over half a year."""
    monday = inputs.context.week.monday
    if monday.month not in _QUARTERS or monday.day > _FIRST_WEEK:
        return
    number = sql.count_introduced_by(inputs.store, monday - _HALF_YEAR)
    if number:
        many = counted(number, "introduction has", "introductions have")
        yield f"{many} waited for over half a year: netlog list new=yes"
