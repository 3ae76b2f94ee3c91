"""How many people the plan could ask for, without looking at each."""

from sqlalchemy import func, or_, select
from sqlmodel import col

from netlog.storage.statements.parts import YES, day, is_new, whole, words
from netlog.storage.tables import Person, Presence, Touch

_STANDING = (
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

COUNT_NEW = select(func.count().label("people")).where(is_new())
COUNT_WAITING = select(func.count().label("people")).where(
    col(Person.cadence) == words("cadence"),
    col(Person.waits_from) <= day("latest"),
    or_(col(Person.known) == YES, col(Person.first_sitdown).is_not(None)),
    or_(
        col(Person.waits_from) <= day("keep_until"),
        (col(Person.waits_from) <= day("dormant_until"))
        & or_(col(Person.last_contact).is_not(None), col(Person.known) == YES),
    ),
)
STANDING = select(*_STANDING).where(col(Person.id) == whole("id"))
RESTING = select(*_STANDING).where(col(Person.resting) == YES)
SNOOZED = select(*_STANDING).where(
    col(Person.snoozed_until).is_not(None), col(Person.snoozed_until) > day("today")
)
NO_SELL = select(*_STANDING).where(col(Person.no_sell) == YES, is_new())
DROPPED = select(*_STANDING).where(col(Person.dropped) == YES, is_new())
UNANSWERED = select(*_STANDING).where(col(Person.attempts) > YES)
MET = (
    select(*_STANDING)
    .join(Presence, col(Presence.person_id) == col(Person.id))
    .join(Touch, col(Touch.id) == col(Presence.touch_id))
    .where(
        col(Touch.day) >= day("since"),
        col(Touch.day) <= day("until"),
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
    )
)
