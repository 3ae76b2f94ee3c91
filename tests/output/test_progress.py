"""A progress bar on a terminal's stderr; nothing anywhere else."""

import io
from collections.abc import Iterator

import pytest

from netlog.output.progress import bar, progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_the_items_come_as_they_are() -> None:
    """All of them, in their order, bar or none."""
    for stream in (Terminal(), io.StringIO()):
        assert list(progress(range(250), 250, "Reading", stream)) == list(range(250))


def test_nothing_is_drawn_in_a_pipe_or_for_a_few() -> None:
    """A bar is for what takes time, and for somebody who looks."""
    pipe, few = io.StringIO(), Terminal()
    list(progress(range(1000), 1000, "Reading", pipe))
    list(progress(range(99), 99, "Reading", few))
    assert (pipe.getvalue(), few.getvalue()) == ("", "")


def test_it_grows_and_is_wiped_away() -> None:
    """A hundred steps at most, then blanks over all of it."""
    stream = Terminal()
    list(progress(range(1000), 1000, "Reading", stream))
    drawn = stream.getvalue().split("\r")
    assert len(drawn) == 103
    assert drawn[1].endswith("  1 %")
    assert drawn[100].endswith("100 %")
    assert (drawn[101].strip(), drawn[102]) == ("", "")
    assert len(drawn[101]) >= max(map(len, drawn))


class Gone(Terminal):
    """A terminal that was closed meanwhile."""

    def write(self, text: str) -> int:
        """Nobody takes it."""
        raise OSError(5, text)


def test_a_terminal_that_is_gone_stops_nothing() -> None:
    """All of the items come, though no bar can be drawn."""
    assert list(progress(range(250), 250, "Reading", Gone())) == list(range(250))


def test_it_is_wiped_away_before_an_error_is_told() -> None:
    """Where a file ends in the middle."""

    def cut() -> Iterator[int]:
        yield from range(150)
        raise EOFError

    stream = Terminal()
    with pytest.raises(EOFError):
        list(progress(cut(), 200, "Writing", stream))
    assert stream.getvalue().split("\r")[-2].isspace()
    assert stream.getvalue().endswith("\r")


def test_how_far_it_is() -> None:
    """Thirty places wide, never beyond its end."""
    assert bar(0, 10) == " " * 30 + "   0 %"
    assert bar(5, 10) == "━" * 15 + " " * 15 + "  50 %"
    assert bar(10, 10) == bar(11, 10) == "━" * 30 + " 100 %"
