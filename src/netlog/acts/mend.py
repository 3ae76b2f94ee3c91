"""Mending an entry where it stands, and taking one out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import UsageError

if TYPE_CHECKING:
    from netlog.storage.change import Change


class Entry(NamedTuple):
    """An entry by its sort and number: touch 12."""

    what: str
    number: int

    def __str__(self) -> str:
        return f"{self.what} {self.number}"


def which(touch: int, intro: int, promise: int) -> Entry | None:
    """The one entry that was named, or None; two are a usage error."""
    named = {"touch": touch, "introduction": intro, "promise": promise}
    entries = [Entry(what, number) for what, number in named.items() if number]
    if len(entries) > 1:
        raise UsageError("That names two entries.", "Name one at a time.")
    return entries[0] if entries else None


def mend(change: "Change", entry: Entry, fields: Mapping[str, Any]) -> None:
    """Change fields of an entry; what is derived follows."""
    wanted = {k: v for k, v in fields.items() if v is not None}
    if not wanted:
        raise UsageError(
            f"There is nothing to change in {entry}.",
            "Say what it should be: --on DAY.",
        )
    allowed = _FIELDS[entry.what]
    strange = sorted(set(wanted) - allowed)
    if strange:
        raise UsageError(
            f"A {entry.what} has no {strange[0]}.",
            f"It has {', '.join(sorted(allowed))}.",
        )
    _MENDERS[entry.what](change, entry.number, wanted)


def _touch(change: "Change", number: int, wanted: Mapping[str, Any]) -> None:
    fields = {_TOUCH[name]: value for name, value in wanted.items()}
    kind = fields.pop("kind", None)
    if kind:
        fields |= {"kind": kind.name, "in_person": kind.in_person}
        fields["sit_down"] = kind.sit_down
    if "place_id" in fields:
        fields["place_id"] = change.touches.place(fields["place_id"])
    change.touches.edit(change.touches.get(number), **fields)


def _introduction(change: "Change", number: int, wanted: Mapping[str, Any]) -> None:
    fields = {_INTRODUCTION[name]: value for name, value in wanted.items()}
    change.introductions.edit(change.introductions.get(number), **fields)


def _promise(change: "Change", number: int, wanted: Mapping[str, Any]) -> None:
    fields = {_PROMISE[name]: value for name, value in wanted.items()}
    change.promises.edit(change.promises.get(number), **fields)


_TOUCH = {
    "--on": "day",
    "--kind": "kind",
    "--at": "place_id",
    "--note": "note",
    "--answered": "answered",
}
_INTRODUCTION = {"--on": "day", "--state": "state", "--inbound": "inbound"}
_PROMISE = {"--by": "due", "--text": "text"}
_FIELDS = {
    "touch": set(_TOUCH),
    "introduction": set(_INTRODUCTION),
    "promise": set(_PROMISE),
}
_MENDERS = {"touch": _touch, "introduction": _introduction, "promise": _promise}


def take_out(change: "Change", entry: Entry) -> None:
    """Take an entry out; what is derived follows."""
    if entry.what == "touch":
        change.touches.remove(change.touches.get(entry.number))
    elif entry.what == "introduction":
        change.introductions.remove(change.introductions.get(entry.number))
    else:
        change.promises.remove(change.promises.get(entry.number))
