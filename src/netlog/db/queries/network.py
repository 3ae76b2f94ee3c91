"""The network: whom somebody brought, who knows whom, what went both ways."""

from datetime import date
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import case, col, func, or_, select, union_all

from netlog.db.queries.parts import (
    Column,
    First,
    Lookup,
    Only,
    Rows,
    introduction_named,
    is_contact,
    link,
    select_wide,
    to_me,
)
from netlog.db.schema import Entry, Introduction, Person, Presence, Touch
from netlog.domain.acquaintance import Acquaintance, Hand, Office
from netlog.domain.introduction import IntroductionNamed, Link
from netlog.domain.ledger import EntryOf
from netlog.domain.person import ME_ID

_Older: Any = aliased(Introduction)
_Began: Any = aliased(Introduction)
_Way: Any = aliased(Introduction)
_With: Any = aliased(Presence)
_Earlier: Any = aliased(Touch)
_There: Any = aliased(Presence)
_Seen: Any = aliased(Touch)
_Near: Any = aliased(Introduction)


def _met_before(person: Any, on: Any) -> Any:
    """I had met somebody in person before a day."""
    return (
        select(_Seen.id)
        .join(_There, _There.touch_id == _Seen.id)
        .where(
            _There.person_id == person,
            _Seen.day < on,
            _Seen.in_person == True,
            is_contact(_There),
        )
        .correlate_except(_Seen, _There)
        .exists()
    )


def _knew_before(person: Any, on: Any) -> Any:
    """Somebody had introduced others to me before a day, or I had met them."""
    began = (
        select(_Began.id)
        .where(_Began.introducer_id == person, to_me(_Began), _Began.day < on)
        .correlate_except(_Began)
        .exists()
    )
    return or_(began, _met_before(person, on))


def _came_by(person: Any) -> Any:
    """The number of the introduction by which somebody came: see `network.forest`."""
    return (
        select(_Way.id)
        .where(_Way.b_id == person, to_me(_Way), ~_knew_before(person, _Way.day))
        .order_by(_Way.day, _Way.id)
        .limit(1)
        .correlate_except(_Way)
        .scalar_subquery()
    )


def brought(person: int, most: int) -> Rows[Link]:
    """By what the first came who came by somebody, as they were entered."""
    return (
        link(col(Introduction.b_id))
        .where(
            Introduction.introducer_id == person,
            to_me(),
            ~_knew_before(Introduction.b_id, Introduction.day),
            ~select(_Older.id)
            .where(
                _Older.b_id == col(Introduction.b_id),
                to_me(_Older),
                (_Older.day < Introduction.day)
                | (_Older.day == Introduction.day) & (_Older.id < Introduction.id),
            )
            .exists(),
        )
        .order_by(col(Introduction.id))
        .limit(most)
    )


def latest_outcomes(most: int) -> Column[int]:
    """Who brought the latest outcomes, each as often as they did."""
    return (
        select(col(Entry.person_id).label("id"))
        .where(Entry.way == "got")
        .order_by(col(Entry.day).desc(), col(Entry.id).desc())
        .limit(most)
    )


def _first_introducers(most: int) -> Any:
    """Who introduced somebody to me first."""
    return (
        select(col(Introduction.introducer_id).label("id"))
        .where(
            # A sum, so that the days choose the index, not all that are mine.
            col(Introduction.a_id) + 0 == ME_ID,
            Introduction.state != "dropped",
        )
        .order_by(col(Introduction.day), col(Introduction.id))
        .limit(most)
        .subquery()
    )


def led_back(most: int) -> Rows[Link]:
    """Who brought the latest outcomes or began to introduce first; who brought those.

    And so on; a person who was met without help has no introduction.
    """
    latest: Any = latest_outcomes(most)
    begun = union_all(
        select(latest.subquery().c.id), select(_first_introducers(most).c.id)
    ).subquery()
    up = select(begun.c.id, _came_by(begun.c.id).label("way")).cte("up", recursive=True)
    up = up.union(
        select(_Older.introducer_id, _came_by(_Older.introducer_id)).join(
            up, _Older.id == up.c.way
        )
    )
    return link(up.c.id).outerjoin(Introduction, col(Introduction.id) == up.c.way)


def ways_of(person: int) -> Rows[Link]:
    """Every introduction of somebody to me that was not dropped."""
    return link(col(Introduction.b_id)).where(Introduction.b_id == person, to_me())


def introduced(person: int) -> Rows[Link]:
    """Every introduction to me that somebody made, the oldest first."""
    return (
        link(col(Introduction.b_id))
        .where(Introduction.introducer_id == person, to_me())
        .order_by(col(Introduction.day), col(Introduction.id))
    )


def came_of(person: int) -> First[Link]:
    """The introduction by which somebody came, None for who was met without."""
    return link(col(Introduction.b_id)).where(col(Introduction.id) == _came_by(person))


def met_before() -> Column[int]:
    """The introductions to me of people whom I had met in person before."""
    return select(Introduction.id).where(
        to_me(), _met_before(Introduction.b_id, Introduction.day)
    )


def outcomes_by_person() -> Lookup[int, int]:
    """How many outcomes each person brought."""
    return (
        select(Entry.person_id, func.count().label("outcomes"))
        .where(Entry.way == "got")
        .group_by(col(Entry.person_id))
    )


def first_met_since(since: date) -> Column[int]:
    """Everybody whom I met in person for the first time since a day."""
    return (
        select(Presence.person_id)
        .join(Touch, col(Touch.id) == col(Presence.touch_id))
        .join(Person, col(Person.id) == col(Presence.person_id))
        .where(
            Person.known == False,
            Touch.day >= since,
            Touch.in_person == True,
            is_contact(),
            ~select(_Earlier.id)
            .join(_With, _With.touch_id == _Earlier.id)
            .where(
                _With.person_id == col(Presence.person_id),
                _Earlier.day < since,
                _Earlier.in_person == True,
                is_contact(_With),
            )
            .exists(),
        )
        .distinct()
    )


def entries_since(since: date) -> Rows[EntryOf]:
    """Everything given and got since a day, the oldest first."""
    return (
        select(Entry, Person.handle, Person.name)
        .join(Person, col(Person.id) == col(Entry.person_id))
        .where(Entry.day >= since)
        .order_by(col(Entry.day), col(Entry.id))
    )


def introduced_by_me() -> Rows[IntroductionNamed]:
    """Whom I introduced to whom, the oldest first, dropped ones left out."""
    return introduction_named().where(
        Introduction.introducer_id == ME_ID, Introduction.state != "dropped"
    )


_came_to_me = (
    select(_Near.id)
    .where(
        _Near.b_id == col(Person.id),
        _Near.a_id == ME_ID,
        or_(_Near.state == "made", _Near.state == "met"),
    )
    .correlate_except(_Near)
    .exists()
)
_brought_to_me = (
    select(_Near.id)
    .where(
        _Near.introducer_id == col(Person.id),
        _Near.a_id == ME_ID,
        _Near.state != "dropped",
    )
    .correlate_except(_Near)
    .exists()
)
_HAND: tuple[Any, ...] = (
    col(Person.id),
    col(Person.handle),
    col(Person.name),
    col(Person.org),
    col(Person.role),
    col(Person.known),
    col(Person.touches),
    col(Person.last_contact),
    col(Person.open_tries).label("tries"),
    case((_came_to_me, 1), (_brought_to_me, 2), else_=0).label("near"),
)


def _joined(one: Any, other: Any, person: int, *where: Any) -> Any:
    """Whom somebody knows by introductions in which both have a part."""
    return select(
        other.label("id"),
        col(Introduction.id).label("introduction"),
        col(Introduction.day),
    ).where(one == person, other != ME_ID, Introduction.state != "dropped", *where)


def acquaintances(person: int) -> Rows[Acquaintance]:
    """Everybody who knows somebody, once for every introduction that shows it."""
    by = col(Introduction.introducer_id)
    a, b = col(Introduction.a_id), col(Introduction.b_id)
    agreed = col(Introduction.state) != "offered"
    known = union_all(
        _joined(by, a, person),
        _joined(by, b, person),
        _joined(a, by, person),
        _joined(b, by, person),
        _joined(a, b, person, agreed),
        _joined(b, a, person, agreed),
    ).subquery()
    return select_wide(*_HAND, known.c.introduction, known.c.day).join(
        known, col(Person.id) == known.c.id
    )


def hand(id: int) -> Only[Hand]:
    """Somebody, as a chain has them."""
    return select_wide(*_HAND).where(Person.id == id)


def offices() -> Rows[Office]:
    """Where people work, and as what; those of whom neither is known left out."""
    return select(Person.id, Person.org, Person.role).where(
        (col(Person.org) != "") | (col(Person.role) != "")
    )
