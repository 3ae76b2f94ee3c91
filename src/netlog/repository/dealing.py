"""Dealing first cadences out over the weeks, so that no Monday has them all."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.names import fold
from netlog.domain.person import Newcomer, Person
from netlog.domain.stable_random import draw
from netlog.domain.standing import Rhythm, kinds_in, values
from netlog.domain.weeks import Week, week_of
from netlog.plan.cadence import Cadences
from netlog.repository.change import OpenChange

_WEEK = 7


def dealt(
    store: Store, cadences: Cadences, newcomers: Sequence[Newcomer], today: date
) -> list[Newcomer]:
    """Newcomers, each with the day from which their cadence runs.

    Of the weeks of one cadence, beginning with the next, each gets the one with the
    fewest first dues; among equals a draw that depends on the handle alone.
    """
    wanted = [_days(cadences, newcomer) for newcomer in newcomers]
    if not any(wanted):
        return list(newcomers)
    firsts = first_dues(store, cadences)
    return [
        newcomer._replace(starts_on=_start(firsts, newcomer.handle, days, today))
        if days
        else newcomer
        for newcomer, days in zip(newcomers, wanted, strict=True)
    ]


def deal_again(
    change: OpenChange, cadences: Cadences, person: Person, today: date
) -> None:
    """Deal somebody who had no contact yet and no cadence, and now has one."""
    if person.last_contact:
        return
    tags = map(fold, values(sql.details_of(change.store, person.id), "tag"))
    days = cadences.of(person.rhythm, tags)
    if days:
        firsts = first_dues(change.store, cadences)
        own = cadences.of(person.rhythm)
        if own:
            firsts[week_of(person.starts_on + timedelta(days=own))] -= 1
        start = _start(firsts, person.handle, days, today)
        change.update("person", person.id, starts_on=start, waits_from=start)


def first_dues(store: Store, cadences: Cadences) -> Counter[Week]:
    """How many of those without any contact come up first in each week."""
    firsts: Counter[Week] = Counter()
    for rhythm, start, number in sql.dealt(store):
        days = cadences.of(rhythm)
        if days:
            firsts[week_of(start + timedelta(days=days))] += number
    return firsts


def _days(cadences: Cadences, newcomer: Newcomer) -> int | None:
    kinds = [kind.kind for kind in kinds_in(newcomer.details, 0)]
    every = newcomer.every
    rhythm = Rhythm("", every, () if every else tuple(sorted(kinds)))
    tags = (
        fold(value) for (field, _), value in newcomer.details.items() if field == "tag"
    )
    return cadences.of(rhythm.text, tags)


def _start(firsts: Counter[Week], handle: str, days: int, today: date) -> date:
    week = week_of(today).next()
    weeks = []
    for _ in range(max(days // _WEEK, 1)):
        weeks.append(week)
        week = week.next()
    chosen = min(weeks, key=lambda week: (firsts[week], draw(f"{handle} {week.code}")))
    firsts[chosen] += 1
    return chosen.monday - timedelta(days=days)
