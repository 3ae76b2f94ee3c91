"""The disk is full, or cannot be written: nothing is lost, and it is said."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.running import InItsOwn
from tests.trust import small_disk
from tests.trust.contents import look
from tests.trust.driving import Driver
from tests.trust.filling import PAGE, Tally, limited
from tests.trust.jobs import Answer, Job
from tests.trust.judging import Case, cases
from tests.trust.small_disk import SIZES, STEPS
from tests.trust.telling import Told


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What was found on a small disk."""
    if not small_disk.can_be_made():
        pytest.skip("nobody here may mount a disk; limited sizes stand in for it")
    return small_disk.found(tmp_path_factory.mktemp("small"))


@pytest.mark.parametrize("line", STEPS)
def test_a_full_disk_loses_nothing(small: Mapping[str, Any], line: str) -> None:
    """At 30 sizes of what is left: all or nothing, a sentence, and again is well."""
    tally = Tally(*small["full"][line])
    assert tally.wrong == []
    assert tally.sizes == SIZES
    assert 0 < tally.failures < SIZES


def test_a_read_only_disk_can_be_looked_at(small: Mapping[str, Any]) -> None:
    """Whoever reads is answered, whoever writes is told; due warns, and answers."""
    listed, added, due = (Answer(*one) for one in small["read-only"])
    assert (listed.code, listed.err, due.code) == (0, "", 0)
    assert listed.out
    assert due.out
    assert (added.code, added.out, added.err.count("\n")) == (6, "", 2)


@pytest.mark.parametrize(("line", "step"), [("add", 12), ("import", 18)])
def test_a_limit_on_the_size_of_files_loses_nothing(
    driver: Driver, by_line: dict[str, Case], memory: Path, line: str, step: int
) -> None:
    """At 30 limits the error is another (EFBIG), what holds is the same."""
    sizes = range(0, SIZES * step * PAGE, step * PAGE)
    tally = limited(driver, by_line[line], memory / "home", sizes)
    assert tally.wrong == []
    assert 0 < tally.failures < SIZES


def just_enough(case: Case) -> range:
    """Limits from the size of the database that a line finds to some pages more."""
    size = case.database.stat().st_size if case.database else 0
    return range(size, size + 4 * PAGE, PAGE)


def test_half_a_command_on_a_full_disk_is_found_out(
    driver: Driver, told: Told, memory: Path
) -> None:
    """With two commits a command, some of it is stored before there is no room."""
    halves, home = [("fault", "two commits")], memory / "home"
    some = [case for case in cases(told) if case.line[0] in {"log", "import"}]
    found = [limited(driver, one, home, just_enough(one), halves) for one in some]
    assert any(one.wrong for one in found)


@pytest.mark.parametrize(
    ("file", "folder"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)]
)
def test_what_may_not_be_written_stays(
    driver: Driver, tmp_path: Path, file: int, folder: int
) -> None:
    """A read-only file or folder: exit 6 and a sentence for who writes, else 0."""
    home = tmp_path / "home"
    home.mkdir()
    job = Job(home, [["list"], ["add", "Zoe"], ["due"], ["undo"]], [("weak",)])
    driver.do(job._replace(lines=[["add", "Ann"]]))
    before = job.db.read_bytes()
    job.db.chmod(file)
    home.chmod(folder)
    answers = driver.do(job)
    home.chmod(0o700)
    assert [one.code for one in answers] == [0, 6, 0, 6]
    assert [one.err.count("\n") for one in answers] == [0, 2, 1, 2]
    assert (job.db.read_bytes(), os.listdir(home)) == (before, ["netlog.db"])  # noqa: PTH208 (names)


@pytest.mark.parametrize("out", ["> /dev/full", ">&-"])
def test_an_answer_that_nobody_gets_is_stored_and_said(
    netlog_process: InItsOwn, out: str
) -> None:
    """Exit 1, and the words that it is kept: doing it again would double it."""
    words = " ".join(netlog_process.command("add", "Cy"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"{words} {out}"],
        stderr=subprocess.PIPE,
        check=False,
        text=True,
        env=netlog_process.environment,
    )
    said = done.stderr.splitlines()
    assert (done.returncode, "What was changed before that is kept" in said[-1]) == (
        1,
        True,
    )
    assert "'cy'" in look(netlog_process.db).text
