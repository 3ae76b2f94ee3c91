"""The power is cut: what was acknowledged is there, and the file is whole."""

from pathlib import Path
from random import Random

import pytest
from tests.trust.driving import Driver
from tests.trust.jobs import Job
from tests.trust.powercuts import Cutting, Tally
from tests.trust.stories import LAST, files, story
from tests.trust.trouble import Trouble

CUTS = 1_000


def tally(watched: Driver, memory: Path, many: int, *trouble: Trouble) -> Tally:
    """Cut the power so often while the story is told."""
    job = Job(memory / "home", [*story(), *story(LAST)], trouble)
    files(job.home)
    return Cutting(watched, job, memory).cut(many, Random(1))  # noqa: S311 (no secret)


def test_a_power_cut_loses_and_damages_nothing(watched: Driver, memory: Path) -> None:
    """Cut 1,000 times: every acknowledged line is there, the file sound."""
    found = tally(watched, memory, CUTS)
    assert found.wrong == []
    assert found.disks > CUTS // 3


@pytest.mark.parametrize("how", ["off", "full"])
def test_less_than_all_care_is_found_out(
    watched: Driver, memory: Path, how: str
) -> None:
    """synchronous=OFF damages files; FULL undoes what was acknowledged last."""
    found = tally(watched, memory, 200, ("fault", f"synchronous={how}"))
    assert len(found.wrong) > 3
    assert any("is lost" in one for one in found.wrong) or how == "off"


def first(watched: Driver, memory: Path, *trouble: Trouble) -> Tally:
    """Cut the power during the first commands, where not even a folder is there."""
    (memory / "home").mkdir()
    lines = [["add", "Ann"], ["log", "ann"], ["backup"], ["log", "ann"]]
    job = Job(memory / "home", lines, trouble, place="share/netlog/netlog.db")
    return Cutting(watched, job, memory).cut(150, Random(1))  # noqa: S311 (no secret)


def test_what_the_first_command_makes_stays(watched: Driver, memory: Path) -> None:
    """The folders, the file in them and the backup are on the disk."""
    assert first(watched, memory).wrong == []


def test_files_and_folders_that_are_not_synced_are_found_out(
    watched: Driver, memory: Path
) -> None:
    """Without them the file, or an acknowledged backup, is gone."""
    wrong = first(watched, memory, ("fault", "no sync")).wrong
    assert any("the backup" in one for one in wrong)
    assert any("is lost" in one and "backup" not in one for one in wrong)
