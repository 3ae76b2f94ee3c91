"""What doctor reads of everybody at once, to hold it against what it follows from."""

from sqlalchemy import Executable, bindparam, case, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from netlog.storage.column_types import Moment
from netlog.storage.statements.parts import ME_ID, NO, YES, constant, day, first
from netlog.storage.tables import (
    Change,
    Introduction,
    Person,
    Place,
    Presence,
    Thank,
    Touch,
    Version,
)

EVERY_STANDING: Executable = select(
    col(Person.id),
    col(Person.handle),
    col(Person.name),
    col(Person.folded),
    col(Person.org),
    col(Person.every),
    col(Person.starts_on),
    col(Person.draw),
    col(Person.cadence),
    col(Person.cluster),
    col(Person.waits_from),
    col(Person.last_contact),
    col(Person.first_sitdown),
    col(Person.last_sitdown),
    col(Person.fresh_on),
    col(Person.attempts),
    col(Person.touches),
    col(Person.dropped),
).order_by(col(Person.id))
# "+ 0" keeps SQLite from an index: in the order of the file, a table is read ten times
# as quickly as row by row in another one.
_in_order = col(Touch.id) + NO == col(Presence.touch_id)
SEEN: Executable = (
    select(
        col(Presence.person_id),
        func.max(col(Touch.day)).label("last_contact"),
        func.min(case((col(Touch.sit_down) == YES, col(Touch.day)))).label(
            "first_sitdown"
        ),
        func.max(case((col(Touch.sit_down) == YES, col(Touch.day)))).label(
            "last_sitdown"
        ),
        func.max(case((col(Touch.in_person) == YES, col(Touch.day)))).label("seen"),
        func.count().label("touches"),
    )
    .select_from(Touch)
    .join(Presence, _in_order)
    .where(col(Touch.answered) + NO == YES)
    .group_by(col(Presence.person_id))
)
ATTEMPTS = (
    select(col(Presence.person_id), col(Touch.day), col(Touch.id))
    .select_from(Touch)
    .join(Presence, _in_order)
    .where(col(Touch.answered) + NO == NO)
)
EVERY_INTRODUCTION = select(
    col(Introduction.id),
    col(Introduction.a_id),
    col(Introduction.b_id),
    col(Introduction.day),
    col(Introduction.said),
    col(Introduction.state),
).order_by(col(Introduction.id))
_Other = aliased(Presence)
_last_together = (
    select(func.max(col(Touch.day)))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .join(_Other, col(_Other.touch_id) == col(Presence.touch_id))
    .where(
        col(Presence.person_id) == col(Introduction.a_id),
        col(_Other.person_id) == col(Introduction.b_id),
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
    )
    .correlate(Introduction)
    .scalar_subquery()
)
TOGETHER: Executable = select(col(Introduction.id), _last_together.label("day")).where(
    col(Introduction.a_id) > ME_ID
)
EVERY_PLACE = select(Place).order_by(col(Place.id))
THANK_ROWS = select(Thank).order_by(col(Thank.entry_id), col(Thank.person_id))
TOUCHES_AFTER = (
    select(col(Touch.id)).where(col(Touch.day) > day("today")).order_by(col(Touch.id))
)
INTRODUCTIONS_AFTER = (
    select(col(Introduction.id))
    .where(col(Introduction.day) > day("today"))
    .order_by(col(Introduction.id))
)
CHANGES_AFTER = (
    select(col(Change.id))
    .where(
        col(Change.at) > bindparam("now", type_=Moment),
        col(Change.state) == constant("done"),
    )
    .order_by(col(Change.id))
)
LAST_CHANGE = (
    select(col(Change.id), col(Change.at))
    .order_by(col(Change.id).desc())
    .limit(first(1))
    .offset(NO)
)
SCHEMAS = select(col(Version.at)).order_by(col(Version.id))
