"""What commands do to the model: touches, introductions, promises, what was got."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

from tests.trust.model import (
    ME,
    NOT_FOUND,
    REFUSED,
    USAGE,
    Entry,
    Introduction,
    No,
    Presence,
    Promise,
    Touch,
    World,
    Writing,
    fold,
)
from tests.trust.model_thanks import asked
from tests.trust.model_typed import (
    Options,
    detail,
    due_by,
    happened,
    meant,
    point_elsewhere,
    without,
)


def place(w: Writing, name: str) -> int:
    """The number of a place, made when it is first named; 0 without a name."""
    found = (n for n, one in w.world.place.items() if fold(one) == fold(name))
    return (next(found, 0) or w.put("place", name)) if name else 0


def touched(  # noqa: PLR0913 (the columns of a touch)
    w: Writing,
    people: Sequence[int],
    kind: str,
    day: date,
    *,
    place: str = "",
    note: str = "",
    answered: str = "",
    inbound: bool = False,
) -> int:
    """One contact, or an attempt; an answer that nobody says follows the kind."""
    row = Touch(kind, day, _place(w, place), note, {}, w.number, inbound)
    word = answered or row.usual
    settled = w.number if word == "yes" != row.usual else None
    there = dict.fromkeys(people, Presence(word, None, settled))
    return w.put("touch", row._replace(there=there))


_place = place


def log(w: Writing, who: Sequence[str], o: Options) -> None:
    """A contact, with whom they named, what was promised, given and got."""
    new = "new" in o
    day, due = happened(w, o), due_by(w, o)
    people = list(dict.fromkeys(meant(w, one, new=new) for one in who))
    answered = "no" if "no_answer" in o else "yes" if "answered" in o else ""
    facts = {"place": o.get("at", ""), "note": o.get("note", ""), "answered": answered}
    if "introduce" in o and len(people) < len("AB"):
        raise No(USAGE)
    strangers = [
        pair for pair in combinations(people, 2) if not _acquainted(w.world, *pair)
    ]
    number = touched(w, people, o.get("kind", "coffee"), day, **facts)
    _named(w, people, o, day)
    for one, other in strangers if "introduce" in o else ():
        introduced(w, ME, one, other, day, {"state": "made"})
    for person in people if "promise" in o else ():
        promised(w, person, o["promise"], due)
    if "got" in o and (answered == "no" or len(people) > 1):
        raise No(USAGE)
    for way in ("gave", "got"):
        for person in people if way in o else ():
            entered(w, person, way, o[way], day, touch=number)
    if "guess" in o:
        w.put("guess", (number, o["guess"]))


def _named(w: Writing, people: Sequence[int], o: Options, day: date) -> None:
    names = o.get("names", ())
    if names and len(people) > 1:
        raise No(USAGE)
    for person in [meant(w, name, new=True) for name in names]:
        if not w.world.between(people[0], ME, person):
            introduced(w, people[0], ME, person, day, {"state": "offered"})


def _acquainted(world: World, one: int, other: int) -> bool:
    """Whether one of two introduced the other to anybody, or they were introduced."""
    return any(
        {one, other} <= {way.by, way.a, way.b}
        and (way.by in {one, other} or world.state(number) in {"made", "met"})
        for number, way in world.introduction.items()
    )


def mend_touch(w: Writing, number: int, o: Options) -> None:
    """A touch was otherwise."""
    day = happened(w, o) if "on" in o else w.need("touch", number).day
    w.need("touch", number)
    if "guess" in o and (number, o["guess"]) not in w.world.guess.values():
        without(w, "guess", lambda one: one[0] == number)
        if o["guess"] != "none":
            w.put("guess", (number, o["guess"]))
    fields: dict[str, Any] = {k: o[k] for k in ("kind", "note") if k in o}
    fields["day"] = day
    if "at" in o:
        fields["place"] = place(w, o["at"])
    before: Touch = w.world.touch[number]
    w.change("touch", number, **fields)
    after: Touch = w.world.touch[number]
    there = dict(after.there)
    for person, seen in after.there.items():
        if "no_answer" in o:
            there[person] = Presence("no")
        elif "answered" in o:
            if seen.answered != "yes" or seen.on or not seen.settled:
                there[person] = Presence("yes", None, w.number)
        elif (seen.answered, seen.settled) == (before.usual, None):
            there[person] = seen._replace(answered=after.usual)
    w.change("touch", number, there=there)


def hear(w: Writing, who: str, o: Options) -> None:
    """What was sent to them is answered; where nothing was, they wrote."""
    day, person = happened(w, o), meant(w, who)
    waiting = [
        (number, touch)
        for number, touch in w.world.touch.items()
        if person in touch.there
        and touch.there[person].answered == "sent"
        and touch.day <= day
    ]
    for number, touch in waiting:
        answer = {person: Presence("yes", day, w.number)}
        w.change("touch", number, there={**touch.there, **answer})
    again = any(
        there.on == day or (touch.inbound and touch.day == day)
        for touch in w.world.touch.values()
        if (there := touch.there.get(person))
    )
    if "kind" in o or "note" in o or not (waiting or again):
        facts = {"note": o.get("note", ""), "answered": "yes", "inbound": True}
        touched(w, [person], o.get("kind", "message"), day, **facts)


def rm_touch(w: Writing, number: int) -> None:
    """What came of it stays; the guess goes."""
    w.need("touch", number)
    point_elsewhere(w, touch=number)
    without(w, "guess", lambda one: one[0] == number)
    del w.world.touch[number]


# Introductions.


def introduced(
    w: Writing, by: int, one: int, other: int, day: date, o: Options
) -> None:
    """A new one; or the one that is there is brought up to date."""
    number, said = w.world.between(by, one, other), o.get("state", "")
    a, b = sorted((one, other))
    if not number:
        words, inbound = o.get("words", ""), "inbound" in o
        row = Introduction(by, a, b, day, said or "made", inbound, words, w.number)
        w.put("introduction", row)
        return
    there = w.world.introduction[number]
    if there.said == "offered" and said in {"made", "met"}:
        w.change("introduction", number, entered=w.number)
    mend_introduction(w, number, {**o, "on": day})


def mend_introduction(w: Writing, number: int, o: Options) -> None:
    """An introduction was otherwise; a state that is said again is written again."""
    day = happened(w, o) if "on" in o else None
    there: Introduction = w.need("introduction", number)
    said = o.get("state") or there.said
    w.wrote |= bool(o.get("state")) and w.world.state(number) != said
    inbound = o.get("inbound") or there.inbound
    day = day or there.day
    words = o.get("words", there.words)
    facts = {"day": day, "said": said, "inbound": inbound, "words": words}
    w.change("introduction", number, **facts)


def intro(w: Writing, words: tuple[str, str, str], o: Options) -> None:
    """Who introduced whom, said first or again."""
    a, b, by = words
    if not b and not by:
        raise No(USAGE)
    on = happened(w, o)
    one, other, who = (
        meant(w, word or "me", new="new" in o, me=True) for word in (a, b, by)
    )
    number = w.world.between(who, one, other)
    there = w.world.introduction.get(number)
    offered = there is not None and there.said == "offered"
    usual = "made" if there is None or offered else there.said
    said = o.get("state", usual)
    begins = offered and said in {"made", "met"}
    if "on" not in o and there and not begins:
        on = there.day
    introduced(w, who, one, other, on, {**o, "state": said})


def rm_introduction(w: Writing, number: int) -> None:
    """What came of it stays."""
    w.need("introduction", number)
    point_elsewhere(w, introduction=number)
    del w.world.introduction[number]


# What is owed, given and got.


def promised(w: Writing, person: int, text: str, due: date) -> None:
    """Something is owed."""
    w.put("promise", Promise(person, text, due, "open", None, None, w.number))


def promise(w: Writing, who: str, text: str, o: Options) -> None:
    """Something is owed; by a week from today."""
    person = meant(w, who, new="new" in o)
    promised(w, person, text, due_by(w, {**o, "promise": text}))


def done(w: Writing, number: int, o: Options) -> None:
    """A promise is kept or let go, once."""
    day = happened(w, o)
    there: Promise = w.need("promise", number)
    state = "dropped" if "drop" in o else "kept"
    if (there.state, there.closed_on) == (state, day):
        return
    if there.state != "open":
        raise No(REFUSED)
    w.change("promise", number, state=state, closed_on=day, closed=w.number)


def mend_promise(w: Writing, number: int, o: Options) -> None:
    """A promise was for another day, or another one."""
    if o.get("by", w.today) < w.today:
        raise No(USAGE)
    w.need("promise", number)
    names = {"by": "due", "text": "text"}
    w.change("promise", number, **{names[k]: v for k, v in o.items()})


def rm_promise(w: Writing, number: int) -> None:
    """It was none."""
    w.need("promise", number)
    del w.world.promise[number]


def entered(
    w: Writing, person: int, way: str, kind: str, day: date, **more: Any
) -> None:
    """Something went to somebody, or came from them."""
    usual: dict[str, Any] = {"text": "", "cents": None, "they_called": False}
    usual |= {"touch": 0, "introduction": 0, "other": 0} | more
    w.put("entry", Entry(person, way, kind, day=day, entered=w.number, **usual))
    if (way, kind) == ("got", "client"):
        detail(w, person, "kind", "client")


def record(w: Writing, way: str, who: str, kind: str, o: Options) -> None:
    """`got` and `gave`; a referral joins two people."""
    day = happened(w, o)
    person = meant(w, who, new="new" in o)
    other = _referred(w, way, person, kind, o, day)
    more = came_of(w, person, o["from"], day) if "from" in o else {}
    facts = {"text": o.get("text", ""), "cents": o.get("value")}
    facts |= {"they_called": "they_called" in o, "other": other}
    entered(w, person, way, kind, day, **facts, **more)


def _referred(
    w: Writing, way: str, person: int, kind: str, o: Options, day: date
) -> int:
    if "who" not in o:
        return 0
    if kind != "referral":
        raise No(USAGE)
    other = meant(w, o["who"], new=True)
    if other == person:
        raise No(USAGE)
    three = (person, ME, other) if way == "got" else (ME, person, other)
    there = w.world.between(*three)
    if not there or w.world.state(there) in {"offered", "dropped"}:
        introduced(w, *three, day, {"state": "made"})
    return other


def came_of(
    w: Writing, person: int, origin: tuple[str, int], day: date
) -> dict[str, int]:
    """The touch or introduction that something came of, if it could have."""
    what, number = origin
    row = w.need(what, number)
    if what == "touch":
        theirs = person in row.people and row.there[person].counts
    else:
        theirs = (row.a, row.b) == (ME, person)
    if not theirs:
        raise No(NOT_FOUND)
    if row.day > day:
        raise No(USAGE)
    return {"touch": 0, "introduction": 0, what: number}


def mend_entry(w: Writing, number: int, o: Options) -> None:
    """What was given or got was otherwise."""
    day = happened(w, o) if "on" in o else None
    there: Entry = w.need("entry", number)
    fields: dict[str, Any] = {k: o[k] for k in ("kind", "text") if k in o}
    fields |= {"cents": o["value"]} if "value" in o else {}
    fields |= {"day": day} if day else {}
    touch = ("touch", there.touch) if there.touch else None
    said = ("introduction", there.introduction) if there.introduction else touch
    origin = o.get("from", said)
    fields |= {"touch": 0, "introduction": 0}
    if origin:
        fields |= came_of(w, there.person, origin, day or there.day)
    if o.get("kind", "referral") != "referral":
        fields["other"] = 0
    w.change("entry", number, **fields)


def rm_entry(w: Writing, number: int) -> None:
    """With the thanks for it."""
    w.need("entry", number)
    for pair in [pair for pair in w.world.thanked if pair[0] == number]:
        del w.world.thanked[pair]
    del w.world.entry[number]


def thank(w: Writing, who: str, o: Options) -> None:
    """Somebody is thanked for all outcomes up to a day that wait for it."""
    person = meant(w, who)
    day = happened(w, o)
    found = [pair for pair in asked(w.world) if pair[1] == person]
    due = [pair for pair in found if w.world.entry[pair[0]].day <= day]
    if not due:
        raise No(REFUSED)
    w.world.thanked.update(dict.fromkeys(due, day))
