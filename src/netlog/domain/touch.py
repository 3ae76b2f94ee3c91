"""Touches: one contact with one or more people, or an attempt at one."""

from datetime import date

from netlog.namedtuple import NamedTuple


class Touch(NamedTuple):
    """One contact; `answered` is false for an attempt that got no answer."""

    id: int
    uid: str
    kind: str
    day: date
    place_id: int | None
    note: str
    answered: bool
    in_person: bool
    sit_down: bool
    entered: int


class TouchAt(NamedTuple):
    """A touch with the name of its place, '' where there is none."""

    id: int
    uid: str
    kind: str
    day: date
    place_id: int | None
    note: str
    answered: bool
    in_person: bool
    sit_down: bool
    entered: int
    place: str


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
