"""Recording an introduction between two of three: introducer, A and B."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.acts.people import one
from netlog.domain.handles import ME
from netlog.domain.introduction import Introduction
from netlog.domain.person import Person
from netlog.errors import UsageError
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.change import Change

Words = tuple[str, str, str]
"""A, B and introducer as typed; '' for the user."""


class Made(NamedTuple):
    """An introduction, its three, and whether it was there before."""

    introduction: Introduction
    introducer: Person
    pair: tuple[Person, Person]
    again: bool


def introduce(
    change: "Change",
    words: Words,
    on: date | None,
    today: date,
    facts: Mapping[str, Any],
    new: bool,  # noqa: FBT001 (one of the facts of the call)
) -> Made:
    """Make an introduction, or bring the one that is there up to date.

    Said again without a day, it keeps the day it had; an offer that is kept
    has its day when it is.
    """
    a, b, by = words
    if b and change.people.named(f"{a} {b}"):
        a, b = f"{a} {b}", ""
    if not b and not by:
        raise UsageError(
            "It is not clear who introduced them to you.",
            f"Say who did: netlog intro {a} --by WHO",
        )
    one_person = one(change, a, today, new=new, me=True)
    other = one(change, b or ME, today, new=new, me=True)
    introducer = one(change, by or ME, today, new=new, me=True)
    ids = (introducer.id, one_person.id, other.id)
    there = change.introductions.between(*ids)
    state = facts.get("state") or (_next_state(there) if there else "made")
    day = on or (there.day if there and not _begins(there, state) else today)
    made = change.introductions.introduce(*ids, day, **dict(facts, state=state))
    return Made(made, introducer, (one_person, other), again=there is not None)


def _next_state(there: Introduction) -> str:
    """Said again, an offer has become an introduction; others stay as they are."""
    return "made" if there.said == "offered" else there.said


def _begins(there: Introduction, state: str) -> bool:
    """Whether an offer is kept only now: then this is its day."""
    return there.said == "offered" and state in {"made", "met"}
