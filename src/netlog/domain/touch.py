"""Touches: one contact with one or more people, or an attempt at one."""

from datetime import date

from netlog.namedtuple import NamedTuple


class Touch(NamedTuple):
    """One contact; `inbound` is one by which they got in touch."""

    id: int
    uid: str
    kind: str
    day: date
    place_id: int | None
    note: str
    in_person: bool
    sit_down: bool
    two_way: bool
    inbound: bool
    entered: int


class TouchAt(NamedTuple):
    """A touch with somebody: its place, '' where there is none, and what they answered.

    `answered` is 'yes', 'no' or 'sent'; `answered_on` the day of an answer to what was
    sent.
    """

    id: int
    uid: str
    kind: str
    day: date
    place_id: int | None
    note: str
    in_person: bool
    sit_down: bool
    two_way: bool
    inbound: bool
    entered: int
    place: str
    answered: str
    answered_on: date | None

    @property
    def is_contact(self) -> bool:
        """Whether there was one: anything but a try that got no answer."""
        return self.answered != "no"


class Contact(NamedTuple):
    """A touch with somebody, as far as where they stand follows from it.

    `settled` is the change that says of what was sent that it is answered.
    """

    person_id: int
    touch_id: int
    day: date
    entered: int
    kind: str
    in_person: bool
    sit_down: bool
    inbound: bool
    answered: str
    answered_on: date | None
    settled: int | None

    @property
    def counts(self) -> bool:
        """Whether it is contact: anything but a try that got no answer."""
        return self.answered != "no"

    @property
    def heard(self) -> tuple[date, int]:
        """When something came back, by day and then by change; for what is answered."""
        return self.answered_on or self.day, self.settled or self.entered


class Met(NamedTuple):
    """Somebody seen in person on a day."""

    person_id: int
    day: date
    entered: int
    kind: str
    sit_down: bool


class Sent(NamedTuple):
    """Something that went to a person on a day, and in which change."""

    person_id: int
    day: date
    entered: int
