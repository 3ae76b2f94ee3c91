"""What `export` says when it has written a file."""

from pathlib import Path

from netlog.output.answer import Answer, command, line, lines


def wrote(path: Path, person: str) -> Answer:
    """Which file, and what for; `person` is who alone is in it.

    The export itself is what is called netlog.export.
    """
    data = {"file": str(path), "person": person or None}
    if person:
        said = line(f"Wrote what is known of them to {path}")
    else:
        back = command("netlog import")
        said = line(f"Wrote everything to {path}: ", back, " brings it back")
    return Answer("exported", data, page=lines(said))
