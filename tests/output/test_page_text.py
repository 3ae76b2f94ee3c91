"""Pages as plain text: one item a line, nothing cut, nothing wrapped."""

from netlog.output import page_text
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Table,
    command_line,
    line,
    lines,
    name,
    part,
    soft,
)

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
                Item((name("Bo"), part(" — cake")), ((soft("bo@x.example"),),)),
            ),
        ),
        Block("", (Item((part("no bullet"),)),)),
    ),
    ("hidden: 1 snoozed",),
)


def test_a_page_from_top_to_bottom() -> None:
    """Titles, bullets below them, what stands below an item after a dot, the foot."""
    assert page_text.render(Answer("due", None, page=PAGE)) == (
        "Week 23 · open\n"
        "\n"
        "Promises\n"
        "- Ann — tea · netlog done 1\n"
        "- Bo — cake · bo@x.example\n"
        "\n"
        "no bullet\n"
        "\n"
        "hidden: 1 snoozed\n"
    )


def test_a_sentence_stands_alone() -> None:
    """What a writing command says has neither title nor empty lines."""
    page = lines(line("Added ", name("Ann"), " (ann)"), line("and Bo"))
    assert (
        page_text.render(Answer("add", None, page=page)) == "Added Ann (ann)\nand Bo\n"
    )


def test_a_list_is_records() -> None:
    """Where there is no page, the rows are given."""
    table = Table(("a", "b"), (("1", "2"),))
    assert page_text.render(Answer("list", None, table=table)) == "1\t2\n"


def test_every_line_is_clean() -> None:
    """A control character in any part of a page does not come out."""
    page = Page(
        (part("a\x1b[1m"),),
        (Block("b\u202e", (Item((part("c\nd\x9b"),), ((part("e\x00"),),)),)),),
        ("f\r\ng",),
    )
    said = page_text.render(Answer("due", None, page=page))
    assert said == "a[1m\n\nb\n- c d · e\n\nf g\n"
