"""A question is asked on a terminal and nowhere else."""

import io

import pytest

from netlog.errors import RefusedError
from netlog.output.asking import agreed


class Terminal(io.StringIO):
    """Somebody sits there."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.mark.parametrize("typed", ["y\n", "Y\n", " yes \n", "YES"])
def test_yes_is_yes(typed: str) -> None:
    """However it is written."""
    assert agreed(["Sure?"], Terminal(typed), io.StringIO())


@pytest.mark.parametrize("typed", ["", "\n", "n\n", "no\n", "yeah\n", "\x1b[A\n"])
def test_anything_else_is_no(typed: str) -> None:
    """The end of the input as well."""
    assert not agreed(["Sure?"], Terminal(typed), io.StringIO())


def test_it_is_asked_beside_the_data_and_clean() -> None:
    """Nothing in a name is obeyed by the terminal."""
    told = io.StringIO()
    agreed(["Ann \x1b[31m", "Sure?"], Terminal("y"), told)
    assert told.getvalue() == "Ann [31m\nSure? [y/N] "


def test_nobody_is_asked_where_nobody_sits() -> None:
    """A pipe is not read, and the answer names the way."""
    told, stdin = io.StringIO(), io.StringIO("y\n")
    with pytest.raises(RefusedError) as error:
        agreed(["Sure?"], stdin, told)
    assert "--yes" in error.value.advice
    assert (told.getvalue(), stdin.read()) == ("", "y\n")
