"""What `promise` and `done` say."""

from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.domain.promise import Promise
from netlog.output.answer import Answer, Item, command, line, lines, name
from netlog.views.people import brief
from netlog.views.records import promise_data


def view(said_by: str, promise: Promise, person: Person) -> Answer:
    """The promise as it stands now."""
    data = promise_data(promise) | {"person": brief(person)}
    return Answer(said_by, data, page=lines(_item(promise, person)))


def _item(promise: Promise, person: Person) -> Item:
    if promise.state == "open":
        return line(
            "Promised ",
            name(person.name),
            f" {promise.text}, by {spell(promise.due)}: ",
            command(f"netlog done {promise.id}"),
        )
    verb = "Kept" if promise.state == "kept" else "Let go"
    day = f", {spell(promise.closed_on)}" if promise.closed_on else ""
    return line(f"{verb}: {promise.text}, for ", name(person.name), day)
