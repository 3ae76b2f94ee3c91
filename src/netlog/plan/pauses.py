"""Who is paused in keep: named week after week or tried in vain, and never reached."""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog.db import sql
from netlog.domain.person import Person
from netlog.namedtuple import NamedTuple
from netlog.plan.active import ActiveTime
from netlog.plan.inputs import PlanInputs

_TRIES = 3
_YEAR = 365


class Pauses(NamedTuple):
    """When people were named, and tried in vain, since they were last reached.

    By person; their own word is contact, but does not show that they are ever called.
    `weeks` running of being named make a pause of as many, and so do tries in three
    weeks; the next one is twice as long.  Whoever was tried in vain this week, from
    `monday` on, is not asked for again in it.
    """

    named: Mapping[int, list[date]]
    tried: Mapping[int, list[date]]
    active: ActiveTime
    weeks: int
    monday: date

    def holds(self, person: Person) -> bool:
        """Whether somebody is left in peace this week."""
        return self._was_tried(person) or self.weeks_into(person) is not None

    def weeks_into(self, person: Person) -> int | None:
        """In which week of a pause somebody is, from 0 on; None where in none."""
        named = self.named.get(person.id, ())
        tried = self.tried.get(person.id, ())
        if len(named) < self.weeks and len(tried) < _TRIES:
            return None
        return paused_since(named, tried, self.active, self.weeks)

    def _was_tried(self, person: Person) -> bool:
        tried, contact, woken = person.last_tried, person.last_contact, person.woken_on
        if tried is None or tried < self.monday:
            return False
        return (contact is None or tried > contact) and (not woken or tried > woken)


def pauses_for(inputs: PlanInputs) -> Pauses:
    """Who was named in keep or tried in vain since they were last reached, and when."""
    monday, since = inputs.context.week.monday, inputs.active.back(_YEAR)
    return Pauses(
        _by_person(sql.named_since_reached(inputs.store), monday),
        _by_person(sql.tried_since_reached(inputs.store, since), monday),
        inputs.active,
        inputs.context.settings.stand_weeks,
        monday,
    )


def _by_person(
    days: Iterable[tuple[int, date]], monday: date
) -> Mapping[int, list[date]]:
    """The days before this week, by person."""
    by_person: dict[int, list[date]] = {}
    for person, day in days:
        if day < monday:
            by_person.setdefault(person, []).append(day)
    return by_person


def paused_since(
    named: Iterable[date], tried: Iterable[date], active: ActiveTime, weeks: int
) -> int | None:
    """How many weeks a pause has lasted that is not over yet; None where none is.

    It begins after so many weeks running in which somebody was named, or after tries in
    vain in three weeks.  Weeks in which nothing was entered are none.
    """
    tries = {-active.weeks_since(day) for day in tried}
    all_weeks = {-active.weeks_since(day) for day in named if active.counts(day)}
    run, vain, last, begun, length = 0, 0, 0, 1, weeks
    for week in sorted(all_weeks | tries):
        run = run + 1 if last == week - 1 else 1
        vain += week in tries
        last = week
        if run == weeks or vain == _TRIES:
            run, vain = 0, 0
            begun, length = week + 1, 2 * length if begun <= 0 else weeks
    return -begun if begun <= 0 and -begun < length else None
