"""What the plan remembers from one day to the next."""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from netlog.storage.tables.fields import STRICT, key, one_of, to, uid, whole, words


class Skip(SQLModel, table=True):
    """Not this week: somebody skipped, or a pick swapped for its alternate."""

    __table_args__ = (
        one_of("how", ("skip", "swap")),
        UniqueConstraint("person_id", "week", "how"),
        Index("skip_week", "week"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = to("person")
    week: str = words()
    how: str = words()
    slot: str = words(default="")


class Pin(SQLModel, table=True):
    """Who stands in a slot for a week or a month; outside the journal."""

    __table_args__ = (
        one_of("slot", ("new", "reconnect")),
        UniqueConstraint("slot", "period", "place"),
        Index("pin_person", "person_id", "slot"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    slot: str = words()
    period: str = words()
    place: int = whole()
    person_id: int = whole()
