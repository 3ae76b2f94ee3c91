"""netlog on a terminal: wrapped where it may be, styled where colour is wanted."""

import re

import pytest
from tests.commands.test_due import monday  # noqa: F401 (a fixture)
from tests.running import InItsOwn, Netlog
from tests.screen import shown

NAMES = ["Maximiliana Habsburg-Lothringen", "Alisa Kwan", "王小明", "Zoë Ångström"]
PLAIN = [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "0"}]


@pytest.fixture(autouse=True)
def _people(netlog: Netlog) -> None:
    """A few people with names of several widths."""
    for name in NAMES:
        netlog("add", *name.split(), "--met", "--on", "yesterday", "--note", "hm " * 30)
    netlog("add Hal --via 'Alisa Kwan' --on 2025-04-01 -k client --org Harbour")


def test_80_columns_are_the_page_of_a_pipe(
    netlog: Netlog, netlog_process: InItsOwn
) -> None:
    """The same layout, line by line."""
    page = shown(netlog_process, "due")
    assert [*page.lines] == netlog("due").out.splitlines()


@pytest.mark.parametrize("width", [120, 80, 60, 40])
def test_no_line_is_broken_within_a_name(netlog_process: InItsOwn, width: int) -> None:
    """The page is as wide as the terminal; a name is broken at its blanks alone."""
    page = shown(netlog_process, "due", width=width)
    assert page.code == 0
    assert max(map(len, page.lines)) <= width
    there = {word for line in page.lines for word in line.split()}
    words = {word for name in NAMES for word in name.split()}
    assert words - there == set()


@pytest.mark.parametrize("width", [200, 80, 40, 20])
def test_nothing_of_the_page_is_lost(
    netlog: Netlog, netlog_process: InItsOwn, width: int
) -> None:
    """Wrapped or not, every word of the piped page is on the terminal."""
    words = re.findall(r"\w+", netlog("due").out)
    page = shown(netlog_process, "due", width=width)
    there = re.sub(r"\s", "", "".join(page.lines))
    assert [word for word in words if word not in there] == []


@pytest.mark.parametrize("command", ["due", "list", "show alisa", "why hal"])
def test_styles_where_colour_is_wanted(netlog_process: InItsOwn, command: str) -> None:
    """On a terminal that can, pages and lists are styled."""
    page = shown(netlog_process, *command.split())
    assert (page.code, page.styled) == (0, True)


@pytest.mark.parametrize("command", ["due", "list", "show alisa", "why hal"])
@pytest.mark.parametrize("wish", PLAIN, ids=str)
def test_none_where_it_is_not(
    netlog_process: InItsOwn, command: str, wish: dict[str, str]
) -> None:
    """NO_COLOR, FORCE_COLOR=0 and a dumb terminal: the same words, no escapes."""
    plain = shown(netlog_process, *command.split(), more=wish)
    assert (plain.code, plain.styled, "\x1b" in plain.sent) == (0, False, False)
    styled = shown(netlog_process, *command.split())
    assert plain.lines == styled.lines


def test_an_empty_no_color_says_nothing(netlog_process: InItsOwn) -> None:
    """It counts when it holds anything, as no-color.org has it."""
    assert shown(netlog_process, "due", more={"NO_COLOR": ""}).styled


def test_a_list_has_its_header_on_a_terminal(netlog_process: InItsOwn) -> None:
    """A table with columns for people, instead of tabs for programs."""
    table = shown(netlog_process, "list", width=120)
    assert table.lines[0].split()[:3] == ["handle", "name", "kinds"]
    assert "\t" not in "".join(table.lines)
    assert any(line.split()[:2] == ["hal", "Hal"] for line in table.lines)


@pytest.mark.parametrize("words", [("--json",), ("--format", "plain")])
def test_a_format_that_is_asked_for_is_given(
    netlog: Netlog, netlog_process: InItsOwn, words: tuple[str, ...]
) -> None:
    """A terminal gets the same as a pipe."""
    page = shown(netlog_process, "due", *words, width=400)
    piped = netlog("due " + " ".join(words)).out
    assert page.sent.replace("\r\n", "\n") == piped


def test_what_a_writing_command_says(netlog_process: InItsOwn) -> None:
    """One plain sentence; errors too."""
    assert shown(netlog_process, "add", "Ed").sent == "Added Ed (ed)\r\n"
    failed = shown(netlog_process, "show", "Nobody")
    assert (failed.code, failed.styled) == (3, False)


def test_an_import_of_many_shows_how_far_it_is(netlog_process: InItsOwn) -> None:
    """A bar that grows, and that is gone at the end; in a pipe there is none."""
    rows = "".join(f"Person {n}\n" for n in range(1500))
    path = netlog_process.home / "many.csv"
    path.write_text(f"Name\n{rows}", encoding="utf-8")
    page = shown(netlog_process, "import", "many.csv")
    assert "━" in page.sent
    assert "100 %" in page.sent
    assert "━" not in "".join(page.lines)
    netlog_process("undo")
    assert netlog_process("import many.csv").err == ""


@pytest.mark.usefixtures("monday")
def test_every_slot_on_a_terminal(netlog: Netlog, netlog_process: InItsOwn) -> None:
    """Slots in their order at the left, what to type at the right edge."""
    labels = ["Coffee", "Follow up", "Reconnect", "No answer", "Phone"]
    page = shown(netlog_process, "due", width=100)
    for lines in (page.lines, netlog("due").out.splitlines()):
        starts = (line[:10].strip() for line in lines[1:])
        assert [label for label in starts if label] == labels
    (pick,) = (line for line in page.lines if line.startswith("Coffee"))
    assert (pick.endswith("   book hal fri"), len(pick)) == (True, 100)


def test_the_width_is_that_of_the_terminal(netlog_process: InItsOwn) -> None:
    """COLUMNS of the environment wins, as for every program."""
    page = shown(netlog_process, "due", more={"COLUMNS": "50"}, width=120)
    assert max(map(len, page.lines)) <= 50
