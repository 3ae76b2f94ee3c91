"""Text in rows: as wide as a terminal shows it."""

import pytest
from hypothesis import given, strategies as st

from netlog.output.rows import cut, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("Ann", 3),
        ("Øyvind", 6),
        ("李明", 4),
        ("e\u0301", 1),
        ("ｱ", 1),
        ("\uff21", 2),
    ],
)
def test_a_wide_letter_takes_two_columns_and_a_mark_none(
    text: str, columns: int
) -> None:
    """As terminals have it."""
    assert width(text) == columns


def test_rows_break_at_blanks() -> None:
    """And nowhere else, as long as a word fits."""
    assert wrapped("one two  three\nfour", 9) == ["one two", "three", "four"]
    assert wrapped("", 9) == []
    assert wrapped("李明 李明", 4) == ["李明", "李明"]


def test_a_word_that_is_too_wide_is_broken_anywhere() -> None:
    """Into rows that fit."""
    assert wrapped("ab cdefghijk", 4) == ["ab", "cdef", "ghij", "k"]


def test_what_stands_at_a_no_break_blank_stays_together() -> None:
    """A command is not broken; it reads as with a blank."""
    assert wrapped("tea (netlog\u00a0done\u00a04)", 15) == ["tea", "(netlog done 4)"]


@pytest.mark.parametrize(
    ("text", "columns", "row"),
    [
        ("Ann Lee", 7, "Ann Lee"),
        ("Ann Lee", 6, "Ann L…"),
        ("Ann Lee", 5, "Ann…"),
        ("李明李", 5, "李明…"),
    ],
)
def test_what_is_too_wide_is_cut(text: str, columns: int, row: str) -> None:
    """It ends with …, and no blank stands before that."""
    assert cut(text, columns) == row


@given(st.text(max_size=80), st.integers(2, 40))
def test_no_row_is_too_wide_and_no_letter_is_lost(text: str, columns: int) -> None:
    """Whatever the text."""
    rows = wrapped(text, columns)
    assert all(width(row) <= columns for row in rows)
    seen = "".join(text.split())
    if seen.isascii() and seen.isprintable():
        assert "".join("".join(rows).split()) == seen
    assert width(cut(text, columns)) <= max(columns, 1)
