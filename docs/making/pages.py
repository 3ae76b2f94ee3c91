"""Every page and picture that is made: written, or held against what is there."""

import os
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from docs.making import answers, commands, errors, parts, planning, settings, tables
from docs.making.blocks import filled
from docs.making.console import Page, UnexpectedError
from docs.making.examples import DAY, SAMPLE, SAMPLE_DB
from docs.making.session import Session
from docs.making.svg import picture

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = ("README.md", "docs/README.md", "docs/tutorial.md", "docs/how-to.md")
"""Pages written by hand, with parts that are made."""
PICTURES = {
    "monday": ("Monday: netlog due", "netlog due"),
    "why": ("Why Peter? netlog why Peter", "netlog why Peter"),
    "log": (
        "The coffee is held: netlog log",
        (
            "netlog log Peter --at Tatte --note 'hires two trainers in autumn'"
            " --promise 'a speaker for March' --by fri"
        ),
    ),
    "after": ("What is left of the week: netlog due", "netlog due"),
    "trace": ("Where the interview began: netlog trace Dorie", "netlog trace Dorie"),
}
"""One Monday: name of the picture, its title, the line that is typed."""
_WIDE = 78


def made() -> Iterator[tuple[Path, str]]:
    """Every file that is made, and what it should hold."""
    with tempfile.TemporaryDirectory(prefix="n", dir=_place()) as name:
        folder = Path(name)
        yield from _pictures(folder)
        yield ROOT / "docs" / "pictures" / "parts.svg", parts.picture()
        yield from _reference(folder)
        yield from _written(folder)


def _place() -> str:
    """A short path, for a terminal has 80 columns; in memory, where that can be."""
    return next(place for place in ("/dev/shm", "/tmp") if os.access(place, os.W_OK))  # noqa: S108 (a folder of our own is made there)


def _written(folder: Path) -> Iterator[tuple[Path, str]]:
    for number, name in enumerate(WRITTEN):
        path = ROOT / name
        text = filled(path.read_text(encoding="utf-8"))
        yield path, Page(f"w{number}", folder).told(text)


def _reference(folder: Path) -> Iterator[tuple[Path, str]]:
    place = ROOT / "docs" / "reference"
    for name, text in commands.pages(folder):
        yield place / name, text
    yield place / "errors.md", errors.page(folder)
    yield place / "answers.md", answers.page()
    yield place / "config.md", settings.page()
    yield place / "plan.md", planning.page()
    yield place / "tables.md", tables.page()


def _pictures(folder: Path) -> Iterator[tuple[Path, str]]:
    session = Session(folder / "m", DAY)
    session.typed(SAMPLE)
    session.more["NETLOG_DB"] = SAMPLE_DB
    for name, (title, line) in PICTURES.items():
        session.put("line", "".join(f"{part}\n" for part in _prompted(line)))
        screen = session.typed(f"cat line; {line}").screen
        yield ROOT / "docs" / "pictures" / f"{name}.svg", picture(title, screen.lines)


def _prompted(line: str) -> list[str]:
    """The line after its prompt, as a person would break it."""
    if len(line) <= _WIDE:
        return [f"$ {line}"]
    place = line.rfind(" --", 0, _WIDE)
    return [f"$ {line[:place]} \\", f"   {line[place:]}"]


def main(arguments: list[str]) -> int:
    """Write all that is made; with --check only say what differs (exit 1)."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("Usage: scripts/docs [--check]\n")
        return 2
    check = bool(arguments)
    try:
        stale = sum(not _settled(path, text, check=check) for path, text in made())
    except UnexpectedError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return int(check and stale > 0)


def _settled(path: Path, text: str, *, check: bool) -> bool:
    """Whether a file holds what it should; else it is written, or told about."""
    there = path.read_text(encoding="utf-8") if path.exists() else ""
    if there == text:
        return True
    name = str(path.relative_to(ROOT))
    if check:
        lines = (there.splitlines(keepends=True), text.splitlines(keepends=True))
        sys.stdout.writelines(unified_diff(*lines, name, f"{name}, made anew"))
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"wrote {name}\n")
    return False
