"""Typed words as values."""

from datetime import date
from pathlib import Path

import pytest

from netlog.domain.settings import Settings
from netlog.errors import NotFoundError, UsageError
from netlog.typed import Typed

TODAY = date(2025, 6, 2)


def typed(*arguments: str) -> Typed:
    """What reads those arguments."""
    return Typed(TODAY, Settings(), arguments)


def test_a_phrase_is_words_side_by_side() -> None:
    """As they stand on the line, wherever."""
    line = typed("add", "--met", "Ann", "Lee", "--on", "mon")
    assert line.phrase(["Ann", "Lee"]) == "Ann Lee"
    assert line.phrase(["Ann"]) == "Ann"


@pytest.mark.parametrize(
    "arguments", [("Ann", "--at", "Union", "Lee"), ("Lee", "Ann"), ()]
)
def test_words_that_stand_apart_are_no_phrase(arguments: tuple[str, ...]) -> None:
    """They may belong to an option."""
    with pytest.raises(UsageError, match="Lee stands apart from Ann"):
        typed(*arguments).phrase(["Ann", "Lee"])


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """Bytes as they are; what is not there is said."""
    there = tmp_path / "a.csv"
    there.write_bytes(b"\xffName\r\n")
    assert Typed.file(there) == b"\xffName\r\n"
    with pytest.raises(NotFoundError, match="cannot be read"):
        Typed.file(tmp_path / "b.csv")


def test_numbers_are_from_one_on() -> None:
    """Nothing typed is 0; all others must be numbers."""
    assert typed().numbers("12", "", "3") == [12, 0, 3]
    for wrong in ("0", "-1", "1.0", "\u0661", "x", "9" * 19):
        with pytest.raises(UsageError, match="is not the number of anything"):
            typed().numbers("1", wrong)


def test_needed_words_must_say_something() -> None:
    """Blanks and what nobody sees say nothing."""
    assert Typed.needed("  a  book ", "A promise") == "a book"
    for nothing in ("", "  ", "\u200b", "\x07"):
        with pytest.raises(UsageError, match="A promise needs words"):
            Typed.needed(nothing, "A promise")
