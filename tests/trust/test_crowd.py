"""Many at once: nobody fails, nobody waits long, and nothing gets lost."""

from pathlib import Path

import pytest
from tests.trust.contents import look
from tests.trust.crowd import Together, all_first, together, writing
from tests.trust.driving import Driver
from tests.trust.jobs import Job
from tests.trust.trouble import Trouble

WRITERS, READERS, TIMES = 8, 4, 50
SHEET = "Name,Email\n" + "".join(f"P{n} Q,p{n}@q.example\n" for n in range(10_000))


def at_once(driver: Driver, home: Path, times: int, *trouble: Trouble) -> Together:
    """Writers who each log so often with the same person, beside readers."""
    driver.do(Job(home, [["add", "Hub", "--handle", "hub"]]))
    writers = [writing(number, times) for number in range(WRITERS)]
    return together(driver, home, writers, READERS, trouble)


def test_nothing_is_lost_among_eight_writers(driver: Driver, tmp_path: Path) -> None:
    """Each reads what stands and writes it: no error, all there, counted, in time."""
    found = at_once(driver, tmp_path, TIMES)
    wanted = WRITERS * TIMES
    assert found.errors == []
    assert (found.touches, found.counted, found.changes) == (wanted, wanted, wanted + 1)
    assert (found.wrong, len(found.read) > READERS) == ((), True)
    assert found.longest < 10


def test_who_asks_to_write_too_late_is_found_out(driver: Driver, memory: Path) -> None:
    """A transaction that begins by reading is refused when it comes to write."""
    assert at_once(driver, memory, 10, ("fault", "deferred")).errors != []


@pytest.mark.parametrize("time", range(3))
def test_eight_first_commands_make_one_database(
    driver: Driver, tmp_path: Path, time: int
) -> None:
    """Nobody fails, one says that it made the file, and all are in it."""
    home = tmp_path / str(time)
    home.mkdir()
    answers = all_first(driver, home, 8)
    assert [one.code for one in answers] == [0] * 8
    assert sum("Made a new database" in one.err for one in answers) == 1
    (listed,) = driver.do(Job(home, [["list"]]))
    assert len(listed.out.splitlines()) == 8
    assert look(home / "netlog.db").wrong == ()
    assert [path.name for path in home.iterdir()] == ["netlog.db"]


def test_first_commands_that_do_not_wait_are_found_out(
    driver: Driver, tmp_path: Path
) -> None:
    """If each made a file of its own, all but one would be lost."""
    all_first(driver, tmp_path, 8, [("fault", "no lock")])
    (listed,) = driver.do(Job(tmp_path, [["list"]]))
    assert len(listed.out.splitlines()) < 8


def test_a_user_adds_while_ten_thousand_come_in(driver: Driver, tmp_path: Path) -> None:
    """Both succeed, within ten seconds, and everybody is there."""
    (tmp_path / "sheet.csv").write_text(SHEET, encoding="utf-8")
    driver.do(Job(tmp_path, [["add", "Hub", "--handle", "hub"]]))
    users = [["import", "sheet.csv"]], [["add", f"Own {n}"] for n in range(20)]
    found = together(driver, tmp_path, users, 1)
    assert found.errors == []
    assert (found.wrong, found.longest < 10) == ((), True)
    (listed,) = driver.do(Job(tmp_path, [["list"]]))
    assert len(listed.out.splitlines()) == 10_000 + 20 + 1
