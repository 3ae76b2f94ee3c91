"""All three ways of a machine: which it has, which is usual, what stands in each."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.scheduling.desk import Desk
from tests.scheduling.test_crontab import BLOCK
from tests.scheduling.test_jobs import PLAIN

from netlog.scheduling import delivery
from netlog.scheduling.way import WAYS, Installed
from netlog.scheduling.ways import Standing, again, keep, standing, usual, ways

NOW = datetime(2025, 6, 2, 8, 30)  # noqa: DTZ001 (only written)


@pytest.fixture(autouse=True)
def _no_mailer_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "MAILERS", "")


def test_each_way_has_its_name(tmp_path: Path) -> None:
    """As --via names it."""
    assert tuple(ways(Desk(tmp_path).environment)) == WAYS


@pytest.mark.parametrize(
    ("platform", "programs", "way"),
    [
        ("linux", ["crontab", "sendmail", "systemctl"], "cron"),
        ("linux", ["crontab", "systemctl"], "systemd"),
        ("linux", ["crontab"], "cron"),
        ("linux", [], "cron"),
        ("darwin", ["crontab", "sendmail"], "launchd"),
    ],
)
def test_the_usual_way_reaches_the_user(
    platform: str, programs: list[str], way: str, tmp_path: Path
) -> None:
    """Cron where its mail is delivered; a mail that nobody delivers is no plan."""
    assert usual(Desk(tmp_path, *programs).environment, platform) == way


def test_what_stands_in_each(tmp_path: Path) -> None:
    """A way that cannot be read keeps no other from being told."""
    desk = Desk(tmp_path, "crontab", "systemctl")
    assert standing(desk.environment).installed == ()
    systemd = ways(desk.environment)["systemd"]
    systemd.install({}, systemd.having({}, PLAIN))
    desk.crontab = BLOCK.encode()
    names = [found.way for found in standing(desk.environment).installed]
    assert names == ["cron", "systemd"]
    assert standing(desk.environment).ways == ("cron", "systemd")
    desk.program("crontab", "exit 1\n")
    assert [found.way for found in standing(desk.environment).installed] == ["systemd"]


def test_a_line_of_the_users_own_is_seen(tmp_path: Path) -> None:
    """Which way it asks by is the user's."""
    desk = Desk(tmp_path, "crontab")
    desk.crontab = b"0 9 * * 1 netlog due\n"
    assert standing(desk.environment) == Standing(("cron",), (), "0 9 * * 1 netlog due")
    assert standing({"HOME": str(tmp_path), "PATH": "/nowhere"}) == Standing()


def test_what_to_type_to_have_it_anew(tmp_path: Path) -> None:
    """By the same way, delivered alike."""
    desk = Desk(tmp_path, "crontab")
    desk.crontab = BLOCK.encode()
    (found,) = standing(desk.environment).installed
    assert again(found) == "netlog schedule install --via cron"
    sent = BLOCK.replace(" due --quiet", " due --quiet 2>&1 | x schedule send --to a")
    desk.crontab = sent.encode()
    (found,) = standing(desk.environment).installed
    assert again(found) == "netlog schedule install --via cron --to a"
    broken = Installed("cron", (), is_current=False)
    assert again(broken) == "netlog schedule install --via cron"


def test_a_crontab_is_kept_as_it_is(tmp_path: Path) -> None:
    """For its user alone; two of one second are two files."""
    folder = tmp_path / "state" / "netlog"
    first, second = keep("a\udcff\r\n", folder, NOW), keep("b", folder, NOW)
    assert (first.name, second.name) == (
        "crontab-2025-06-02-083000",
        "crontab-2025-06-02-083000-2",
    )
    assert (first.read_bytes(), second.read_bytes()) == (b"a\xff\r\n", b"b")
    modes = [path.stat().st_mode & 0o777 for path in (first, folder)]
    assert modes == [0o600, 0o700]
