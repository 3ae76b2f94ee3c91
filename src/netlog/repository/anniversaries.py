"""Days of people that come again every year, their birthday apart."""

from collections.abc import Sequence

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain import dates
from netlog.domain.names import clean
from netlog.domain.person import Person
from netlog.errors import UsageError
from netlog.repository.change import OpenChange

NONE = "none"
Labelled = tuple[str, str]
"""What a day is, and the day as YYYY-MM-DD or --MM-DD; '' takes it out."""


def anniversary(text: str) -> Labelled:
    """The label and the day that LABEL=DAY says; LABEL=none takes it out."""
    label, sign, day = text.partition("=")
    if not sign or not clean(label):
        raise UsageError(
            "A day of every year has a name.", 'Write it like --date "met=3 may".'
        )
    return clean(label), "" if clean(day) == NONE else dates.birthday(day)


def keep_anniversaries(
    change: OpenChange, person: Person, dated: Sequence[Labelled]
) -> None:
    """Keep days of somebody; one of a label that is there already is another one."""
    for label, day in dated:
        there = {
            each.label: each for each in sql.anniversaries_of(change.store, person.id)
        }
        before = there.get(label)
        if before and day:
            change.update("anniversary", before.id, day=day)
        elif before:
            change.delete("anniversary", before.id)
        elif day:
            change.insert(
                "anniversary",
                person_id=person.id,
                label=label,
                day=day,
                entered=change.number,
            )


def days_of(store: Store, person: int) -> list[Labelled]:
    """The days of somebody that come every year."""
    return [(each.label, each.day) for each in sql.anniversaries_of(store, person)]
