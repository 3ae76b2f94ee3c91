"""What the plan asks: who could stand in a slot this week."""

from datetime import date
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import col, distinct, func, literal, or_, select
from sqlmodel.sql.expression import Select

from netlog.db.queries.parts import (
    Column,
    Count,
    First,
    Lookup,
    Rows,
    Scalar,
    awake,
    introduction_named,
    is_contact,
    is_new,
    open_to_new,
    select_wide,
)
from netlog.db.schema import (
    ActiveWeek,
    Anniversary,
    Detail,
    Entry,
    Introduction,
    Person,
    Pin,
    Presence,
    Promise,
    Skip,
    Thank,
    Touch,
)
from netlog.domain.introduction import Introduced, IntroductionNamed
from netlog.domain.person import IN_VAIN, ME_ID, Standing
from netlog.domain.touch import Met, Sent


def _touched(since: date, until: date) -> Select[Any]:
    """With whom there was a touch between two days, and what it was."""
    return (
        select_wide(
            Presence.person_id, Touch.day, Touch.entered, Touch.kind, Touch.sit_down
        )
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(Touch.day >= since, Touch.day <= until)
    )


def met_between(since: date, until: date) -> Rows[Met]:
    """Who was seen in person between two days."""
    return (
        _touched(since, until)
        .where(Touch.in_person == True, is_contact())
        .order_by(col(Touch.day), col(Touch.id))
    )


def met_latest(since: date, until: date, most: int) -> Rows[Met]:
    """The same, the latest first, and so many at most."""
    return (
        _touched(since, until)
        .where(Touch.in_person == True, is_contact())
        .order_by(col(Touch.day).desc(), col(Touch.id).desc())
        .limit(most)
    )


def count_met_between(since: date, until: date) -> Count:
    """How many people were seen in person between two days."""
    return (
        select(func.count(distinct(col(Presence.person_id))).label("people"))
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .where(
            Touch.day >= since,
            Touch.day <= until,
            Touch.in_person == True,
            is_contact(),
        )
    )


def inbound_between(since: date, until: date) -> Rows[Met]:
    """Who wrote between two days, and was not answering what was sent to them.

    A call from them was answered as it came.
    """
    sent = aliased(Presence)
    is_answer = (
        select(sent.id)
        .where(
            sent.person_id == Presence.person_id,
            sent.settled == Touch.entered,
            sent.touch_id != Touch.id,
        )
        .correlate_except(sent)
        .exists()
    )
    return (
        _touched(since, until)
        .where(Touch.inbound == True, Touch.two_way == False, ~is_answer)
        .order_by(col(Touch.day), col(Touch.id))
    )


def introduced_between(since: date, until: date) -> Rows[Introduced]:
    """Who was introduced or offered to me between two days, dropped ones left out."""
    return (
        select_wide(
            col(Introduction.b_id).label("person_id"),
            col(Introduction.day),
            Introduction.entered,
            Introduction.state,
            col(Person.handle).label("introducer_handle"),
            col(Person.name).label("introducer"),
        )
        .join(Person, col(Person.id) == col(Introduction.introducer_id))
        .where(
            # A sum, so that the days of a week choose the index, not all that are mine.
            col(Introduction.a_id) + 0 == ME_ID,
            Introduction.day >= since,
            Introduction.day <= until,
            Introduction.state != "dropped",
        )
        .order_by(col(Introduction.day), col(Introduction.id))
    )


def sent_since(since: date) -> Rows[Sent]:
    """Touches since a day by which something went to somebody: all but their own."""
    return (
        select(Presence.person_id, col(Touch.day), Touch.entered)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(Touch.day >= since, Touch.inbound == False)
    )


def sent_to(person: int, since: date) -> Rows[Sent]:
    """The same to one person."""
    return (
        select(Presence.person_id, col(Touch.day), Touch.entered)
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .where(Presence.person_id == person, Touch.day >= since, Touch.inbound == False)
    )


def thanked_since(since: date) -> Rows[Sent]:
    """Thanks since a day; they are entered after whatever they are for."""
    return (
        select(
            Thank.person_id,
            col(Thank.thanked_on).label("day"),
            (col(Entry.entered) + 1).label("entered"),
        )
        .join(Entry, col(Entry.id) == col(Thank.entry_id))
        .where(col(Thank.thanked_on) >= since)
    )


def kept_since(since: date) -> Rows[Sent]:
    """Promises kept since a day."""
    return select(
        Promise.person_id,
        col(Promise.closed_on).label("day"),
        col(Promise.closed).label("entered"),
    ).where(col(Promise.closed_on) >= since, Promise.state == "kept")


def fresh(today: date) -> Rows[Person]:
    """New people whom something connects with me, the 300 most recently connected."""
    return (
        select(Person)
        .where(open_to_new(today), Person.connected == True)
        .order_by(col(Person.fresh_on).desc(), col(Person.id).desc())
        .limit(300)
    )


def strangers(today: date, start: int) -> Rows[Person]:
    """Strangers from a place of the draw on, at most 400."""
    return (
        select(Person)
        .where(open_to_new(today), Person.connected == False, Person.draw >= start)
        .order_by(col(Person.draw), col(Person.id))
        .limit(400)
    )


def keep_due(rhythm: str, until: date, today: date, most: int) -> Rows[Person]:
    """People of a rhythm who wait since a day or before, the longest first."""
    return (
        select(Person)
        .where(Person.rhythm == rhythm, Person.waits_from <= until, awake(today))
        .order_by(col(Person.waits_from), col(Person.id))
        .limit(most)
    )


def count_due(rhythm: str, until: date) -> Count:
    """How many of a rhythm wait since a day or before, whoever is held among them."""
    return select(func.count().label("people")).where(
        Person.rhythm == rhythm, Person.waits_from <= until
    )


def count_of_rhythm(rhythm: str, before: date) -> Count:
    """How many of a rhythm were first sat down with before a day."""
    return select(func.count().label("people")).where(
        Person.rhythm == rhythm, col(Person.first_sitdown) < before
    )


def dealt() -> Rows[tuple[str, date, int]]:
    """How many without any contact begin on a day, by rhythm and day."""
    return (
        select(Person.rhythm, col(Person.starts_on), func.count().label("people"))
        .where(col(Person.last_contact).is_(None), Person.rhythm != "")
        .group_by(col(Person.rhythm), col(Person.starts_on))
    )


def known_unmet(today: date, start: int, connected: bool) -> Rows[Person]:  # noqa: FBT001 (a column)
    """Known people with no sit-down on record, from a place of the draw on."""
    return (
        select(Person)
        .where(
            col(Person.id) > ME_ID,
            Person.known == True,
            col(Person.first_sitdown).is_(None),
            Person.connected == connected,
            Person.draw >= start,
            Person.no_sell == False,
            Person.entity == "person",
            awake(today),
        )
        .order_by(col(Person.draw), col(Person.id))
        .limit(100)
    )


def keep_due_by_tag(tag: str, until: date, today: date, most: int) -> Rows[Person]:
    """People with a tag who wait since a day or before, the longest first."""
    return (
        select(Person)
        .join(Detail, col(Detail.person_id) == col(Person.id))
        .where(
            Detail.field == "tag",
            Detail.folded == tag,
            Person.waits_from <= until,
            awake(today),
        )
        .order_by(col(Person.waits_from), col(Person.id))
        .limit(most)
    )


def drifting(rhythm: str, today: date, times: int, most: int) -> Rows[Person]:
    """People of a rhythm who are silent for so many of their own usual gaps."""
    silent = func.julianday(today) - func.julianday(col(Person.last_contact))
    return (
        select(Person)
        .where(
            Person.rhythm == rhythm,
            col(Person.usual_gap).is_not(None),
            silent >= times * col(Person.usual_gap),
            awake(today),
        )
        .order_by(col(Person.waits_from), col(Person.id))
        .limit(most)
    )


def count_entered_by_rhythm(change: int) -> Lookup[str, int]:
    """How many of each rhythm came in with a change, those without one left out."""
    return (
        select(Person.rhythm, func.count().label("people"))
        .where(Person.entered == change, Person.rhythm != "")
        .group_by(col(Person.rhythm))
    )


def count_introduced_by(day: date) -> Count:
    """How many new people were introduced by a day, and nothing was sent to them."""
    return select(func.count().label("people")).where(
        is_new(),
        Person.connected == True,
        col(Person.fresh_on) <= day,
        Person.open_tries == 0,
        col(Person.last_contact).is_(None),
        select(Introduction.id)
        .where(
            Introduction.a_id == ME_ID,
            col(Introduction.b_id) == col(Person.id),
            Introduction.state != "dropped",
        )
        .exists(),
    )


def count_by_rhythm() -> Lookup[str, int]:
    """How many of each rhythm there are."""
    return select(Person.rhythm, func.count().label("people")).group_by(
        col(Person.rhythm)
    )


def named_since_reached() -> Rows[tuple[int, date]]:
    """On which days people were named in keep since they were reached, or woken."""
    return (
        select(Pin.person_id, col(Pin.day))
        .join(Person, col(Person.id) == col(Pin.person_id))
        .where(
            Pin.slot == "keep",
            Pin.day > func.coalesce(col(Person.last_reached), literal("")),
            Pin.day > func.coalesce(col(Person.woken_on), literal("")),
        )
        .order_by(col(Pin.day))
    )


def tried_since_reached(since: date) -> Rows[tuple[int, date]]:
    """On which days people were tried in vain since they were reached, or woken.

    They are those who were tried three times or more, and on a day or later.
    """
    tried = select(Person.id).where(
        Person.open_tries > 0,  # which is what the index says
        Person.open_tries > 2,
        col(Person.last_tried) >= since,
    )
    return (
        select(Presence.person_id, col(Touch.day))
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .where(
            col(Presence.person_id).in_(tried),
            Presence.answered == "no",
            Touch.day > func.coalesce(col(Person.last_reached), literal("")),
            Touch.day > func.coalesce(col(Person.woken_on), literal("")),
        )
        .order_by(col(Touch.day))
    )


def tried_since(day: date) -> Column[int]:
    """Who was written to or tried on a day or later, and not heard from since."""
    return (
        select(col(Person.id).label("id"))
        .where(Person.open_tries > 0, col(Person.last_tried) >= day)
        .order_by(col(Person.last_tried))
    )


def last_pins(slot: str) -> Lookup[int, str]:
    """When each person was last pinned to a slot."""
    return (
        select(Pin.person_id, func.max(col(Pin.day)).label("day"))
        .where(Pin.slot == slot)
        .group_by(col(Pin.person_id))
    )


def never_asked_about(today: date, most: int) -> Rows[Person]:
    """Known people without any contact or cadence who were never asked about."""
    return (
        select(Person)
        .where(
            col(Person.id) > ME_ID,
            Person.known == True,
            col(Person.first_sitdown).is_(None),
            Person.rhythm == "",
            col(Person.last_contact).is_(None),
            Person.entity == "person",
            ~select(Pin.id)
            .where(Pin.person_id == col(Person.id), Pin.slot == "phone")
            .exists(),
            awake(today),
        )
        .order_by(col(Person.connected), col(Person.draw))
        .limit(most)
    )


def with_a_day_between(first: str, last: str) -> Column[int]:
    """Who has a birthday, or another day, from one day to another, as MM-DD."""
    born, day = func.substr(Person.birthday, -5), func.substr(Anniversary.day, -5)
    return (
        select(col(Person.id).label("id"))
        .where(Person.birthday != "", born >= first, born <= last)
        .union_all(select(Anniversary.person_id).where(day >= first, day <= last))
        .order_by("id")
    )


def born_between(first: str, last: str) -> Rows[Person]:
    """People with a birthday from one day to another, as MM-DD."""
    day = func.substr(Person.birthday, -5)
    return (
        select(Person)
        .where(Person.birthday != "", day >= first, day <= last)
        .order_by(col(Person.id))
    )


def anniversaries_between(first: str, last: str) -> Rows[Anniversary]:
    """The other days of people from one day to another, as MM-DD."""
    day = func.substr(Anniversary.day, -5)
    return (
        select(Anniversary)
        .where(day >= first, day <= last)
        .order_by(col(Anniversary.id))
    )


def made_by_me(first: date, last: date) -> Rows[IntroductionNamed]:
    """The introductions I made between two days of which nothing is known."""
    return introduction_named().where(
        Introduction.introducer_id == ME_ID,
        Introduction.state == "made",
        Introduction.day >= first,
        Introduction.day <= last,
    )


def no_person_sitdowns() -> Rows[tuple[int, str, date | None]]:
    """Of companies, mailboxes and groups their key, rhythm and first sit-down."""
    return select(Person.id, Person.rhythm, col(Person.first_sitdown)).where(
        Person.entity != "person"
    )


def no_persons() -> Rows[Standing]:
    """Companies, mailboxes and groups."""
    return select_wide(*_STANDING).where(Person.entity != "person")


def rhythms() -> Column[str]:
    """Every rhythm that somebody has, '' for none too, in the order of words.

    From one to the next by the index: a DISTINCT would read it all.
    """
    there = select(func.min(col(Person.rhythm)).label("rhythm")).cte(
        "there", recursive=True
    )
    following = select(func.min(col(Person.rhythm))).where(
        col(Person.rhythm) > there.c.rhythm
    )
    there = there.union_all(
        select(following.scalar_subquery()).where(there.c.rhythm.is_not(None))
    )
    return select(there.c.rhythm).where(there.c.rhythm.is_not(None))


def dormant(start: int, until: date, today: date, enough: bool) -> Rows[Person]:  # noqa: FBT001 (a condition)
    """People silent since a day or before, from a place of the draw on, at most 200.

    With `enough` those with three days of contact or more, else the others.
    """
    return (
        select(Person)
        .where(
            Person.draw >= start,
            col(Person.id) > ME_ID,
            or_(
                col(Person.last_contact) <= until,
                col(Person.last_contact).is_(None) & (col(Person.known) == True),
            ),
            (col(Person.contact_days) > 2) == enough,
            Person.entity == "person",
            awake(today),
        )
        .order_by(col(Person.draw), col(Person.id))
        .limit(200)
    )


def unheard(today: date, since: date) -> Rows[Person]:
    """Who was last written to or tried since a day, unheard; the latest first."""
    return (
        select(Person)
        .where(Person.open_tries > 0, col(Person.last_tried) >= since, awake(today))
        .order_by(col(Person.last_tried).desc(), col(Person.id))
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


def largest_cluster(since: date, besides: str) -> Count:
    """The size of the largest cluster with contact since a day, besides one."""
    sizes = (
        select(func.count().label("people"))
        .where(
            Person.cluster > "",
            Person.cluster != besides,
            col(Person.last_contact) >= since,
        )
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


def active_weeks(first: str, last: str) -> Column[str]:
    """The weeks in which something was entered, from one to another, in order."""
    return (
        select(ActiveWeek.week)
        .where(ActiveWeek.week >= first, ActiveWeek.week <= last)
        .order_by(col(ActiveWeek.week))
    )


def anniversaries_of(person: int) -> Rows[Anniversary]:
    """The dated days of somebody, birthday apart."""
    return (
        select(Anniversary)
        .where(Anniversary.person_id == person)
        .order_by(col(Anniversary.id))
    )


def wrote_or_called(person: int) -> Count:
    """On how many occasions somebody was heard from otherwise than in person."""
    return (
        select(func.count().label("touches"))
        .select_from(Presence)
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .where(
            Presence.person_id == person,
            Presence.answered == "yes",
            Touch.in_person == False,
        )
    )


def wrote_last(person: int) -> Scalar[bool]:
    """Whether the last touch with somebody came from them."""
    return (
        select(Touch.inbound)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(Presence.person_id == person)
        .order_by(col(Touch.day).desc(), col(Touch.id).desc())
        .limit(1)
    )


def pins(slot: str, period: str) -> Rows[Pin]:
    """Who is pinned to a slot."""
    return (
        select(Pin)
        .where(Pin.slot == slot, Pin.period == period)
        .order_by(col(Pin.place))
    )


def pinned_in(week: str, month: str) -> Rows[Pin]:
    """Who was pinned to any slot for a week or for a month, by slot and place."""
    return (
        select(Pin)
        .where((col(Pin.period) == week) | (col(Pin.period) == month))
        .order_by(col(Pin.slot), col(Pin.place))
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


def picked_often() -> Lookup[int, int]:
    """People who were the pick of three weeks or more, and of how many."""
    return (
        select(Pin.person_id, func.count().label("weeks"))
        .where(Pin.slot == "new", Pin.place == 0)
        .group_by(col(Pin.person_id))
        .having(func.count() > 2)
    )


def last_met(today: date) -> Rows[Person]:
    """People with a contact, the most recent first, at most 100."""
    return (
        select(Person)
        .where(col(Person.last_contact).is_not(None), awake(today))
        .order_by(col(Person.last_contact).desc(), col(Person.id))
        .limit(100)
    )


_STANDING: tuple[Any, ...] = (
    col(Person.id),
    col(Person.known),
    col(Person.no_sell),
    col(Person.resting),
    col(Person.dropped),
    col(Person.entity),
    col(Person.snoozed_until),
    col(Person.rhythm),
    col(Person.waits_from),
    col(Person.last_contact),
    col(Person.first_sitdown),
    col(Person.open_tries),
)


def count_new() -> Count:
    """How many are new."""
    return select(func.count().label("people")).where(is_new())


def count_waiting(rhythm: str, keep_until: date, dormant_until: date) -> Count:
    """How many of a rhythm, not new, are due, or silent for a year or for ever."""
    return select(func.count().label("people")).where(
        Person.rhythm == rhythm,
        col(Person.id) > ME_ID,
        or_(col(Person.known) == True, col(Person.first_sitdown).is_not(None)),
        or_(
            col(Person.waits_from) <= keep_until,
            col(Person.last_contact) <= dormant_until,
            col(Person.last_contact).is_(None),
        ),
    )


def standing(id: int) -> First[Standing]:
    """Where one person stands."""
    return select_wide(*_STANDING).where(Person.id == id)


def resting_people() -> Column[int]:
    """The keys of everybody who rests."""
    return select(col(Person.id)).where(Person.resting == True)


def resting_sitdowns() -> Rows[tuple[int, str, date | None]]:
    """Of everybody who rests their key, rhythm and first sit-down."""
    return select(Person.id, Person.rhythm, col(Person.first_sitdown)).where(
        Person.resting == True
    )


def tagged_sitdowns(tag: str) -> Rows[tuple[int, str, date | None]]:
    """The same of everybody with a tag."""
    return (
        select(Person.id, Person.rhythm, col(Person.first_sitdown))
        .join(Detail, col(Detail.person_id) == col(Person.id))
        .where(Detail.field == "tag", Detail.folded == tag)
    )


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
    """Everybody with two open tries or more."""
    # Above zero as well, which is what the index says.
    return select_wide(*_STANDING).where(
        Person.open_tries > 0, Person.open_tries > IN_VAIN - 1
    )


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
            is_contact(),
        )
    )
