"""By cron: the crontab of the user, read and given back whole."""

from pathlib import Path

import pytest
from tests.scheduling.desk import Desk
from tests.scheduling.test_crontab import BLOCK, FOREIGN
from tests.scheduling.test_jobs import PLAIN

from netlog.errors import NotFoundError, RefusedError
from netlog.scheduling.cron import CRONTAB, Cron
from netlog.scheduling.jobs import AT
from netlog.scheduling.way import Installed, Run

BYTES = FOREIGN.encode(errors="surrogateescape")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A machine with cron."""
    return Desk(tmp_path, "crontab")


def test_a_crontab_is_read_and_written_byte_for_byte(desk: Desk) -> None:
    """With what is no UTF-8, and every end of a line."""
    desk.crontab = BYTES
    cron = Cron(desk.environment)
    before = cron.read()
    after = cron.having(before, PLAIN)
    cron.install(before, after)
    assert desk.crontab == BYTES + BLOCK.encode()
    there = cron.read()
    assert there == after
    cron.remove(there, cron.without(there))
    assert desk.crontab == BYTES


def test_where_there_was_none_there_is_none_again(desk: Desk) -> None:
    """An empty one would be a trace."""
    cron = Cron(desk.environment)
    assert cron.read() == {}
    cron.install({}, cron.having({}, PLAIN))
    there = cron.read()
    assert there == {CRONTAB: BLOCK}
    cron.remove(there, cron.without(there))
    assert desk.crontab is None


def test_an_empty_one_without_netlog_stays(desk: Desk) -> None:
    """It is the user's."""
    desk.crontab = b""
    cron = Cron(desk.environment)
    assert cron.without(cron.read()) == cron.read() == {CRONTAB: ""}


def test_what_stands_in_it(desk: Desk) -> None:
    """Lines and when they run; what is broken says only that it is."""
    cron = Cron(desk.environment)
    runs = tuple(
        Run(line[10:], weekday, AT, line[:9])
        for line, weekday in zip(BLOCK.splitlines()[1:3], (1, 4), strict=True)
    )
    assert cron.installed({}) is None
    assert cron.installed({CRONTAB: FOREIGN}) is None
    assert cron.installed({CRONTAB: BLOCK}) == Installed("cron", runs, is_current=True)
    half = {CRONTAB: BLOCK.rpartition("#")[0]}
    assert cron.installed(half) == Installed("cron", (), is_current=False)


def test_a_line_by_another_netlog_is_not_current(desk: Desk) -> None:
    """It still says how it calls netlog, so it can be written anew."""
    found = Cron(desk.environment).installed(
        {CRONTAB: BLOCK.replace("due --quiet", "due --silent")}
    )
    assert found is not None
    assert (found.is_current, found.calling) == (False, PLAIN)


@pytest.mark.parametrize(
    ("words", "code"),
    [("no crontab for you", 1), ("crontab: can't open 'you': No such file", 1)],
)
def test_every_cron_says_that_there_is_none(desk: Desk, words: str, code: int) -> None:
    """In its own words."""
    desk.program("crontab", f'echo "{words}" >&2; exit {code}\n')
    assert Cron(desk.environment).read() == {}


def test_a_crontab_that_is_not_shown_is_not_written(desk: Desk) -> None:
    """Nobody knows what would be lost."""
    desk.program("crontab", "echo you are not allowed >&2; exit 1\n")
    with pytest.raises(RefusedError) as failed:
        Cron(desk.environment).read()
    assert failed.value.sentence == (
        "cron does not show the crontab: you are not allowed."
    )


def test_a_cron_that_does_not_take_it_is_heard(desk: Desk) -> None:
    """Its first complaint is said."""
    desk.program("crontab", 'echo "\n"-":0: bad minute" >&2; exit 1\n')
    with pytest.raises(RefusedError) as failed:
        Cron(desk.environment).install({}, {CRONTAB: "x\n"})
    assert failed.value.sentence == "cron did not take the crontab: -:0: bad minute."


def test_without_cron_nothing_is_read_and_nothing_written(tmp_path: Path) -> None:
    """It says what else there is."""
    cron = Cron(Desk(tmp_path).environment)
    assert (cron.exists, cron.read()) == (False, {})
    with pytest.raises(NotFoundError):
        cron.require()
