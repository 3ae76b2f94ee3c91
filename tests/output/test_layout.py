"""Pages laid out in lines, whatever they are written to."""

import pytest
from hypothesis import given, settings, strategies as st
from tests.output.texts import parts, words_of

from netlog.output.answer import (
    Block,
    Item,
    Page,
    Parts,
    advice,
    command_line,
    name,
    part,
    soft,
    tree_lines,
)
from netlog.output.layout import LEAST, page_lines
from netlog.output.wrapping import parts_cells


def laid_out(page: Page, width: int = 40) -> list[str]:
    """The lines of a page without their styles."""
    lines = ["".join(part.text for part in line) for line in page_lines(page, width)]
    return [line.rstrip() for line in lines]


def test_what_is_longer_than_a_line_goes_on_further_in() -> None:
    """An item under its title, what stands below it, and the foot."""
    item = Item(
        (name("Ann Lee"), part(" was met at the fair, and knows a good mover")),
        ((part("asked how the book goes, which is out in May"),), ()),
    )
    page = Page((name("Ann"),), (Block("Touches", (item,)),), ("A foot. " * 7,))
    assert laid_out(page) == [
        "Ann",
        "",
        "Touches",
        "  Ann Lee was met at the fair, and knows",
        "    a good mover",
        "    asked how the book goes, which is",
        "      out in May",
        "",
        "A foot. A foot. A foot. A foot. A foot.",
        "A foot. A foot.",
    ]


def test_figures_stay_in_their_column() -> None:
    """What is led in by blanks keeps them."""
    items = (
        Item((part("  4.740"), soft("  cadence"))),
        Item((part(" 16.740 in all"),)),
    )
    page = Page((part("why"),), (Block("Keep", items),))
    assert laid_out(page)[3:] == ["    4.740 cadence", "   16.740 in all"]


def test_a_command_is_whole() -> None:
    """It goes on a line of its own, and as far to the left as it must."""
    typed = "netlog intro maximiliana-habsburg --by WHO"
    page = Page(
        (part("T"),), (Block("", (Item((part("Who? "), command_line(typed))),)),)
    )
    assert laid_out(page)[2:] == ["Who?", typed]
    foot = Page((part("T"),), (), (advice("Who introduced you to them? ", typed),))
    assert laid_out(foot)[2:] == ["Who introduced you to them?", typed]
    below = Item((part("x"),), ((command_line("netlog done 1"),),))
    page = Page((part("T"),), (Block("Promises", (below,)),))
    assert laid_out(page)[3:] == ["  x", "    netlog done 1"]


def grown(*lines: tuple[str, str]) -> Page:
    """A tree: the branches before each line, and what it says."""
    items = tuple(Item((tree_lines(drawn), part(said))) for drawn, said in lines)
    return Page((part("T"),), (Block("", items),))


def test_branches_go_on_beside_a_line_that_does() -> None:
    """Down to the next one of the same branch, and to those that grow from it."""
    page = grown(
        ("", "me"),
        ("├ ", "Ann, met 8 Apr 2024 at the book fair in Boston"),
        ("│ └ ", "Bo, introduced 6 Aug 2024, and a client"),
        ("└ ", "Cy, met 7 Jul 2024 at the trade fair there"),
    )
    assert laid_out(page)[2:] == [
        "me",
        "├ Ann, met 8 Apr 2024 at the book fair",
        "│ │ in Boston",
        "│ └ Bo, introduced 6 Aug 2024, and a",
        "│     client",
        "└ Cy, met 7 Jul 2024 at the trade fair",
        "    there",
    ]


def test_branches_without_end_leave_room_for_words() -> None:
    """The oldest of them give way."""
    page = grown(("│ " * 40 + "└ ", "Ann"))
    (line,) = laid_out(page, 80)[2:]
    assert line == "… " + "│ " * 28 + "└ Ann"


@pytest.mark.parametrize("width", [1, 20, LEAST])
def test_a_terminal_that_is_too_narrow_gets_what_fits_on_40(width: int) -> None:
    """It wraps by itself; nothing is left out."""
    page = Page((part("T"),), (Block("", (Item((part("word " * 20),)),)),))
    assert laid_out(page, width) == laid_out(page, LEAST)


BLOCKS = st.builds(
    Block,
    st.sampled_from(["", "Who", "Given and got"]),
    st.lists(
        st.builds(
            Item,
            st.tuples(
                st.sampled_from(["", "│ ", "│ │ └ ", "│ " * 60]).map(tree_lines)
            ).flatmap(lambda drawn: parts().map(lambda text: (*drawn, *text))),
            st.lists(parts(), max_size=2).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
)
PAGES = st.builds(
    Page,
    parts().filter(bool),
    st.lists(BLOCKS, max_size=3).map(tuple),
    st.lists(parts(), max_size=2).map(tuple),
)


def is_alone(line: Parts) -> bool:
    """Whether there is nothing on a line but a command, behind branches if any."""
    return [part.style for part in line if part.style != "drawn"] == ["command"]


@settings(max_examples=30)
@given(PAGES, st.integers(1, 120))
def test_no_line_is_wider_than_the_page(page: Page, width: int) -> None:
    """But for a command that is, which is alone; nothing is lost of any text."""
    lines = list(page_lines(page, width))
    wide = [line for line in lines if parts_cells(line) > max(width, LEAST)]
    assert [line for line in wide if not is_alone(line)] == []
    texts = [page.title, *(item.line for b in page.blocks for item in b.items)]
    shown = "".join("".join(part.text for part in line) for line in lines)
    for text in texts:
        for word in words_of(tuple(p for p in text if p.style != "drawn")):
            assert set(word) <= set(shown)


@settings(max_examples=30)
@given(PAGES)
def test_every_command_is_on_one_line(page: Page) -> None:
    """As it is to be typed."""
    lines = ["".join(part.text for part in line) for line in page_lines(page, 80)]
    items = [item for block in page.blocks for item in block.items]
    texts = [page.title, *page.foot]
    texts += [text for item in items for text in (item.line, *item.below)]
    commands = [p.text for text in texts for p in text if p.style == "command"]  # type: ignore[union-attr] # no foot here is a str
    assert all(any(command in line for line in lines) for command in commands)
