"""What was given and got, who was thanked, and what was guessed."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from netlog.domain import kinds
from netlog.storage.tables.fields import (
    STRICT,
    day,
    flag,
    is_day,
    is_flag,
    key,
    one_of,
    partial,
    to,
    uid,
    whole,
    words,
)


class Entry(SQLModel, table=True):
    """What went to a person, or came back; what came back is an outcome.

    `touch_id` or `introduction_id` is what it came of, where that is known;
    `other_id` is who was referred.
    """

    __table_args__ = (
        one_of("way", kinds.WAYS),
        one_of("kind", kinds.ENTRY_KINDS),
        CheckConstraint("cents IS NULL OR cents >= 0"),
        CheckConstraint("touch_id IS NULL OR introduction_id IS NULL"),
        is_flag("they_called"),
        is_day("day"),
        Index("entry_person", "person_id", "way", "day"),
        Index("entry_day", "way", "day"),
        partial("entry_touch", "touch_id"),
        partial("entry_introduction", "introduction_id"),
        partial("entry_other", "other_id"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    person_id: int = to("person")
    way: str = words()
    kind: str = words()
    text: str = words(default="")
    day: date = day()
    cents: int | None = whole(default=None)
    touch_id: int | None = to("touch", default=None)
    introduction_id: int | None = to("introduction", default=None)
    other_id: int | None = to("person", default=None)
    they_called: bool = flag()
    entered: int = whole()


class Thank(SQLModel, table=True):
    """Somebody on the path of an outcome, and the day on which they were thanked.

    Rows that wait are derived: they follow from the outcome and the introductions.
    """

    __table_args__ = (
        is_day("thanked_on"),
        UniqueConstraint("entry_id", "person_id"),
        Index(
            "thank_waits",
            "person_id",
            "entry_id",
            sqlite_where=text("thanked_on IS NULL"),
        ),
        Index("thank_person", "person_id"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    entry_id: int = to("entry")
    person_id: int = to("person")
    thanked_on: date | None = day(default=None)


class Guess(SQLModel, table=True):
    """What the user thought would come of a touch."""

    __table_args__ = (
        one_of("word", kinds.GUESSES),
        UniqueConstraint("touch_id"),
        STRICT,
    )
    id: int | None = key()
    uid: str = uid()
    touch_id: int = to("touch")
    word: str = words()
