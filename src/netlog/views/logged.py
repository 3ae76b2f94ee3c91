"""What `log` says."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netlog.acts.log import Happened, Logged
from netlog.domain.dates import spell
from netlog.output.answer import Answer, Item, command, line, lines, name
from netlog.views.people import brief, listed
from netlog.views.records import (
    introduction_data,
    promise_data,
    touch_data,
)

if TYPE_CHECKING:
    from netlog.acts.ledger import Recorded


def view(logged: Logged, happened: Happened) -> Answer:
    """What was logged, with its number, and what came with it."""
    items = [_touch(logged, happened)]
    items += [
        line(
            f"Promised {promise.text}, by {spell(promise.due)}: ",
            command(f"netlog done {promise.id}"),
        )
        for promise in logged.promises
    ]
    if logged.named:
        named = listed([person.name for person in logged.named])
        items.append(line(f"{logged.people[0].name} named {named}"))
    if happened.introduce:
        items.append(line("They know each other through you now"))
    items += [item for found in logged.entries for item in _entry(found)]
    if happened.guess:
        items.append(
            line(f"Your guess whether it comes to something: {happened.guess}")
        )
    return Answer("log", data(logged, happened), page=lines(*items))


def _touch(logged: Logged, happened: Happened) -> Item:
    kind = logged.touch.kind
    tried = "" if happened.answered else "Tried: "
    answer = "" if happened.answered else ", no answer"
    verb = f"{tried}{kind}" if tried else f"Logged {kind}"
    people = listed([person.name for person in logged.people])
    place = f" at {happened.place}" if happened.place else ""
    return line(f"{verb} with ", name(people), f"{place}, {spell(happened.on)}{answer}")


def _entry(found: "Recorded") -> Iterable[Item]:
    from netlog.views.entered import said, thanked

    return (said(found), *thanked(found))


def _entry_data(found: "Recorded") -> dict[str, Any]:
    from netlog.views.entered import data

    return data(found)


def data(logged: Logged, happened: Happened) -> dict[str, Any]:
    """What was written, for programs."""
    return {
        "touch": touch_data(logged.touch) | {"place": happened.place},
        "people": [brief(person) for person in logged.people],
        "promises": [promise_data(promise) for promise in logged.promises],
        "named": [brief(person) for person in logged.named],
        "introductions": [introduction_data(one) for one in logged.introductions],
        "entries": [_entry_data(found) for found in logged.entries],
        "guess": happened.guess or None,
    }
