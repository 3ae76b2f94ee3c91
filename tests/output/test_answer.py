"""What a command answers, before anybody decides how to write it."""

from netlog.output import ANSWER_FORMATS, answer
from netlog.output.answer import Block, Item, Page, Part


def test_parts_say_what_they_are() -> None:
    """A name, something soft, a command, or just text."""
    assert answer.name("Ann") == Part("Ann", "name")
    assert answer.soft("x") == Part("x", "soft")
    assert answer.command_line("netlog due") == Part("netlog due", "command")
    assert answer.part(3) == Part("3", "")


def test_sentences_make_a_page_without_titles() -> None:
    """Text and parts mix."""
    item = answer.line("Added ", answer.name("Ann"))
    assert item == Item((Part("Added "), Part("Ann", "name")))
    assert answer.lines(item) == Page((), (Block("", (item,)),))


def test_every_format_is_a_module() -> None:
    """Found by the name that --format takes, and table for a terminal."""
    assert {"page", "plain", "csv", "json"} < set(ANSWER_FORMATS)
    assert all(
        module.startswith("netlog.output.") for module in ANSWER_FORMATS.values()
    )
