"""Words that do not belong in netlog, and traces of where it was made."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import PACKAGE, ROOT, sources

UNKIND = r"overdue|neglect\w*|delinquent|nag(?:ging)?|guilt\w*|shame\w*"
EMPTY = {"manager", "helper", "helpers", "util", "utils", "misc", "common", "handler"}

# In two halves, so that this file does not hold what it looks for.
MACHINE = "|".join(
    re.escape("/" + place) for place in ("work/", "tmp/bash", "tmp/proto", "root/")
)
HOSTS = "|".join(
    re.escape(name + "." + end)
    for name, end in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("crates", "io"),
        ("golang", "org"),
        ("rubygems", "org"),
        ("anaconda", "org"),
    )
)
_OWN = ("src", "tests", "docs", "bench", "scripts", ".ci", ".github")
_MADE = {"__pycache__", ".work", ".peers"}


def kept() -> Iterator[Path]:
    """The files of the project: those at the top, and those in its folders."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in _OWN:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not _MADE & set(path.parts):
                yield path


def text_of(path: Path) -> str:
    """What a file says, as far as it is text."""
    return path.read_bytes().decode("utf-8", "replace")


def saying(pattern: str, paths: Iterator[Path]) -> dict[str, set[str]]:
    """The files in which a pattern is found, and what of it."""
    there = {
        str(path.relative_to(ROOT)): set(re.findall(pattern, text_of(path)))
        for path in paths
    }
    return {name: found for name, found in there.items() if found}


def test_netlog_is_kind() -> None:
    """What waits is waiting, and who was not seen is reconnected with."""
    assert saying(rf"(?i)\b(?:{UNKIND})\b", PACKAGE.rglob("*.py")) == {}


def test_names_say_something() -> None:
    """No file and no class is called by what anything could be called."""
    names = {part for one in sources() for part in one.name.split(".")}
    classes = {
        word.lower()
        for one in sources()
        for name in re.findall(r"^class (\w+)", text_of(one.path), re.MULTILINE)
        for word in re.findall(r"[A-Z][a-z]+", name)
    }
    assert (names | classes) & EMPTY == set()


def test_nothing_points_at_the_machine_it_was_made_on() -> None:
    """No file holds a path that is nowhere else."""
    assert saying(rf"(?<![\w.])(?:{MACHINE})", kept()) == {}


def test_nothing_names_the_host_of_a_package_index() -> None:
    """Where packages come from is for whoever installs them to say."""
    assert saying(HOSTS, kept()) == {}
