"""What follows for others: since when they are new, whom to thank, empty touches."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.introduction import Way
from netlog.domain.ledger import Entry, Thank
from netlog.domain.standing import Source, derive
from netlog.domain.touch import TouchAt
from netlog.storage import sql
from netlog.storage.columns import inward
from netlog.storage.forgetting.affected import Affected
from netlog.storage.forgetting.scribe import Scribe
from netlog.storage.traces import Traces
from netlog.trace.origin import origin_of

_EMPTY = "SELECT 1 FROM presence WHERE touch_id = ?"
_WAYS = "SELECT id, day, state FROM introduction WHERE a_id = 1 AND b_id = ?"


def settle(scribe: Scribe, about: Affected) -> None:
    """Write what follows from how things are at one change."""
    _clear(scribe, about.deserted)
    for person in sorted(about.people):
        if scribe.has("person", person):
            _freshen(scribe, person)
    for number in sorted(about.entries):
        entry = scribe.store.one(sql.ENTRY, Entry, id=number)
        if entry:
            _thank(scribe, entry)


def _clear(scribe: Scribe, touches: Iterable[int]) -> None:
    """Take out the touches at which nobody is any more."""
    for touch in sorted(touches):
        if scribe.has("touch", touch) and not scribe.ask(_EMPTY, touch):
            text = "SELECT id FROM entry WHERE touch_id = ?"
            for (key,) in scribe.ask(text, touch):
                scribe.update("entry", key, {"touch_id": None})
            for (key,) in scribe.ask("SELECT id FROM guess WHERE touch_id = ?", touch):
                scribe.delete("guess", key)
            scribe.delete("touch", touch)


def _freshen(scribe: Scribe, person: int) -> None:
    """Since when somebody is new, and whether every way to them was dropped."""
    touches = scribe.store.ask(sql.TOUCHES_OF, TouchAt, person=person)
    (starts,) = scribe.ask("SELECT starts_on FROM person WHERE id = ?", person)[0]
    source = Source(starts, "", "", touches=touches, ways=_ways(scribe, person))
    stands = derive(source)
    scribe.update(
        "person",
        person,
        {
            "fresh_on": inward("day", stands.fresh_on),
            "dropped": inward("flag", stands.dropped),
        },
    )


def _ways(scribe: Scribe, person: int) -> list[Way]:
    """The introductions of somebody to me, as far as a standing asks of them."""
    return [
        Way(key, date.fromisoformat(day), state, 0, 0, "", "", None, 0)
        for key, day, state in scribe.ask(_WAYS, person)
    ]


def _thank(scribe: Scribe, entry: Entry) -> None:
    """Who waits to be thanked for an entry; who was thanked stays so."""
    wanted: set[int] = set()
    if entry.is_outcome:
        wanted = origin_of(Traces(scribe.store), entry).people
    there = scribe.store.ask(sql.THANKS_OF, Thank, entry=entry.id)
    for thank in there:
        if thank.thanked_on is None and thank.person_id not in wanted:
            scribe.delete("thank", thank.id)
    for person in sorted(wanted - {thank.person_id for thank in there}):
        scribe.add("thank", entry_id=entry.id, person_id=person)
