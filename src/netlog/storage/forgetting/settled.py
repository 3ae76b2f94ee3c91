"""What follows for others: since when they are new, whom to thank, empty touches."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.introduction import Way
from netlog.domain.standing import Source, derive
from netlog.domain.touch import TouchAt
from netlog.storage import sql
from netlog.storage.forgetting.affected import Affected
from netlog.storage.forgetting.scribe import Scribe
from netlog.storage.recording.thanking import thank_anew

_EMPTY = "SELECT 1 FROM presence WHERE touch_id = ?"
_WAYS = "SELECT id, day, state FROM introduction WHERE a_id = 1 AND b_id = ?"


def settle(scribe: Scribe, about: Affected) -> None:
    """Write what follows from how things are at one change."""
    _clear(scribe, about.deserted)
    for person in sorted(about.people):
        if scribe.has("person", person):
            _freshen(scribe, person)
    thank_anew(scribe, sorted(about.entries))


def _clear(scribe: Scribe, touches: Iterable[int]) -> None:
    """Take out the touches at which nobody is any more."""
    for touch in sorted(touches):
        if scribe.has("touch", touch) and not scribe.ask(_EMPTY, touch):
            text = "SELECT id FROM entry WHERE touch_id = ?"
            for (key,) in scribe.ask(text, touch):
                scribe.update("entry", key, touch_id=None)
            for (key,) in scribe.ask("SELECT id FROM guess WHERE touch_id = ?", touch):
                scribe.delete("guess", key)
            scribe.delete("touch", touch)


def _freshen(scribe: Scribe, person: int) -> None:
    """Since when somebody is new, and whether every way to them was dropped.

    Nothing else of where they stand follows from anybody but themselves.
    """
    touches = scribe.store.ask(sql.TOUCHES_OF, TouchAt, person=person)
    ((starts,),) = scribe.ask("SELECT starts_on FROM person WHERE id = ?", person)
    source = Source(starts, "", "", touches=touches, ways=_ways(scribe, person))
    stands = derive(source)
    scribe.update("person", person, fresh_on=stands.fresh_on, dropped=stands.dropped)


def _ways(scribe: Scribe, person: int) -> list[Way]:
    """The introductions of somebody to me, as far as a standing asks of them."""
    return [
        Way(key, date.fromisoformat(day), state, 0, 0, "", "", None, 0)
        for key, day, state in scribe.ask(_WAYS, person)
    ]
