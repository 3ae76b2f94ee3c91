"""What the user tells the plan: skip, swap, snooze, rest, wake; and what it pins."""

from collections.abc import Sequence
from datetime import date, datetime

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.person import Person
from netlog.domain.pins import ToPin
from netlog.domain.weeks import Week
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_standing


def put_off(
    change: OpenChange, person: Person, week: str, how: str, slot: str = ""
) -> None:
    """Skip somebody in a week, or swap them for an alternate; once each."""
    skips = sql.skips_of(change.store, person.id)
    if not any((skip.week, skip.how) == (week, how) for skip in skips):
        change.insert("skip", person_id=person.id, week=week, how=how, slot=slot)


def put_first(change: OpenChange, person: Person, week: Week) -> None:
    """Pin somebody before all others as the pick of a week."""
    pins = sql.pins(change.store, "new", week.code)
    place = min((pin.place for pin in pins), default=0) - 1
    for pin in pins:
        if pin.person_id == person.id:
            change.take("pin", pin.id)
    change.put_new(
        "pin",
        slot="new",
        period=week.code,
        place=place,
        day=week.monday,
        person_id=person.id,
    )


def snooze(change: OpenChange, person: Person, until: date) -> None:
    """Ask for somebody not before a day."""
    change.update("person", person.id, snoozed_until=until)


def rest(change: OpenChange, person: Person) -> None:
    """Never plan somebody."""
    change.update("person", person.id, resting=True)


def wake(change: OpenChange, person: Person, week: str, today: date) -> None:
    """Lift rest, snooze, what was put off in the week, and what is paused.

    Said again on its day it changes nothing, unless something was sent or tried since.
    """
    for skip in sql.skips_of(change.store, person.id):
        if skip.week == week:
            change.delete("skip", skip.id)
    change.update("person", person.id, resting=False, snoozed_until=None)
    if change.wrote or person.woken_on != today or person.open_tries:
        change.update("person", person.id, woken_on=today, woken=change.number)
        update_standing(change, [person.id])


def pin(store: Store, now: datetime, wanted: Sequence[ToPin]) -> None:
    """Write pins where their places are free, outside the journal."""
    with store.transaction():
        outside = OpenChange(store, now)
        for new in wanted:
            pins = sql.pins(store, new.slot, new.period)
            if new.place not in {pin.place for pin in pins}:
                outside.put_new("pin", **new._asdict())
