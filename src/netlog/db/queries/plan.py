"""What the plan asks: who could stand in a slot this week."""

from datetime import date
from typing import Any

from sqlmodel import col, func, or_, select

from netlog.db.queries.parts import (
    Column,
    Count,
    First,
    Lookup,
    Rows,
    Scalar,
    awake,
    is_new,
    open_to_new,
    select_wide,
)
from netlog.db.schema import Introduction, Person, Pin, Presence, Promise, Skip, Touch
from netlog.domain.introduction import Introduced
from netlog.domain.person import IN_VAIN, ME_ID, Standing
from netlog.domain.touch import Met, Sent


def met_between(since: date, until: date) -> Rows[Met]:
    """Who was seen in person between two days."""
    return (
        select_wide(
            Presence.person_id, Touch.day, Touch.entered, Touch.kind, Touch.sit_down
        )
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(
            Touch.day >= since,
            Touch.day <= until,
            Touch.in_person == True,
            Touch.answered == True,
        )
        .order_by(col(Touch.day), col(Touch.id))
    )


def introduced_between(since: date, until: date) -> Rows[Introduced]:
    """Who was introduced to me between two days."""
    return (
        select(
            col(Introduction.b_id).label("person_id"),
            col(Introduction.day),
            Introduction.entered,
            col(Person.name).label("introducer"),
        )
        .join(Person, col(Person.id) == col(Introduction.introducer_id))
        .where(
            # A sum, so that the days of a week choose the index, not all that are mine.
            col(Introduction.a_id) + 0 == ME_ID,
            Introduction.day >= since,
            Introduction.day <= until,
            col(Introduction.state).in_(["made", "met"]),
        )
        .order_by(col(Introduction.day), col(Introduction.id))
    )


def sent_since(since: date) -> Rows[Sent]:
    """One-way touches and attempts since a day."""
    return (
        select(Presence.person_id, col(Touch.day), Touch.entered)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(
            Touch.day >= since,
            or_(col(Touch.in_person) == False, col(Touch.answered) == False),
        )
    )


def kept_since(since: date) -> Rows[Sent]:
    """Promises kept since a day."""
    return select(
        Promise.person_id,
        col(Promise.closed_on).label("day"),
        col(Promise.closed).label("entered"),
    ).where(col(Promise.closed_on) >= since, Promise.state == "kept")


def fresh(today: date) -> Rows[Person]:
    """New people, the 300 most recently introduced or met."""
    return (
        select(Person)
        .where(open_to_new(today), col(Person.fresh_on).is_not(None))
        .order_by(col(Person.fresh_on).desc(), col(Person.id).desc())
        .limit(300)
    )


def drawn(today: date, start: int) -> Rows[Person]:
    """New people from a place of the draw on, at most 400."""
    return (
        select(Person)
        .where(open_to_new(today), Person.draw >= start)
        .order_by(col(Person.draw), col(Person.id))
        .limit(400)
    )


def keep_due(cadence: str, until: date, today: date, most: int) -> Rows[Person]:
    """People of a cadence who wait since a day or before, the longest first."""
    return (
        select(Person)
        .where(Person.cadence == cadence, Person.waits_from <= until, awake(today))
        .order_by(col(Person.waits_from), col(Person.id))
        .limit(most)
    )


def next_cadence(after: str) -> Scalar[str]:
    """The next cadence that somebody has after another one, in the order of words."""
    return select(func.min(col(Person.cadence)).label("cadence")).where(
        Person.cadence > after
    )


def dormant(start: int, until: date, today: date) -> Rows[Person]:
    """People silent since a day or before, from a place of the draw on, at most 200."""
    return (
        select(Person)
        .where(
            Person.draw >= start,
            Person.waits_from <= until,
            col(Person.id) > ME_ID,
            or_(col(Person.last_contact).is_not(None), col(Person.known) == True),
            awake(today),
        )
        .order_by(col(Person.draw), col(Person.id))
        .limit(200)
    )


def stuck(today: date) -> Rows[Person]:
    """People with two attempts or more since the last contact."""
    return (
        select(Person)
        .where(Person.attempts > IN_VAIN - 1, awake(today))
        .order_by(col(Person.waits_from), col(Person.id))
    )


def longest_without_sitdown(until: date, today: date) -> Rows[Person]:
    """People whose last sit-down was on a day or before, at most 200."""
    return (
        select(Person)
        .where(col(Person.last_sitdown) <= until, Person.no_sell == False, awake(today))
        .order_by(col(Person.last_sitdown), col(Person.id))
        .limit(200)
    )


def cluster_size(cluster: str, since: date) -> Count:
    """How many of a cluster had contact since a day."""
    return select(func.count().label("people")).where(
        Person.cluster == cluster, col(Person.last_contact) >= since
    )


def largest_cluster(since: date) -> Count:
    """The size of the largest cluster with contact since a day."""
    sizes = (
        select(func.count().label("people"))
        .where(Person.cluster > "", col(Person.last_contact) >= since)
        .group_by(col(Person.cluster))
        .subquery()
    )
    return select(func.coalesce(func.max(sizes.c.people), 0).label("people"))


def first_sitdowns(since: date, until: date) -> Count:
    """How many new people were first sat down with between two days."""
    return select(func.count().label("people")).where(
        col(Person.first_sitdown) >= since,
        col(Person.first_sitdown) <= until,
        Person.known == False,
    )


def sitdown_days(since: date, until: date) -> Column[date]:
    """The days on which new people were first sat down with."""
    return (
        select(col(Person.first_sitdown).label("day"))
        .where(
            col(Person.first_sitdown) >= since,
            col(Person.first_sitdown) <= until,
            Person.known == False,
        )
        .distinct()
        .order_by(col(Person.first_sitdown))
    )


def pins(slot: str, period: str) -> Rows[Pin]:
    """Who is pinned to a slot."""
    return (
        select(Pin)
        .where(Pin.slot == slot, Pin.period == period)
        .order_by(col(Pin.place))
    )


def picked_weeks(person: int) -> Column[str]:
    """The weeks whose pick somebody was."""
    return (
        select(Pin.period)
        .where(Pin.person_id == person, Pin.slot == "new", Pin.place == 0)
        .order_by(col(Pin.period))
    )


def skips_of(person: int) -> Rows[Skip]:
    """When somebody was skipped or swapped."""
    return select(Skip).where(Skip.person_id == person).order_by(col(Skip.week))


def skips_since(week: str) -> Rows[Skip]:
    """Who was skipped or swapped in a week or later."""
    return select(Skip).where(Skip.week >= week).order_by(col(Skip.id))


def skips_in(week: str) -> Rows[Skip]:
    """Who was skipped or swapped in a week."""
    return select(Skip).where(Skip.week == week).order_by(col(Skip.id))


def last_pinned(before: str) -> Scalar[str]:
    """The last week before another that had a pick."""
    return select(func.max(col(Pin.period)).label("period")).where(
        Pin.slot == "new", Pin.period < before
    )


def picked_often() -> Lookup[int, int]:
    """People who were the pick of three weeks or more, and of how many."""
    return (
        select(Pin.person_id, func.count().label("weeks"))
        .where(Pin.slot == "new", Pin.place == 0)
        .group_by(col(Pin.person_id))
        .having(func.count() > 2)
    )


def last_met(today: date) -> Rows[Person]:
    """People with a contact, the most recent first, at most 20."""
    return (
        select(Person)
        .where(col(Person.last_contact).is_not(None), awake(today))
        .order_by(col(Person.last_contact).desc(), col(Person.id))
        .limit(20)
    )


_STANDING: tuple[Any, ...] = (
    col(Person.id),
    col(Person.known),
    col(Person.no_sell),
    col(Person.resting),
    col(Person.dropped),
    col(Person.snoozed_until),
    col(Person.cadence),
    col(Person.waits_from),
    col(Person.last_contact),
    col(Person.first_sitdown),
    col(Person.attempts),
)


def count_new() -> Count:
    """How many are new."""
    return select(func.count().label("people")).where(is_new())


def count_waiting(
    cadence: str, latest: date, keep_until: date, dormant_until: date
) -> Count:
    """How many of a cadence, not new, wait for keep or reconnect."""
    return select(func.count().label("people")).where(
        Person.cadence == cadence,
        Person.waits_from <= latest,
        or_(col(Person.known) == True, col(Person.first_sitdown).is_not(None)),
        or_(
            col(Person.waits_from) <= keep_until,
            (col(Person.waits_from) <= dormant_until)
            & or_(col(Person.last_contact).is_not(None), col(Person.known) == True),
        ),
    )


def standing(id: int) -> First[Standing]:
    """Where one person stands."""
    return select_wide(*_STANDING).where(Person.id == id)


def resting() -> Rows[Standing]:
    """Everybody who rests."""
    return select_wide(*_STANDING).where(Person.resting == True)


def snoozed(today: date) -> Rows[Standing]:
    """Everybody who is snoozed beyond a day."""
    return select_wide(*_STANDING).where(
        col(Person.snoozed_until).is_not(None), col(Person.snoozed_until) > today
    )


def no_sell() -> Rows[Standing]:
    """Everybody new who is nobody to sell to."""
    return select_wide(*_STANDING).where(Person.no_sell == True, is_new())


def dropped() -> Rows[Standing]:
    """Everybody new whose introductions were all dropped."""
    return select_wide(*_STANDING).where(Person.dropped == True, is_new())


def unanswered() -> Rows[Standing]:
    """Everybody with two attempts or more since the last contact."""
    return select_wide(*_STANDING).where(Person.attempts > IN_VAIN - 1)


def met(since: date, until: date) -> Rows[Standing]:
    """Where those stand who were seen in person between two days."""
    return (
        select_wide(*_STANDING)
        .join(Presence, col(Presence.person_id) == col(Person.id))
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .where(
            Touch.day >= since,
            Touch.day <= until,
            Touch.in_person == True,
            Touch.answered == True,
        )
    )
