"""The network: whom somebody brought, who knows whom, what went both ways."""

from typing import Any

from sqlalchemy import (
    Executable,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from netlog.storage.statements.parts import (
    ME_ID,
    NO,
    YES,
    constant,
    day,
    first,
    whole,
)
from netlog.storage.tables import Entry, Introduction, Person, Presence, Touch

_Older: Any = aliased(Introduction)
_Began: Any = aliased(Introduction)
_Way: Any = aliased(Introduction)
_With: Any = aliased(Presence)
_Earlier: Any = aliased(Touch)
_There: Any = aliased(Presence)
_Seen: Any = aliased(Touch)
_Near: Any = aliased(Introduction)
_A: Any = aliased(Person)
_B: Any = aliased(Person)
_Me: Any = aliased(Person)


def _counts(introduction: Any) -> Any:
    """An introduction of somebody to me that was not dropped."""
    return (introduction.a_id == ME_ID) & (introduction.state != constant("dropped"))


def _met_before(person: Any, on: Any) -> Any:
    """I had met somebody in person before a day."""
    return (
        select(_Seen.id)
        .join(_There, _There.touch_id == _Seen.id)
        .where(
            _There.person_id == person,
            _Seen.day < on,
            _Seen.in_person == YES,
            _Seen.answered == YES,
        )
        .correlate_except(_Seen, _There)
        .exists()
    )


def _knew_before(person: Any, on: Any) -> Any:
    """Somebody had introduced others to me before a day, or I had met them."""
    began = (
        select(_Began.id)
        .where(_Began.introducer_id == person, _counts(_Began), _Began.day < on)
        .correlate_except(_Began)
        .exists()
    )
    return or_(began, _met_before(person, on))


def _came_by(person: Any) -> Any:
    """The number of the introduction by which somebody came, as `network.coming`."""
    return (
        select(_Way.id)
        .where(_Way.b_id == person, _counts(_Way), ~_knew_before(person, _Way.day))
        .order_by(_Way.day, _Way.id)
        .limit(first(1))
        .offset(NO)
        .correlate_except(_Way)
        .scalar_subquery()
    )


_LINK: tuple[Any, ...] = (
    col(Introduction.b_id).label("person_id"),
    col(Introduction.id).label("introduction"),
    col(Introduction.introducer_id),
    col(Introduction.day),
    col(Introduction.state),
)

BROUGHT: Executable = (
    select(*_LINK)
    .where(
        col(Introduction.introducer_id) == whole("person"),
        _counts(Introduction),
        ~_knew_before(Introduction.b_id, Introduction.day),
        ~select(_Older.id)
        .where(
            _Older.b_id == col(Introduction.b_id),
            _counts(_Older),
            (_Older.day < Introduction.day)
            | ((_Older.day == Introduction.day) & (_Older.id < Introduction.id)),
        )
        .exists(),
    )
    .order_by(col(Introduction.id))
    .limit(whole("most"))
    .offset(NO)
)
LATEST_OUTCOMES: Any = (
    select(col(Entry.person_id).label("id"))
    .where(col(Entry.way) == constant("got"))
    .order_by(col(Entry.day).desc(), col(Entry.id).desc())
    .limit(whole("most"))
    .offset(NO)
)
_first_introducers = (
    select(col(Introduction.introducer_id).label("id"))
    .where(
        # A sum, so that the days choose the index, not all that are mine.
        col(Introduction.a_id) + NO == ME_ID,
        col(Introduction.state) != constant("dropped"),
    )
    .order_by(col(Introduction.day), col(Introduction.id))
    .limit(whole("most"))
    .offset(NO)
    .subquery()
)
_begun = union_all(
    select(LATEST_OUTCOMES.subquery().c.id), select(_first_introducers.c.id)
).subquery()
_up = select(_begun.c.id, _came_by(_begun.c.id).label("way")).cte("up", recursive=True)
_up = _up.union(
    select(_Older.introducer_id, _came_by(_Older.introducer_id)).join(
        _up, _Older.id == _up.c.way
    )
)
LED_BACK: Executable = select(
    _up.c.id.label("person_id"),
    col(Introduction.id).label("introduction"),
    col(Introduction.introducer_id),
    col(Introduction.day),
    col(Introduction.state),
).outerjoin(Introduction, col(Introduction.id) == _up.c.way)
WAYS_OF: Executable = select(*_LINK).where(
    col(Introduction.b_id) == whole("person"), _counts(Introduction)
)
INTRODUCED: Executable = (
    select(*_LINK)
    .where(col(Introduction.introducer_id) == whole("person"), _counts(Introduction))
    .order_by(col(Introduction.day), col(Introduction.id))
)
CAME_OF: Executable = select(*_LINK).where(
    col(Introduction.id) == _came_by(whole("person"))
)
MET_BEFORE: Executable = select(col(Introduction.id)).where(
    _counts(Introduction), _met_before(Introduction.b_id, Introduction.day)
)
OUTCOMES_BY_PERSON = (
    select(col(Entry.person_id), func.count().label("outcomes"))
    .where(col(Entry.way) == constant("got"))
    .group_by(col(Entry.person_id))
)
FIRST_MET_SINCE: Executable = (
    select(col(Presence.person_id))
    .join(Touch, col(Touch.id) == col(Presence.touch_id))
    .join(Person, col(Person.id) == col(Presence.person_id))
    .where(
        col(Person.known) == NO,
        col(Touch.day) >= day("since"),
        col(Touch.in_person) == YES,
        col(Touch.answered) == YES,
        ~select(_Earlier.id)
        .join(_With, _With.touch_id == _Earlier.id)
        .where(
            _With.person_id == col(Presence.person_id),
            _Earlier.day < day("since"),
            _Earlier.in_person == YES,
            _Earlier.answered == YES,
        )
        .exists(),
    )
    .distinct()
)

ENTRIES_SINCE = (
    select(Entry, col(Person.handle), col(Person.name))
    .join(Person, col(Person.id) == col(Entry.person_id))
    .where(col(Entry.day) >= day("since"))
    .order_by(col(Entry.day), col(Entry.id))
)
INTRODUCED_BY_ME: Executable = (
    select(
        Introduction,
        col(_Me.handle).label("introducer_handle"),
        col(_Me.name).label("introducer_name"),
        col(_A.handle).label("a_handle"),
        col(_A.name).label("a_name"),
        col(_B.handle).label("b_handle"),
        col(_B.name).label("b_name"),
    )
    .join(_Me, col(_Me.id) == col(Introduction.introducer_id))
    .join(_A, col(_A.id) == col(Introduction.a_id))
    .join(_B, col(_B.id) == col(Introduction.b_id))
    .where(
        col(Introduction.introducer_id) == ME_ID,
        col(Introduction.state) != constant("dropped"),
    )
    .order_by(col(Introduction.day), col(Introduction.id))
)
