"""A disk of four MiB in memory, with netlog alone on it: filled up, and read-only.

python -m tests.trust.small_disk FOLDER mounts it, in a namespace where that is allowed,
and says in JSON what it found with some lines, or with every command that writes.  The
disk goes with the process.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

from tests.trust.driving import ROOT, driving, paths
from tests.trust.filling import PAGE, filled
from tests.trust.jobs import Job
from tests.trust.judging import Case, cases
from tests.trust.stories import story
from tests.trust.telling import Told, tell

SIZES = 30
EVERY = "every"
_OPTIONS = ("-t", "tmpfs", "-o", "size=4m", "tmpfs")
_ALONE = ("unshare", "--mount", "--map-root-user")
STEPS = {"add": 10, "log": 3, "import": 2, "undo": 2, "export": 2, "forget": 24}
"""Lines that meet a full disk, and how many pages more each of the sizes leaves."""


def can_be_made() -> bool:
    """Whether this user may mount a disk for a process alone."""
    if not which("unshare") or sys.platform != "linux":
        return False
    with TemporaryDirectory() as folder:
        words = [*_ALONE, "mount", *_OPTIONS, folder]
        return subprocess.run(words, check=False, capture_output=True).returncode == 0


def found(folder: Path, *more: str) -> Mapping[str, Any]:
    """What is found on such a disk, by a process that has it to itself."""
    words = [*_ALONE, sys.executable, "-m", "tests.trust.small_disk", str(folder)]
    words += more
    done = subprocess.run(
        words, cwd=ROOT, env=paths(), check=True, stdout=subprocess.PIPE
    )
    answer: Mapping[str, Any] = json.loads(done.stdout)
    return answer


def main(folder: Path, *more: str) -> None:
    """Mount the disk, fill it, then make it read-only."""
    disk, whole = folder / "disk", folder / "whole"
    disk.mkdir()
    subprocess.run(["mount", *_OPTIONS, str(disk)], check=True)
    with driving() as driver:
        told = tell(driver, story(), whole)
        tallies = {
            case.line[0]: filled(driver, case, disk / "home", sizes)
            for case, sizes in _filled(told, every=EVERY in more)
        }
        home = disk / "home"
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        answers = driver.do(Job(home, [["list"], ["add", "Zoe"], ["due"]]))
    json.dump({"full": tallies, "read-only": answers}, sys.stdout)


def _filled(told: Told, *, every: bool) -> Iterator[tuple[Case, Sequence[int]]]:
    """The first line of each kind, and the bytes that it finds free."""
    steps = dict.fromkeys((line[0] for line in told.lines), 2) if every else {}
    steps |= STEPS
    for case in cases(told):
        if step := steps.pop(case.line[0], 0) * PAGE:
            yield case, range(0, SIZES * step, step)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
