"""A network as rows of netlog's tables, the derived columns by netlog's own rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any, NamedTuple

from bench import names
from bench.network import TODAY, Contact, Link, Network, Someone

from netlog.domain.details import Keyed, keyed
from netlog.domain.introduction import Way
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.names import fold
from netlog.domain.person import ME_ID, Newcomer
from netlog.domain.standing import Source, derive
from netlog.domain.touch import TouchAt
from netlog.repository.people import new_row

NOW = datetime.combine(TODAY - timedelta(days=1), time(12, tzinfo=UTC))
IMPORT = 1
"""The change in which all people came in; every touch has a change of its own."""
_SPREAD = 90
_PLACE_IDS = {name: number for number, name in enumerate(names.PLACES, 1)}

Row = dict[str, Any]


class Lives(NamedTuple):
    """Touches and introductions to me, by person."""

    touches: dict[int, list[TouchAt]]
    ways: dict[int, list[Way]]


def tables(whole: Network) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table by table, in an order that no foreign key minds, rows in that of ids."""
    lives = _lives(whole)
    yield "change", map(_change, range(IMPORT, _last_change(whole) + 1))
    yield "place", map(_place, names.PLACES)
    yield "person", (_person(one, lives) for one in whole.people)
    yield "detail", (row for one in whole.people for row in _details(one))
    yield "touch", map(_touch, _all_touches(whole))
    yield "presence", map(_presence, range(1, len(whole.contacts) + 1), whole.contacts)
    yield "introduction", _introductions(lives)
    yield "promise", _promises(whole)


def _lives(whole: Network) -> Lives:
    lives = Lives(defaultdict(list), defaultdict(list))
    for touch, contact in zip(_all_touches(whole), whole.contacts, strict=True):
        lives.touches[contact.person].append(touch)
    for number, link in enumerate(whole.links, 1):
        way = _way(number, link, lives.touches[link.person])
        lives.ways[link.person].append(way)
    return lives


def _last_change(whole: Network) -> int:
    return IMPORT + len(whole.links) + len(whole.contacts) + len(whole.promises)


def _change(_: int) -> Row:
    return {"at": NOW, "command": "bench", "state": "done"}


def _place(name: str) -> Row:
    return {"name": name, "folded": fold(name)}


def _all_touches(whole: Network) -> Iterator[TouchAt]:
    first = IMPORT + len(whole.links)
    for number, contact in enumerate(whole.contacts, 1):
        yield _touch_at(number, contact, first + number)


def _touch_at(number: int, contact: Contact, entered: int) -> TouchAt:
    kind = TOUCH_KINDS[contact.kind]
    return TouchAt(
        id=number,
        uid="",
        kind=kind.name,
        day=contact.day,
        place_id=_PLACE_IDS.get(contact.place),
        note=contact.note,
        answered=contact.answered,
        in_person=kind.in_person,
        sit_down=kind.sit_down,
        entered=entered,
        place=contact.place,
    )


def _touch(touch: TouchAt) -> Row:
    row = touch._asdict()
    del row["place"]
    return row


def _presence(number: int, contact: Contact) -> Row:
    return {"touch_id": number, "person_id": contact.person}


def _way(number: int, link: Link, touches: Iterable[TouchAt]) -> Way:
    """An introduction is met once there is an answered touch in person after it."""
    met = any(t.in_person and t.answered and t.day >= link.day for t in touches)
    state = "met" if met and link.state != "dropped" else link.state
    entered = IMPORT + number
    return Way(number, link.day, state, entered, link.introducer, "", "", None, 0)


def _introductions(lives: Lives) -> Iterator[Row]:
    to_me = [(way, key) for key, ways in lives.ways.items() for way in ways]
    for way, person in sorted(to_me):
        yield {
            "introducer_id": way.introducer_id,
            "a_id": ME_ID,
            "b_id": person,
            "day": way.day,
            "said": "made" if way.state == "met" else way.state,
            "state": way.state,
            "inbound": False,
            "entered": way.entered,
        }


def _keyed(person: Someone) -> Keyed:
    pairs = (
        ("kind", person.kind),
        ("tag", person.tag),
        ("email", person.email),
        ("phone", person.phone),
    )
    return keyed(pair for pair in pairs if pair[1])


def _details(person: Someone) -> Iterator[Row]:
    for (field, folded), value in _keyed(person).items():
        yield {
            "person_id": person.id,
            "field": field,
            "value": value,
            "folded": folded,
        }


def _person(person: Someone, lives: Lives) -> Row:
    newcomer = Newcomer(
        person.name,
        TODAY - timedelta(days=person.id % _SPREAD),
        person.handle,
        org=person.org,
        role=person.role,
        city=person.city,
        every=person.every,
        known=_is_known(person, lives),
        no_sell=person.no_sell,
        details=_keyed(person),
    )
    source = Source(
        starts_on=newcomer.starts_on,
        every=person.every,
        org=person.org,
        kinds=_if_any(person.kind),
        tags=_if_any(person.tag),
        touches=lives.touches.get(person.id, ()),
        ways=lives.ways.get(person.id, ()),
    )
    row = new_row(newcomer, IMPORT)
    return row | derive(source)._asdict() | {"resting": person.resting}


def _if_any(word: str) -> tuple[str, ...]:
    return (word,) if word else ()


def _is_known(person: Someone, lives: Lives) -> bool:
    """Who is not new had a sit-down, or was known before."""
    touches = lives.touches.get(person.id, ())
    return not person.new and not any(t.answered and t.sit_down for t in touches)


def _promises(whole: Network) -> Iterator[Row]:
    first = IMPORT + len(whole.links) + len(whole.contacts) + 1
    for entered, owed in enumerate(whole.promises, first):
        yield {
            "person_id": owed.person,
            "text": owed.text,
            "due": owed.due,
            "state": "kept" if owed.closed_on else "open",
            "closed_on": owed.closed_on,
            "closed": entered if owed.closed_on else None,
            "entered": IMPORT,
        }
