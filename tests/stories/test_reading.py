"""Stories read from their files."""

from itertools import chain
from pathlib import Path

import pytest

from netlog.stories.reading import FOLDER, Known, Step, Story, read_story, stories

TOLD = """
title = "How it went"

[[happened]]
ago = 9
add = "Ann Lee"
org = "Acme"

[[happened]]
ago = 3
log = "Ann Lee"

[[known]]
line = "trace Ann"
[known.says]
paths_total = 1

[[known]]
line = "yield"
adds = true
[known.says]
money = "0.00"
"""
STORIES = stories()
NAMES = [story.name for story in STORIES]


def added(story: Story) -> list[Step]:
    """The steps of a story by which somebody comes."""
    return [step for step in story.happened if step.verb == "add"]


def test_a_file_is_a_story(tmp_path: Path) -> None:
    """A title, what happened in order, and what is known of it."""
    path = tmp_path / "how.toml"
    path.write_text(TOLD, encoding="utf-8")
    assert read_story(path) == Story(
        "how",
        "How it went",
        (
            Step(9, "add", "Ann Lee", {"org": "Acme"}),
            Step(3, "log", "Ann Lee", {}),
        ),
        (
            Known("trace Ann", {"paths_total": 1}),
            Known("yield", {"money": "0.00"}, adds=True),
        ),
    )


def test_every_file_is_read_by_name() -> None:
    """The three stories of the house are there, and others."""
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == NAMES
    assert {"interview", "pro_bono", "waiting_room"} < set(NAMES)


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_a_story_is_told_from_the_past_to_now(story: Story) -> None:
    """The oldest first, nothing in the future, and something is known of it."""
    days = [step.ago for step in story.happened]
    assert days == sorted(days, reverse=True)
    assert min(days) >= 0
    assert story.title[0].isupper()
    assert {known.line.split()[0] for known in story.known} > {"due"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=NAMES)
def test_a_step_begins_with_its_day(path: Path) -> None:
    """So that the word after it is what was done."""
    blocks = path.read_text(encoding="utf-8").split("[[happened]]\n")[1:]
    assert [block for block in blocks if not block.startswith("ago = ")] == []


def test_no_story_tells_of_a_person_of_another_one() -> None:
    """So what is known of one stays true beside the others."""
    names = [step.who for story in STORIES for step in added(story)]
    assert len(names) == len(set(names))
    for story in STORIES:
        own = {step.who for step in added(story)}
        words = [(step.who, *step.more.values()) for step in story.happened]
        named = {word for word in chain(*words) if word in names}
        assert named == own


def test_nobody_of_them_could_be_real() -> None:
    """Addresses and numbers that belong to nobody."""
    steps = [step.more for story in STORIES for step in added(story)]
    addresses = [
        one
        for more in steps
        for field in ("email", "url")
        for one in more.get(field, ())
    ]
    phones = [one for more in steps for one in more.get("phone", ())]
    assert addresses
    assert phones
    assert [one for one in addresses if not one.endswith(".example")] == []
    assert [one for one in phones if "555 01" not in one] == []
