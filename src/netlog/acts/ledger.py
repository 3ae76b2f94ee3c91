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
    """WHO KIND TEXT: the first word after WHO that is a kind parts them."""
    for place, word in enumerate(words):
        if place and word in ENTRY_KINDS:
            return " ".join(words[:place]), word, " ".join(words[place + 1 :])
    raise UsageError(
        "It is not clear of which kind it was.",
        f"Say WHO and one of {', '.join(ENTRY_KINDS)}.",
    )


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
        more |= _came_of(change, person, item)
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


def _came_of(change: "Change", person: Person, item: Item) -> dict[str, int]:
    """The touch or the introduction that it was said to come of, looked at."""
    what, number = item.origin or ("", 0)
    if what == "touch":
        day = change.touches.get(number).day
        with_them = person.id in {one.id for one in change.touches.company(number)}
        otherwise = f"{person.name} was not at touch {number}."
    else:
        found = change.introductions.get(number)
        day, with_them = found.day, (found.a_id, found.b_id) == (ME_ID, person.id)
        otherwise = f"Introduction {number} did not bring {person.name} to you."
    if not with_them:
        raise NotFoundError(
            otherwise, f"netlog show {person.handle} lists the numbers."
        )
    if day > item.on:
        raise UsageError(
            f"{what.capitalize()} {number} came after it.", "Say when with --on."
        )
    return {f"{what}_id": number}
