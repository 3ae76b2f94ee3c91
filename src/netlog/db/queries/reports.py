"""What the reports count: whole tables, each read once and joined here."""

from datetime import date
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import col, func, literal, select, union

from netlog.db.queries.parts import (
    Lookup,
    Rows,
    is_contact,
    is_purchase,
    is_to_thank,
    marked_as_client,
    select_wide,
)
from netlog.db.schema import (
    Detail,
    Entry,
    Guess,
    Introduction,
    Person,
    Pin,
    Place,
    Presence,
    Thank,
    Touch,
)
from netlog.domain.evidence import (
    Approached,
    Arrival,
    Candidate,
    Exchanged,
    FirstCoffee,
    FirstMeeting,
    Guessed,
    Hosted,
    Outcome,
    Pick,
    Referral,
    Thanked,
    Tried,
)
from netlog.domain.person import ME_ID

_GOT = col(Entry.way) == "got"


def _between(column: Any, since: date, until: date) -> Any:
    """From a day to another one, both included."""
    return (column >= since) & (column <= until)


def first_coffees(since: date, until: date) -> Rows[FirstCoffee]:
    """First sit-downs with new people, the oldest first; one or more of a day."""
    return (
        select(
            Presence.person_id,
            col(Touch.day),
            col(Touch.id).label("touch_id"),
            func.coalesce(col(Place.name), "").label("place"),
        )
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .outerjoin(Place, col(Place.id) == col(Touch.place_id))
        .where(
            _between(col(Person.first_sitdown), since, until),
            Person.known == False,
            # Put together, so that people choose the index, not the days of touches.
            literal("") + col(Touch.day) == col(Person.first_sitdown),
            Touch.sit_down == True,
            is_contact(),
        )
        .order_by(col(Touch.day), col(Touch.id), col(Presence.id))
    )


def second_sitdowns() -> Lookup[int, date]:
    """The day of the second sit-down, by person."""
    return (
        select(Presence.person_id, func.min(col(Touch.day)).label("day"))
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .where(
            col(Person.last_sitdown) > col(Person.first_sitdown),
            literal("") + col(Touch.day) > col(Person.first_sitdown),
            Touch.sit_down == True,
            is_contact(),
        )
        .group_by(col(Presence.person_id))
    )


def meetings(until: date) -> Rows[FirstMeeting]:
    """Meetings in person with people who were new, the oldest first."""
    return (
        select(Presence.person_id, col(Touch.day), Touch.entered)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .where(
            Touch.day <= until,
            Touch.in_person == True,
            is_contact(),
            # A sum, so that touches come in their order, not by everybody who is new.
            col(Person.known) + 0 == False,
        )
        .order_by(col(Touch.day), col(Touch.id))
    )


_Said = aliased(Touch)
_SaidWith = aliased(Presence)
_touch_behind = (
    select(col(Touch.day))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(
        Presence.person_id == Entry.person_id,
        Touch.day <= Entry.day,
        Presence.answered == "yes",
    )
    .order_by(
        col(Touch.sit_down).desc(), col(Touch.in_person).desc(), col(Touch.day).desc()
    )
    .limit(1)
    .correlate(Entry)
    .scalar_subquery()
)
"""The day of what an outcome began with: see `trace.touch_behind`."""


def outcome_starts(until: date) -> Rows[Outcome]:
    """Everything got up to a day, the oldest first."""
    return (
        select_wide(
            Entry.id,
            Entry.person_id,
            Entry.day,
            Entry.they_called,
            Entry.introduction_id,
            func.coalesce(col(_Said.day), _touch_behind).label("touch_day"),
        )
        .outerjoin(
            _Said,
            (col(_Said.id) == col(Entry.touch_id))
            & select(_SaidWith.id)
            .where(
                _SaidWith.touch_id == col(_Said.id),
                _SaidWith.person_id == col(Entry.person_id),
                is_contact(_SaidWith),
            )
            .exists(),
        )
        .where(_GOT, Entry.day <= until)
        .order_by(col(Entry.day), col(Entry.id))
    )


_first_purchases = (
    select(Entry.person_id, func.min(col(Entry.day)).label("day"))
    .where(is_purchase())
    .group_by(col(Entry.person_id))
    .subquery()
)


def referrals(until: date) -> Rows[Referral]:
    """Introductions to me up to a day, dropped ones too, the oldest first."""
    return (
        select_wide(
            col(Introduction.b_id).label("person_id"),
            Introduction.inbound,
            Introduction.id,
            Introduction.day,
            Introduction.state,
            Introduction.entered,
            Introduction.introducer_id,
            Person.handle,
            Person.name,
            _first_purchases.c.day.label("bought_on"),
            func.coalesce(col(Detail.id), 0).label("marked"),
        )
        .join(Person, col(Person.id) == col(Introduction.introducer_id))
        .outerjoin(_first_purchases, _first_purchases.c.person_id == col(Person.id))
        .outerjoin(
            Detail,
            marked_as_client(),
        )
        .where(Introduction.a_id == ME_ID, Introduction.day <= until)
        .order_by(col(Introduction.day), col(Introduction.id))
    )


_TriedAt = aliased(Presence)
_InVain = aliased(Touch)


def tried(until: date) -> Rows[Tried]:
    """Touches with whoever was tried in vain, the oldest first."""
    return (
        select(Presence.person_id, col(Touch.day), Presence.answered)
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(
            Touch.day <= until,
            col(Presence.person_id).in_(
                select(_TriedAt.person_id)
                .join(_InVain, col(_InVain.id) == col(_TriedAt.touch_id))
                .where(col(_InVain.day) <= until, col(_TriedAt.answered) != "yes")
            ),
        )
        .order_by(col(Touch.day), col(Touch.id))
    )


def arrivals() -> Rows[Arrival]:
    """Everybody who was new once, and how they were taken in."""
    return (
        select_wide(
            col(Person.id).label("person_id"),
            Person.first_sitdown,
            Person.added_on,
            Person.source,
            Person.connected_on,
        )
        .where(col(Person.id) > ME_ID, Person.known == False)
        .order_by(col(Person.id))
    )


_From: Any = aliased(Person)


def every_thank(since: date, until: date) -> Rows[Thanked]:
    """Everybody who is to be thanked for the outcomes between two days, or was."""
    return (
        select_wide(
            Thank.entry_id,
            Entry.day,
            Thank.thanked_on,
            Person.handle,
            Person.name,
            Entry.kind,
            Entry.text,
            col(_From.name).label("giver"),
        )
        .join(Entry, col(Entry.id) == col(Thank.entry_id))
        .join(Person, col(Person.id) == col(Thank.person_id))
        .join(_From, col(_From.id) == col(Entry.person_id))
        .where(_GOT, _between(col(Entry.day), since, until), is_to_thank())
        .order_by(col(Entry.day), col(Entry.id), col(Person.handle))
    )


def picks(first: str, last: str) -> Rows[Pick]:
    """The first pick of each week, from one week to another."""
    return (
        select(col(Pin.period).label("week"), Pin.person_id, Person.handle, Person.name)
        .outerjoin(Person, col(Person.id) == col(Pin.person_id))
        .where(
            Pin.slot == "new", Pin.place == 0, Pin.period >= first, Pin.period <= last
        )
        .order_by(col(Pin.period))
    )


_wanted = union(
    select(Pin.person_id).where(Pin.slot == "new", Pin.place == 0),
    select(Introduction.b_id).where(Introduction.a_id == ME_ID),
)
"""Whoever was the first pick of a week, or introduced to me."""


def candidates() -> Rows[Candidate]:
    """Whoever of these was new once, by the order in which they came in."""
    return (
        select_wide(
            col(Person.id).label("person_id"),
            Person.source,
            Person.cluster,
            Person.city,
        )
        .where(Person.known == False, col(Person.id).in_(_wanted))
        .order_by(col(Person.id))
    )


def approached(until: date) -> Rows[Approached]:
    """Touches with whoever of these was new once, up to a day, the oldest first."""
    return (
        select_wide(
            Presence.person_id,
            col(Touch.day),
            Touch.in_person,
            Touch.sit_down,
            Touch.inbound,
            Presence.answered,
        )
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .where(
            Touch.day <= until,
            Person.known == False,
            col(Presence.person_id).in_(_wanted),
        )
        .order_by(col(Touch.day), col(Touch.id), col(Presence.id))
    )


def first_contacts(until: date) -> Rows[tuple[str, int, str]]:
    """Of everybody who belongs to a circle: which, who, and the first contact."""
    return (
        select(
            Person.cluster,
            Presence.person_id,
            func.min(col(Touch.day)).label("day"),
        )
        .join(Presence, col(Presence.person_id) == col(Person.id))
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .where(Person.cluster != "", Touch.day <= until, is_contact())
        .group_by(col(Presence.person_id))
    )


def pins_until(slot: str, last: str) -> Rows[Pin]:
    """Who was pinned to a slot up to a week, by week and place."""
    return (
        select(Pin)
        .where(Pin.slot == slot, Pin.period <= last)
        .order_by(col(Pin.period), col(Pin.place))
    )


def hosted(since: date, until: date) -> Rows[Hosted]:
    """Introductions that I made between two days."""
    return (
        select_wide(
            Introduction.id,
            Introduction.a_id,
            Introduction.b_id,
            Introduction.day,
            Introduction.state,
        )
        .where(
            Introduction.introducer_id == ME_ID,
            _between(col(Introduction.day), since, until),
        )
        .order_by(col(Introduction.day), col(Introduction.id))
    )


def exchanged(since: date, until: date) -> Rows[Exchanged]:
    """What was given and got between two days, the oldest first."""
    return (
        select(Entry.person_id, Entry.way, col(Entry.day))
        .where(_between(col(Entry.day), since, until))
        .order_by(col(Entry.day), col(Entry.id))
    )


def guessed(since: date, until: date) -> Rows[Guessed]:
    """Guesses of touches between two days, one for each person there."""
    return (
        select(Guess.touch_id, col(Touch.day), Guess.word, Presence.person_id)
        .join(Touch, col(Touch.id) == col(Guess.touch_id))
        .join(Presence, col(Presence.touch_id) == col(Touch.id))
        .where(_between(col(Touch.day), since, until))
        .order_by(col(Touch.day), col(Touch.id), col(Presence.id))
    )
