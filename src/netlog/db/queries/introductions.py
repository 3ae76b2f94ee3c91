"""Who introduced whom."""

from datetime import date

from sqlmodel import col, func, or_, select

from netlog.db.queries.parts import (
    Count,
    First,
    Rows,
    Scalar,
    introduction_named,
    is_purchase,
    marked_as_client,
    select_wide,
    to_me,
)
from netlog.db.schema import Detail, Entry, Introduction, Person
from netlog.domain.introduction import Introducer, IntroductionNamed, Way
from netlog.domain.person import ME_ID


def introduction(id: int) -> First[Introduction]:
    """The introduction of that number."""
    return select(Introduction).where(Introduction.id == id)


def introduction_between(introducer: int, a: int, b: int) -> First[Introduction]:
    """The introduction of a pair by one introducer."""
    return select(Introduction).where(
        Introduction.introducer_id == introducer,
        Introduction.a_id == a,
        Introduction.b_id == b,
    )


def introductions_with(person: int) -> Rows[IntroductionNamed]:
    """All introductions that somebody made or was part of, the oldest first."""
    return introduction_named().where(
        or_(
            col(Introduction.introducer_id) == person,
            col(Introduction.a_id) == person,
            col(Introduction.b_id) == person,
        )
    )


def introductions_joining(one: int, other: int) -> Rows[IntroductionNamed]:
    """What shows that two people know each other, the oldest first.

    One of them introduced the other to anybody, whatever came of it, or somebody made
    an introduction of the two.
    """
    by = col(Introduction.introducer_id)
    a, b = col(Introduction.a_id), col(Introduction.b_id)
    made = col(Introduction.state).in_(["made", "met"])
    return introduction_named().where(
        or_(
            (by == one) & or_(a == other, b == other),
            (by == other) & or_(a == one, b == one),
            made & (a == one) & (b == other),
            made & (a == other) & (b == one),
        )
    )


_first_purchase = (
    select(func.min(col(Entry.day)))
    .where(Entry.person_id == Person.id, is_purchase())
    .correlate(Person)
    .scalar_subquery()
)


def ways_to(person: int) -> Rows[Way]:
    """How somebody was introduced to me, the oldest first."""
    return (
        select_wide(
            Introduction.id,
            Introduction.day,
            Introduction.state,
            Introduction.entered,
            col(Person.id).label("introducer_id"),
            col(Person.handle).label("handle"),
            col(Person.name).label("name"),
            _first_purchase.label("bought_on"),
            func.coalesce(col(Detail.id), 0).label("marked"),
        )
        .join(Person, col(Person.id) == col(Introduction.introducer_id))
        .outerjoin(
            Detail,
            marked_as_client(),
        )
        .where(Introduction.a_id == ME_ID, Introduction.b_id == person)
        .order_by(col(Introduction.day), col(Introduction.id))
    )


def words_for(person: int) -> Scalar[str]:
    """What whoever introduced somebody to me last said of them, where they did."""
    return (
        select(Introduction.words)
        .where(
            Introduction.a_id == ME_ID,
            Introduction.b_id == person,
            Introduction.words != "",
            Introduction.state != "dropped",
        )
        .order_by(col(Introduction.day).desc(), col(Introduction.id).desc())
        .limit(1)
    )


def first_brought(person: int) -> First[tuple[date, int]]:
    """When somebody first introduced anybody to me: the day, and the change."""
    return (
        select(col(Introduction.day), Introduction.entered)
        .where(Introduction.introducer_id == person, to_me())
        .order_by(col(Introduction.day), col(Introduction.entered))
        .limit(1)
    )


def introducers() -> Rows[Introducer]:
    """Who introduces most, at most 50."""
    return (
        select(
            col(Introduction.introducer_id).label("person_id"),
            func.count().label("introductions"),
        )
        .where(Introduction.introducer_id > ME_ID, Introduction.state != "dropped")
        .group_by(col(Introduction.introducer_id))
        .order_by(func.count().desc(), col(Introduction.introducer_id))
        .limit(50)
    )


def count_introductions() -> Count:
    """How many introductions there are."""
    return select(func.count().label("introductions")).select_from(Introduction)


def introductions_of(person: int) -> Rows[Introduction]:
    """The introductions of which somebody was one of the two."""
    return select(Introduction).where(
        or_(col(Introduction.a_id) == person, col(Introduction.b_id) == person)
    )


def every_way_to_me() -> Rows[tuple[int, int, date, str, int, int]]:
    """Everybody's introductions to me, person by person, the oldest first."""
    return (
        select_wide(
            col(Introduction.b_id).label("person_id"),
            Introduction.id,
            col(Introduction.day),
            Introduction.state,
            Introduction.entered,
            Introduction.introducer_id,
        )
        .where(Introduction.a_id == ME_ID)
        .order_by(col(Introduction.b_id), col(Introduction.day), col(Introduction.id))
    )


def every_one_brought() -> Rows[tuple[int, date, int]]:
    """When anybody was introduced to me, introducer by introducer, the first first."""
    return (
        select(Introduction.introducer_id, col(Introduction.day), Introduction.entered)
        .where(to_me())
        .order_by(
            col(Introduction.introducer_id),
            col(Introduction.day),
            col(Introduction.entered),
        )
    )


def every_way() -> Rows[tuple[int, str, str]]:
    """Whom everybody was introduced to me by: person, handle and folded name."""
    return (
        select(col(Introduction.b_id).label("person_id"), Person.handle, Person.folded)
        .join(Person, col(Person.id) == col(Introduction.introducer_id))
        .where(Introduction.a_id == ME_ID)
        .order_by(col(Introduction.id))
    )
