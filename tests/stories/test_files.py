"""The files of the stories, and what the tests know of each."""

from itertools import takewhile
from pathlib import Path
from shlex import split

import pytest
from tests.stories.test_known import FACTS, FILES

from netlog.commands.demo import Story, read_story

STORIES = [read_story(path) for path in FILES.values()]
TOLD = """# How it went

   9 add Ann Lee --org Acme
   3 promise Ann a book
"""


def added(story: Story) -> list[list[str]]:
    """The lines of a story by which somebody comes, in words."""
    return [split(line) for _, line in story.lines if line.startswith("add ")]


def names(story: Story) -> set[str]:
    """Who comes in a story."""
    words = (
        takewhile(lambda word: word[:2] != "--", line[1:]) for line in added(story)
    )
    return set(map(" ".join, words))


def test_a_file_is_a_story(tmp_path: Path) -> None:
    """A title, and what was typed so many days ago."""
    path = tmp_path / "how.txt"
    path.write_text(TOLD, encoding="utf-8")
    lines = ((9, "add Ann Lee --org Acme"), (3, "promise Ann a book"))
    assert read_story(path) == Story("How it went", lines)


def test_of_every_story_something_is_known() -> None:
    """And nothing of one that is not there."""
    assert set(FILES) == {name for name, _ in FACTS}
    for name in FILES:
        lines = [known.line for story, known in FACTS if story == name]
        assert {line.split()[0] for line in lines} > {"due"}


@pytest.mark.parametrize("story", STORIES, ids=list(FILES))
def test_a_story_is_told_from_the_past_to_now(story: Story) -> None:
    """The oldest first, nothing in the future."""
    days = [ago for ago, _ in story.lines]
    assert days == sorted(days, reverse=True)
    assert min(days) >= 0
    assert story.title[0].isupper()


def test_no_story_tells_of_a_person_of_another_one() -> None:
    """So what is known of one stays true beside the others."""
    everybody = [name for story in STORIES for name in names(story)]
    assert len(everybody) == len(set(everybody)) > len(STORIES)
    for story in STORIES:
        text = "\n".join(line for _, line in story.lines)
        assert {name for name in everybody if name in text} == names(story)


def test_nobody_of_them_could_be_real() -> None:
    """Addresses and numbers that belong to nobody."""
    words = [word for story in STORIES for line in added(story) for word in line]
    addresses = [word for word in words if "@" in word or "://" in word]
    phones = [word for word in words if word.startswith("+")]
    assert addresses
    assert phones
    assert [one for one in addresses if not one.endswith(".example")] == []
    assert [one for one in phones if "555 01" not in one] == []
