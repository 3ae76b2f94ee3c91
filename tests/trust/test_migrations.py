"""A file of another schema: brought on whole though killed, or refused untouched."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from tests.db.older import NUMBERS, older
from tests.trust.contents import look
from tests.trust.driving import Driver
from tests.trust.jobs import Job
from tests.trust.migrations import kills

KILLS = 100
LINES = [["list"], ["add", "Zoe"], ["undo"], ["due"]]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_migration_that_is_killed_is_taken_up_again(
    driver: Driver, tmp_path: Path, number: int
) -> None:
    """Killed 100 times: of one schema or the other, and the next command goes on."""
    many = -(-KILLS // len(NUMBERS))
    tally = kills(driver, number, tmp_path, many, Random(1))  # noqa: S311 (no secret)
    assert tally.wrong == []
    assert tally.before > 0
    assert tally.after > 0


def test_a_migration_in_many_commits_is_found_out(
    driver: Driver, tmp_path: Path
) -> None:
    """With this mistake made on purpose, files between two schemas are found."""
    steps, chance = [("fault", "step by step")], Random(1)  # noqa: S311 (no secret)
    tallies = (
        kills(driver, NUMBERS[0], tmp_path, 10, chance, steps) for _ in range(KILLS)
    )
    assert any(one.wrong for one in tallies)


def _newer(path: Path) -> None:
    older(path, NUMBERS[-1])
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO version (uid, number, at) VALUES ('u', 99, 'then')")
        file.commit()


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE person (id INTEGER)")


def _cut(path: Path, keep: float, less: int = 0) -> None:
    older(path, NUMBERS[-1])
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep) - less])


FILES: Mapping[str, Callable[[Path], object]] = {
    "newer": _newer,
    "foreign": _foreign,
    "empty": Path.touch,
    "no database": lambda path: path.write_text("Dear Dorie, " * 900),
    "its first half": lambda path: _cut(path, 0.5),
    "less than a page": lambda path: _cut(path, 0.001),
    "all but its last page": lambda path: _cut(path, 1, 4096),
    "all but its last bytes": lambda path: _cut(path, 1, 200),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_not_ours_to_write_is_refused_untouched(
    driver: Driver, tmp_path: Path, kind: str
) -> None:
    """Exit 6 in a sentence, for who reads and who writes; not a byte is changed."""
    job = Job(tmp_path, LINES)
    FILES[kind](job.db)
    before = job.db.read_bytes()
    answers = driver.do(job)
    assert [(one.code, one.out) for one in answers] == [(6, "")] * len(LINES)
    assert {one.err.count("\n") for one in answers} == {2}
    assert job.db.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["netlog.db"]


@pytest.mark.parametrize("number", NUMBERS)
def test_an_older_file_holds_what_it_held(
    driver: Driver, tmp_path: Path, number: int
) -> None:
    """The mirror: one that is ours is taken, and is sound."""
    job = Job(tmp_path, LINES)
    older(job.db, number)
    assert [one.code for one in driver.do(job)] == [0] * len(LINES)
    assert look(job.db).wrong == ()
