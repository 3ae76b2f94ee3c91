"""Who introduced whom."""

from sqlalchemy import Executable, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from netlog.storage.statements.parts import (
    ME_ID,
    NO,
    constant,
    first,
    is_purchase,
    whole,
)
from netlog.storage.tables import Detail, Entry, Introduction, Person

_Introducer = aliased(Person)
_A = aliased(Person)
_B = aliased(Person)

INTRODUCTION = select(Introduction).where(col(Introduction.id) == whole("id"))
INTRODUCTION_BETWEEN = select(Introduction).where(
    col(Introduction.introducer_id) == whole("introducer"),
    col(Introduction.a_id) == whole("a"),
    col(Introduction.b_id) == whole("b"),
)
INTRODUCTIONS_WITH: Executable = (
    select(
        Introduction,
        col(_Introducer.handle).label("introducer_handle"),
        col(_Introducer.name).label("introducer_name"),
        col(_A.handle).label("a_handle"),
        col(_A.name).label("a_name"),
        col(_B.handle).label("b_handle"),
        col(_B.name).label("b_name"),
    )
    .join(_Introducer, col(_Introducer.id) == col(Introduction.introducer_id))
    .join(_A, col(_A.id) == col(Introduction.a_id))
    .join(_B, col(_B.id) == col(Introduction.b_id))
    .where(
        or_(
            col(Introduction.introducer_id) == whole("person"),
            col(Introduction.a_id) == whole("person"),
            col(Introduction.b_id) == whole("person"),
        )
    )
    .order_by(col(Introduction.day), col(Introduction.id))
)
_first_purchase = (
    select(func.min(col(Entry.day)))
    .where(col(Entry.person_id) == col(Person.id), is_purchase())
    .correlate(Person)
    .scalar_subquery()
)
WAYS_TO: Executable = (
    select(
        col(Introduction.id),
        col(Introduction.day),
        col(Introduction.state),
        col(Introduction.entered),
        col(Person.id).label("introducer_id"),
        col(Person.handle).label("handle"),
        col(Person.name).label("name"),
        _first_purchase.label("bought_on"),
        func.coalesce(col(Detail.id), NO).label("marked"),
    )
    .join(Person, col(Person.id) == col(Introduction.introducer_id))
    .outerjoin(
        Detail,
        (col(Detail.person_id) == col(Person.id))
        & (col(Detail.field) == constant("kind"))
        & (col(Detail.folded) == constant("client")),
    )
    .where(col(Introduction.a_id) == ME_ID, col(Introduction.b_id) == whole("person"))
    .order_by(col(Introduction.day), col(Introduction.id))
)
INTRODUCERS: Executable = (
    select(
        col(Introduction.introducer_id).label("person_id"),
        func.count().label("introductions"),
    )
    .where(
        col(Introduction.introducer_id) > ME_ID,
        col(Introduction.state) != constant("dropped"),
    )
    .group_by(col(Introduction.introducer_id))
    .order_by(func.count().desc(), col(Introduction.introducer_id))
    .limit(first(50))
    .offset(NO)
)
COUNT_INTRODUCTIONS = select(func.count().label("introductions")).select_from(
    Introduction
)
INTRODUCTIONS_OF = select(Introduction).where(
    or_(
        col(Introduction.a_id) == whole("person"),
        col(Introduction.b_id) == whole("person"),
    )
)
EVERY_WAY: Executable = (
    select(
        col(Introduction.b_id).label("person_id"),
        col(Person.handle),
        col(Person.folded),
    )
    .join(Person, col(Person.id) == col(Introduction.introducer_id))
    .where(col(Introduction.a_id) == ME_ID)
    .order_by(col(Introduction.id))
)
