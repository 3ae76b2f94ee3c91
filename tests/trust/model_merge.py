"""What `merge` does to the model."""

from typing import Any

from tests.trust.model import (
    STRENGTH,
    USAGE,
    Introduction,
    No,
    Person,
    Presence,
    Touch,
    World,
    Writing,
    fold,
)
from tests.trust.model_typed import detail, meant

STRENGTH_OF_ANSWERS = ("no", "sent", "yes")
_SINGLE = ("org", "city", "every", "snoozed_until")


def merge(w: Writing, first: str, second: str) -> None:
    """Everything of the second goes to the first."""
    kept, gone = meant(w, first), meant(w, second)
    if kept == gone:
        raise No(USAGE)
    one, other = w.world.person[kept], w.world.person[gone]
    note = _note(w, kept, gone)
    _introductions(w, kept, gone)
    for number, touch in w.world.touch.items():
        w.world.touch[number] = touch._replace(there=_there(touch, kept, gone))
    for number, promise in w.world.promise.items():
        if promise.person == gone:
            w.world.promise[number] = promise._replace(person=kept)
    _entries(w, kept, gone)
    _details(w, kept, gone)
    w.world.skip.update([(kept, *r) for p, *r in w.world.skip if p == gone])  # type: ignore[misc] # mypy does not count them
    w.world.skip.difference_update([s for s in w.world.skip if s[0] == gone])
    del w.world.person[gone]
    w.world.retired.add(other.handle)
    if fold(one.name) != fold(other.name):
        detail(w, kept, "alias", other.name)
    w.change("person", kept, note=note, **_fields(one, other))


def _fields(one: Person, other: Person) -> dict[str, Any]:
    """What the first had not they have from the second."""
    filled: dict[str, Any] = {
        field: getattr(one, field) or getattr(other, field) for field in _SINGLE
    }
    woken = [(p.woken_on, p.woken or 0) for p in (one, other) if p.woken_on]
    woken_on, number = max(woken, default=(None, None))
    return filled | {
        "said_known": one.said_known or other.said_known,
        "no_sell": one.no_sell or other.no_sell,
        "source": "typed" if "typed" in {one.source, other.source} else one.source,
        "woken_on": woken_on,
        "woken": number,
        "added_on": min(one.added_on, other.added_on),
    }


def _there(touch: Touch, kept: int, gone: int) -> dict[int, Presence]:
    """Who was at a touch; where both were, the one who answered more, or earlier."""
    there = {who: seen for who, seen in touch.there.items() if who != gone}
    if gone in touch.there:
        both = [touch.there[who] for who in (kept, gone) if who in touch.there]
        there[kept] = max(both, key=_weight)
    return there


def _weight(seen: Presence) -> tuple[int, int]:
    return STRENGTH_OF_ANSWERS.index(seen.answered), -(
        seen.on.toordinal() if seen.on else 0
    )


def _note(w: Writing, kept: int, gone: int) -> str:
    """The notes of both, and how many things else would be lost: Of A (a): 3."""
    one, other = w.world.person[kept], w.world.person[gone]
    lost = sum(
        bool(getattr(one, field))
        and bool(getattr(other, field))
        and getattr(one, field) != getattr(other, field)
        for field in _SINGLE
    )
    lost += other.resting and not one.resting
    lost += _lost_introductions(w.world, kept, gone)
    both = {kept, gone}
    lost += sum({e.person, e.other} <= both and e.other > 0 for e in _held(w.world))
    lines = [one.note, other.note if other.note != one.note else ""]
    lines.append(f"Of {other.name} ({other.handle}): {lost}" if lost else "")
    return "\n".join(filter(None, lines))


def _held(world: World) -> list[Any]:
    return list(world.entry.values())


Joined = tuple[int, Introduction, int]
"""An introduction of the second, what it is as one of the first's, and which."""


def _sorted_out(world: World, kept: int, gone: int) -> list[Joined]:
    """Those of the second: 0 is none that the first has, -1 one that makes no sense."""
    there = {(i.by, i.a, i.b): n for n, i in world.introduction.items()}
    found = []
    for number, one in world.introduction.items():
        three = (one.by, one.a, one.b)
        if gone in three:
            by, a, b = (kept if who == gone else who for who in three)
            a, b = sorted((a, b))
            none = -1 if a == b or by in {a, b} else 0
            into = none or there.get((by, a, b), 0)
            found.append((number, one._replace(by=by, a=a, b=b), into))
    return found


def _as_one(one: Introduction, other: Introduction) -> Introduction:
    """The earlier day, the stronger state."""
    day, entered = min((one.day, one.entered), (other.day, other.entered))
    said = max(one.said, other.said, key=STRENGTH.index)
    inbound = one.inbound or other.inbound
    words = "\n".join(dict.fromkeys(filter(None, (other.words, one.words))))
    return other._replace(
        entered=entered, day=day, said=said, inbound=inbound, words=words
    )


def _lost_introductions(world: World, kept: int, gone: int) -> int:
    """How many are none any more, or say less than they did."""
    lost = 0
    for number, moved, into in _sorted_out(world, kept, gone):
        if into > 0:
            there = world.introduction[into]
            facts = _facts(_as_one(moved, there))
            lost += (_facts(world.introduction[number]) != facts) + (
                _facts(there) != facts
            )
        lost += into < 0
    return lost


def _facts(one: Introduction) -> tuple[Any, ...]:
    return one.day, one.said, one.inbound


def _introductions(w: Writing, kept: int, gone: int) -> None:
    rows = w.world.introduction
    for number, moved, into in _sorted_out(w.world, kept, gone):
        if not into:
            rows[number] = moved
            continue
        if into > 0:
            rows[into] = _as_one(moved, rows[into])
        for n, entry in list(w.world.entry.items()):
            if entry.introduction == number:
                w.change("entry", n, introduction=max(into, 0))
        del rows[number]


def _entries(w: Writing, kept: int, gone: int) -> None:
    both = {kept, gone}
    for n, entry in list(w.world.entry.items()):
        person = kept if entry.person == gone else entry.person
        other = kept if entry.other in both else entry.other
        other = 0 if other == person else other
        w.change("entry", n, person=person, other=other)
    thanked = w.world.thanked
    for (number, who), day in list(thanked.items()):
        if who == gone:
            del thanked[number, who]
            thanked[number, kept] = min(day, thanked.get((number, kept), day))


def _details(w: Writing, kept: int, gone: int) -> None:
    rows = w.world.detail
    there = {(row[1], row[3]): n for n, row in rows.items() if row[0] == kept}
    for number, row in list(rows.items()):
        if row[0] == gone and (row[1], row[3]) in there:
            same = there[row[1], row[3]]
            rows[same] = (*rows[same][:4], min(rows[same][4], row[4]))
            del rows[number]
        elif row[0] == gone:
            rows[number] = (kept, *row[1:])
