"""CSV with a header, safe in a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given, strategies as st

from netlog.domain.names import clean
from netlog.errors import UsageError
from netlog.output import csv_text
from netlog.output.answer import Answer, Table, line, lines


def rendered(*rows: tuple[str, ...]) -> str:
    """Rows of two columns as CSV."""
    return csv_text.render(Answer("list", None, table=Table(("a", "b"), rows)))


def test_a_header_and_rows() -> None:
    """Quotes where they are needed, lines ended as everywhere else."""
    assert rendered(("x", "y, z"), ('say "hi"', "")) == (
        'a,b\nx,"y, z"\n"say ""hi""",\n'
    )


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+1", "-", "@SUM(A1)", "=cmd|'/c calc'!A1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    """A quote goes before what a spreadsheet would run."""
    assert csv_text.safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Ann", "a=b", "1-2", "-1", "-9.50", "'quoted", " =1"])
def test_what_is_no_formula_stays(cell: str) -> None:
    """But for blanks at its ends, which hide nothing."""
    assert csv_text.safe(cell) in {cell, f"'{cell.strip()}"}


def test_a_page_has_no_csv() -> None:
    """A usage error that says what there is instead."""
    with pytest.raises(UsageError) as error:
        csv_text.render(Answer("due", None, page=lines(line("x"))))
    assert "plain" in error.value.advice


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_what_is_written_can_be_read(rows: list[tuple[str, str]]) -> None:
    """Every cell comes back clean, whatever was in it."""
    back = list(csv.reader(io.StringIO(rendered(*rows))))[1:]
    bare = [[cell.removeprefix("'") for cell in row] for row in back]
    assert bare == [[clean(cell).removeprefix("'") for cell in row] for row in rows]
