"""Finding and listing people."""

from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import col, func, literal, select

from netlog.db.queries.parts import Column, Count, First, Rows, select_wide
from netlog.db.schema import Detail, Person, Pin, Retired
from netlog.domain.matching import Offer
from netlog.domain.person import ME_ID, AlikePair, Found


def person(id: int) -> First[Person]:
    """The person with that key."""
    return select(Person).where(Person.id == id)


def person_by_handle(handle: str) -> First[Person]:
    """The person who has a handle."""
    return select(Person).where(Person.handle == handle)


def people_by_name(folded: str) -> Rows[Person]:
    """Everybody with exactly that name, case and accents aside."""
    return (
        select(Person)
        .where(Person.folded == folded, col(Person.id) > ME_ID)
        .order_by(col(Person.handle))
    )


def people_by_detail(field: str, folded: str) -> Rows[Person]:
    """Everybody with that e-mail, phone, URL, card, kind or tag."""
    return (
        select(Person)
        .join(Detail, col(Detail.person_id) == col(Person.id))
        .where(Detail.field == field, Detail.folded == folded)
        .order_by(col(Person.handle))
    )


def people_by_word(word: str) -> Rows[Found]:
    """Everybody in whose name a word begins so."""
    return (
        select(Person.handle, Person.folded)
        .where(
            (literal(" ") + col(Person.folded)).like(literal("% ") + word + "%"),
            col(Person.id) > ME_ID,
        )
        .order_by(col(Person.folded), col(Person.handle))
    )


def offered(but: int) -> Rows[Offer]:
    """What everybody but one offers, the user among them, in the order it came."""
    return (
        select(Person.id, Person.handle, Person.name, Detail.value)
        .join(Person, col(Person.id) == col(Detail.person_id))
        .where(Detail.field == "offers", Detail.person_id != but)
        .order_by(col(Detail.id))
    )


def names_between(low: str, high: str) -> Rows[Found]:
    """Names from one text up to another, in their order, at most 500."""
    return (
        select(Person.handle, Person.folded)
        .where(Person.folded >= low, Person.folded < high, col(Person.id) > ME_ID)
        .order_by(col(Person.folded), col(Person.handle))
        .limit(500)
    )


def handles_between(low: str, high: str) -> Column[str]:
    """Handles from one text up to another, in their order, at most 200."""
    return (
        select(Person.handle)
        .where(Person.handle >= low, Person.handle < high, col(Person.id) > ME_ID)
        .order_by(col(Person.handle))
        .limit(200)
    )


def everybody() -> Rows[Person]:
    """All people in the order of their names, the user left out."""
    return (
        select(Person)
        .where(col(Person.id) > ME_ID)
        .order_by(col(Person.folded), col(Person.handle))
    )


def everybody_by_number() -> Rows[Person]:
    """All people in the order in which they came, the user left out."""
    return select(Person).where(col(Person.id) > ME_ID).order_by(col(Person.id))


def every_kind_and_tag() -> Rows[tuple[int, str, str, int]]:
    """Everybody's kinds and tags, person by person, in the order they came."""
    return (
        select(Detail.person_id, Detail.field, Detail.value, Detail.entered)
        .where(col(Detail.field).in_(["kind", "tag"]))
        .order_by(col(Detail.person_id), col(Detail.id))
    )


def every_detail() -> Rows[Detail]:
    """Everybody's details, person by person."""
    return select(Detail).order_by(col(Detail.person_id), col(Detail.id))


def details_of(person: int) -> Rows[Detail]:
    """Somebody's kinds, tags, addresses, likes, in the order they came."""
    return select(Detail).where(Detail.person_id == person).order_by(col(Detail.id))


def retired_handle(handle: str) -> First[Retired]:
    """A handle that nobody gets again, if it is one."""
    return select(Retired).where(Retired.handle == handle)


def count_people() -> Count:
    """How many people there are, the user left out."""
    return select((func.count() - 1).label("people")).select_from(Person)


def every_handle() -> Column[str]:
    """All handles that are somebody's, or were."""
    return select(Person.handle).union_all(select(Retired.handle))


_First = aliased(Person)
_Theirs = aliased(Detail)
_MOST = 10
_pair: tuple[Any, ...] = (
    col(_First.handle),
    col(_First.name),
    col(Person.handle).label("other_handle"),
    col(Person.name).label("other_name"),
)


def alike_by_name(change: int) -> Rows[AlikePair]:
    """Who came in with a change, and whoever shares their name, at most ten."""
    return (
        select_wide(*_pair, literal("name").label("what"))
        .join(
            _First,
            (col(_First.folded) == col(Person.folded))
            & (col(_First.id) < col(Person.id)),
        )
        .where(Person.entered == change, col(_First.id) > ME_ID)
        .order_by(col(Person.id), col(_First.id))
        .limit(_MOST)
    )


def alike_by_phone(change: int) -> Rows[AlikePair]:
    """Who came in with a change, and whoever shares a phone with them, at most ten."""
    return (
        select_wide(*_pair, literal("phone").label("what"))
        .join(Detail, col(Detail.person_id) == col(Person.id))
        .join(
            _Theirs,
            (col(_Theirs.field) == col(Detail.field))
            & (col(_Theirs.folded) == col(Detail.folded))
            & (col(_Theirs.person_id) < col(Person.id)),
        )
        .join(_First, col(_First.id) == col(_Theirs.person_id))
        .where(Person.entered == change, Detail.field == "phone")
        .distinct()
        .order_by(col(Person.id), col(_First.id))
        .limit(_MOST)
    )


def pins_of(person: int) -> Rows[Pin]:
    """Where somebody is pinned."""
    return select(Pin).where(Pin.person_id == person).order_by(col(Pin.id))
