"""Two people made one: what the first has from then on, and what goes to the note."""

from collections.abc import Iterable
from typing import Any

from netlog.domain.introduction import IntroductionNamed
from netlog.domain.person import Person
from netlog.records import NamedTuple

_SINGLE = {
    "org": "org",
    "role": "role",
    "city": "city",
    "birthday": "birthday",
    "every": "every",
    "connected_on": "connected on",
    "snoozed_until": "snoozed until",
}
"""Of which there can be one, and how the note calls it."""
_STRENGTH = ("dropped", "offered", "made", "met")

Three = tuple[int, int, int]
"""Introducer, and the pair in the order of its numbers."""


class Joined(NamedTuple):
    """An introduction that the first has too, and the one it becomes part of."""

    gone: IntroductionNamed
    into: IntroductionNamed

    @property
    def lost(self) -> list[IntroductionNamed]:
        """Those of the two that said something else than they say as one."""
        whole = as_one(*self)
        kept = (whole["day"], whole["said"], whole["inbound"])
        return [one for one in self if (one.day, one.said, one.inbound) != kept]


class SortedOut(NamedTuple):
    """The introductions of the second: what becomes of each.

    `dropped` are those that would bring somebody together with themselves.
    """

    moved: tuple[tuple[IntroductionNamed, Three], ...]
    joined: tuple[Joined, ...]
    dropped: tuple[IntroductionNamed, ...]

    @property
    def all(self) -> list[IntroductionNamed]:
        """Every one of them."""
        moved = [introduction for introduction, _ in self.moved]
        return [*moved, *(one.gone for one in self.joined), *self.dropped]


def three_of(one: IntroductionNamed, gone: int, kept: int) -> Three | None:
    """The three of an introduction once one is the other; None where it makes none."""
    by, a, b = (
        kept if key == gone else key for key in (one.introducer_id, one.a_id, one.b_id)
    )
    return None if a == b or by in {a, b} else (by, min(a, b), max(a, b))


def as_one(one: IntroductionNamed, other: IntroductionNamed) -> dict[str, Any]:
    """What two introductions are as one: the earlier day, the stronger state."""
    first = min((one.day, one.entered), (other.day, other.entered))
    said = max(one.said, other.said, key=_STRENGTH.index)
    return {
        "day": first[0],
        "said": said,
        "state": said,
        "inbound": one.inbound or other.inbound,
        "entered": first[1],
    }


def fields_of(kept: Person, gone: Person) -> dict[str, Any]:
    """What the first has from then on: their own, and what they had not.

    Known is who was known as either, no-sell who was a friend as either.
    """
    filled = {
        field: getattr(gone, field)
        for field in _SINGLE
        if getattr(gone, field) and not getattr(kept, field)
    }
    woken = filter(None, (kept.woken_on, gone.woken_on))
    return filled | {
        "known": kept.known or gone.known,
        "no_sell": kept.no_sell or gone.no_sell,
        "woken_on": max(woken, default=None),
        "starts_on": min(kept.starts_on, gone.starts_on),
    }


def others_of(kept: Person, gone: Person) -> list[str]:
    """What the second had otherwise, of that of which there can be one."""
    other = [
        f"{label} {theirs}"
        for field, label in _SINGLE.items()
        if (theirs := getattr(gone, field))
        and getattr(kept, field) not in {"", None, theirs}
    ]
    return [*other, "resting"] if gone.resting and not kept.resting else other


def note_of(kept: Person, gone: Person, more: Iterable[str]) -> str:
    """The note of the first, that of the second, and what else would be lost."""
    said = "; ".join(more)
    lines = [kept.note, gone.note if gone.note != kept.note else ""]
    lines.append(f"Of {gone.name} ({gone.handle}): {said}" if said else "")
    return "\n".join(filter(None, lines))
