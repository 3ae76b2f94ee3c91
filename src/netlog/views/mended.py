"""What `edit` and `rm` say."""

from netlog.acts.mend import Entry
from netlog.domain.person import Person
from netlog.output.answer import Answer, Part, command, line, lines, name, soft
from netlog.views.people import brief, titled


def removed(person: Person) -> Answer:
    """Somebody was taken out."""
    item = line("Took out ", name(person.name), ": ", command("netlog undo"), back())
    return Answer("rm", {"person": brief(person)}, page=lines(item))


def took_out(entry: Entry) -> Answer:
    """An entry was taken out."""
    item = line(f"Took out {entry}: ", command("netlog undo"), back())
    return Answer("rm", entry._asdict(), page=lines(item))


def mended(entry: Entry) -> Answer:
    """An entry was changed."""
    return Answer("edit", entry._asdict(), page=lines(line(f"Changed {entry}")))


def edited(before: Person, after: Person) -> Answer:
    """Somebody was changed."""
    item = line("Changed ", *titled(after))
    data = {"person": brief(after), "was": brief(before)}
    return Answer("edit", data, page=lines(item))


def back() -> Part:
    """That it can be brought back."""
    return soft(" brings it back")
