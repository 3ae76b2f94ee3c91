"""A tree of who brought whom, as it is asked for: branch by branch."""

from typing import Protocol

from netlog.domain.introduction import Link
from netlog.records import NamedTuple


class Weight(NamedTuple):
    """What a branch led to: outcomes, and people below; None where nobody counted."""

    outcomes: int = 0
    people: int | None = 0


class Child(NamedTuple):
    """Somebody in the tree, and how they came; None for who was met without help.

    `see` is the one under whom they stand instead, where they are only named here.
    """

    person_id: int
    link: Link | None = None
    see: int | None = None


class Below(NamedTuple):
    """Who stands directly below somebody; `whole` is false where more were not read."""

    children: tuple[Child, ...]
    whole: bool = True


class Branches(Protocol):
    """A tree that can be asked branch by branch."""

    def below(self, person_id: int) -> Below:
        """Who stands below somebody, in any order; below me those met without help."""

    def weight(self, person_id: int) -> Weight:
        """What the whole branch of somebody led to."""
