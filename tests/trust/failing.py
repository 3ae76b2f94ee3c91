"""Letting every call to a file fail in turn: what netlog says and does then."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.trust.driving import Driver
from tests.trust.judging import MOST, Case, Judge
from tests.trust.trouble import Trouble

Mode = tuple[int, int]
"""An error of the system, and 1 where it comes for good."""
MODES: tuple[Mode, ...] = (
    *((errno.EIO, 0), (errno.EIO, 1)),
    *((errno.ENOSPC, 0), (errno.ENOSPC, 1)),
)


class Tally(NamedTuple):
    """How many calls failed, how often that failed the line, and what was wrong."""

    calls: int
    failures: int
    wrong: Sequence[str]


def failing(
    driver: Driver,
    case: Case,
    work: Path,
    modes: Sequence[Mode] = MODES,
    trouble: Sequence[Trouble] = (),
) -> Tally:
    """Run the line of a case anew for each of its calls, and for each mode."""
    with Judge(driver, case, work / "home") as judge:
        tallies = [_in_turn(judge, mode, work / "report", trouble) for mode in modes]
    return Tally(
        sum(one.calls for one in tallies),
        sum(one.failures for one in tallies),
        [said for one in tallies for said in one.wrong],
    )


def _in_turn(
    judge: Judge, mode: Mode, report: Path, trouble: Sequence[Trouble]
) -> Tally:
    """Each call of a line in one mode, until the line makes no more calls."""
    failures = 0
    wrong: list[str] = []
    fail = ("fail", *mode, str(report))
    with judge.begin([*trouble, fail]) as child:
        for number in range(1, MOST):
            judge.begin_again()
            answer = child.go_on()
            if answer and int(report.read_text(encoding="ascii")) < number:
                return Tally(number - 1, failures, wrong)
            failures += not answer or answer.code > 0
            said = f"{errno.errorcode[mode[0]]} at {number}{' on' * mode[1]}: "
            wrong += [said + one for one in judge.faults(answer)]
            if not answer:
                break
    return Tally(number, failures, wrong)
