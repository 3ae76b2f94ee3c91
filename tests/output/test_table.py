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
    Row,
    Section,
    Sheet,
    Table,
    command_line,
    name,
    part,
    soft,
    tree_lines,
)
from netlog.output.sheet import sheet_lines

MARKUP = "[/b] [link=http://x.example] :smiley: [bold]"


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setenv("TERM", "xterm-256color")


def sent(answer: Answer, *, colour: bool = False) -> str:
    """What is sent to a terminal of 70 columns."""
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign] # a terminal, for rich
    table.show(answer, stream, colour=colour)
    return stream.getvalue()


def shown(answer: Answer, *, colour: bool = False) -> str:
    """The same without the blanks with which a table is filled."""
    return "\n".join(line.rstrip() for line in sent(answer, colour=colour).splitlines())


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
    assert shown(Answer("due", None, page=PAGE)) == (
        "Week 23 · open\n\nPromises\n  Ann — tea\n    netlog done 1\n\nplain\n\n"
        "hidden: 1 snoozed"
    )


SHEET = Sheet(
    (part("Week 23", "title"), soft(" · Mon 2 to Sun 8 Jun 2025")),
    "netlog …",
    (
        Section("Keep", (Row((name("王小明"), part(" · 95 days")), "log wang"),)),
        Section("", (Row((soft("3 of 50"),)),), apart=True),
    ),
    most=40,
)


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_a_sheet_is_as_it_is_laid_out(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """Rich styles lines, and neither breaks nor fills any of them."""
    monkeypatch.setenv("COLUMNS", columns)
    lines = [
        "".join(part.text for part in line) for line in sheet_lines(SHEET, int(columns))
    ]
    assert sent(Answer("due", None, sheet=SHEET)) == "".join(f"{x}\n" for x in lines)
    styled = sent(Answer("due", None, sheet=SHEET), colour=True)
    assert "\x1b[1m王小明\x1b[0m" in styled
    assert "\x1b[32mlog wang\x1b[0m" in styled


def test_a_list_has_a_header() -> None:
    """Columns by their names."""
    rows = Table(("handle", "name"), (("ann", "Ann Lee"), ("bo-roe", "Bo Roe")))
    assert shown(Answer("list", None, table=rows)) == (
        "handle name\nann    Ann Lee\nbo-roe Bo Roe"
    )


def test_an_empty_list_shows_nothing() -> None:
    """Not even its header."""
    assert shown(Answer("list", [], table=Table(("handle",), ()))) == ""


def test_markup_in_data_is_text() -> None:
    """It neither vanishes nor crashes, on pages and in lists."""
    page = Page((part(MARKUP),), (Block(MARKUP, (Item((name(MARKUP),)),)),), (MARKUP,))
    assert shown(Answer("due", None, page=page)).count(MARKUP) == 4
    rows = Table(("name",), ((MARKUP,),))
    assert MARKUP in shown(Answer("list", None, table=rows))


def test_colour_where_it_is_wanted() -> None:
    """Escapes with colour, none without; the words are the same."""
    answer = Answer("due", None, page=PAGE)
    assert "\x1b[" in shown(answer, colour=True)
    assert "\x1b" not in shown(answer)


def test_no_escape_of_the_data_is_sent() -> None:
    """Controls are taken out of every part."""
    page = Page((part("a\x1b[2Jb"),), (Block("c\x9b", (Item((name("d\x07"),)),)),))
    assert shown(Answer("due", None, page=page)) == "a[2Jb\n\nc\n  d"


@pytest.mark.parametrize("columns", ["1", "2", "9"])
def test_a_terminal_that_is_too_narrow_wraps_by_itself(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """Nothing is left out for want of room: no column, and no word of a page."""
    cells = ("ann-lee", "王小明", "client, friend", "A" * 100, "Boston")
    people = Table(("handle", "name", "kinds", "org", "city"), (cells,))
    tree = Page((), (Block("", (Item((tree_lines("│  " * 9), part("Zoë"))),)),))
    monkeypatch.setenv("COLUMNS", columns)
    listed = shown(Answer("list", [], table=people))
    assert not Counter("".join(cells)) - Counter(listed)
    page = shown(Answer("due", {}, page=PAGE)) + shown(
        Answer("tree", {}, page=tree._replace(title=(part("T"),)))
    )
    for word in ("Promises", "Ann — tea", "netlog done 1", "snoozed", "│  " * 9, "Zoë"):
        assert word in page
