"""Who was forgotten, as far as anything of them may be kept: nothing to read."""

from sqlalchemy import Index
from sqlmodel import SQLModel

from netlog.storage.tables.fields import STRICT, key, to, uid, words


class Forgetting(SQLModel, table=True):
    """One person who was forgotten; `salt` is random, and the same in every row."""

    __table_args__ = (STRICT,)
    id: int | None = key()
    uid: str = uid()
    salt: str = words()


class Mark(SQLModel, table=True):
    """A name or an address of theirs, as a keyed hash: it can only be met again."""

    __table_args__ = (Index("mark_forgetting", "forgetting_id"), STRICT)
    id: int | None = key()
    uid: str = uid()
    forgetting_id: int = to("forgetting")
    hash: str = words(unique=True)


class Scrub(SQLModel, table=True):
    """What backups, and this file, must still be cleaned of; empty but for moments.

    `what` is JSON: the uids and the words of the person; '' once only the free room
    of this file is left to be cleaned; the name of a damaged file, until the user has
    deleted it.  Outside the journal, as all of these are.
    """

    __table_args__ = (STRICT,)
    id: int | None = key()
    uid: str = uid()
    what: str = words()
