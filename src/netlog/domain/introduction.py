"""Introductions: introducer → A ↔ B."""

from datetime import date

from netlog.domain.person import Named
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple


class Introduction(NamedTuple):
    """Who brought two people together; the pair stands in the order of its ids.

    `said` is the state as the user said it; `state` is met, too, once the two were
    seen together.  `words` are the introducer's.
    """

    id: int
    uid: str
    introducer_id: int
    a_id: int
    b_id: int
    day: date
    said: str
    state: str
    inbound: bool
    words: str
    entered: int


class IntroductionNamed(NamedTuple):
    """An introduction with the names of its three."""

    id: int
    uid: str
    introducer_id: int
    a_id: int
    b_id: int
    day: date
    said: str
    state: str
    inbound: bool
    words: str
    entered: int
    introducer_handle: str
    introducer_name: str
    a_handle: str
    a_name: str
    b_handle: str
    b_name: str

    @property
    def introducer(self) -> Named:
        """Who made it."""
        return Named(self.introducer_id, self.introducer_handle, self.introducer_name)

    @property
    def pair(self) -> tuple[Named, Named]:
        """Who now know each other; the user first."""
        return (
            Named(self.a_id, self.a_handle, self.a_name),
            Named(self.b_id, self.b_handle, self.b_name),
        )


class Way(NamedTuple):
    """One introduction of somebody to me, and who made it.

    `bought_on` is the day of the introducer's first purchase, None where there is none
    with a day; `marked` is above zero when they are marked as a client.
    """

    id: int
    day: date
    state: str
    entered: int
    introducer_id: int
    handle: str = ""
    name: str = ""
    bought_on: date | None = None
    marked: int = 0

    @property
    def counts(self) -> bool:
        """Whether it leads anywhere: not a dropped one."""
        return self.state != "dropped"

    @property
    def client(self) -> bool:
        """Whether the introducer had bought by the day of the introduction.

        The mark counts only where no purchase has a day.
        """
        return self.bought_on <= self.day if self.bought_on else self.marked > 0


class Introduced(NamedTuple):
    """Somebody introduced or offered to me on a day, and by whom."""

    person_id: int
    day: date
    entered: int
    state: str
    introducer_handle: str
    introducer: str


class Introducer(NamedTuple):
    """Somebody who introduces, and how often."""

    person_id: int
    introductions: int


class Link(NamedTuple):
    """One introduction of somebody to me, as a trace walks it.

    `introduction` is its number, `person_id` who was introduced to me.
    """

    person_id: int
    introduction: int
    introducer_id: int
    day: date
    state: str


class IntroductionState(NamedTuple):
    """An introduction, as far as its state follows from something else."""

    id: int
    a_id: int
    b_id: int
    day: str
    said: str
    state: str


def ordered_pair(introducer: int, one: int, other: int) -> tuple[int, int]:
    """The pair in the order it is stored, or a usage error where it makes none."""
    if one == other:
        raise UsageError(
            "Nobody can be introduced to themselves.", "Name two different people."
        )
    if introducer in {one, other}:
        raise UsageError(
            "The introducer cannot be one of the two who are introduced.",
            "Say who brought them together with --by.",
        )
    return min(one, other), max(one, other)


def settled_state(said: str, day: date, last_together: date | None) -> str:
    """The state of an introduction, given the last day the two were together."""
    together = last_together is not None and last_together >= day
    return "met" if together and said in {"offered", "made"} else said
