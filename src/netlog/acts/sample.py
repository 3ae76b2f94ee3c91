"""A sample network: some people of one solo professional, around any day."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from netlog.domain.details import keyed
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.change import Change


class _Sample(NamedTuple):
    """Somebody, and how many days ago they came in."""

    name: str
    days: int
    org: str = ""
    role: str = ""
    city: str = ""
    details: tuple[tuple[str, str], ...] = ()
    every: str = ""
    via: str = ""
    note: str = ""


_PEOPLE = (
    _Sample("Alisa Kwan", 420, "Harbour Coaching", "coach", "Boston",
            (("kind", "client"), ("email", "alisa@harbour.example"))),
    _Sample("Hal Ortega", 400, "Ortega & Sons", "owner", "Boston",
            (("kind", "partner"), ("phone", "+1 617 555 0118"))),
    _Sample("Ruth Okafor", 700, "City Library", "director", "Cambridge",
            (("kind", "mentor"), ("email", "ruth@library.example"))),
    _Sample("Tom Lindqvist", 500, "Harbour Coaching", "trainer", "Boston",
            (("kind", "peer"), ("email", "tom@harbour.example"))),
    _Sample("Dorie Clark", 62, "Clark Media", "author", "New York",
            (("email", "dorie@clark.example"), ("url", "https://clark.example")),
            via="Alisa Kwan"),
    _Sample("Zoe Martin", 40, "Field Studio", "designer", "Providence",
            (("email", "zoe@field.example"),), via="Hal Ortega"),
    _Sample("Peter Novak", 20, "Novak Legal", "lawyer", "Boston",
            (("email", "peter@novak.example"), ("needs", "a speaker for March")),
            via="Alisa Kwan"),
    _Sample("Imani Brooks", 12, "Second Chance", "founder", "Lowell",
            (("email", "imani@second.example"),), via="Ruth Okafor"),
    _Sample("Susan Reyes", 1, "", "personal trainer", "Boston",
            (("phone", "+1 617 555 0142"),), note="knows everybody at the gym"),
    _Sample("Lars Holm", 900, "Holm Boats", "builder", "Portland",
            (("email", "lars@holm.example"), ("likes", "old maps"))),
)  # fmt: skip
_TOUCHES = (
    ("Alisa Kwan", "coffee", 400, "Tatte", "starts a course in spring"),
    ("Alisa Kwan", "coffee", 300, "Tatte", "brought her first two clients"),
    ("Alisa Kwan", "call", 110, "", "asked how the book goes"),
    ("Hal Ortega", "lunch", 380, "Union", "his son takes over next year"),
    ("Hal Ortega", "coffee", 95, "Union", "thinks of moving the shop"),
    ("Ruth Okafor", "meeting", 690, "library", "gave me the key to the archive"),
    ("Ruth Okafor", "note", 30, "", "thanked her for Imani"),
    ("Tom Lindqvist", "coffee", 480, "Tatte", "we share the Tuesday group"),
    ("Tom Lindqvist", "email", 60, "", "sent him the article on sleep"),
    ("Lars Holm", "dinner", 880, "Portland", "restores a 1911 sloop"),
)
_LATELY = (("Susan Reyes", "met", 1, "chiropractor"),)
_TRIES = (("Zoe Martin", "email", 25), ("Zoe Martin", "call", 10))
_PROMISES = (
    ("Susan Reyes", "two client references", 1),
    ("Hal Ortega", "the name of a good mover", 3),
)


def fill(change: "Change", today: date) -> None:
    """Put the sample network into an empty book, as seen from a day."""
    keys = {sample.name: _add(change, sample, today) for sample in _PEOPLE}
    for sample in _PEOPLE:
        if sample.via:
            change.introductions.introduce(
                keys[sample.via], ME_ID, keys[sample.name], _ago(today, sample.days)
            )
    for name, kind, days, place, note in _TOUCHES:
        change.touches.log(
            [keys[name]], TOUCH_KINDS[kind], _ago(today, days), place=place, note=note
        )
    for name, kind, days, place in _LATELY:
        change.touches.log(
            [keys[name]], TOUCH_KINDS[kind], _ago(today, days), place=place
        )
    for name, kind, days in _TRIES:
        change.touches.log(
            [keys[name]], TOUCH_KINDS[kind], _ago(today, days), answered=False
        )
    for name, text, days in _PROMISES:
        change.promises.make(keys[name], text, today + timedelta(days=days))


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)


def _add(change: "Change", sample: _Sample, today: date) -> int:
    newcomer = Newcomer(
        sample.name,
        _ago(today, sample.days),
        org=sample.org,
        role=sample.role,
        city=sample.city,
        note=sample.note,
        every=sample.every,
        details=keyed(sample.details),
    )
    return change.people.add(newcomer).id
