"""Days: birthdays and other dated days that fall into this week."""

from collections.abc import Iterator
from datetime import date

from netlog.db import sql
from netlog.domain.dates import day_in_year, spell_day_of_week
from netlog.domain.person import Person
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line


def fill(inputs: PlanInputs) -> tuple[Line, ...]:
    """Of everybody who is not resting, until it is thought of; in the week's order."""
    found = [
        (on, person.handle, _line(inputs, person, label, on))
        for person, label, day in _days(inputs)
        if person.id > 1 and not person.resting
        if (on := _in_week(inputs, day)) and not _is_thought_of(inputs, person, on)
    ]
    return tuple(line for *_, line in sorted(found, key=lambda each: each[:2]))


def _is_thought_of(inputs: PlanInputs, person: Person, on: date) -> bool:
    """Whether anything of mine reached them on the day or later, or was sent for it.

    A card is sent before its day; a call in the same week was about something else.
    """
    monday, reached = inputs.context.week.monday, person.last_reached
    if reached is None or reached < monday:
        return False
    return reached >= on or any(
        touch.day >= monday and not touch.two_way and not touch.inbound
        for touch in sql.touches_of(inputs.store, person.id)
    )


def _days(inputs: PlanInputs) -> Iterator[tuple[Person, str, str]]:
    week = inputs.context.week
    for first, last in month_days(week.monday, week.sunday):
        for person in sql.born_between(inputs.store, first, last):
            yield person, "birthday", person.birthday
        for anniversary in sql.anniversaries_between(inputs.store, first, last):
            whose = sql.person(inputs.store, anniversary.person_id)
            if whose:
                yield whose, anniversary.label, anniversary.day


def month_days(monday: date, sunday: date) -> list[tuple[str, str]]:
    """A week as MM-DD from and to, in two parts at new year.

    29 February is read with the 28th: there may be none.
    """
    first, last = (day.isoformat()[5:] for day in (monday, sunday))
    if last == "02-28":
        last = "02-29"
    if first <= last:
        return [(first, last)]
    return [(first, "12-31"), ("01-01", last)]


def _in_week(inputs: PlanInputs, day: str) -> date | None:
    week = inputs.context.week
    years = {week.monday.year, week.sunday.year}
    coming = (day_in_year(day, year) for year in sorted(years))
    return next((on for on in coming if week.holds(on)), None)


def _line(inputs: PlanInputs, person: Person, label: str, on: date) -> Line:
    away = (on - inputs.context.today).days
    when = {0: "today", 1: "tomorrow"}.get(away, f"on {spell_day_of_week(on)}")
    if away < 0:
        when = f"was on {spell_day_of_week(on)}"
    return Line(
        person,
        f"{label} {when}",
        f"netlog log {person.handle} -k message",
        more={"label": label, "date": on},
    )
