"""What the user tells the plan: skip, swap, snooze, rest, wake; and pins."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.person import Person
from netlog.domain.pins import Pin, ToPin
from netlog.errors import RefusedError
from netlog.storage import sql
from netlog.storage.planning import Planning
from netlog.storage.recorder import Recorder


class PlanningRecord(Planning):
    """The plan's facts, and what can be done to them."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.store)
        self.recorder = recorder

    def put_off(self, person: Person, week: str, how: str, slot: str = "") -> None:
        """Skip somebody in a week, or swap them for an alternate."""
        if any(s.week == week and s.how == how for s in self.skips_of(person.id)):
            raise RefusedError(
                f"{person.handle} is put off this week already.",
                f"netlog wake {person.handle} brings them back.",
            )
        self.recorder.insert("skip", person_id=person.id, week=week, how=how, slot=slot)

    def snooze(self, person: Person, until: date) -> None:
        """Not before a day."""
        self.recorder.update("person", person.id, snoozed_until=until)

    def rest(self, person: Person) -> None:
        """Never plan them."""
        self.recorder.update("person", person.id, resting=True)

    def wake(self, person: Person, week: str, today: date) -> None:
        """Lift rest, snooze, and what was put off in the week."""
        for skip in self.skips_of(person.id):
            if skip.week == week:
                self.recorder.delete("skip", skip.id)
        self.recorder.update(
            "person", person.id, resting=False, snoozed_until=None, woken_on=today
        )


def pin(recorder: Recorder, wanted: Sequence[ToPin]) -> None:
    """Write pins where their places are free; outside the journal."""
    for one in wanted:
        pins = recorder.store.ask(sql.PINS, Pin, slot=one.slot, period=one.period)
        if one.place not in {pin.place for pin in pins}:
            recorder.put_new("pin", **one._asdict())
