"""Who knows whom: what a chain of introductions is made of."""

from datetime import date

from netlog.records import NamedTuple


class Hand(NamedTuple):
    """Somebody who could be asked, or met: where they work, how close they are.

    `touches` are those that were answered; `last_contact` is the day of the last.
    """

    id: int
    handle: str
    name: str
    org: str
    role: str
    known: bool
    touches: int
    last_contact: date | None

    @property
    def is_mine(self) -> bool:
        """Whether the user can ask them: there was contact, or they were known."""
        return self.known or self.last_contact is not None


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
    introduction: int
    day: date

    @property
    def hand(self) -> Hand:
        """Who they are."""
        return Hand(*self[:8])


class Office(NamedTuple):
    """Where somebody works, and as what."""

    id: int
    org: str
    role: str
