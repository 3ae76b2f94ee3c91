"""A network as rows of netlog's tables; what follows from them netlog derives."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bench import names
from bench.network import TODAY, Contact, Network, Someone

from netlog.domain.details import Keyed, keyed
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.names import fold
from netlog.domain.person import ME_ID, Newcomer
from netlog.repository.people import new_row
from netlog.repository.touches import kind_columns

NOW = datetime.combine(TODAY - timedelta(days=1), time(12, tzinfo=UTC))
IMPORT = 1
"""The change in which all people came in; every touch has a change of its own."""
_SPREAD = 90
_PLACE_IDS = {name: number for number, name in enumerate(names.PLACES, 1)}

Row = dict[str, Any]


def tables(whole: Network) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table by table, in an order that no foreign key minds, rows in that of ids."""
    seated = {one.person for one in whole.contacts if TOUCH_KINDS[one.kind].sit_down}
    yield "change", map(_change, range(IMPORT, _last_change(whole) + 1))
    yield "place", map(_place, names.PLACES)
    yield "person", (_person(one, one.id in seated) for one in whole.people)
    yield "detail", (row for one in whole.people for row in _details(one))
    yield "touch", _touches(whole)
    yield "presence", map(_presence, range(1, len(whole.contacts) + 1), whole.contacts)
    yield "introduction", _introductions(whole)
    yield "promise", _promises(whole)


def _last_change(whole: Network) -> int:
    return IMPORT + len(whole.links) + len(whole.contacts) + len(whole.promises)


def _change(_: int) -> Row:
    return {"at": NOW, "command": "bench", "state": "done"}


def _place(name: str) -> Row:
    return {"name": name, "folded": fold(name)}


def _touches(whole: Network) -> Iterator[Row]:
    first = IMPORT + len(whole.links) + 1
    for entered, contact in enumerate(whole.contacts, first):
        yield {
            "day": contact.day,
            "place_id": _PLACE_IDS.get(contact.place),
            "note": contact.note,
            "inbound": False,
            "entered": entered,
            **kind_columns(TOUCH_KINDS[contact.kind]),
        }


def _presence(number: int, contact: Contact) -> Row:
    usual = "yes" if TOUCH_KINDS[contact.kind].two_way else "sent"
    answered = usual if contact.answered else "no"
    return {"touch_id": number, "person_id": contact.person, "answered": answered}


def _introductions(whole: Network) -> Iterator[Row]:
    for entered, link in enumerate(whole.links, IMPORT + 1):
        yield {
            "introducer_id": link.introducer,
            "a_id": ME_ID,
            "b_id": link.person,
            "day": link.day,
            "said": link.state,
            "state": link.state,
            "inbound": False,
            "words": "",
            "entered": entered,
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
            "entered": IMPORT,
        }


def _person(person: Someone, seated: bool) -> Row:  # noqa: FBT001 (in a loop)
    """Who is not new was sat down with, or known before; the new are an import's."""
    added_on = TODAY - timedelta(days=person.id % _SPREAD)
    newcomer = Newcomer(
        person.name,
        added_on,
        handle=person.handle,
        org=person.org,
        role=person.role,
        city=person.city,
        every=person.every,
        said_known="" if person.new or seated else "yes",
        no_sell=person.no_sell,
        source="linkedin" if person.new else "typed",
        connected_on=added_on if person.new else None,
        details=_keyed(person),
    )
    return new_row(newcomer, IMPORT) | {"resting": person.resting}


def _promises(whole: Network) -> Iterator[Row]:
    first = IMPORT + len(whole.links) + len(whole.contacts) + 1
    for entered, owed in enumerate(whole.promises, first):
        yield {
            "person_id": owed.person,
            "text": owed.text,
            "due": owed.due,
            "theirs": False,
            "state": "kept" if owed.closed_on else "open",
            "closed_on": owed.closed_on,
            "closed": entered if owed.closed_on else None,
            "entered": IMPORT,
        }
