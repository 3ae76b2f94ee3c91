"""Answers of one sentence that several commands give."""

from netlog.domain.dates import spell
from netlog.domain.journal import Change
from netlog.domain.person import Person
from netlog.domain.promise import Promise
from netlog.output.answer import Answer, Item, command_line, line, lines, name
from netlog.views.wording import brief, promise_data

NOTHING_CHANGED = "Nothing changed: "
"""How an answer begins where nothing was written, and `undo` has nothing of it."""


def promised(
    said_by: str, promise: Promise, person: Person, *, changed: bool = True
) -> Answer:
    """The promise as it stands now."""
    data = promise_data(promise) | {"person": brief(person)}
    item = _promised(promise, person) if changed else _closed_before(promise, person)
    return Answer(said_by, data, page=lines(item))


def _promised(promise: Promise, person: Person) -> Item:
    if promise.state == "open":
        return line(
            "Promised ",
            name(person.name),
            f" {promise.text}, by {spell(promise.due)}: ",
            command_line(f"netlog done {promise.id}"),
        )
    verb = "Kept" if promise.state == "kept" else "Let go"
    day = f", {spell(promise.closed_on)}" if promise.closed_on else ""
    return line(f"{verb}: {promise.text}, for ", name(person.name), day)


def _closed_before(promise: Promise, person: Person) -> Item:
    since = f" since {spell(promise.closed_on)}" if promise.closed_on else ""
    return line(
        f"{NOTHING_CHANGED}{promise.text}, for ",
        name(person.name),
        f", is {promise.state}{since}",
    )


def plan_change(
    said_by: str,
    person: Person,
    what: str,
    next_command: str,
    *more: Item,
    changed: bool = True,
) -> Answer:
    """How somebody stands in the plan now, and what can be typed next."""
    begin = "" if changed else NOTHING_CHANGED
    item = line(begin, name(person.name), f" {what}: ", command_line(next_command))
    return Answer(said_by, {"person": brief(person)}, page=lines(item, *more))


def turned(said_by: str, verb: str, change: Change) -> Answer:
    """Which change was taken back or done again."""
    item = line(f"{verb}: ", command_line(f"netlog {change.command}"))
    data = {"change": change.id, "command": change.command, "at": change.at}
    return Answer(said_by, data, page=lines(item))
