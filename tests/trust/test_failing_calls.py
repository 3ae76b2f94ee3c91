"""Every call to a file fails in turn: nothing is lost, and it is said in a sentence."""

import errno
from pathlib import Path

import pytest
from tests.trust.driving import Driver
from tests.trust.failing import MODES, Mode, failing
from tests.trust.judging import Case

ONCE: tuple[Mode, ...] = ((errno.EIO, 0),)
FOR_GOOD: tuple[Mode, ...] = ((errno.ENOSPC, 1),)


@pytest.mark.parametrize(
    ("line", "modes"),
    [("promise", MODES), ("undo", FOR_GOOD), ("add", ONCE), ("import", FOR_GOOD)],
)
def test_a_call_that_fails_loses_nothing(
    watched: Driver,
    by_line: dict[str, Case],
    memory: Path,
    line: str,
    modes: tuple[Mode, ...],
) -> None:
    """EIO and ENOSPC, once and for good: all or nothing, and again doubles nothing."""
    tally = failing(watched, by_line[line], memory, modes)
    assert tally.wrong == []
    assert tally.failures > 50 * len(modes)


def test_a_failure_that_is_too_sure_of_itself_is_found_out(
    watched: Driver, by_line: dict[str, Case], memory: Path
) -> None:
    """Who is told that it failed does it again; where it is stored, that is wrong."""
    sure = [("fault", "certain")]
    tally = failing(watched, by_line["promise"], memory, ONCE, sure)
    assert len(tally.wrong) == 1
    assert "stored, and said to have failed" in tally.wrong[0]
