"""Killed at any instant: what was acknowledged is there, and nothing is halved."""

from pathlib import Path
from random import Random

import pytest
from tests.trust.driving import Driver
from tests.trust.kills import Killing, Tally
from tests.trust.telling import Told

KILLS = 300


@pytest.fixture
def killing(driver: Driver, told: Told, tmp_path: Path) -> Killing:
    """A story that is to be killed."""
    return Killing(driver, told, tmp_path / "home", Random(1))  # noqa: S311 (no secret)


def test_a_kill_loses_and_halves_nothing(killing: Killing) -> None:
    """Killed 300 times: every acknowledged line whole, the next whole or not at all."""
    tally = killing.rounds(KILLS)
    assert tally.wrong == []
    assert is_telling(tally)


def is_telling(tally: Tally) -> bool:
    """Whether the kills came within many commands, and early and late in them."""
    return (
        len(tally.within) >= 12
        and tally.undone > KILLS // 10
        and tally.kept >= KILLS // 100
    )


def test_two_commits_a_command_are_found_out(killing: Killing) -> None:
    """With this mistake made on purpose, halves are found, and soon."""
    halves = [("fault", "two commits")]
    tallies = (killing.rounds(10, halves) for _ in range(KILLS // 10))
    assert any(one.wrong for one in tallies)
