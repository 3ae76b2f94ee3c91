"""What the user tells the plan: skip, swap, snooze, rest, wake; and what it pins."""

from collections.abc import Sequence
from datetime import date, datetime

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.errors import RefusedError
from netlog.repository.change import OpenChange


def put_off(
    change: OpenChange, person: Person, week: str, how: str, slot: str = ""
) -> None:
    """Skip somebody in a week, or swap them for an alternate."""
    skips = sql.skips_of(change.store, person.id)
    if any((skip.week, skip.how) == (week, how) for skip in skips):
        raise RefusedError(
            f"{person.handle} is put off this week already.",
            f"netlog wake {person.handle} brings them back.",
        )
    change.insert("skip", person_id=person.id, week=week, how=how, slot=slot)


def snooze(change: OpenChange, person: Person, until: date) -> None:
    """Ask for somebody not before a day."""
    change.update("person", person.id, snoozed_until=until)


def rest(change: OpenChange, person: Person) -> None:
    """Never plan somebody."""
    change.update("person", person.id, resting=True)


def wake(change: OpenChange, person: Person, week: str, today: date) -> None:
    """Lift rest, snooze, and what was put off in the week."""
    for skip in sql.skips_of(change.store, person.id):
        if skip.week == week:
            change.delete("skip", skip.id)
    change.update(
        "person", person.id, resting=False, snoozed_until=None, woken_on=today
    )


def pin(store: Store, now: datetime, wanted: Sequence[ToPin]) -> None:
    """Write pins where their places are free, outside the journal."""
    with store.transaction():
        outside = OpenChange(store, now)
        for new in wanted:
            pins = sql.pins(store, new.slot, new.period)
            if new.place not in {pin.place for pin in pins}:
                outside.put_new("pin", **new._asdict())
