"""Records: one a line, fields between tabs, no header."""

from hypothesis import given, strategies as st

from netlog.output import plain_text
from netlog.output.answer import Answer, Block, Item, Page, Table, part


def test_rows_of_a_list() -> None:
    """As they are, without the names of the columns."""
    table = Table(("handle", "name"), (("ann", "Ann Lee"), ("bo", "")))
    said = plain_text.render(Answer("list", None, table=table))
    assert said == "ann\tAnn Lee\nbo\t\n"


def test_items_of_a_page() -> None:
    """Each its record; a line of text is a record of one field."""
    page = Page(
        (part("title"),),
        (
            Block("x", (Item((part("long"),), record=("new", "ann")),)),
            Block("", (Item((part("a "), part("b"))),)),
        ),
        ("foot",),
    )
    assert plain_text.render(Answer("due", None, page=page)) == "new\tann\na b\n"


def test_nothing_is_nothing() -> None:
    """An answer without anybody is an empty text."""
    assert plain_text.render(Answer("list", [], table=Table(("a",), ()))) == ""
    assert plain_text.render(Answer("list", [])) == ""


@given(st.lists(st.lists(st.text(), min_size=2, max_size=3), max_size=4))
def test_a_record_is_a_line_whatever_is_in_it(rows: list[list[str]]) -> None:
    """As many lines as records, as many tabs as fields less one."""
    said = plain_text.records(tuple(map(tuple, rows)))
    assert said.count("\n") == len(rows) == len(said.splitlines())
    assert [line.count("\t") + 1 for line in said.split("\n")[:-1]] == [
        len(row) for row in rows
    ]
