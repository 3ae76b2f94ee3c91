"""Making one person of two without loss: all of the second goes to the first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from netlog.db import sql
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.names import fold
from netlog.domain.person import ME_ID, Person, may_complete
from netlog.namedtuple import NamedTuple
from netlog.repository import people
from netlog.repository.change import OpenChange
from netlog.repository.derived import update_standing, update_thanks_below
from netlog.repository.references import move_references, remove_row

if TYPE_CHECKING:
    from netlog.db.records import Presence

InWords = Callable[[IntroductionNamed], str]
"""An introduction in words."""
Three = tuple[int, int, int]
"""Introducer, and the pair in the order of its numbers."""

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
_POST = ("org", "role")
"""What somebody is and where: of one person, never of two mixed."""
_STRENGTH = ("dropped", "offered", "made", "met")
_ANSWERED = ("no", "sent", "yes")
_SOURCES = ("list", "linkedin", "typed", "contacts")
"""Ways to come in, the one that says most last."""


class Merged(NamedTuple):
    """Who stays, who went, how much there was of each sort, and what the note has."""

    person: Person
    gone: Person
    moved: Mapping[str, int]
    introductions: "SortedOut"
    noted: tuple[str, ...]


class Joined(NamedTuple):
    """An introduction that the first has too, and the one it becomes part of."""

    gone: IntroductionNamed
    into: IntroductionNamed

    @property
    def lost(self) -> list[IntroductionNamed]:
        """Those of the two that said something else than they say as one.

        No words are lost: as one they have those of both.
        """
        joined = as_one(*self)
        kept = (joined["day"], joined["said"], joined["inbound"])
        return [i for i in self if (i.day, i.said, i.inbound) != kept]


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
        return [*moved, *(pair.gone for pair in self.joined), *self.dropped]


def merge(change: OpenChange, kept: Person, gone: Person, say: InWords) -> Merged:
    """Give everything of the second to the first; a handle is kept for nobody.

    `say` puts an introduction into words, for what the note of the first keeps of
    those that become less than they were.
    """
    introductions = sort_out(change, kept.id, gone.id)
    noted = (
        *others_of(kept, gone),
        *_lost_days(change, kept, gone),
        *_lost(change, introductions, say),
        *_referred(change, kept, gone),
    )
    fields = fields_of(kept, gone) | {"note": note_of(kept, gone, noted)}
    moved = _move(change, kept, gone, introductions)
    if fold(gone.name) != kept.folded:
        people.add_detail(change, kept.id, "alias", gone.name)
    people.edit(change, kept, **fields)
    _update_derived(change, kept.id, introductions)
    return Merged(people.get(change.store, kept.id), gone, moved, introductions, noted)


def sort_out(change: OpenChange, kept: int, gone: int) -> SortedOut:
    """What becomes of the introductions of the second."""
    moved: list[tuple[IntroductionNamed, Three]] = []
    joined: list[Joined] = []
    dropped: list[IntroductionNamed] = []
    of_kept = {
        (i.introducer_id, i.a_id, i.b_id): i
        for i in sql.introductions_with(change.store, kept)
    }
    for introduction in sql.introductions_with(change.store, gone):
        three = three_of(introduction, gone, kept)
        if three is None:
            dropped.append(introduction)
        elif three in of_kept:
            joined.append(Joined(introduction, of_kept[three]))
        else:
            moved.append((introduction, three))
    return SortedOut(tuple(moved), tuple(joined), tuple(dropped))


def three_of(introduction: IntroductionNamed, gone: int, kept: int) -> Three | None:
    """The three once one person is the other; None where that is no introduction."""
    keys = (introduction.introducer_id, introduction.a_id, introduction.b_id)
    by, a, b = (kept if key == gone else key for key in keys)
    return None if a == b or by in {a, b} else (by, min(a, b), max(a, b))


def as_one(introduction: IntroductionNamed, other: IntroductionNamed) -> dict[str, Any]:
    """What two introductions are as one: the earlier day, the stronger state.

    What was said is said still, the words of the second after those of the first.
    """
    day, entered = min((i.day, i.entered) for i in (introduction, other))
    said = max(introduction.said, other.said, key=_STRENGTH.index)
    words = dict.fromkeys(filter(None, (other.words, introduction.words)))
    return {
        "day": day,
        "said": said,
        "state": said,
        "inbound": introduction.inbound or other.inbound,
        "words": "\n".join(words),
        "entered": entered,
    }


def fields_of(kept: Person, gone: Person) -> dict[str, Any]:
    """What the first has from then on: their own, and what they had not.

    Role and organisation go together, from one of the two.  Known is who was so as
    either by the user's word, no-sell who was a friend as either, a person who was one
    as either; of two ways to come in stays the one that says more.
    """
    filled = {
        field: getattr(gone, field)
        for field in _SINGLE
        if getattr(gone, field) and not getattr(kept, field)
    }
    if not share_post(kept, gone):
        filled = {field: filled[field] for field in filled if field not in _POST}
    woken = [(p.woken_on, p.woken or 0) for p in (kept, gone) if p.woken_on]
    woken_on, number = max(woken, default=(None, None))
    is_person = "person" in {kept.entity, gone.entity}
    return filled | {
        "said_known": kept.said_known or gone.said_known,
        "entity": "person" if is_person else kept.entity,
        "source": max(kept.source, gone.source, key=_SOURCES.index),
        "added_on": min(kept.added_on, gone.added_on),
        "no_sell": kept.no_sell or gone.no_sell,
        "woken_on": woken_on,
        "woken": number,
        "starts_on": min(kept.starts_on, gone.starts_on),
    }


def share_post(kept: Person, gone: Person) -> bool:
    """Whether role and organisation of the second say more of those of the first."""
    return may_complete((kept.role, kept.org), (gone.role, gone.org))


def others_of(kept: Person, gone: Person) -> list[str]:
    """What the second had otherwise, of that of which there can be one."""
    differing = [
        f"{label} {value}"
        for field, label in _SINGLE.items()
        if (value := getattr(gone, field))
        and getattr(kept, field) != value
        and (getattr(kept, field) or (field in _POST and not share_post(kept, gone)))
    ]
    return [*differing, "resting"] if gone.resting and not kept.resting else differing


def _lost_days(change: OpenChange, kept: Person, gone: Person) -> list[str]:
    """Days of the second that are called as one of the first, and are another."""
    of_kept = {
        day.label: day.day for day in sql.anniversaries_of(change.store, kept.id)
    }
    return [
        f"{day.label} {day.day}"
        for day in sql.anniversaries_of(change.store, gone.id)
        if of_kept.get(day.label, day.day) != day.day
    ]


def note_of(kept: Person, gone: Person, more: Iterable[str]) -> str:
    """The note of the first, that of the second, and what else would be lost."""
    lost = "; ".join(more)
    lines = [kept.note, gone.note if gone.note != kept.note else ""]
    lines.append(f"Of {gone.name} ({gone.handle}): {lost}" if lost else "")
    return "\n".join(filter(None, lines))


def _lost(change: OpenChange, introductions: SortedOut, say: InWords) -> Iterator[str]:
    """Introductions that say less than they did; those that are none, with what came.

    What came of the others is still what came of them.
    """
    yield from (say(lost) for pair in introductions.joined for lost in pair.lost)
    for introduction in introductions.dropped:
        entries = sql.entries_of_introduction(change.store, introduction.id)
        came = ", ".join(f"entry {entry.id}" for entry in entries)
        said = ": ".join((say(introduction), *introduction.words.splitlines()))
        yield f"{said}, of which came {came}" if came else said


def _referred(change: OpenChange, kept: Person, gone: Person) -> list[str]:
    """Entries in which one of the two referred the other."""
    both = {kept.id, gone.id}
    return [
        f"referred by entry {entry.id}"
        for person in (kept, gone)
        for entry in sql.entries_with(change.store, person.id)
        if entry.other_id in both
    ]


def _move(
    change: OpenChange, kept: Person, gone: Person, introductions: SortedOut
) -> dict[str, int]:
    """Move everything to the first, and take the second out.

    Gives how much there was of each sort; where people stand is not derived yet.
    """
    _join_answers(change, kept.id, gone.id)
    _join_details(change, kept.id, gone.id)
    moved = move_references(change, "person", kept.id, gone.id)
    introduced = _move_introductions(change, introductions)
    _move_referrals(change, kept.id, gone.id)
    _move_thanks(change, kept.id, gone.id)
    _move_pins(change, kept.id, gone.id)
    change.delete("person", gone.id)
    change.insert("retired", handle=gone.handle)
    return {
        "touches": moved["presence"],
        "introductions": introduced,
        "promises": moved["promise"],
        "entries": moved["entry"],
        "details": moved["detail"],
        "bookings": moved["attendee"],
    }


def _update_derived(change: OpenChange, kept: int, introductions: SortedOut) -> None:
    """Where everybody stands of whom anything was moved."""
    others = {
        key for i in introductions.all for key in (i.introducer_id, i.a_id, i.b_id)
    }
    everybody = [kept, *sorted(others - {kept, ME_ID})]
    update_standing(change, everybody)
    for key in everybody:
        update_thanks_below(change, key)


def _join_answers(change: OpenChange, kept: int, gone: int) -> None:
    """At what both were at, the first answered what either did, on the first day."""
    of_kept = {p.touch_id: p for p in sql.presences_of(change.store, kept)}
    for theirs in sql.presences_of(change.store, gone):
        same = of_kept.get(theirs.touch_id)
        if same and _answer_rank(theirs) > _answer_rank(same):
            answer = {
                "answered": theirs.answered,
                "answered_on": theirs.answered_on,
                "settled": theirs.settled,
            }
            change.update("presence", same.id, **answer)


def _answer_rank(presence: "Presence") -> tuple[int, int]:
    """How much an answer says: the more the higher, then the earlier."""
    day = presence.answered_on
    return _ANSWERED.index(presence.answered), -day.toordinal() if day else 0


def _join_details(change: OpenChange, kept: int, gone: int) -> None:
    """What both have has been said since either did."""
    of_kept = {(d.field, d.folded): d for d in sql.details_of(change.store, kept)}
    for detail in sql.details_of(change.store, gone):
        same = of_kept.get((detail.field, detail.folded))
        if same and detail.entered < same.entered:
            change.update("detail", same.id, entered=detail.entered)


def _move_pins(change: OpenChange, kept: int, gone: int) -> None:
    """A place in a list that has the first already stays with nobody."""
    of_kept = {(pin.slot, pin.period) for pin in sql.pins_of(change.store, kept)}
    for pin in sql.pins_of(change.store, gone):
        if (pin.slot, pin.period) not in of_kept:
            change.update("pin", pin.id, person_id=kept)


def _move_referrals(change: OpenChange, kept: int, gone: int) -> None:
    """Who was referred by an entry; nobody is referred by themselves."""
    for person in (kept, gone):
        for entry in sql.entries_about(change.store, person):
            other = None if entry.person_id == kept else kept
            change.update("entry", entry.id, other_id=other)


def _move_thanks(change: OpenChange, kept: int, gone: int) -> None:
    """Who was thanked as either was thanked, on the first day."""
    of_kept = {thank.entry_id: thank for thank in sql.thanks_to(change.store, kept)}
    for thank in sql.thanks_to(change.store, gone):
        same = of_kept.get(thank.entry_id)
        if same:
            days = filter(None, (same.thanked_on, thank.thanked_on))
            change.update("thank", same.id, thanked_on=min(days, default=None))
            change.delete("thank", thank.id)
        else:
            change.update("thank", thank.id, person_id=kept)


def _move_introductions(change: OpenChange, introductions: SortedOut) -> int:
    """Give them to the first; what came of one that is joined came of the other."""
    for introduction, (by, a, b) in introductions.moved:
        change.update("introduction", introduction.id, introducer_id=by, a_id=a, b_id=b)
    for gone, into in introductions.joined:
        change.update("introduction", into.id, **as_one(gone, into))
        move_references(change, "introduction", into.id, gone.id)
        change.delete("introduction", gone.id)
    for gone in introductions.dropped:
        remove_row(change, "introduction", gone.id)
    return len(introductions.moved) + len(introductions.joined)
