"""Stories read from their files."""

from pathlib import Path
from typing import Any

from netlog.records import NamedTuple

FOLDER = Path(__file__).parent


class Step(NamedTuple):
    """Something that happened: so many days ago, what was done, and with whom.

    `more` is what else was said, under the names that `acts` have for it.
    """

    ago: int
    verb: str
    who: str
    more: dict[str, Any]


class Known(NamedTuple):
    """A line to type, and what its JSON says among other things.

    Where it `adds`, the answer is about everybody: stories told together add up.
    """

    line: str
    says: dict[str, Any]
    adds: bool = False


class Story(NamedTuple):
    """What happened, the oldest first, and what is known of it."""

    name: str
    title: str
    happened: tuple[Step, ...]
    known: tuple[Known, ...]


def stories() -> list[Story]:
    """All stories, by name."""
    return [read_story(path) for path in sorted(FOLDER.glob("*.toml"))]


def read_story(path: Path) -> Story:
    """The story of one file."""
    import tomllib

    held = tomllib.loads(path.read_text(encoding="utf-8"))
    return Story(
        path.stem,
        held["title"],
        tuple(_step(one) for one in held["happened"]),
        tuple(Known(**one) for one in held["known"]),
    )


def _step(held: dict[str, Any]) -> Step:
    """A step as it was written: first the days, then what was done and with whom."""
    (_, ago), (verb, who), *more = held.items()
    return Step(ago, verb, who, dict(more))
