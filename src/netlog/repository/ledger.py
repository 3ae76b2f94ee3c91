"""Recording what was given and got, mending it, thanking for it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.kinds import ENTRY_KINDS
from netlog.domain.ledger import Entry, Thank
from netlog.domain.person import ME_ID, Named, Person
from netlog.domain.touch import Touch
from netlog.errors import NotFoundError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.repository import introductions, people, touches
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_thanks
from netlog.repository.finding import find_or_add

_NEAR = 0.75


class LedgerItem(NamedTuple):
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


def get(store: Store, number: int) -> Entry:
    """The entry of that number; NotFoundError where there is none."""
    entry = sql.entry(store, number)
    if entry is None:
        raise NotFoundError(
            f"There is no entry {number}.", "netlog show WHO lists the numbers."
        )
    return entry


def with_referred(store: Store, person_id: int) -> tuple[list[Entry], dict[int, Named]]:
    """What was given to somebody and got from them; by their keys who was referred."""
    entries = sql.entries_with(store, person_id)
    others = dict.fromkeys(entry.other_id for entry in entries if entry.other_id)
    return entries, {key: sql.named(store, key) for key in others}


def guesses_by_touch(store: Store, person_id: int) -> dict[int, str]:
    """What was guessed of touches with somebody, by the number of the touch."""
    return {guess.touch_id: guess.word for guess in sql.guesses_with(store, person_id)}


def split(words: Sequence[str]) -> tuple[str, str, str]:
    """WHO KIND TEXT: the first word after WHO that is a kind parts them.

    In capitals it does so only where there is no other, for it may be a name.
    """
    places = [place for place, word in enumerate(words) if word in ENTRY_KINDS]
    loud = [place for place, word in enumerate(words) if word.lower() in ENTRY_KINDS]
    place = next(filter(None, places + loud), 0)
    if not place:
        raise UsageError("It is not clear of which kind it was.", _meant(words))
    who, text = words[:place], words[place + 1 :]
    return " ".join(who), words[place].lower(), " ".join(text)


def _meant(words: Sequence[str]) -> str:
    """The kind that is nearest to one of the words, or all that there are."""
    from difflib import get_close_matches

    for word in words:
        near = get_close_matches(word.lower(), ENTRY_KINDS, n=1, cutoff=_NEAR)
        if near:
            return f"Did you mean {near[0]}? Say WHO first, then the kind."
    return f"Say WHO and one of {', '.join(ENTRY_KINDS)}."


def record(
    change: OpenChange, way: str, who: str, item: LedgerItem, today: date, *, new: bool
) -> Recorded:
    """Write what went to somebody or came from them; a referral joins two people."""
    person = find_or_add(change, who, today, new=new)
    other = _referred(change, way, person, item, today)
    more = {"text": item.text, "cents": item.cents, "they_called": item.they_called}
    if other:
        more["other_id"] = other.id
    if item.origin:
        more |= checked_origin(change.store, person, item.origin, item.on)
    entry = add(change, person.id, way, item.kind, item.on, **more)
    return recorded(change.store, entry, person, other)


def record_at(
    change: OpenChange, touch: Touch, way: str, person: Person, item: LedgerItem
) -> Recorded:
    """Write what was given or got at a touch."""
    entry = add(
        change, person.id, way, item.kind, item.on, text=item.text, touch_id=touch.id
    )
    return recorded(change.store, entry, person)


def add(
    change: OpenChange, person_id: int, way: str, kind: str, day: date, **more: Any
) -> Entry:
    """One thing that went to somebody or came from them.

    `more` are text, cents, touch_id, introduction_id, other_id and they_called.
    """
    key = change.insert(
        "entry",
        person_id=person_id,
        way=way,
        kind=kind,
        day=day,
        entered=change.number,
        **{"text": "", "they_called": False, **more},
    )
    entry = get(change.store, key)
    if (way, kind) == ("got", "client"):
        people.mark(change, person_id, "client")
    update_thanks(change, [entry])
    return entry


def edit(change: OpenChange, entry: Entry, **fields: Any) -> Entry:
    """Mend an entry where it stands."""
    change.update("entry", entry.id, **fields)
    mended = get(change.store, entry.id)
    update_thanks(change, [mended])
    return mended


def remove(change: OpenChange, entry: Entry) -> None:
    """Take an entry out, and the thanks for it."""
    from netlog.repository.references import remove_row

    remove_row(change, "entry", entry.id)


def thank(change: OpenChange, thanks: Iterable[Thank], day: date) -> None:
    """Somebody was thanked on a day."""
    for waiting in thanks:
        change.update("thank", waiting.id, thanked_on=day)


def guess(change: OpenChange, touch_id: int, word: str) -> None:
    """What the user thinks will come of a touch; '' takes it back."""
    before = sql.guess_of(change.store, touch_id)
    if before and before.word == word:
        return
    if before:
        change.delete("guess", before.id)
    if word:
        change.insert("guess", touch_id=touch_id, word=word)


def checked_origin(
    store: Store, person: Person, origin: tuple[str, int] | None, on: date
) -> dict[str, int | None]:
    """The touch or the introduction that something of a day came of, looked at."""
    if origin is None:
        return {"touch_id": None, "introduction_id": None}
    what, number = origin
    day, objection = _origin_day(store, person, what, number)
    if objection:
        raise NotFoundError(
            objection, f"netlog show {person.handle} lists the numbers."
        )
    if day > on:
        raise UsageError(
            f"{what.capitalize()} {number} came after it.", "Say when with --on."
        )
    return {"touch_id": None, "introduction_id": None, f"{what}_id": number}


def _origin_day(
    store: Store, person: Person, what: str, number: int
) -> tuple[date, str]:
    """The day of a touch or an introduction, and why nothing of theirs came of it."""
    if what == "introduction":
        introduction = introductions.get(store, number)
        to_me = (introduction.a_id, introduction.b_id) == (ME_ID, person.id)
        objection = f"Introduction {number} did not bring {person.name} to you."
        return introduction.day, "" if to_me else objection
    touch = touches.get(store, number)
    theirs = sql.touch_with(store, number, person.id)
    if theirs is None:
        return touch.day, f"{person.name} was not at touch {number}."
    return touch.day, "" if theirs.is_contact else f"Touch {number} got no answer."


def _referred(
    change: OpenChange, way: str, person: Person, item: LedgerItem, today: date
) -> Person | None:
    """Who was sent to me by them, or to them by me: added where nobody answers."""
    if not item.other:
        return None
    if item.kind != "referral":
        raise UsageError(
            f"--who says who was referred; this is {item.kind}.",
            "Leave it out, or say referral.",
        )
    other = find_or_add(change, item.other, today, new=True)
    if other.id == person.id:
        raise UsageError(
            "Nobody is referred to themselves.", "Name somebody else with --who."
        )
    ids = (person.id, ME_ID, other.id) if way == "got" else (ME_ID, person.id, other.id)
    before = introductions.between(change.store, *ids)
    if before is None or before.state in {"offered", "dropped"}:
        introductions.introduce(change, *ids, item.on, state="made")
    return other


def recorded(
    store: Store, entry: Entry, person: Person, other: Person | None = None
) -> Recorded:
    """A new entry with everybody whom the plan asks to thank for it."""
    to_thank = tuple(sql.people_to_thank(store, entry.id))
    return Recorded(entry, person, other, to_thank)
