"""Which format an answer is written in, and by whom."""

import io

import pytest

from netlog.output.answer import Answer, Block, Item, Page, Table, line, lines, part
from netlog.output.write import on_terminal, wants_colour, write

PAGE = Answer("due", 1, page=Page((part("Week"),), (Block("", (Item((part("x"),)),)),)))
SENTENCE = Answer("add", 1, page=lines(line("Added")))
LIST = Answer("list", 1, table=Table(("a",), (("x",),)))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(
    ("answer", "chosen", "wanted"),
    [
        (PAGE, "", True),
        (PAGE, "page", True),
        (PAGE, "plain", False),
        (PAGE, "json", False),
        (LIST, "", True),
        (LIST, "csv", False),
        (SENTENCE, "", False),
    ],
)
def test_when_rich_is_called_for(answer: Answer, chosen: str, *, wanted: bool) -> None:
    """For pages and lists on a terminal; never in a pipe, never for a sentence."""
    assert on_terminal(answer, chosen, Terminal()) is wanted
    assert on_terminal(answer, chosen, io.StringIO()) is False


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, True),
        ({"TERM": "xterm"}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "0"}, False),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"TERM": "dumb"}, False),
    ],
)
def test_when_colour_is_wanted(environment: dict[str, str], *, wanted: bool) -> None:
    """NO_COLOR with anything in it, FORCE_COLOR=0 and a dumb terminal mean none."""
    assert wants_colour(environment) is wanted


@pytest.mark.parametrize(
    ("chosen", "said"),
    [("", "x\n"), ("page", "x\n"), ("plain", "x\n"), ("csv", "a\nx\n")],
)
def test_the_format_that_was_chosen(chosen: str, said: str) -> None:
    """Records where nothing is said, for a list in a pipe."""
    stream = io.StringIO()
    write(LIST, chosen, stream)
    assert stream.getvalue() == said


def test_what_nobody_can_be_told_is_an_error() -> None:
    """A stdout that cannot be written."""
    closed = io.TextIOWrapper(io.BufferedReader(io.BytesIO()))
    with pytest.raises(OSError, match="writable"):
        write(LIST, "", closed)
