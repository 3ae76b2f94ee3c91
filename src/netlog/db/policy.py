"""What each table and each column is for, as the schema declares it.

Whatever takes rows out, gives them to somebody else, cleans them of a name, takes them
in or examines them reads it here, instead of keeping a list of its own.
"""

from functools import cache
from typing import Any

from netlog.namedtuple import NamedTuple


class TablePolicy(NamedTuple):
    """What holds for all rows of a table.

    `exported`: they are part of an export; `journaled`: undo takes them back;
    `lasting`: they stay when a backup is put in the place of the file; `link`: they say
    nothing but what they point at.  A row goes when the last row of `kept_by` that
    pointed at it is taken out.
    """

    exported: bool = True
    journaled: bool = True
    lasting: bool = False
    link: bool = False
    kept_by: str = ""


class ColumnPolicy(NamedTuple):
    """What a column holds, and what becomes of it.

    `role` is one of ROLES; `form` what a text or a day must be, one of FORMS, '' for
    anything that the database takes.  A reference points at a row of `table`; once that
    is taken out or merged, the row that points is treated as `at_rm` and `at_merge`
    say; a forget takes out what rm does, and the pins.  A free text is one only where a
    column has one of the values in `only`; it may have several `lines`.  `of_me`: the
    row of the user may say something there.
    """

    role: str
    form: str = ""
    table: str = ""
    at_rm: str = ""
    at_merge: str = ""
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    lines: bool = False
    of_me: bool = False


class Reference(NamedTuple):
    """A column that points at a row of another table."""

    table: str
    column: str
    policy: ColumnPolicy


ROLES = {
    "key": "the number of the row in this file",
    "uid": "the name of the row in every file",
    "reference": "a row of another table",
    "change": "the number of a change",
    "identifier": "by what somebody is known: a name, a handle",
    "text": "what the user typed freely, which may speak of anybody",
    "follows": "what is made of other columns of the row",
    "derived": "what is made of other tables, so that the plan is quick",
    "fact": "a day, a number, a yes or no, one word of a few",
    "secret": "what is kept of the forgotten, or of the file itself",
}
"""What a column can be."""
FORMS = {
    "": "anything",
    "uid": "a UUID",
    "handle": "lower-case ASCII words, joined by hyphens",
    "name": "has a letter or a digit",
    "birthday": "YYYY-MM-DD, or --MM-DD",
    "span": "a cadence, or nothing",
    "near day": "a day from which the plan can count",
    "week": "an ISO week",
    "hour": "HH:MM, or nothing",
    "period": "an ISO week or a month",
    "done": "of a change: done, and not undone; gone by a forget, at most",
}
"""What an import holds a text or a day against."""
AT_RM = {
    "delete": "the row goes as well",
    "clear": "the row stays and points at nothing",
    "keep": "the row stays as it is",
}
"""What becomes of a row that points at one that is taken out."""
AT_MERGE = {
    "move": "the row goes to whoever is kept; where they have the same, it is one",
    "join": "a rule of its own says what the two become",
    "keep": "nothing that it points at is ever merged",
}
"""What becomes of a row that points at one that is merged into another."""


@cache
def tables() -> dict[str, TablePolicy]:
    """The policy of every table, in the order in which rows can be put in."""
    from netlog.db.sql import POLICIES

    return {name: TablePolicy(*table) for name, (table, _) in POLICIES.items()}


@cache
def columns() -> dict[str, dict[str, ColumnPolicy]]:
    """The policy of every column, by table."""
    from netlog.db.sql import POLICIES

    return {table: _columns(given) for table, (_, given) in POLICIES.items()}


def _columns(given: tuple[tuple[str, tuple[Any, ...]], ...]) -> dict[str, ColumnPolicy]:
    return {name: ColumnPolicy(*policy) for name, policy in given}


@cache
def references(to: str) -> tuple[Reference, ...]:
    """Every column that points at a table."""
    return tuple(
        Reference(table, name, policy)
        for table, named in columns().items()
        for name, policy in named.items()
        if policy.table == to
    )


@cache
def in_role(role: str) -> dict[str, tuple[str, ...]]:
    """The columns with a role, by table; tables without one are left out."""
    if role not in ROLES:
        raise KeyError(role)
    by_table = {
        table: tuple(name for name, policy in named.items() if policy.role == role)
        for table, named in columns().items()
    }
    return {table: names for table, names in by_table.items() if names}
