"""What the plan asks: who could stand in a slot this week."""

from sqlalchemy import Executable, func, literal_column, or_, select
from sqlmodel import col

from netlog.storage.statements.parts import (
    ME_ID,
    NO,
    YES,
    awake,
    constant,
    day,
    first,
    open_to_new,
    whole,
    words,
)
from netlog.storage.tables import (
    Introduction,
    Person,
    Pin,
    Presence,
    Promise,
    Skip,
    Touch,
)

MET_BETWEEN = (
    select(
        col(Presence.person_id),
        col(Touch.day),
        col(Touch.entered),
        col(Touch.kind),
        col(Touch.sit_down),
    )
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(
        col(Touch.day) >= day("since"),
        col(Touch.day) <= day("until"),
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
    )
    .order_by(col(Touch.day), col(Touch.id))
)
INTRODUCED_BETWEEN: Executable = (
    select(
        col(Introduction.b_id).label("person_id"),
        col(Introduction.day),
        col(Introduction.entered),
        col(Person.name).label("introducer"),
    )
    .join(Person, col(Person.id) == col(Introduction.introducer_id))
    .where(
        # A sum, so that the days of a week choose the index, not all that are mine.
        col(Introduction.a_id) + NO == ME_ID,
        col(Introduction.day) >= day("since"),
        col(Introduction.day) <= day("until"),
        col(Introduction.state).in_([constant("made"), constant("met")]),
    )
    .order_by(col(Introduction.day), col(Introduction.id))
)
SENT_SINCE = (
    select(col(Presence.person_id), col(Touch.day), col(Touch.entered))
    .join(Presence, col(Presence.touch_id) == col(Touch.id))
    .where(
        col(Touch.day) >= day("since"),
        or_(col(Touch.in_person) == NO, col(Touch.answered) == NO),
    )
)
KEPT_SINCE: Executable = select(
    col(Promise.person_id),
    col(Promise.closed_on).label("day"),
    col(Promise.closed).label("entered"),
).where(col(Promise.closed_on) >= day("since"), col(Promise.state) == constant("kept"))
FRESH = (
    select(Person)
    .where(open_to_new(), col(Person.fresh_on).is_not(None))
    .order_by(col(Person.fresh_on).desc(), col(Person.id).desc())
    .limit(first(300))
    .offset(NO)
)
DRAWN = (
    select(Person)
    .where(open_to_new(), col(Person.draw) >= whole("start"))
    .order_by(col(Person.draw), col(Person.id))
    .limit(first(400))
    .offset(NO)
)
KEEP_DUE = (
    select(Person)
    .where(
        col(Person.cadence) == words("cadence"),
        col(Person.waits_from) <= day("until"),
        awake(),
    )
    .order_by(col(Person.waits_from), col(Person.id))
    .limit(whole("most"))
    .offset(NO)
)
NEXT_CADENCE = select(func.min(col(Person.cadence)).label("cadence")).where(
    col(Person.cadence) > words("after")
)
DORMANT = (
    select(Person)
    .where(
        col(Person.draw) >= whole("start"),
        col(Person.waits_from) <= day("until"),
        col(Person.id) > ME_ID,
        or_(col(Person.last_contact).is_not(None), col(Person.known) == YES),
        awake(),
    )
    .order_by(col(Person.draw), col(Person.id))
    .limit(first(200))
    .offset(NO)
)
STUCK = (
    select(Person)
    .where(col(Person.attempts) > literal_column("1"), awake())
    .order_by(col(Person.waits_from), col(Person.id))
)
LONGEST_WITHOUT_SITDOWN = (
    select(Person)
    .where(col(Person.last_sitdown) <= day("until"), col(Person.no_sell) == NO, awake())
    .order_by(col(Person.last_sitdown), col(Person.id))
    .limit(first(200))
    .offset(NO)
)
CLUSTER_SIZE = select(func.count().label("people")).where(
    col(Person.cluster) == words("cluster"), col(Person.last_contact) >= day("since")
)
_sizes = (
    select(func.count().label("people"))
    .where(col(Person.cluster) > constant(""), col(Person.last_contact) >= day("since"))
    .group_by(col(Person.cluster))
    .subquery()
)
LARGEST_CLUSTER = select(func.coalesce(func.max(_sizes.c.people), NO).label("people"))
FIRST_SITDOWNS = select(func.count().label("people")).where(
    col(Person.first_sitdown) >= day("since"),
    col(Person.first_sitdown) <= day("until"),
    col(Person.known) == NO,
)
SITDOWN_DAYS: Executable = (
    select(col(Person.first_sitdown).label("day"))
    .where(
        col(Person.first_sitdown) >= day("since"),
        col(Person.first_sitdown) <= day("until"),
        col(Person.known) == NO,
    )
    .distinct()
    .order_by(col(Person.first_sitdown))
)
PINS = (
    select(Pin)
    .where(col(Pin.slot) == words("slot"), col(Pin.period) == words("period"))
    .order_by(col(Pin.place))
)
PICKED_WEEKS = (
    select(col(Pin.period))
    .where(
        col(Pin.person_id) == whole("person"),
        col(Pin.slot) == constant("new"),
        col(Pin.place) == NO,
    )
    .order_by(col(Pin.period))
)
SKIPS_OF = (
    select(Skip).where(col(Skip.person_id) == whole("person")).order_by(col(Skip.week))
)
SKIPS_SINCE = select(Skip).where(col(Skip.week) >= words("week")).order_by(col(Skip.id))
SKIPS_IN = select(Skip).where(col(Skip.week) == words("week")).order_by(col(Skip.id))
LAST_PINNED = select(func.max(col(Pin.period)).label("period")).where(
    col(Pin.slot) == constant("new"), col(Pin.period) < words("before")
)
PICKED_OFTEN = (
    select(col(Pin.person_id), func.count().label("weeks"))
    .where(col(Pin.slot) == constant("new"), col(Pin.place) == NO)
    .group_by(col(Pin.person_id))
    .having(func.count() > literal_column("2"))
)
LAST_MET = (
    select(Person)
    .where(col(Person.last_contact).is_not(None), awake())
    .order_by(col(Person.last_contact).desc(), col(Person.id))
    .limit(first(20))
    .offset(NO)
)
