"""What the reports count: whole tables, each read once and joined here."""

from typing import Any

from sqlalchemy import Executable, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from netlog.storage.statements.parts import (
    ME_ID,
    NO,
    YES,
    constant,
    day,
    is_purchase,
    words,
)
from netlog.storage.tables import (
    Change,
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

_GOT = col(Entry.way) == constant("got")


def _between(column: Any) -> Any:
    """From a day to another one, both included."""
    return (column >= day("since")) & (column <= day("until"))


FIRST_COFFEES: Executable = (
    select(
        col(Presence.person_id),
        col(Touch.day),
        col(Touch.id).label("touch_id"),
        func.coalesce(col(Place.name), constant("")).label("place"),
    )
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .join(Person, col(Person.id) == col(Presence.person_id))
    .outerjoin(Place, col(Place.id) == col(Touch.place_id))
    .where(
        _between(col(Person.first_sitdown)),
        col(Person.known) == NO,
        # Put together, so that people choose the index, not the days of all touches.
        constant("") + col(Touch.day) == col(Person.first_sitdown),
        col(Touch.sit_down) == YES,
        col(Touch.answered) == YES,
    )
    .order_by(col(Touch.day), col(Touch.id), col(Presence.id))
)
SECOND_SITDOWNS: Executable = (
    select(col(Presence.person_id), func.min(col(Touch.day)).label("day"))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .join(Person, col(Person.id) == col(Presence.person_id))
    .where(
        col(Person.last_sitdown) > col(Person.first_sitdown),
        constant("") + col(Touch.day) > col(Person.first_sitdown),
        col(Touch.sit_down) == YES,
        col(Touch.answered) == YES,
    )
    .group_by(col(Presence.person_id))
)
MEETINGS = (
    select(col(Presence.person_id), col(Touch.day), col(Touch.entered))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .join(Person, col(Person.id) == col(Presence.person_id))
    .where(
        col(Touch.day) <= day("until"),
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
        # A sum, so that touches come in their order, not by everybody who is new.
        col(Person.known) + NO == NO,
    )
    .order_by(col(Touch.day), col(Touch.id))
)
_Said = aliased(Touch)
_last_touch = (
    select(func.max(col(Touch.day)))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(
        col(Presence.person_id) == col(Entry.person_id),
        col(Touch.day) <= col(Entry.day),
        col(Touch.answered) == YES,
    )
    .correlate(Entry)
    .scalar_subquery()
)
OUTCOME_STARTS: Executable = (
    select(
        col(Entry.id),
        col(Entry.person_id),
        col(Entry.day),
        col(Entry.they_called),
        col(Entry.introduction_id),
        func.coalesce(col(_Said.day), _last_touch).label("touch_day"),
    )
    .outerjoin(
        _Said,
        (col(_Said.id) == col(Entry.touch_id)) & (col(_Said.answered) == YES),
    )
    .where(_GOT, col(Entry.day) <= day("until"))
    .order_by(col(Entry.day), col(Entry.id))
)
_first_purchases = (
    select(col(Entry.person_id), func.min(col(Entry.day)).label("day"))
    .where(is_purchase())
    .group_by(col(Entry.person_id))
    .subquery()
)
REFERRALS: Executable = (
    select(
        col(Introduction.b_id).label("person_id"),
        col(Introduction.inbound),
        col(Introduction.id),
        col(Introduction.day),
        col(Introduction.state),
        col(Introduction.entered),
        col(Introduction.introducer_id),
        col(Person.handle),
        col(Person.name),
        _first_purchases.c.day.label("bought_on"),
        func.coalesce(col(Detail.id), NO).label("marked"),
    )
    .join(Person, col(Person.id) == col(Introduction.introducer_id))
    .outerjoin(_first_purchases, _first_purchases.c.person_id == col(Person.id))
    .outerjoin(
        Detail,
        (col(Detail.person_id) == col(Person.id))
        & (col(Detail.field) == constant("kind"))
        & (col(Detail.folded) == constant("client")),
    )
    .where(col(Introduction.a_id) == ME_ID, col(Introduction.day) <= day("until"))
    .order_by(col(Introduction.day), col(Introduction.id))
)
_TriedAt = aliased(Presence)
_InVain = aliased(Touch)
TRIED = (
    select(col(Presence.person_id), col(Touch.day), col(Touch.answered))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(
        col(Touch.day) <= day("until"),
        col(Presence.person_id).in_(
            select(col(_TriedAt.person_id))
            .join(_InVain, col(_InVain.id) == col(_TriedAt.touch_id))
            .where(col(_InVain.day) <= day("until"), col(_InVain.answered) == NO)
        ),
    )
    .order_by(col(Touch.day), col(Touch.id))
)
ARRIVALS: Executable = (
    select(
        col(Person.id).label("person_id"),
        col(Person.first_sitdown),
        col(Person.starts_on),
        col(Person.connected_on),
        col(Change.at),
        col(Change.command).label("typed"),
    )
    .outerjoin(Change, col(Change.id) == col(Person.entered))
    .where(col(Person.id) > ME_ID, col(Person.known) == NO)
    .order_by(col(Person.id))
)
_From: Any = aliased(Person)
EVERY_THANK: Executable = (
    select(
        col(Thank.entry_id),
        col(Entry.day),
        col(Thank.thanked_on),
        col(Person.handle),
        col(Person.name),
        col(Entry.kind),
        col(Entry.text),
        col(_From.name).label("giver"),
    )
    .join(Entry, col(Entry.id) == col(Thank.entry_id))
    .join(Person, col(Person.id) == col(Thank.person_id))
    .join(_From, col(_From.id) == col(Entry.person_id))
    .where(_GOT, _between(col(Entry.day)))
    .order_by(col(Entry.day), col(Entry.id), col(Person.handle))
)
PICKS: Executable = (
    select(
        col(Pin.period).label("week"),
        col(Pin.person_id),
        col(Person.handle),
        col(Person.name),
    )
    .outerjoin(Person, col(Person.id) == col(Pin.person_id))
    .where(
        col(Pin.slot) == constant("new"),
        col(Pin.place) == NO,
        col(Pin.period) >= words("first"),
        col(Pin.period) <= words("last"),
    )
    .order_by(col(Pin.period))
)
HOSTED = (
    select(
        col(Introduction.id),
        col(Introduction.a_id),
        col(Introduction.b_id),
        col(Introduction.day),
        col(Introduction.state),
    )
    .where(
        col(Introduction.introducer_id) == ME_ID,
        _between(col(Introduction.day)),
    )
    .order_by(col(Introduction.day), col(Introduction.id))
)
EXCHANGED = (
    select(col(Entry.person_id), col(Entry.way), col(Entry.day))
    .where(_between(col(Entry.day)))
    .order_by(col(Entry.day), col(Entry.id))
)
GUESSED = (
    select(
        col(Guess.touch_id),
        col(Touch.day),
        col(Guess.word),
        col(Presence.person_id),
    )
    .join(Touch, col(Touch.id) == col(Guess.touch_id))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(_between(col(Touch.day)))
    .order_by(col(Touch.day), col(Touch.id), col(Presence.id))
)
