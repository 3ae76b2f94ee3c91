"""What the journal keeps of a command."""

from shlex import join

import pytest

from netlog.domain.journal import command_of


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("import people.csv", "import"),
        ("add Zoe --at Cafe --note 'big import firm'", "add"),
        ("--json import people.csv", "import"),
        ("--format page --today 2025-06-02 import people.csv", "import"),
        ("--format=page import people.csv", "import"),
        (join(["--db", "my import file", "add", "Zoe"]), "add"),
        ("--db import", ""),
        ("--json", ""),
        ("", ""),
    ],
)
def test_which_command_was_typed(typed: str, command: str) -> None:
    """The first word that is neither an option of every command nor its value."""
    assert command_of(typed) == command
