"""Recording what somebody gave, or got."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.acts.people import one
from netlog.domain.kinds import ENTRY_KINDS
from netlog.domain.ledger import Entry
from netlog.domain.person import ME_ID, Person
from netlog.domain.touch import Touch
from netlog.errors import NotFoundError, UsageError
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.change import Change


_NEAR = 0.75


class Item(NamedTuple):
    """One thing given or got, as it was typed.

    `origin` is what it came of: ("touch", 12), ("introduction", 3) or None; `other`
    is who was referred.
    """

    kind: str
    on: date
    text: str = ""
    cents: int | None = None
    origin: tuple[str, int] | None = None
    other: str = ""
    they_called: bool = False


class Recorded(NamedTuple):
    """What was written, who was referred, and who is to be thanked."""

    entry: Entry
    person: Person
    other: Person | None = None
    to_thank: tuple[Person, ...] = ()


def split(words: Sequence[str]) -> tuple[str, str, str]:
    """WHO KIND TEXT: the first word after WHO that is a kind parts them.

    In capitals it does so only where there is no other, for it may be a name.
    """
    places = [place for place, word in enumerate(words) if word in ENTRY_KINDS]
    loud = [place for place, word in enumerate(words) if word.lower() in ENTRY_KINDS]
    place = next(filter(None, places + loud), 0)
    if not place:
        raise UsageError("It is not clear of which kind it was.", _meant(words))
    who, said = words[:place], words[place + 1 :]
    return " ".join(who), words[place].lower(), " ".join(said)


def _meant(words: Sequence[str]) -> str:
    """The kind that is nearest to one of the words, or all that there are."""
    from difflib import get_close_matches

    for word in words:
        near = get_close_matches(word.lower(), ENTRY_KINDS, n=1, cutoff=_NEAR)
        if near:
            return f"Did you mean {near[0]}? Say WHO first, then the kind."
    return f"Say WHO and one of {', '.join(ENTRY_KINDS)}."


def record(
    change: "Change", way: str, who: str, item: Item, today: date, *, new: bool
) -> Recorded:
    """Write what went to somebody or came from them; a referral joins two people."""
    person = one(change, who, today, new=new)
    other = _referred(change, way, person, item, today)
    more = {"text": item.text, "cents": item.cents, "they_called": item.they_called}
    if other:
        more["other_id"] = other.id
    if item.origin:
        more |= came_of(change, person, item.origin, item.on)
    entry = change.ledger.add(person.id, way, item.kind, item.on, **more)
    return recorded(change, entry, person, other)


def record_at(
    change: "Change", touch: Touch, way: str, person: Person, item: Item
) -> Recorded:
    """Write what was given or got at a touch."""
    entry = change.ledger.add(
        person.id, way, item.kind, item.on, text=item.text, touch_id=touch.id
    )
    return recorded(change, entry, person)


def recorded(
    change: "Change", entry: Entry, person: Person, other: Person | None = None
) -> Recorded:
    """A new entry with everybody who waits to be thanked for it."""
    waiting = change.ledger.thanks_of(entry.id)
    to_thank = tuple(change.people.get(thank.person_id) for thank in waiting)
    return Recorded(entry, person, other, to_thank)


def _referred(
    change: "Change", way: str, person: Person, item: Item, today: date
) -> Person | None:
    """Who was sent to me by them, or to them by me: added where nobody answers."""
    if not item.other:
        return None
    if item.kind != "referral":
        raise UsageError(
            f"--who says who was referred; this is {item.kind}.",
            "Leave it out, or say referral.",
        )
    other = one(change, item.other, today, new=True)
    if other.id == person.id:
        raise UsageError(
            "Nobody is referred to themselves.", "Name somebody else with --who."
        )
    ids = (person.id, ME_ID, other.id) if way == "got" else (ME_ID, person.id, other.id)
    there = change.introductions.between(*ids)
    if there is None or there.state in {"offered", "dropped"}:
        change.introductions.introduce(*ids, item.on, state="made")
    return other


def came_of(
    change: "Change", person: Person, origin: tuple[str, int] | None, on: date
) -> dict[str, int | None]:
    """The touch or the introduction that something of a day came of, looked at."""
    if origin is None:
        return {"touch_id": None, "introduction_id": None}
    what, number = origin
    day, otherwise = _looked_at(change, person, what, number)
    if otherwise:
        raise NotFoundError(
            otherwise, f"netlog show {person.handle} lists the numbers."
        )
    if day > on:
        raise UsageError(
            f"{what.capitalize()} {number} came after it.", "Say when with --on."
        )
    return {"touch_id": None, "introduction_id": None, f"{what}_id": number}


def _looked_at(
    change: "Change", person: Person, what: str, number: int
) -> tuple[date, str]:
    """The day of a touch or an introduction, and why nothing of theirs came of it."""
    if what == "introduction":
        found = change.introductions.get(number)
        theirs = (found.a_id, found.b_id) == (ME_ID, person.id)
        said = f"Introduction {number} did not bring {person.name} to you."
        return found.day, "" if theirs else said
    touch = change.touches.get(number)
    if person.id not in {one.id for one in change.touches.company(number)}:
        return touch.day, f"{person.name} was not at touch {number}."
    return touch.day, "" if touch.answered else f"Touch {number} got no answer."
