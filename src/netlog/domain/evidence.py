"""What the reports are made of: one record for each row they count."""

from datetime import date

from netlog.domain.introduction import Way
from netlog.namedtuple import NamedTuple


class FirstCoffee(NamedTuple):
    """A first sit-down with somebody new, and where; '' where no place is known."""

    person_id: int
    day: date
    touch_id: int
    place: str


class FirstMeeting(NamedTuple):
    """The first meeting in person with somebody new, and in which change it stands."""

    person_id: int
    day: date
    entered: int


class Outcome(NamedTuple):
    """Something that came from somebody, and how far a trace of it may reach.

    `introduction_id` is the one introduction it was said to come of; else `touch_day`
    is the day of its touch, None where there is none.
    """

    id: int
    person_id: int
    day: date
    they_called: bool
    introduction_id: int | None
    touch_day: date | None

    @property
    def until(self) -> date:
        """The day up to which introductions can have led to it."""
        at_touch = self.touch_day if self.introduction_id is None else None
        return min(self.day, at_touch or self.day)


class Referral(NamedTuple):
    """Somebody introduced to me, and by whom; `inbound`: they moved first."""

    person_id: int
    inbound: bool
    way: Way


class Tried(NamedTuple):
    """A touch with somebody who was tried in vain at least once.

    `answered` is 'yes', 'no' or 'sent'.
    """

    person_id: int
    day: date
    answered: str


class Arrival(NamedTuple):
    """Somebody new, and how and when they came in."""

    person_id: int
    first_sitdown: date | None
    added_on: date
    source: str
    connected_on: date | None

    @property
    def imported(self) -> bool:
        """Whether a file brought them."""
        return self.source != "typed"


class Thanked(NamedTuple):
    """Somebody on the path of an outcome; `thanked_on` is None while they wait.

    `kind` and `text` are the outcome's, `giver` is whom it came from.
    """

    entry_id: int
    day: date
    thanked_on: date | None
    handle: str
    name: str
    kind: str
    text: str
    giver: str


class Pick(NamedTuple):
    """The first pick of a week; name and handle are None where they are gone."""

    week: str
    person_id: int
    handle: str | None
    name: str | None


class Candidate(NamedTuple):
    """Somebody new who was the pick of a week or introduced to me; where they are."""

    person_id: int
    source: str
    cluster: str
    city: str


class Approached(NamedTuple):
    """A touch with such a person; `answered` is 'yes', 'no' or 'sent'.

    `day` is as the file holds it: there may be hundreds of thousands of them.
    """

    person_id: int
    day: str
    in_person: bool
    sit_down: bool
    inbound: bool
    answered: str


class Hosted(NamedTuple):
    """Two people whom I introduced to one another."""

    id: int
    a_id: int
    b_id: int
    day: date
    state: str


class Exchanged(NamedTuple):
    """Something that went to somebody or came from them, and when."""

    person_id: int
    way: str
    day: date


class Guessed(NamedTuple):
    """Somebody at a touch of which the user guessed what would come."""

    touch_id: int
    day: date
    word: str
    person_id: int
