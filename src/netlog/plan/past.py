"""A week that is over: who was pinned in it, and what became of that."""

from collections.abc import Sequence
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.pins import picks
from netlog.domain.touch import TouchAt
from netlog.domain.weeks import Week, month_code
from netlog.namedtuple import NamedTuple

_PUT_OFF = {"swap": "swapped", "skip": "skipped"}
_WORDS = {
    "swapped": "swapped that week",
    "skipped": "skipped that week",
    "nothing_yet": "nothing yet",
}


class Became(NamedTuple):
    """What became of somebody who was pinned: in a word, when, and as it is said.

    The word is met, written_to, swapped, skipped or nothing_yet; written_to is any
    touch but a meeting, tried ones too.
    """

    word: str
    on: date | None
    text: str


class Pinned(NamedTuple):
    """Somebody who was pinned to a slot; `picked` is false for an alternate."""

    slot: str
    person: Person
    picked: bool
    became: Became


class PastWeek(NamedTuple):
    """A week that is over, and who was pinned in it or for its month."""

    week: Week
    pinned: tuple[Pinned, ...]


def past_week(store: Store, week: Week, today: date) -> PastWeek:
    """Who was pinned in a week, by slot and place, and what became of it by a day.

    Nobody else is in it, so nobody who was not there yet.
    """
    pins = sql.pinned_in(store, week.code, month_code(week.monday))
    skips = sql.skips_in(store, week.code)
    coffee = [pin for pin in pins if pin.slot == "new"]
    behind = {pin.id for pin in coffee} - {pin.id for pin in picks(coffee, skips)}
    put_off = {skip.person_id: _PUT_OFF[skip.how] for skip in skips}

    def became(person: Person) -> Became:
        touches = sql.touches_of(store, person.id)
        since = [touch for touch in touches if week.monday <= touch.day <= today]
        return _became(since, put_off.get(person.id, "nothing_yet"))

    people = ((pin, sql.person(store, pin.person_id)) for pin in pins)
    return PastWeek(
        week,
        tuple(
            Pinned(pin.slot, person, pin.id not in behind, became(person))
            for pin, person in people
            if person
        ),
    )


def _became(since: Sequence[TouchAt], otherwise: str) -> Became:
    """The first meeting, else the first touch, else what else there is to say."""
    met = next((touch for touch in since if touch.in_person and touch.is_contact), None)
    if met:
        return Became("met", met.day, f"met: {_said(met)}")
    if since:
        verb = "tried"
        if since[0].is_contact:
            verb = "in touch" if since[0].two_way else "written to"
        return Became("written_to", since[0].day, f"{verb}: {_said(since[0])}")
    return Became(otherwise, None, _WORDS[otherwise])


def _said(touch: TouchAt) -> str:
    answer = "" if touch.is_contact else ", no answer"
    return f"{touch.kind}, {spell(touch.day)}{answer}"
