"""The documents: current, complete, and with nothing in them that cannot be typed."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from netlog.cli import build, load_command
from netlog.commands import BY_NAME
from netlog.config import KEYS
from netlog.plan.terms import BY_SLOT

ROOT = Path(__file__).parents[1]
TOP = tuple(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md"))
PAGES = (*TOP, *sorted((ROOT / "docs").rglob("*.md")))
BY_HAND = tuple(page for page in PAGES if page.parent.name != "reference")
TYPED = ("README.md", "docs/how-to.md", "docs/tutorial.md", "docs/making/examples.py")
"""Where people are told what to type."""
_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# A line of a crontab up to the command, and an alias with a remark on how it is used.
_CRON = re.compile(r"^(?:[\d*]+ ){5} ?(?:/[\w.]+)*/")
_ALIAS = re.compile(r"^alias (\w+)='([^']*)'(?:\s+# \1)?")
_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


def text_of(page: Path) -> str:
    """What a page says."""
    return page.read_text(encoding="utf-8")


def fenced(text: str) -> Iterator[str]:
    """Every line to type within a block of code; a console shows answers, too."""
    for kind, block in _FENCE.findall(text):
        for line in block.splitlines():
            if kind != "console" or line.startswith("$ "):
                yield line.removeprefix("$ ")


def lines_to_type() -> list[str]:
    """Every command line of netlog that is shown to be typed."""
    return sorted({line for name in TYPED for line in _lines(ROOT / name)})


def _lines(path: Path) -> Iterator[str]:
    text = text_of(path)
    if path.suffix == ".py":
        from docs.making.examples import EXAMPLES

        for example in EXAMPLES.values():
            yield from (*example.before, *example.shown)
        return
    for line in (*fenced(text), *re.findall(r"`(netlog [^`\n]+)`", text)):
        yield _CRON.sub("", _ALIAS.sub(r"\2", line))


def words_of(line: str) -> list[str]:
    """The words after `netlog`, up to what a shell takes for its own."""
    if not line.startswith("netlog"):
        return []
    lexer = shlex.shlex(line.partition("  #")[0], posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    return list(takewhile(lambda word: not set(word) <= set("|;<>&"), lexer))[1:]


def parsed(words: list[str]) -> None:
    """Read a command line as netlog does, and do nothing; it may complain."""
    shared = {name for one in build().params for name in one.opts}
    if not words or words[0] in shared | {"--help"}:
        return
    command = load_command(words[0])
    if words[1:] not in ([], ["--help"]):  # the name alone speaks of the command
        command.make_context(words[0], words[1:]).close()


@cache
def reference(name: str) -> str:
    """A page of the reference."""
    return text_of(ROOT / "docs" / "reference" / f"{name}.md")


def options_of(command: Any) -> set[str]:
    """Every option of a command as it is typed."""
    return {
        name
        for one in command.params
        if one.param_type_name == "option"
        for name in (*one.opts, *one.secondary_opts)
    }


def test_everything_made_is_current() -> None:
    """What scripts/docs would write stands there already."""
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "docs", "--check"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", BY_NAME)
def test_every_command_has_its_page_and_a_place(name: str) -> None:
    """A command has a page with all its options, and somewhere somebody tells of it."""
    command = load_command(name)
    shown = reference(name) + reference("answers")
    told = "".join(map(text_of, BY_HAND))
    assert {one for one in options_of(command) if f"`{one}" not in shown} == set()
    assert f"netlog {name}" in told


def test_every_key_of_the_config_is_told() -> None:
    """Each key, and each weight, stands on the page of the config."""
    weights = {
        f"weights.{slot}.{term.name.replace(' ', '_')}"
        for slot, terms in BY_SLOT.items()
        for term, _ in terms
    }
    page = reference("config")
    assert {key for key in {*KEYS, *weights} if f"`{key}`" not in page} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A relative link names a file that is there, and a heading that is in it."""
    links = {link for link in _LINK.findall(text_of(page)) if "://" not in link}
    assert {link for link in links if not leads(page, link)} == set()


def leads(page: Path, link: str) -> bool:
    """Whether a link from a page leads to a file, and to a heading in it."""
    place, _, heading = link.partition("#")
    target = (page.parent / place).resolve() if place else page
    return target.exists() and (not heading or heading in headings(target))


def headings(page: Path) -> set[str]:
    """The headings of a page as a link names them."""
    titles = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", t.lower()).replace(" ", "-") for t in titles}


@pytest.mark.parametrize("line", [one for one in lines_to_type() if words_of(one)])
def test_every_line_shown_can_be_typed(line: str) -> None:
    """The command of a line is there, and it takes what it is given."""
    parsed(words_of(line))


def test_a_line_that_cannot_be_typed_is_seen() -> None:
    """The test above complains of a wrong command and of a wrong option."""
    wrong = {
        "netlog lug Dorie": "lug",
        "netlog log Dorie --knd call": "--knd",
        "netlog snooze Dorie": "until",
    }
    for line, part in wrong.items():
        with pytest.raises(Exception, match=part):
            parsed(words_of(line))


def test_the_two_commands_stand_at_the_top() -> None:
    """The README begins with scripts/demo and scripts/test, which are there."""
    first = list(fenced(text_of(ROOT / "README.md")))[:2]
    assert [line.split()[0] for line in first] == ["scripts/demo", "scripts/test"]
    assert all((ROOT / line.split()[0]).exists() for line in first)
