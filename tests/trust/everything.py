"""Every command there is, as the reference shows it; a new one comes in by itself."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import shlex

from docs.making.examples import EXAMPLES, SAMPLE, SAMPLE_DB, Example
from tests.trust.jobs import Job, Line
from tests.trust.stories import files, story
from tests.trust.trouble import Trouble

from netlog.commands import COMMANDS

PLACE = ".local/share/netlog/netlog.db"
"""Where the database is, from the home, when nobody says anything."""
MORE = """
export dorie.json --person dorie
export all.json --force
backup
doctor --fix
restore last --dry-run
demo
"""
"""What the story leaves out and makes a file, or could."""


def the_story(home: Path, *trouble: Trouble) -> Job:
    """The story and more, at one home."""
    return _at(home, [*story(), *story(MORE)], trouble)


def each_command(folder: Path, *trouble: Trouble) -> Iterator[Job]:
    """Each command as its page shows it, at a home of its own."""
    for entry in COMMANDS:
        example = EXAMPLES.get(entry.name) or Example((f"netlog {entry.name}",))
        shown = () if example.keys else example.shown  # keys need a terminal
        lines = [words(line) for line in (*example.before, *shown)]
        place = SAMPLE_DB if SAMPLE in example.before else PLACE
        yield _at(folder / entry.name, [*filter(None, lines)], trouble, place)


def _at(
    home: Path, lines: Sequence[Line], trouble: Sequence[Trouble], place: str = PLACE
) -> Job:
    """A job at a home that others may look into, with files of the user's own."""
    files(home)
    (home / "people.csv").write_text("Full Name,Email\nMaria Sol,m@sol.example\n")
    for path in home.iterdir():
        path.chmod(0o600)
    home.chmod(0o755)
    return Job(home, lines, trouble, place=place)


def words(line: str) -> Line:
    """The words of a line after `netlog`, up to what a shell takes for its own."""
    lexer = shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    found: list[str] = []
    for word in lexer:
        if set(word) <= set("|;<>&"):
            break
        found.append(word)
    return found[1:] if found[:1] == ["netlog"] else []
