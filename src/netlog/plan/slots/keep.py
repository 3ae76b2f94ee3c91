"""Keep in touch: whose cadence ends by Sunday, the longest-waiting share first."""

from collections.abc import Collection
from datetime import date, timedelta

from netlog.db import sql
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.namedtuple import NamedTuple
from netlog.plan.inputs import PlanInputs
from netlog.plan.pauses import Pauses, pauses_for
from netlog.plan.result import Line
from netlog.plan.score import scored_terms
from netlog.plan.slots.days import month_days
from netlog.plan.terms.keep import KEEP_TERMS, is_lost, waited_share
from netlog.plan.terms.new import days_ago

_CONSIDERED = 10
_MOST = 400
_SOON = timedelta(days=14)
_DRIFTING = 4
"""Silent for so many of their own usual gaps, they are asked for without a cadence."""


class Due(NamedTuple):
    """Somebody who waits, how long as a share of their cadence, and the cadence."""

    person: Person
    share: float
    cadence: int | None


class KeepSlot(NamedTuple):
    """Who is asked for, how many more wait, whom to note for the week; the pauses.

    `due` is everybody who waits, shown or not; `paused` who would, and is left in peace
    since this week.
    """

    lines: tuple[Line, ...]
    more: int
    to_pin: tuple[ToPin, ...]
    pauses: Pauses
    due: tuple[Person, ...]
    paused: tuple[Person, ...]


def fill(inputs: PlanInputs, taken: Collection[int]) -> KeepSlot:
    """The best of those who wait longest; nobody is asked for earlier."""
    found = waiting(inputs, taken)
    number = _dealt_again(inputs, len(found.due) + found.beyond)
    lines = _best(inputs, found.due[:number])[: inputs.context.settings.keep]
    return KeepSlot(
        lines,
        number - len(lines),
        _notes(inputs, lines),
        found.pauses,
        tuple(each.person for each in found.due),
        found.paused,
    )


def _notes(inputs: PlanInputs, lines: tuple[Line, ...]) -> tuple[ToPin, ...]:
    """Who was named is noted once a week."""
    week = inputs.context.week
    if sql.pins(inputs.store, "keep", week.code):
        return ()
    return tuple(
        ToPin("keep", week.code, place, week.monday, line.person.id)
        for place, line in enumerate(lines)
    )


def ranked(inputs: PlanInputs, taken: Collection[int]) -> tuple[Line, ...]:
    """Everybody considered, by score and then by the share they have waited."""
    found = waiting(inputs, taken)
    number = _dealt_again(inputs, len(found.due) + found.beyond)
    return _best(inputs, found.due[:number])


def _best(inputs: PlanInputs, due: list[Due]) -> tuple[Line, ...]:
    size = max(_CONSIDERED, 2 * inputs.context.settings.keep)
    considered = due[:size]
    if due[size:]:
        soon = with_a_day(inputs)
        considered += [each for each in due[size:] if each.person.id in soon]
    scored = [(each.share, _line(inputs, each.person)) for each in considered]
    scored.sort(key=lambda pair: (-pair[1].score, -pair[0], pair[1].person.handle))
    return tuple(line for _, line in scored)


def with_a_day(inputs: PlanInputs) -> frozenset[int]:
    """Who has a birthday, or another day of theirs, within two weeks."""
    today = inputs.context.today
    return frozenset(
        key
        for first, last in month_days(today, today + _SOON)
        for key in sql.with_a_day_between(inputs.store, first, last)
    )


class Waiting(NamedTuple):
    """Who is due: not held or paused, the longest share first; who is paused just now.

    `beyond` are due, too, and not looked at, for those of their rhythm wait longer.
    """

    due: list[Due]
    paused: tuple[Person, ...]
    beyond: int
    pauses: Pauses


def waiting(inputs: PlanInputs, taken: Collection[int]) -> Waiting:
    """Who waits; those silent for over twelve of their usual gaps come last."""
    today, pauses = inputs.context.today, pauses_for(inputs)
    people, beyond = _candidates(inputs, pauses)
    due = [
        Due(person, waited_share(person, cadence, (today - begun).days), cadence)
        for person in people.values()
        if person.id not in taken and not inputs.gates.general(person)
        for cadence in [inputs.load_facts.cadence_of(person)]
        for begun in [inputs.load_facts.cadences.runs_from(person, cadence)]
        if cadence is None or begun <= inputs.context.keep_until(cadence)
    ]
    due.sort(
        key=lambda each: (
            is_lost(each.person, today),
            -each.share,
            each.person.handle,
        )
    )
    paused = tuple(e.person for e in due if pauses.weeks_into(e.person) == 0)
    open_ones = [each for each in due if not pauses.holds(each.person)]
    return Waiting(open_ones, paused, beyond, pauses)


def _dealt_again(inputs: PlanInputs, number: int) -> int:
    """How many of so many who wait are dealt to this week after an absence."""
    settings = inputs.context.settings
    weeks = inputs.active.returned(settings.away_weeks, settings.stand_weeks)
    if weeks is None:
        return number
    return -(-number // (settings.stand_weeks - weeks))


def _candidates(inputs: PlanInputs, pauses: Pauses) -> tuple[dict[int, Person], int]:
    """Whom a rhythm or a tag asks for, or who drifts; and how many more there are."""
    store, today, until = inputs.store, inputs.context.today, inputs.context.keep_until
    cadences, rhythms = inputs.load_facts.cadences, inputs.load_facts.rhythms
    most = _most(inputs, len(rhythms))
    people: list[Person] = []
    beyond = 0
    for rhythm in rhythms:
        cadence = cadences.of(rhythm)
        if cadence is None:
            people += sql.drifting(store, rhythm, today, _DRIFTING, most)
        else:
            longest = _longest_waiting(inputs, pauses, rhythm, until(cadence), most)
            people += longest
            if len(longest) >= most:
                number = sql.count_due(store, rhythm, until(cadence))
                beyond += max(number - len(longest), 0)
    for tag, days in cadences.tags.items():
        people += sql.keep_due_by_tag(store, tag, until(days), today, most)
    return {person.id: person for person in people}, beyond


def _longest_waiting(
    inputs: PlanInputs, pauses: Pauses, rhythm: str, until: date, wanted: int
) -> list[Person]:
    """The first of a rhythm, and more where of those too many are held or paused."""
    most = wanted
    while True:
        people = sql.keep_due(inputs.store, rhythm, until, inputs.context.today, most)
        free = sum(
            not pauses.holds(person) and not inputs.gates.general(person)
            for person in people
        )
        if len(people) < most or free >= wanted // 2:
            return people
        most *= 4


def _most(inputs: PlanInputs, rhythms: int) -> int:
    """How many of each of so many rhythms are looked at, the longest-waiting."""
    return max(_CONSIDERED, 4 * inputs.context.settings.keep, _MOST // rhythms)


def asked_a_week(inputs: PlanInputs) -> float:
    """How many a week all the cadences ask for."""
    cadences = inputs.load_facts.cadences
    total = 0.0
    for rhythm, people in sql.count_by_rhythm(inputs.store).items():
        days = cadences.of(rhythm)
        total += 7 * people / days if days else 0
    return total


def _line(inputs: PlanInputs, person: Person) -> Line:
    facts = inputs.load_facts.for_keep(person)
    scored = scored_terms("keep", KEEP_TERMS, facts, inputs.context)
    texts = [term.text for term in scored if term.text and term.name != "skipped"]
    return Line(
        person,
        ", ".join(texts),
        f"netlog log {person.handle} -k call",
        terms=scored,
        short=_last(inputs, person),
    )


def _last(inputs: PlanInputs, person: Person) -> str:
    last = person.last_contact
    if last is None:
        return "no contact yet"
    return f"last contact {days_ago((inputs.context.today - last).days)}"
