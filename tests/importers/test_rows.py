"""The rows of a CSV file, and its header among them."""

import pytest

from netlog.domain.person import Unreadable
from netlog.importers.rows import CSV_LINE_LIMIT, CsvRow, HeaderRow, header, rows

QUOTES = "its quotes do not match"


def test_a_row_has_the_line_it_begins_in() -> None:
    """Cells of several lines and blank lines count as the lines they are."""
    text = 'a,b\n\n"x\ny",z\nlast,"""q"""'
    assert list(rows(text, ",")) == [
        CsvRow(1, ["a", "b"]),
        CsvRow(3, ["x\ny", "z"]),
        CsvRow(5, ["last", '"q"']),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'a,b\n"x,y\nc,d\ne,f\n',
        'a,b\n"x,y\nc,d\ne,"f"\n',
        'a,b\n"x,y\nc,d\ne,f' + "\n" * 200_000,
    ],
    ids=["to-the-end", "to-the-next-quote", "beyond-the-limit"],
)
def test_a_quote_that_is_never_closed_costs_its_own_line(text: str) -> None:
    """The rows after it come in, however far it would have reached."""
    assert list(rows(text, ",")) == [
        CsvRow(1, ["a", "b"]),
        Unreadable(2, QUOTES),
        CsvRow(3, ["c", "d"]),
        CsvRow(4, ["e", "f"]),
    ]


def test_sloppy_quotes_within_a_line_are_forgiven() -> None:
    """A cell that quotes inside itself without doubling is still read."""
    text = 'a,b\n"Bob "the Man" Roe",x\n"y" ,z\n'
    assert list(rows(text, ",")) == [
        CsvRow(1, ["a", "b"]),
        CsvRow(2, ['Bob the Man" Roe"', "x"]),
        CsvRow(3, ["y ", "z"]),
    ]


def test_a_row_beyond_the_limit_is_reported() -> None:
    """A line or a cell that is too long is unreadable, the next one is not."""
    long = "x" * CSV_LINE_LIMIT
    assert list(rows(f"a\n{long}\nb\n{long[:140_000]}\nc\n", ",")) == [
        CsvRow(1, ["a"]),
        Unreadable(2, "it is longer than a row may be"),
        CsvRow(3, ["b"]),
        Unreadable(4, QUOTES),
        CsvRow(5, ["c"]),
    ]
    wide = "x," * CSV_LINE_LIMIT
    assert list(rows(f"a\n{wide}\nb\n", ",")) == [
        CsvRow(1, ["a"]),
        Unreadable(2, "it is longer than a row may be"),
        CsvRow(3, ["b"]),
    ]


def test_reading_gives_up_where_it_would_take_for_ever() -> None:
    """Quotes that open again and again end in one report, not in an hour."""
    *found, last = rows(('x,"' + "\n" * 140_000) * 30, ",")
    assert found == [Unreadable(n * 140_000 + 1, QUOTES) for n in range(8)]
    assert last == Unreadable(
        7 * 140_000 + 2, "too many quotes do not match; from here on nothing was read"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Name;Mail\nx;y\n", HeaderRow(1, ["Name", "Mail"], ";")),
        ("Name\tMail\n", HeaderRow(1, ["Name", "Mail"], "\t")),
        ("sep=;\nName;Mail\n", HeaderRow(2, ["Name", "Mail"], ";")),
        ('Notes:\n"a, b"\n\nName,Mail\nName,x\n', HeaderRow(4, ["Name", "Mail"], ",")),
        ("a;b,c;d\n", HeaderRow(1, ["a", "b,c", "d"], ";")),
        ("", HeaderRow(0, [], ",")),
    ],
)
def test_the_header_is_the_row_that_names_most_columns(
    text: str, found: HeaderRow
) -> None:
    """Preambles are passed over; where nothing is known the widest row counts."""
    assert header(text, {"Name", "Mail"}.__contains__) == found
