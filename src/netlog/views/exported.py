"""What `export` says when it has written a file."""

from pathlib import Path

from netlog.domain.person import Person
from netlog.output.answer import Answer, command, line, lines
from netlog.views.people import brief, titled

READ_FIRST = (
    "Read it before you hand it on: what you noted where they were with others may\n"
    "speak of these, too."
)


def wrote(path: Path, person: Person | None) -> Answer:
    """Which file, and what for; `person` is who alone is in it.

    The export itself is what is called netlog.export.
    """
    data = {"file": str(path), "person": brief(person) if person else None}
    if person:
        said = line("Wrote what is known of ", *titled(person), f" to {path}")
    else:
        back = command("netlog import")
        said = line(f"Wrote everything to {path}: ", back, " brings it back")
    return Answer("exported", data, page=lines(said))
