"""Finding and listing people."""

from sqlalchemy import func, literal_column, select
from sqlmodel import col

from netlog.storage.statements.parts import ME_ID, NO, constant, first, whole, words
from netlog.storage.tables import Detail, Person, Retired

PERSON = select(Person).where(col(Person.id) == whole("id"))
PERSON_BY_HANDLE = select(Person).where(col(Person.handle) == words("handle"))
PEOPLE_BY_NAME = (
    select(Person)
    .where(col(Person.folded) == words("folded"), col(Person.id) > ME_ID)
    .order_by(col(Person.handle))
)
PEOPLE_BY_DETAIL = (
    select(Person)
    .join(Detail, col(Detail.person_id) == col(Person.id))
    .where(col(Detail.field) == words("field"), col(Detail.folded) == words("folded"))
    .order_by(col(Person.handle))
)
PEOPLE_BY_WORD = (
    select(col(Person.handle), col(Person.folded))
    .where(
        (constant(" ") + col(Person.folded)).like(
            constant("% ") + words("word") + constant("%")
        ),
        col(Person.id) > ME_ID,
    )
    .order_by(col(Person.folded), col(Person.handle))
)
NAMES_BETWEEN = (
    select(col(Person.handle), col(Person.folded))
    .where(
        col(Person.folded) >= words("low"),
        col(Person.folded) < words("high"),
        col(Person.id) > ME_ID,
    )
    .order_by(col(Person.folded), col(Person.handle))
    .limit(first(500))
    .offset(NO)
)
HANDLES_BETWEEN = (
    select(col(Person.handle))
    .where(
        col(Person.handle) >= words("low"),
        col(Person.handle) < words("high"),
        col(Person.id) > ME_ID,
    )
    .order_by(col(Person.handle))
    .limit(first(200))
    .offset(NO)
)
EVERYBODY = (
    select(Person)
    .where(col(Person.id) > ME_ID)
    .order_by(col(Person.folded), col(Person.handle))
)
EVERY_DETAIL = select(Detail).order_by(col(Detail.person_id), col(Detail.id))
DETAILS_OF = (
    select(Detail)
    .where(col(Detail.person_id) == whole("person"))
    .order_by(col(Detail.id))
)
RETIRED_HANDLE = select(Retired).where(col(Retired.handle) == words("handle"))
COUNT_PEOPLE = select((func.count() - literal_column("1")).label("people")).select_from(
    Person
)
EVERY_HANDLE = select(col(Person.handle)).union_all(select(col(Retired.handle)))
