"""Pages and lists on a terminal: styled text, never markup."""

import io
from collections import Counter

import pytest

from netlog.output import table
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Table,
    command_line,
    name,
    part,
    soft,
    tree_lines as drawn_part,
)

MARKUP = "[/b] [link=http://x.example] :smiley: [bold]"


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setenv("TERM", "xterm-256color")


def tree_lines(answer: Answer, *, colour: bool = False) -> str:
    """What is sent to a terminal of 70 columns."""
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign] # a terminal, for rich
    table.show(answer, stream, colour=colour)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


PAGE = Page(
    (part("Week 23", "title"), soft(" · open")),
    (
        Block(
            "Promises",
            (
                Item(
                    (name("Ann"), part(" — tea")),
                    ((), (command_line("netlog done 1"),)),
                ),
            ),
        ),
        Block("", (Item((part("plain"),)),)),
    ),
    ("hidden: 1 snoozed",),
)


def test_a_page_has_its_items_indented() -> None:
    """What to type stands below each, further in."""
    assert tree_lines(Answer("due", None, page=PAGE)) == (
        "Week 23 · open\n\nPromises\n  Ann — tea\n    netlog done 1\n\nplain\n\n"
        "hidden: 1 snoozed"
    )


def test_a_list_has_a_header() -> None:
    """Columns by their names."""
    rows = Table(("handle", "name"), (("ann", "Ann Lee"), ("bo-roe", "Bo Roe")))
    assert tree_lines(Answer("list", None, table=rows)) == (
        "handle name\nann    Ann Lee\nbo-roe Bo Roe"
    )


def test_an_empty_list_shows_nothing() -> None:
    """Not even its header."""
    assert tree_lines(Answer("list", [], table=Table(("handle",), ()))) == ""


def test_markup_in_data_is_text() -> None:
    """It neither vanishes nor crashes, on pages and in lists."""
    page = Page((part(MARKUP),), (Block(MARKUP, (Item((name(MARKUP),)),)),), (MARKUP,))
    assert tree_lines(Answer("due", None, page=page)).count(MARKUP) == 4
    rows = Table(("name",), ((MARKUP,),))
    assert MARKUP in tree_lines(Answer("list", None, table=rows))


def test_colour_where_it_is_wanted() -> None:
    """Escapes with colour, none without; the words are the same."""
    answer = Answer("due", None, page=PAGE)
    assert "\x1b[" in tree_lines(answer, colour=True)
    assert "\x1b" not in tree_lines(answer)


def test_no_escape_of_the_data_is_sent() -> None:
    """Controls are taken out of every part."""
    page = Page((part("a\x1b[2Jb"),), (Block("c\x9b", (Item((name("d\x07"),)),)),))
    assert tree_lines(Answer("due", None, page=page)) == "a[2Jb\n\nc\n  d"


@pytest.mark.parametrize("columns", ["1", "2", "9"])
def test_a_terminal_that_is_too_narrow_wraps_by_itself(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """Nothing is left out for want of room: no column, and no word of a page."""
    cells = ("ann-lee", "王小明", "client, friend", "A" * 100, "Boston")
    people = Table(("handle", "name", "kinds", "org", "city"), (cells,))
    tree = Page((), (Block("", (Item((drawn_part("│  " * 9), part("Zoë"))),)),))
    monkeypatch.setenv("COLUMNS", columns)
    listed = tree_lines(Answer("list", [], table=people))
    assert not Counter("".join(cells)) - Counter(listed)
    page = tree_lines(Answer("due", {}, page=PAGE)) + tree_lines(
        Answer("tree", {}, page=tree._replace(title=(part("T"),)))
    )
    for word in ("Promises", "Ann — tea", "netlog done 1", "snoozed", "│  " * 9, "Zoë"):
        assert word in page
