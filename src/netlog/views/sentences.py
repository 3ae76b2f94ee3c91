"""Answers of one sentence that several commands give."""

from netlog.domain.dates import spell
from netlog.domain.journal import Change
from netlog.domain.person import Person
from netlog.domain.promise import Promise
from netlog.output.answer import Answer, Item, command_line, line, lines, name
from netlog.views.wording import brief, promise_data


def promised(said_by: str, promise: Promise, person: Person) -> Answer:
    """The promise as it stands now."""
    data = promise_data(promise) | {"person": brief(person)}
    return Answer(said_by, data, page=lines(_promised(promise, person)))


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


def plan_change(
    said_by: str, person: Person, what: str, next_command: str, *more: Item
) -> Answer:
    """How somebody stands in the plan now, and what can be typed next."""
    item = line(name(person.name), f" {what}: ", command_line(next_command))
    return Answer(said_by, {"person": brief(person)}, page=lines(item, *more))


def turned(said_by: str, verb: str, change: Change) -> Answer:
    """Which change was taken back or done again."""
    item = line(f"{verb}: ", command_line(f"netlog {change.command}"))
    data = {"change": change.id, "command": change.command, "at": change.at}
    return Answer(said_by, data, page=lines(item))
