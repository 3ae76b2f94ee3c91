"""Mending an entry where it stands, and taking one out."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netlog.acts.ledger import came_of
from netlog.domain import ledger
from netlog.domain.introduction import Introduction
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.errors import UsageError
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.change import Change


class Entry(NamedTuple):
    """An entry by its sort and number: touch 12."""

    what: str
    number: int

    def __str__(self) -> str:
        return f"{self.what} {self.number}"


Mended = Touch | Introduction | Promise | ledger.Entry
ENTRIES = ("touch", "introduction", "promise", "entry")
_ARTICLE = {"touch": "A", "introduction": "An", "promise": "A", "entry": "An"}
EXAMPLES = "--touch 12, --intro 3, --promise 4, --entry 5"
"""How one is named on the command line."""


def which(numbers: Sequence[int]) -> Entry | None:
    """The one entry that was named, or None; two are a usage error.

    `numbers` are of a touch, an introduction, a promise and something given or got;
    0 is none.
    """
    named = zip(ENTRIES, numbers, strict=True)
    entries = [Entry(what, number) for what, number in named if number]
    if len(entries) > 1:
        raise UsageError("That names two entries.", "Name one at a time.")
    return entries[0] if entries else None


def mend(change: "Change", entry: Entry, fields: Mapping[str, Any]) -> Mended:
    """Change fields of an entry; what is derived follows."""
    if not fields:
        raise UsageError(
            f"There is nothing to change in {entry}.",
            "Say what it should be: --on DAY.",
        )
    allowed = _FIELDS[entry.what]
    strange = sorted(set(fields) - allowed)
    if strange:
        raise UsageError(
            f"{_ARTICLE[entry.what]} {entry.what} has no {strange[0]}.",
            f"It has {', '.join(sorted(allowed))}.",
        )
    return _MENDERS[entry.what](change, entry.number, fields)


def _touch(change: "Change", number: int, wanted: Mapping[str, Any]) -> Touch:
    touch = change.touches.get(number)
    fields = {_TOUCH[name]: value for name, value in wanted.items()}
    kind = fields.pop("kind", None)
    if kind:
        fields |= {"kind": kind.name, "in_person": kind.in_person}
        fields["sit_down"] = kind.sit_down
    if "place_id" in fields:
        fields["place_id"] = change.touches.place(fields["place_id"])
    if "guess" in fields:
        change.ledger.guess(number, fields.pop("guess"))
    return change.touches.edit(touch, **fields)


def _introduction(
    change: "Change", number: int, wanted: Mapping[str, Any]
) -> Introduction:
    fields = {_INTRODUCTION[name]: value for name, value in wanted.items()}
    return change.introductions.edit(change.introductions.get(number), **fields)


def _promise(change: "Change", number: int, wanted: Mapping[str, Any]) -> Promise:
    fields = {_PROMISE[name]: value for name, value in wanted.items()}
    return change.promises.edit(change.promises.get(number), **fields)


def _ledger_entry(
    change: "Change", number: int, wanted: Mapping[str, Any]
) -> ledger.Entry:
    fields = {_LEDGER[name]: value for name, value in wanted.items()}
    entry = change.ledger.get(number)
    day = fields.get("day", entry.day)
    person = change.people.get(entry.person_id)
    fields |= came_of(change, person, fields.pop("origin", entry.origin), day)
    if fields.get("kind", "referral") != "referral":
        fields["other_id"] = None
    return change.ledger.edit(entry, **fields)


_TOUCH = {
    "--on": "day",
    "--kind": "kind",
    "--at": "place_id",
    "--note": "note",
    "--answered": "answered",
    "--guess": "guess",
}
_INTRODUCTION = {"--on": "day", "--state": "state", "--inbound": "inbound"}
_PROMISE = {"--by": "due", "--text": "text"}
_LEDGER = {
    "--on": "day",
    "--kind": "kind",
    "--text": "text",
    "--value": "cents",
    "--from": "origin",
    "--they-called": "they_called",
}
_FIELDS = {
    "touch": set(_TOUCH),
    "introduction": set(_INTRODUCTION),
    "promise": set(_PROMISE),
    "entry": set(_LEDGER),
}
_MENDERS: dict[str, Callable[["Change", int, Mapping[str, Any]], Mended]] = {
    "touch": _touch,
    "introduction": _introduction,
    "promise": _promise,
    "entry": _ledger_entry,
}


def take_out(change: "Change", entry: Entry) -> None:
    """Take an entry out; what is derived follows."""
    if entry.what == "touch":
        change.touches.remove(change.touches.get(entry.number))
    elif entry.what == "introduction":
        change.introductions.remove(change.introductions.get(entry.number))
    elif entry.what == "promise":
        change.promises.remove(change.promises.get(entry.number))
    else:
        change.ledger.remove(change.ledger.get(entry.number))
