"""300 hostile names, typed and shown everywhere: nothing of them is obeyed or lost."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from tests.trust.hostile import NAMES, is_somebody, letters
from tests.trust.hostile_faults import FAULTS
from tests.trust.hostile_lines import LINES, lines, with_name
from tests.trust.hostile_people import (
    Names,
    moved,
    settle,
    shown_often,
    soiled,
    swallowed,
    wrong,
)
from tests.trust.hostile_typing import Said
from tests.trust.hostile_typist import LOCALES, WIDTHS, Typist, typing

from netlog.commands import BY_NAME
from netlog.output.signs import signs_for

ALONE = 300
"""So many of the lines that are a command or an option and a name."""
Typists = Mapping[str, Typist]


@pytest.fixture(scope="module")
def typists() -> Iterator[Typists]:
    """A typist of each locale."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(typing(name)) for name in LOCALES}


@pytest.fixture(scope="module")
def settled(
    typists: Typists, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Names]:
    """A home with everybody, typed a fourth of them in each locale."""
    home = tmp_path_factory.mktemp("hostile")
    return home, settle(home, list(typists.values()))


def test_there_are_300() -> None:
    """All different; most are somebody's name."""
    assert (len(NAMES), len(set(NAMES))) == (300, 300)
    assert sum(map(is_somebody, NAMES)) > 270


def test_every_command_is_typed() -> None:
    """A new command is to have its lines in hostile_lines."""
    assert set(LINES) == set(BY_NAME)


PLACES = [(locale, width) for locale in ("C", "ascii", "latin-1") for width in WIDTHS]
"""Every locale and every width, where not all letters can be shown."""
EACH_ONCE = [
    *(
        ("C", 0),
        ("C", 1),
        ("ascii", 0),
        ("ascii", 40),
        ("latin-1", 0),
        ("latin-1", 200),
    ),
    ("UTF-8", 0),
]
"""Where every line is typed: in a pipe of each locale, and at each width once."""


@pytest.mark.parametrize(("locale", "width"), EACH_ONCE)
def test_no_line_sends_a_control(
    typists: Typists,
    settled: tuple[Path, Names],
    memory: Path,
    locale: str,
    width: int,
) -> None:
    """Every line of every command, in a pipe and on terminals, in every locale."""
    home, names = settled
    there = moved(home, memory)
    chance = Random(f"{locale} {width}")  # noqa: S311 (no secret)
    turn = WIDTHS.index(width) + list(LOCALES).index(locale)
    typed = list(lines(list(names), chance, turn))
    answers = typists[locale].types(there, typed, width)
    assert all_wrong(typed, answers, width) == []
    assert sum(said.code == 0 for said in answers) > len(answers) // 2


def test_a_name_alone_is_answered(
    typists: Typists, settled: tuple[Path, Names], memory: Path
) -> None:
    """As the only word of a command, or as what an option is given."""
    home, _ = settled
    chance = Random(8)  # noqa: S311 (no secret)
    every = [line for name in NAMES for line in with_name(name)]
    some = chance.sample(every, ALONE)
    for number, (locale, width) in enumerate(PLACES):
        there = moved(home, memory / str(number))
        typed = some[number :: len(PLACES)]
        answers = typists[locale].types(there, typed, width)
        assert all_wrong(typed, answers, width) == []


def all_wrong(
    typed: Sequence[Sequence[str]], answers: Sequence[Said], width: int
) -> list[str]:
    """Everything that is wrong with some answers."""
    both = zip(typed, answers, strict=True)
    return [one for line, said in both for one in wrong(line, said, width)]


LOOKING = ("list", "list --json", "list --format csv", "list --format plain")


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_swallowed(
    typists: Typists, settled: tuple[Path, Names], locale: str
) -> None:
    """What can be seen of a name is in every list of people, also at width 1."""
    home, names = settled
    typist = typists[locale]
    typed = [line.split() for line in LOOKING]
    for width in WIDTHS:
        page, data, table, plain = typist.types(home, typed, width)
        assert swallowed(names, page, width, typist) == []
        assert swallowed(names, plain, 0, typist) == []
        found = {
            one["handle"]: one["name"] for one in json.loads(sent(data, width))["data"]
        }
        assert found == names
        cells = {one["handle"]: one["name"] for one in rows(sent(table, width))}
        assert cells == {one: guarded(typist, name) for one, name in names.items()}


def sent(said: Said, width: int) -> str:
    """The answer; on a terminal the warnings that stand before it are left out."""
    lines = said.out.splitlines(keepends=True)
    return "".join(one for one in lines if not (width and one.startswith("netlog:")))


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file."""
    yield from csv.DictReader(io.StringIO(table))


def guarded(typist: Typist, name: str) -> str:
    """A name in a cell: what a spreadsheet would run has a quote before it."""
    risky = name.startswith(("=", "+", "-", "@")) and not re.fullmatch(
        r"-[0-9.]+", name
    )
    return typist.written(f"'{name}" if risky else name)


def test_everything_that_was_said_of_somebody_is_shown(
    typists: Typists, settled: tuple[Path, Names]
) -> None:
    """The name, and it again in each of the other fields, in some locale and width.

    A page has plain signs where its locale lacks those that it is drawn with.
    """
    home, names = settled
    places = [(typist, width) for typist in typists.values() for width in WIDTHS]
    for number, (typist, width) in enumerate(places):
        handles = list(names)[number :: len(places)]
        answers = typist.types(home, [["show", one] for one in handles], width)
        for handle, said in zip(handles, answers, strict=True):
            stream = io.TextIOWrapper(io.BytesIO(), encoding=typist.encoding)
            drawn = names[handle].translate(signs_for(stream))
            name = letters(typist.written(drawn))
            assert shown_often(said, name), (handle, width, said)


DOT = re.compile(
    r"digraph netlog \{|\}|  rankdir=LR;|  node \[shape=box, style=rounded\];"
    r'|  "(?:[^"\\]|\\.)*"(?: -> "(?:[^"\\]|\\.)*")?'
    r' \[label="(?:[^"\\]|\\.)*"(?:, style=\w+)?\];'
)
MERMAID = re.compile(
    r'flowchart LR|  p_\w+\["(?:[^\W]|[ #;&,]|<br/>|[^\x00-\x7f]|[-.\'])*"\]'
    r'|  p_\w+ -\.?-[->]+\|"(?:[^\W]|[ #;&,]|<br/>|[^\x00-\x7f]|[-.\'])*"\| p_\w+'
)
SHAPES = {"dot": DOT, "mermaid": MERMAID}


@pytest.mark.parametrize("form", SHAPES)
def test_no_name_breaks_out_of_a_graph(
    typists: Typists, settled: tuple[Path, Names], memory: Path, form: str
) -> None:
    """Each line is a node or an edge, and a label ends where netlog ends it."""
    home, names = settled
    there = moved(home, memory)
    typist = typists["UTF-8"]
    handles = list(names)
    hub, *others = handles
    typist.types(there, [["intro", other, "--by", hub] for other in others])
    (said,) = typist.types(there, [["graph", "--format", form, "--all", hub]])
    assert said.code == 0, said
    assert len(said.out.splitlines()) > len(names) // 2
    assert [
        one for one in said.out.splitlines() if not SHAPES[form].fullmatch(one)
    ] == []


SOILED = (
    *("due --all", "list", "list --json", "list --format csv", "list --format plain"),
    *(
        "history",
        "history --json",
        "graph ann",
        "graph ann --format mermaid",
        "tree ann",
        "show ann",
    ),
    *(
        "yield",
        "path ann",
        "balance",
        "why ann",
        "export --person ann",
        "info",
        "nobody",
    ),
)


@pytest.fixture(scope="module")
def dirty(
    typists: Typists,
    settled: tuple[Path, Names],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The same people, whose names and texts were put in without netlog."""
    home = moved(settled[0], tmp_path_factory.mktemp("dirty"))
    handles = list(settled[1])[:40]
    lines = [["intro", *pair] for pair in pairwise(handles)]
    assert {one.code for one in typists["UTF-8"].types(home, lines)} == {0}
    soiled(home)
    return home


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_in_the_file_uncleaned_is_shown_clean(
    typists: Typists, dirty: Path, width: int
) -> None:
    """Another program may have written it: it is cleaned on the way out as well."""
    typed = [line.split() for line in SOILED]
    answers = typists["UTF-8"].types(dirty, typed, width)
    assert all_wrong(typed, answers, width) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_an_uncleaned_name_is_found_out(
    typists: Typists, dirty: Path, fault: str
) -> None:
    """With this mistake made on purpose, one of the same lines sends a control."""
    typed = [*(line.split() for line in SOILED), ["list", "--format", "\x1b[2J"]]
    width = 40 if fault == "table" else 0
    answers = typists["UTF-8"].types(dirty, typed, width, fault)
    assert all_wrong(typed, answers, width) != []
