"""Pages as plain text: as on a terminal of 80 columns, without anything else."""

from netlog.output import page_text
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
        Block("", (Item((part("untitled"),)),)),
    ),
    ("hidden: 1 snoozed",),
)


def test_a_page_from_top_to_bottom() -> None:
    """Titles, items below them, what stands below an item further in, the foot."""
    assert page_text.render(Answer("due", None, page=PAGE)) == (
        "Week 23 · open\n"
        "\n"
        "Promises\n"
        "  Ann — tea\n"
        "    netlog done 1\n"
        "  Bo — cake\n"
        "    bo@x.example\n"
        "\n"
        "untitled\n"
        "\n"
        "hidden: 1 snoozed\n"
    )


def test_a_sentence_stands_alone() -> None:
    """What a writing command says has neither title nor empty lines."""
    long = "and Bo, of whom there is much to say " * 3
    page = lines(line("Added ", name("Ann"), " (ann)"), line(long))
    assert page_text.render(Answer("add", None, page=page)) == (
        f"Added Ann (ann)\n{long.strip()}\n"
    )


def test_what_is_longer_than_80_columns_goes_on() -> None:
    """As cron mails it; what is exact has no blank that could be lost."""
    page = Page((part("Ann"),), (Block("Who", (Item((part("word " * 20),)),)),))
    assert page_text.render(Answer("show", None, page=page)) == (
        "Ann\n\nWho\n  " + "word " * 14 + "word\n    " + "word " * 4 + "word\n"
    )


def test_a_sheet_has_no_blanks_at_its_ends() -> None:
    """Its rows are as on a terminal of 80 columns."""
    row = Row((name("Ann"), part(" · tea ")), "", ((part("  "),),))
    numbers = Section("", (Row((soft("3 of 50"),)),), apart=True)
    sheet = Sheet(
        (part("Week 23"),), "netlog …", (Section("Promises", (row,)), numbers), most=40
    )
    assert page_text.render(Answer("due", None, sheet=sheet)) == (
        f"Week 23{'netlog …':>73}\n\nPromises  Ann · tea\n\n          3 of 50\n"
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
    assert said == "a[1m\n\nb\n  c d\n    e\n\nf g\n"
