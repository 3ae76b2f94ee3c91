"""Who knows whom: what a chain of introductions is made of."""

from datetime import date

from netlog.domain.person import IN_VAIN
from netlog.namedtuple import NamedTuple

INTRODUCED, BROUGHT = 1, 2


class Hand(NamedTuple):
    """Somebody who could be asked, or met: where they work, how close they are.

    `touches` are contacts; `last_contact` is the day of the last, and
    `tries` are open ones.  `near` is INTRODUCED where they were introduced
    to the user, BROUGHT where they introduced or named somebody to them, else 0.
    """

    id: int
    handle: str
    name: str
    org: str
    role: str
    known: bool
    touches: int
    last_contact: date | None
    tries: int = 0
    near: int = 0

    @property
    def is_mine(self) -> bool:
        """Whether the user can ask them: known, in contact, or met by introductions."""
        return self.known or self.last_contact is not None or self.near > 0

    @property
    def is_stuck(self) -> bool:
        """Whether they were written to or tried twice, and nothing was heard."""
        return self.tries >= IN_VAIN


class Acquaintance(NamedTuple):
    """A hand who knows somebody, and the introduction from which that is known."""

    id: int
    handle: str
    name: str
    org: str
    role: str
    known: bool
    touches: int
    last_contact: date | None
    tries: int
    near: int
    introduction: int
    day: date

    @property
    def hand(self) -> Hand:
        """Who they are."""
        return Hand(*self[:10])


class Office(NamedTuple):
    """Where somebody works, and as what."""

    id: int
    org: str
    role: str
